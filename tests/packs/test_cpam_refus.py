"""Contesting the health insurance fund: the commission, for a reason that is not medical."""

import pytest

from tests.helpers.shipped import Shipped

LATE = Shipped("cpam-refus", "1-arret-trop-tard.toml")
LACKING = Shipped("cpam-refus", "2-sans-raisons.toml")
REASONS = {"retard", "heures", "residence", "droits-fermes", "papier"}


def test_the_commission_is_written_to_and_named_in_the_letter() -> None:
    """CSS R.142-1: compulsory before the judge."""
    assert LATE.recipient()[:3] == [
        "Madame, Monsieur le président",
        "de la commission de recours amiable",
        "CPAM de la Loire",
    ]
    assert "Je saisis la commission de recours amiable" in LATE.text("contestation")


@pytest.mark.parametrize(
    ("reason", "paragraph"),
    [
        ("retard", {"retard"}),
        ("heures", {"heures"}),
        ("residence", {"residence"}),
        ("droits", {"droits-fermes"}),
        ("papier", {"papier"}),
        ("autre", set()),
    ],
)
def test_only_the_reason_of_the_fund_is_answered(reason: str, paragraph: set[str]) -> None:
    assert REASONS & LATE.ids(cpam_motif=reason) == paragraph


@pytest.mark.parametrize(("subject", "money"), [("ij", 1), ("soins", 1), ("droits", 0)])
def test_money_is_asked_where_money_is_due(subject: str, money: int) -> None:
    assert ("me payer" in LATE.text("demande", cpam_sujet=subject)) is bool(money)


class TestAMedicalReason:
    """CSS R.142-8: another commission; R.142-9-1: six months when both stand."""

    def test_alone_it_is_not_for_this_letter(self) -> None:
        assert LATE.warned("n'est pas la bonne", cpam_medical="oui")
        assert not LATE.warned("n'est pas la bonne")

    def test_with_another_it_is_contested_apart(self) -> None:
        assert "commission médicale" in LATE.text("partie-medicale", cpam_medical="les-deux")
        assert LATE.warned("jusqu'à six mois", cpam_medical="les-deux")

    @pytest.mark.parametrize("medical", ["non", "ne-sait-pas"])
    def test_it_is_never_supposed(self, medical: str) -> None:
        assert "partie-medicale" not in LATE.ids(cpam_medical=medical)
        assert LATE.warned("deux mois après la réception", cpam_medical=medical)


def test_remedies_missing_after_two_months_leave_no_last_day() -> None:
    """CSS R.142-1-A III: the delay cannot be opposed, and no year before the judicial judge."""
    assert LACKING.rule() == ("cpam-cra", "compte-en-ligne", "date_depot", "")
    late = {"date_decision": "01/07/2026", "date_depot": "02/07/2026"}
    assert LACKING.rescue(**late, date_ouverture="03/07/2026") == "inopposable"


def test_what_was_never_read_is_not_said_to_lack_anything() -> None:
    assert {"motivation", "voies-delais"} <= LACKING.ids()
    unread = LACKING.ids(comment_recue="recommande-non-retire", date_presentation="22/10/2026")
    assert not {"motivation", "voies-delais"} & unread


def test_a_reason_that_is_answered_is_not_said_to_be_missing() -> None:
    assert "motivation" not in LACKING.ids(cpam_motif="heures")


def test_a_date_that_is_unknown_is_not_claimed() -> None:
    said = LATE.text("papier", cpam_motif="papier", unknown=("cpam_envoi",), cpam_envoi=None)
    assert "Je l'ai envoyé" not in said


def test_the_social_security_number_is_left_to_the_pen() -> None:
    asked = {question.kind for section in LATE.letter.section for question in section.question}
    assert "nir" not in asked
    assert LATE.warned("au stylo")
