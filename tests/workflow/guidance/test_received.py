"""A letter looked at: what was said of it, and what goes to the letter that answers it."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.received.model import Fact, Place, Proposal, Reading, Value
from desktop_app.workflow.guidance import received
from desktop_app.workflow.guidance.received import Looked
from tests.received.scoring import rules

AT = (Place(1, (10.0, 10.0, 60.0, 20.0)),)
DAY = dt.date(2026, 11, 3)
READ = Reading(
    {
        "sender": (Proposal("sender", "caf", AT, "sure"),),
        "written_on": (Proposal("written_on", DAY, AT, "likely"),),
        "sum": tuple(Proposal("sum", Decimal(one), AT, "doubtful") for one in (120, 135)),
        "remedies": (Proposal("remedies", "mediateur", AT, "sure"),),
    }
)


def test_nothing_goes_to_a_letter_before_it_is_confirmed() -> None:
    assert received.known(Looked(READ), rules(), DAY) == {}
    assert received.answers(Looked(READ), rules()) == ()
    assert received.family(Looked(READ), rules()) == ""


def test_what_is_confirmed_goes_to_its_questions_as_it_is_typed() -> None:
    looked = Looked(READ).confirm("written_on", DAY).confirm("sum", Decimal("1842.50"))
    found = received.known(looked, rules(), DAY)
    assert found["letter:date_decision"].value == "03/11/2026"
    assert found["letter:montant"].value == "1\u202f842,50"
    assert {one.source for one in found.values()} == {"letter"}


def test_what_is_refused_or_taken_back_goes_nowhere() -> None:
    looked = Looked(READ).confirm("written_on", DAY)
    assert received.known(looked.confirm("written_on"), rules(), DAY) == {}
    assert looked.open("written_on").next == "sender"
    assert received.known(looked.open("written_on"), rules(), DAY) == {}


@pytest.mark.parametrize(
    ("fact", "said", "question", "answer"),
    [
        ("delay", WrittenDelay(2, "mois"), "delai_ecrit", "2-mois"),
        ("delay", WrittenDelay(6, "semaines"), "delai_ecrit", "date"),
        ("last_day", DAY, "delai_ecrit", "date"),
        ("last_day", DAY, "dernier_jour_ecrit", "03/11/2026"),
        ("sender", "msa", "organisme", "msa"),
        ("remedies", "departement", "destinataire_indique", "departement"),
    ],
)
def test_what_the_letter_says_is_proposed_as_the_answer_that_it_is(
    fact: Fact, said: Value, question: str, answer: str
) -> None:
    found = received.known(Looked(READ).confirm(fact, said), rules(), DAY)
    assert found[f"letter:{question}"].value == answer


def test_a_last_day_that_is_written_wins_over_a_length() -> None:
    looked = Looked(READ).confirm("last_day", DAY).confirm("delay", WrittenDelay(2, "mois"))
    assert received.known(looked, rules(), DAY)["letter:delai_ecrit"].value == "date"


def test_what_no_question_asks_answers_none_and_two_answers_are_none() -> None:
    for said in (("mediateur",), ("departement", "commission-recours-amiable")):
        assert received.known(Looked(READ).confirm("remedies", *said), rules(), DAY) == {}


def test_a_delay_written_by_hand_is_understood() -> None:
    assert received.meant("delay", "deux mois") == WrittenDelay(2, "mois")
    assert received.meant("delay", "je ne sais pas") == "je ne sais pas"


def test_the_kind_and_the_sender_lead_to_what_answers() -> None:
    looked = Looked(READ).confirm("sender", "caf").confirm("decision", "indu-rsa")
    assert received.answers(looked, rules())[0] == "caf-indu-rsa"
    assert received.family(looked, rules()) == "caf"
