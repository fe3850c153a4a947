"""Where an interview was left is kept as one text, and read back; it is only where one may be."""

import datetime as dt
from typing import get_args

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.place import Place, Where, read

TODAY = dt.date(2026, 11, 25)
TOOLS = RealTools()
LETTER = TOOLS.catalogue.letter("caf-indu-rsa")


@pytest.mark.parametrize("where", get_args(Where))
@pytest.mark.parametrize("question", ["", "montant"])
def test_it_is_read_as_it_was_kept(where: Where, question: str) -> None:
    assert read(Place(question, where).text()) == Place(question, where)


@pytest.mark.parametrize("kept", ["montant", "montant@moon"])
def test_what_other_versions_kept_is_the_question(kept: str) -> None:
    assert read(kept) == Place("montant")


def test_a_question_that_is_asked_no_more_leads_to_the_answers() -> None:
    whole = Interview(LETTER, TOOLS.demo.letter, TODAY)
    while left := whole.to_do():
        whole = whole.pass_by(left.question.id)
    assert Place("").in_now(whole) == Place(where="check")
    assert Place("montant").in_now(whole) == Place("montant")


def test_a_paper_that_cannot_be_made_any_more_leads_to_the_answers() -> None:
    wrong = Interview(LETTER, Draft("caf-indu-rsa", {"date_decision": "31/02/2026"}), TODAY)
    assert Place("", "paper").in_now(wrong) == Place("", "check")
    assert Place("", "paper").in_now(Interview(LETTER, TOOLS.demo.letter, TODAY)).where == "paper"
