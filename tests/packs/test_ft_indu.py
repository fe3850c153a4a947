"""An overpaid ARE: contesting in writing blocks the withholdings (code du travail L.5426-8-1)."""

import pytest

from tests.helpers.shipped import Shipped

DECLARED = Shipped("ft-indu", "1-travail-declare.toml")
OLD = Shipped("ft-indu", "2-ancienne-et-incomprise.toml")
SMALL = Shipped("ft-indu", "3-petite-somme.toml")


@pytest.mark.parametrize("position", ["principe", "montant", "incompris"])
def test_contesting_always_blocks_the_withholdings(position: str) -> None:
    said = DECLARED.text(position=position)
    assert said.startswith("Je conteste la décision de France Travail")
    assert "L.5426-8-1" in said


def test_what_was_withheld_is_claimed_only_when_it_was() -> None:
    assert "120 €" in DECLARED.text("suspension")
    for told in ("non", None):
        said = DECLARED.text("suspension", retenues=told, retenues_montant=None)
        assert "déjà retenu" not in said


class TestThreeYears:
    """Code du travail L.5422-5. The decision of the example is of 3 November 2026."""

    @pytest.mark.parametrize(
        ("month", "stands"), [("10/2023", True), ("11/2023", False), ("05/2026", False)]
    )
    def test_a_whole_month_older_than_three_years(self, month: str, stands: bool) -> None:
        assert ("prescription" in OLD.ids(mois_debut=month)) is stands

    @pytest.mark.parametrize("told", ["oui", None])
    def test_never_when_fraud_is_alleged_or_unknown(self, told: str | None) -> None:
        assert "prescription" not in OLD.ids(fraude_mot=told)
        assert OLD.warned("parle de fraude", fraude_mot="oui")


@pytest.mark.parametrize(("amount", "stands"), [("76,99", True), ("77", False), ("842", False)])
def test_small_sums_are_not_recovered(amount: str, stands: bool) -> None:
    """Code du travail R.5426-24: under 77 euros."""
    assert ("petite-somme" in SMALL.ids(montant=amount)) is stands


def test_help_is_asked_second_and_recognises_nothing() -> None:
    said = OLD.text("subsidiaire")
    assert said.startswith("Si vous la maintenez, et sans la reconnaître")
    assert "subsidiaire" not in DECLARED.ids()


def test_its_reasons_are_not_owed_under_the_law_of_social_security() -> None:
    """CRPA L.211-8 is for social security bodies and the MSA; France Travail is neither."""
    said = OLD.text("motivation")
    assert "L.211-2" in said
    assert "L.211-8" not in said


def test_another_allowance_has_another_way() -> None:
    """R.5312-47 6° and 7°: the mediator."""
    said = OLD.text(ft_allocation="ass")
    assert not any(article in said for article in ("R.5426-19", "L.5426-8-1", "L.5422-5"))
    assert OLD.warned("n'est pas la bonne", ft_allocation="ass")
    assert OLD.rule(ft_allocation="ass") is None


def test_two_months_from_the_notice() -> None:
    assert OLD.rule() == ("ft-indu-recours", "lettre-simple", "date_decision", "")


def test_the_titles_agree() -> None:
    document = OLD.compose()
    assert "Madame la Directrice générale, Monsieur le Directeur général" in document.closing
    assert OLD.recipient()[0] == "Madame, Monsieur le directeur général"
