"""The letter that asks for money of past months: a request, two years back, no appeal."""

import pytest

from tests.helpers.example_answers import composer
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import ids, plain, text

PACK = "caf-rappel-droits"
compose = composer(PACK, "1-asf-apres-une-separation.toml")

FAMILY = ("af", "cf", "asf", "paje", "cmg", "ars", "aeeh", "ajpp", "autre")


@pytest.mark.parametrize("benefit", ["rsa", "prime", "logement", "aah", "af"])
def test_the_director_of_the_fund_is_written_to(benefit: str) -> None:
    document = compose(prestation=benefit)
    assert plain(document.recipient)[:2] == [
        "Madame, Monsieur le directeur",
        "de la Caf de l'Hérault",
    ]


def test_it_is_no_appeal_and_has_no_deadline() -> None:
    letter = CATALOGUE.letter(PACK)
    assert not letter.deadline
    assert "recours" not in text(compose())
    assert any("sans attendre" in told for told in plain(compose().warnings))


class TestTwoYears:
    """CSS L.553-1 al. 1: what is due for more than two years is lost."""

    @pytest.mark.parametrize(
        ("month", "within", "told"),
        [
            pytest.param("12/2024", True, False, id="within"),
            pytest.param("11/2024", False, False, id="the month of the limit: nothing is claimed"),
            pytest.param("10/2024", False, True, id="a whole month is too old"),
        ],
    )
    def test_the_limit(self, month: str, within: bool, told: bool) -> None:
        document = compose(mois_debut=month)
        assert ("deux-ans" in ids(document)) is within
        assert any("plus de deux ans. Le bureau" in one for one in plain(document.warnings)) is told

    @pytest.mark.parametrize("benefit", FAMILY)
    def test_the_article_is_that_of_family_benefits(self, benefit: str) -> None:
        assert "L.553-1" in text(compose(prestation=benefit))

    @pytest.mark.parametrize("benefit", ["rsa", "prime", "logement", "aah"])
    def test_and_of_no_other(self, benefit: str) -> None:
        said = text(compose(prestation=benefit))
        assert "L.553-1" not in said
        assert "L.583-1" not in said


class TestOnlyWhatIsTrue:
    @pytest.mark.parametrize(
        ("part", "said"), [("rien", "Je n'ai rien reçu"), ("partie", "toute la somme due")]
    )
    def test_nothing_or_too_little(self, part: str, said: str) -> None:
        assert said in text(compose(rappel_partie=part), "demande")

    def test_an_end_when_there_is_one(self) -> None:
        assert "entre mars 2026 et septembre 2026" in text(compose(mois_fin="09/2026"), "demande")

    @pytest.mark.parametrize(("day", "stands"), [("15/03/2026", True), (None, False)])
    def test_an_earlier_request(self, day: str | None, stands: bool) -> None:
        assert ("premiere-demande" in ids(compose(premiere_demande=day))) is stands

    def test_no_reason_no_excuse(self) -> None:
        document = compose(retard_raison=())
        assert not {"retard", "information"} & set(ids(document))

    def test_the_silence_is_said_to_be_a_refusal(self) -> None:
        # CRPA L.231-4: a request for money.
        assert "ce sera un refus" in text(compose(), "reponse")
