"""Which letter was posted, or answered, in a dossier that holds several."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.wiring import RealTools
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.happened import of_kind
from desktop_app.workflow.matter.next_letter import begin_next
from desktop_app.workflow.matter.next_steps import Answer
from desktop_app.workflow.matter.noting import note
from desktop_app.workflow.matter.offers import letters_to_name
from desktop_app.workflow.matter.proposals import proposed
from desktop_app.workflow.store import Safe
from tests.helpers.clocks import Noon
from tests.helpers.safes import new_safe, open_safe

BEGUN = dt.date(2026, 11, 25)


class Tools(RealTools):
    """The real tools, on the day of the story."""

    day = BEGUN

    class _Clock(Noon):
        def today(self) -> dt.date:
            return Tools.day

    clock = _Clock()  # type: ignore[assignment]


class Matter:
    """A dossier in which letters are made, posted and answered, day after day."""

    def __init__(self, safe: Safe, procedure: str) -> None:
        self.safe, self.tools = safe, Tools()
        self.id = safe.dossiers.add("Une demande", on=BEGUN, procedure=procedure)

    def makes(self, day: dt.date, pack: str) -> None:
        self.safe.add(
            b"%PDF-1.7", title=pack, on=day, kind="letter", made_from=pack, dossier=self.id
        )

    def notes(
        self, day: dt.date, kind: str, *, answer: Answer = "", procedure: str | None = None
    ) -> None:
        Tools.day = day
        happened = of_kind(kind, day, answer=answer)
        note(self.tools, self.safe, self.id, happened, procedure=procedure)

    def on(self, day: dt.date) -> OpenDossier:
        tools = self.tools
        return open_dossier(self.safe, tools.law, tools.catalogue, self.id, today=day)

    def awaited(self, day: dt.date) -> list[tuple[str, str, str]]:
        found = [event for event in self.on(day).events if event.awaited]
        return [(e.kind, e.procedure, str(e.last_day or e.day)) for e in found]


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, BEGUN), BEGUN) as opened:
        yield opened


@pytest.fixture
def reminded(safe: Safe) -> Matter:
    """A request of remission without answer for two months, reminded on 2 February 2027."""
    matter = Matter(safe, "impot-remise")
    matter.makes(BEGUN, "impot-remise")
    matter.notes(BEGUN, "posted")
    matter.notes(dt.date(2026, 11, 27), "receipt-returned")
    matter.notes(dt.date(2027, 1, 28), "silence-reached")
    matter.makes(dt.date(2027, 2, 2), "relance")
    matter.notes(dt.date(2027, 2, 2), "posted")
    return matter


def test_a_reminder_posted_moves_no_date(reminded: Matter) -> None:
    """CRPA L.231-4: the silence refused on 27 January; the judge is seen by 30 March."""
    assert reminded.awaited(dt.date(2027, 2, 3)) == [("deadline", "recours-ta", "2027-03-30")]


def test_what_is_answered_then_is_the_request(reminded: Matter) -> None:
    reminded.notes(dt.date(2027, 2, 10), "answer-received-", answer="refus")
    found = reminded.on(dt.date(2027, 2, 10))
    assert found.next is not None
    assert found.next.state == "reponse"
    assert found.reminders == ()


def test_the_receipt_of_the_reminder_is_its_own(reminded: Matter) -> None:
    reminded.notes(dt.date(2027, 2, 4), "receipt-returned")
    assert reminded.awaited(dt.date(2027, 2, 5)) == [("deadline", "recours-ta", "2027-03-30")]


def test_one_is_not_told_to_remind_again_the_next_day(reminded: Matter) -> None:
    assert reminded.on(dt.date(2027, 3, 1)).reminders == ()
    assert [item.id for item in reminded.on(dt.date(2027, 3, 2)).reminders] == ["relance"]


def test_a_second_reminder_is_about_the_request_still(reminded: Matter) -> None:
    begun = begin_next(
        reminded.safe, reminded.tools.catalogue, reminded.id, "relance", dt.date(2027, 3, 3)
    )
    assert begun.draft.answers["relance_envoi"] == "25/11/2026"


def test_a_letter_of_no_procedure_is_reminded_after_a_month(safe: Safe) -> None:
    matter = Matter(safe, "")
    matter.makes(BEGUN, "lettre-libre")
    matter.notes(BEGUN, "posted")
    assert proposed(matter.on(dt.date(2026, 12, 24))) == ()
    assert [item.id for item in proposed(matter.on(dt.date(2026, 12, 25)))] == ["relance"]
    matter.notes(dt.date(2026, 12, 26), "answer-received-", answer="favorable")
    assert proposed(matter.on(dt.date(2026, 12, 26))) == ()


def test_two_letters_made_the_same_day_are_posted_one_after_the_other(safe: Safe) -> None:
    """The debt is contested, and its remission asked for: both have their silence."""
    matter = Matter(safe, "caf-rapo-rsa")
    matter.makes(BEGUN, "caf-indu-rsa")
    matter.makes(BEGUN, "caf-remise")
    names = dict(letters_to_name(matter.on(BEGUN)))
    assert set(names) == {"caf-rapo-rsa", "caf-remise-dette"}
    for procedure in names:
        matter.notes(BEGUN, "posted", procedure=procedure)
    assert letters_to_name(matter.on(BEGUN)) == ()
    awaited = {(kind, procedure) for kind, procedure, _day in matter.awaited(BEGUN)}
    assert awaited == {
        ("silence-expected", "caf-rapo-rsa"),
        ("silence-expected", "caf-remise-dette"),
    }


def test_a_reminder_beside_a_letter_to_the_court_is_named(safe: Safe, reminded: Matter) -> None:
    reminded.makes(dt.date(2027, 3, 3), "relance")
    names = dict(letters_to_name(reminded.on(dt.date(2027, 3, 3))))
    assert set(names) == {"-", "recours-ta"}


def test_the_decision_that_comes_after_observations_opens_the_appeal(safe: Safe) -> None:
    """CASF L.262-47: two months against a sanction, not the ten days of the observations again."""
    matter = Matter(safe, "rsa-sanction-observations")
    matter.makes(BEGUN, "rsa-sanction")
    matter.notes(BEGUN, "posted")
    matter.notes(dt.date(2026, 12, 10), "decision-received")
    assert matter.awaited(dt.date(2026, 12, 10)) == [("deadline", "caf-rapo-rsa", "2027-02-10")]


def test_a_decision_that_comes_before_any_letter_is_one(safe: Safe) -> None:
    matter = Matter(safe, "rsa-sanction-observations")
    matter.notes(BEGUN, "decision-received")
    (awaited,) = matter.awaited(BEGUN)
    assert awaited[:2] == ("decision-received", "rsa-sanction-observations")
