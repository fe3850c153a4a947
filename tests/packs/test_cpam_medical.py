"""A medical decision goes to the medical commission: an examination, a report to a doctor."""

import pytest

from tests.helpers.shipped import Shipped

LEAVE = Shipped("cpam-medical", "1-arret-de-travail.toml")
RATE = Shipped("cpam-medical", "2-taux-sans-raisons.toml")


def test_it_is_the_medical_commission_and_not_the_other() -> None:
    """CSS R.142-8."""
    assert LEAVE.recipient()[:2] == [
        "Secrétariat de la commission médicale",
        "de recours amiable (CMRA)",
    ]
    assert "commission médicale de recours amiable (article R.142-8 " in LEAVE.text("contestation")


def test_an_examination_only_when_it_is_wanted() -> None:
    """CSS R.142-8-4."""
    assert "R.142-8-4" in LEAVE.text("examen")
    for told in ("non", None):
        assert "examen" not in LEAVE.ids(cmra_examen=told)


def test_the_report_goes_to_a_doctor_who_may_be_named_by_pen() -> None:
    assert "Dr Leïla Meziane" in LEAVE.text("rapport")
    document = LEAVE.compose(unknown=("cmra_medecin",))
    assert "cmra_medecin" in {one.question for one in document.missing}


def test_four_months_of_silence_and_six_when_both() -> None:
    """CSS R.142-8-5 and R.142-9-1."""
    assert LEAVE.warned("quatre mois, et non deux")
    assert LEAVE.warned("attendre six mois")


@pytest.mark.parametrize(
    ("subject", "words"),
    [("arret", "reprendre le paiement"), ("taux", "un taux plus juste"), ("ald", "annuler")],
)
def test_what_is_asked_follows_the_decision(subject: str, words: str) -> None:
    assert words in LEAVE.text("demande", cmra_sujet=subject)


def test_the_illness_is_never_asked() -> None:
    questions = [question for section in LEAVE.letter.section for question in section.question]
    facts = next(question for question in questions if question.id == "faits")
    assert "n'est pas obligatoire" in facts.hint
    assert not any(question.kind == "nir" for question in questions)


def test_what_was_never_read_is_not_said_to_lack_anything() -> None:
    assert {"motivation", "voies-delais"} <= RATE.ids()
    unread = RATE.ids(comment_recue="recommande-non-retire", date_presentation="06/11/2026")
    assert not {"motivation", "voies-delais"} & unread


def test_the_delay_is_that_of_the_medical_commission() -> None:
    assert LEAVE.rule() == ("cpam-cmra", "lettre-simple", "date_decision", "")
