"""The opposition to a contrainte: the right court, fifteen days, and only true grounds."""

import pytest

from tests.helpers.example_answers import answers_of, composer, deadline_rule
from tests.helpers.rsa import ids, plain, text

PACK = "caf-contrainte"
SIMPLE = "1-jamais-mise-en-demeure.toml"
compose = composer(PACK, SIMPLE)
of_the_rsa = composer(PACK, "2-rsa-recours-sans-reponse.toml")
argued = composer(PACK, "5-sans-recours-la-dette-discutee.toml")
old = composer(PACK, "3-logement-sommes-trop-anciennes.toml")

ADMINISTRATIVE = ("rsa", "prime", "logement", "noel")
JUDICIAL = ("pf", "aah", "maladie", "retraite", "penalite")


class TestTheCourt:
    @pytest.mark.parametrize("debt", ADMINISTRATIVE)
    def test_administrative(self, debt: str) -> None:
        lines = plain(compose(dette_contrainte=debt).recipient)
        assert lines[:2] == ["Greffe du tribunal administratif", "de Brest"]
        assert "Pôle social" not in lines

    @pytest.mark.parametrize("debt", JUDICIAL)
    def test_judicial(self, debt: str) -> None:
        lines = plain(compose(dette_contrainte=debt, dest_ligne_2="CS 12345").recipient)
        assert lines[:3] == ["Greffe du tribunal judiciaire", "de Brest", "Pôle social"]
        assert len(lines) == 6

    @pytest.mark.parametrize("debt", [*ADMINISTRATIVE, *JUDICIAL])
    def test_the_call_is_that_of_a_court(self, debt: str) -> None:
        document = compose(dette_contrainte=debt)
        assert plain((document.call,)) == ["Madame la Présidente, Monsieur le Président,"]

    def test_no_law_of_offices_is_written_to_a_court(self) -> None:
        for letter in (compose, of_the_rsa, old):
            assert "relations entre le public" not in text(letter())

    @pytest.mark.parametrize(("debt", "told"), [("pf", True), ("rsa", False)])
    def test_a_contribution_may_be_asked_by_the_judicial_court(self, debt: str, told: bool) -> None:
        warnings = plain(compose(dette_contrainte=debt).warnings)
        assert any("50 €" in warning for warning in warnings) is told


class TestRegularity:
    @pytest.mark.parametrize(
        ("notice", "stands"), [("non", True), ("oui", False), ("ne-sait-pas", False)]
    )
    def test_no_formal_notice_only_if_sure(self, notice: str, stands: bool) -> None:
        assert ("mise-en-demeure" in ids(compose(mise_en_demeure=notice))) is stands

    def test_only_what_is_lacking_is_said_to_lack(self) -> None:
        assert "mentions" not in ids(compose())
        said = text(compose(contrainte_manque=("delai",)), "mentions")
        assert "le délai pour s'opposer" in said
        assert "le montant" not in said

    @pytest.mark.parametrize(
        ("debt", "source"),
        [
            ("rsa", "L.262-45"),
            ("prime", "L.845-4"),
            ("logement", "29 novembre 2022, n° 450275"),
            ("pf", "L.553-1"),
            ("aah", "L.821-5"),
            ("maladie", "L.332-1"),
            ("retraite", "L.355-3"),
        ],
    )
    def test_two_years_by_the_article_of_each_debt(self, debt: str, source: str) -> None:
        assert source in text(old(dette_contrainte=debt), "prescription")

    @pytest.mark.parametrize("debt", ["noel", "penalite"])
    def test_no_two_years_where_none_was_read(self, debt: str) -> None:
        assert "prescription" not in ids(old(dette_contrainte=debt))

    @pytest.mark.parametrize(
        "changes",
        [
            {"fraude_mot": "oui"},
            {"fraude_mot": None},
            {"autre_retenue": "oui"},
            {"premiere_lettre": None},
        ],
        ids=["fraud", "fraud unsure", "another debt was taken back", "first letter forgotten"],
    )
    def test_nothing_is_too_old_in_doubt(self, changes: dict[str, str | None]) -> None:
        assert "prescription" not in ids(old(**changes))


class TestTheMerits:
    """CE 9 November 2018 n° 417252: the administrative judge hears only who contested in time.

    Cass. 2e civ. 22 September 2022 n° 21-10.105: the social judge hears all (contributions).
    """

    @pytest.mark.parametrize("before", ["non", "ne-sait-plus"])
    @pytest.mark.parametrize("debt", ADMINISTRATIVE)
    def test_without_an_appeal_only_regularity(self, debt: str, before: str) -> None:
        document = argued(dette_contrainte=debt, recours_avant=before)
        assert not {"fond", "fond-ouvert"} & set(ids(document))
        told = " ".join(plain(document.warnings))
        assert "seulement si la contrainte est régulière" in told
        assert "peut regarder si la dette est juste" not in told

    @pytest.mark.parametrize("before", ["non", "ne-sait-plus"])
    @pytest.mark.parametrize("debt", JUDICIAL)
    def test_the_social_judge_hears_the_merits_all_the_same(self, debt: str, before: str) -> None:
        document = argued(dette_contrainte=debt, recours_avant=before)
        assert text(document, "fond").strip() == "Je ne dois pas cet argent."
        assert "n° 21-10.105" in text(document, "fond-ouvert")
        told = " ".join(plain(document.warnings))
        assert "il peut encore le refuser" in told
        assert "seulement si la contrainte" not in told

    def test_after_an_appeal_no_judgment_is_needed(self) -> None:
        document = argued(recours_avant="rejete", recours_date="10/03/2026")
        assert "Je ne dois pas cet argent." in text(document, "fond")
        assert "fond-ouvert" not in ids(document)

    @pytest.mark.parametrize(
        ("before", "said"), [("attente", "pas encore de réponse"), ("rejete", "Il a été rejeté.")]
    )
    def test_after_an_appeal(self, before: str, said: str) -> None:
        document = of_the_rsa(recours_avant=before)
        assert said in text(document, "fond")
        assert not any("ans recours" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(
        ("debt", "before", "stands"),
        [
            ("rsa", "attente", True),
            ("prime", "attente", True),
            ("rsa", "rejete", False),
            ("logement", "attente", False),
            ("pf", "attente", False),
        ],
    )
    def test_a_pending_appeal_suspends_rsa_and_prime(
        self, debt: str, before: str, stands: bool
    ) -> None:
        document = of_the_rsa(dette_contrainte=debt, recours_avant=before)
        assert ("recours-suspensif" in ids(document)) is stands

    def test_reasons_left_blank_are_listed(self) -> None:
        document = compose(unknown=frozenset({"faits"}))
        assert [blank.question for blank in document.missing] == ["faits"]
        assert any("au moins une raison" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(("debt", "code"), [("pf", True), ("rsa", False)])
    def test_time_to_pay_is_asked_second_and_recognises_nothing(
        self, debt: str, code: bool
    ) -> None:
        said = text(compose(dette_contrainte=debt, mensualite="20"), "delais")
        assert "sans reconnaître la dette" in said
        assert ("code civil" in said) is code


@pytest.mark.parametrize(
    ("example", "event", "date"),
    [
        (SIMPLE, "signification", "date_acte"),
        ("2-rsa-recours-sans-reponse.toml", "lrar-retiree", "date_presentation"),
        ("4-cpam-deja-paye.toml", "lrar-non-retiree", "date_presentation"),
    ],
)
def test_fifteen_days(example: str, event: str, date: str) -> None:
    rule = deadline_rule(PACK, answers_of(PACK, example))
    assert (rule.procedure, rule.event, rule.date) == ("caf-contrainte", event, date)
