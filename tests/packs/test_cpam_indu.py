"""A debt to the health insurance fund: contested, or a remission asked."""

import pytest

from tests.helpers.shipped import Shipped

TWICE = Shipped("cpam-indu", "1-deux-arrets-comptes-en-double.toml")
OLD = Shipped("cpam-indu", "2-sommes-trop-anciennes-et-remise.toml")
HELP = Shipped("cpam-indu", "3-je-ne-peux-pas-payer.toml")
FRAUD = Shipped("cpam-indu", "4-fraude-contestee-et-incomprise.toml")
TIME = Shipped("cpam-indu", "5-fraude-non-contestee.toml")


class TestContestingAndAskingForHelpAreTwo:
    def test_a_contest_goes_to_the_commission(self) -> None:
        assert TWICE.recipient()[:2] == [
            "Madame, Monsieur le président",
            "de la commission de recours amiable",
        ]
        assert TWICE.text().startswith("Je conteste la décision")

    def test_help_is_asked_from_the_director_who_is_called_so(self) -> None:
        assert HELP.recipient()[:2] == ["Madame, Monsieur le directeur", "CPAM de la Loire"]
        assert HELP.compose().call.startswith("Madame la Directrice")
        assert "conteste" not in HELP.text()

    def test_who_asks_for_help_is_told_that_nothing_is_contested(self) -> None:
        assert HELP.warned("vous ne la contestez pas")
        assert not TWICE.warned("vous ne la contestez pas")

    def test_a_remission_asked_by_who_contests_is_in_the_second_place(self) -> None:
        said = OLD.text("remise-subsidiaire")
        assert said.startswith("À titre subsidiaire")
        assert "sans la reconnaître" in said


@pytest.mark.parametrize("denied", ["sans"])
def test_a_fraud_that_is_not_denied_leaves_time_only(denied: str) -> None:
    """CSS L.256-4 gives no remission to fraud."""
    assert "delai-principal" in TIME.ids(fraude_conteste=denied)
    assert "L.256-4" not in TIME.text(fraude_conteste=denied)


class TestTwoYears:
    """CSS L.332-1."""

    @pytest.mark.parametrize(("oldest", "stands"), [("09/2024", True), ("10/2024", False)])
    def test_they_are_counted_from_the_day_of_reception(self, oldest: str, stands: bool) -> None:
        changes = {} if stands else {"lettre_avant": None}
        assert ("prescription" in OLD.ids(mois_debut=oldest, **changes)) is stands

    def test_an_earlier_letter_unknown_leaves_them_unsaid(self) -> None:
        assert "prescription" not in OLD.ids(unknown=("lettre_avant",))

    def test_fraud_takes_them_away_until_it_is_proved(self) -> None:
        assert "prescription" not in FRAUD.ids()
        assert "Sans cette preuve" in FRAUD.text("fraude")


def test_what_was_never_read_is_not_said_to_lack_anything() -> None:
    found = FRAUD.ids(
        comment_recue="recommande-non-retire",
        manque_lettre=["raisons", "voies-delais", "signature"],
    )
    assert not {"motivation", "voies-delais", "auteur"} & found


def test_the_two_months_are_shown_to_everyone() -> None:
    assert TWICE.rule() == ("cpam-cra", "lettre-simple", "date_decision", "")
    assert HELP.rule() == ("cpam-cra", "lettre-simple", "date_decision", "")


def test_the_social_security_number_is_left_to_the_pen() -> None:
    asked = {question.kind for section in TWICE.letter.section for question in section.question}
    assert "nir" not in asked
    assert TWICE.warned("au stylo")
