"""The letter that asks to pay little by little: it recognises nothing that is not agreed."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "caf-echeancier"
SIMPLE = "1-payer-petit-a-petit.toml"
compose = composer(PACK, SIMPLE)
taken = composer(PACK, "2-aah-retenue-trop-forte.toml")
contested = composer(PACK, "3-rsa-conteste.toml")

UNSURE = ("conteste", "va-contester", "incompris")


@pytest.mark.parametrize("benefit", ["rsa", "prime", "logement", "aah", "af"])
def test_the_director_of_the_fund_is_written_to(benefit: str) -> None:
    document = compose(prestation=benefit)
    assert plain(document.recipient)[:2] == [
        "Madame, Monsieur le directeur",
        "de la Caf de l'Allier",
    ]
    assert plain((document.call,)) == ["Madame la Directrice, Monsieur le Directeur,"]


class TestWhatIsAsked:
    def test_a_plan_when_nothing_is_taken_yet(self) -> None:
        assert "Je vous demande un échéancier" in text(compose(), "demande")
        assert "retenue" not in text(compose())

    def test_smaller_withholdings_when_they_are_too_large(self) -> None:
        said = text(taken(), "demande")
        assert "148 €" in said
        assert "baisser cette retenue" in said
        assert "échéancier" not in said

    def test_what_one_can_pay_may_be_left_to_the_pen(self) -> None:
        document = compose(unknown=frozenset({"mensualite"}))
        assert [blank.question for blank in document.missing] == ["mensualite"]

    @pytest.mark.parametrize(
        ("benefit", "article"),
        [("aah", True), ("asf", True), ("logement", False), ("prime", False)],
    )
    def test_the_scale_of_withholdings_is_that_of_family_benefits(
        self, benefit: str, article: bool
    ) -> None:
        # CSS D.553-1: resources, household, housing.
        document = taken(prestation=benefit)
        assert ("D.553-1" in text(document)) is article
        assert ("loyer" in ids(document)) is article

    @pytest.mark.parametrize("benefit", ["aah", "logement"])
    def test_a_higher_rent_is_said_once(self, benefit: str) -> None:
        assert text(taken(prestation=benefit)).count("Mon loyer est plus élevé") == 1


class TestNothingIsRecognised:
    @pytest.mark.parametrize("accord", UNSURE)
    def test_by_who_does_not_agree(self, accord: str) -> None:
        said = text(compose(accord=accord, conteste_date="10/11/2026"), "reserve")
        assert said.endswith("Cette demande ne vaut pas reconnaissance de la dette.")

    def test_who_agrees_is_not_made_to_say_more(self) -> None:
        assert "reserve" not in ids(compose())

    @pytest.mark.parametrize("accord", ["va-contester", "incompris"])
    def test_another_letter_must_contest_in_time(self, accord: str) -> None:
        warnings = plain(compose(accord=accord).warnings)
        assert any("ne conteste pas la dette. Pour la contester" in told for told in warnings)


class TestContestedRsaAndPrime:
    """CASF L.262-46, CSS L.845-3: nothing may be withheld while the appeal runs."""

    @pytest.mark.parametrize(("benefit", "article"), [("rsa", "L.262-46"), ("prime", "L.845-3")])
    def test_withholdings_stop_and_the_plan_is_for_afterwards(
        self, benefit: str, article: str
    ) -> None:
        document = contested(prestation=benefit)
        assert article in text(document, "suspension")
        assert "arrêter toute retenue" in text(document, "suspension")
        assert "baisser" not in text(document)
        assert text(document).count("15 € par mois") == 1

    @pytest.mark.parametrize("benefit", ["aah", "logement"])
    def test_the_others_are_not_suspended(self, benefit: str) -> None:
        assert "suspend" not in text(contested(prestation=benefit))

    def test_nor_is_an_rsa_debt_that_is_not_contested_yet(self) -> None:
        assert "suspend" not in text(contested(accord="va-contester"))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, True),
        ({"date_decision": "02/11/2026", "date_depot": "03/11/2026"}, False),
        ({"prestation": "rsa"}, False),
        ({"retenue_mois": "48"}, False),
    ],
    ids=["new debt", "after twenty days", "RSA", "withholdings have begun"],
)
def test_the_twenty_days_are_shown_only_while_they_serve(
    changes: dict[str, str], shown: bool
) -> None:
    answers = {**answers_of(PACK, SIMPLE), **changes}
    if shown:
        assert deadline_rule(PACK, answers).procedure == PACK
    else:
        with pytest.raises(StopIteration):
            deadline_rule(PACK, answers)
