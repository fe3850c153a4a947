"""What was typed on the page of an act becomes what happened, or a correction of it."""

import datetime as dt

from desktop_app.core.records import Event
from desktop_app.pages import act as page
from desktop_app.pages.acts import act
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.happened import AnswerReceived, Posted
from desktop_app.workflow.matter.offers import OUTSIDE

DAY = dt.date(2026, 11, 3)


def test_a_posting_has_its_slip_and_an_answer_what_it_says() -> None:
    posted = page.happened(act(timeline.POSTED), {page.DAY: DAY, page.NUMBER: "1A 2"}, b"photo")
    assert isinstance(posted, Posted)
    assert (posted.slip.number, posted.slip.proof, posted.slip.title) == (
        "1A 2",
        b"photo",
        "Preuve de dépôt",
    )
    said = {page.DAY: DAY, page.ANSWER: "refus"}
    assert page.happened(act(timeline.ANSWER), said, b"") == AnswerReceived(DAY, "refus")


def test_which_letter_is_ours_to_find_where_none_was_asked() -> None:
    assert page.about({page.DAY: DAY}) is None
    assert page.about({page.WHICH: OUTSIDE}) == ""
    assert page.about({page.WHICH: "cada"}) == "cada"


def test_a_number_taken_away_goes_and_one_that_is_not_asked_stays() -> None:
    for kind, number in ((timeline.POSTED, ""), (timeline.RECEIPT, "1A 2")):
        event = Event(
            "e", kind, "", DAY, None, None, "", "", "", "", "d", "", "1A 2", "", awaited=False
        )
        assert page.correction(act(kind), event, {page.DAY: DAY}, b"").slip.number == number
