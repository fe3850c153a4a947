"""The queue of an office's day: who comes, waits, is received, leaves; two helpers at once."""

import datetime as dt
from collections.abc import Iterator

import pytest

from desktop_app.core.visits import VisitChanged, minutes, queue
from desktop_app.safe.errors import NotFound, NothingToSave
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made

NINE, TEN, LATE = dt.time(9), dt.time(10, 5), dt.time(10, 12)
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        yield opened


def seen(safe: Safe, day: dt.date = TODAY) -> list[tuple[str, str]]:
    return [(one.person, one.state) for one in safe.visits.of_day(day)]


class TestComing:
    def test_with_a_name_or_without_with_an_appointment_or_without(self, safe: Safe) -> None:
        fatou = safe.people.add("Fatou Diallo", on=TODAY)
        expected = safe.visits.expect(fatou, day=TODAY, appointment=TEN, note="CSS")
        safe.visits.arrive(day=TODAY, at=NINE)
        safe.visits.arrive(day=TODAY, at=TEN, appointment=LATE, note="sans nom, pour la mairie")
        now = queue(safe.visits.of_day(TODAY))
        assert [one.id for one in now.expected] == [expected]
        assert [one.arrived for one in now.waiting] == [NINE, TEN]
        assert safe.visits.arrive(fatou, day=TODAY, at=LATE) == expected, "she was expected"
        now = queue(safe.visits.of_day(TODAY))
        assert not now.expected
        assert [one.person for one in now.waiting] == ["", "Fatou Diallo", ""]

    def test_the_same_person_waits_once(self, safe: Safe) -> None:
        fatou = safe.people.add("Fatou Diallo", on=TODAY)
        first = safe.visits.arrive(fatou, day=TODAY, at=NINE)
        assert safe.visits.arrive(fatou, day=TODAY, at=TEN) == first
        assert safe.visits.one(first).arrived == NINE
        safe.visits.receive(first, helper="", at=TEN)
        safe.visits.end(first, at=LATE)
        assert safe.visits.arrive(fatou, day=TODAY, at=LATE) != first, "she comes again"

    def test_a_name_is_given_later(self, safe: Safe) -> None:
        fatou = safe.people.add("Fatou Diallo", on=TODAY)
        dossier = safe.dossiers.add("CSS", on=TODAY, person=fatou)
        visit = safe.visits.arrive(day=TODAY, at=NINE)
        safe.visits.name(visit, fatou, dossier=dossier)
        found = safe.visits.one(visit)
        assert (found.person_id, found.person, found.dossier_id) == (fatou, "Fatou Diallo", dossier)

    @pytest.mark.parametrize("note", ["x" * 1001, "\ud800"])
    def test_what_is_no_note_is_refused(self, note: str, safe: Safe) -> None:
        with pytest.raises(NothingToSave):
            safe.visits.arrive(day=TODAY, at=NINE, note=note)
        assert not safe.visits.of_day(TODAY)

    def test_somebody_unknown(self, safe: Safe) -> None:
        with pytest.raises(NotFound):
            safe.visits.arrive("nobody", day=TODAY, at=NINE)
        with pytest.raises(NotFound):
            safe.visits.arrive(day=TODAY, at=NINE, dossier="nothing")
        with pytest.raises(NotFound):
            safe.visits.end("nothing", at=NINE)
        assert not safe.visits.of_day(TODAY)


class TestReceived:
    def test_by_whom_since_when_until_when(self, safe: Safe) -> None:
        member = safe.team.at_work
        assert member is not None
        helper = member.id
        visit = safe.visits.arrive(day=TODAY, at=NINE)
        safe.visits.receive(visit, helper=helper, at=TEN)
        found = safe.visits.one(visit)
        assert (found.helper_id, found.arrived, found.received) == (helper, NINE, TEN)
        assert minutes(TEN, LATE) == 7
        assert minutes(LATE, TEN) == 0, "the clock went back"
        safe.visits.end(visit, at=LATE)
        assert safe.visits.one(visit).ended == LATE

    def test_who_was_expected_and_walks_in(self, safe: Safe) -> None:
        visit = safe.visits.expect(safe.people.add("Zoé", on=TODAY), day=TODAY, appointment=TEN)
        safe.visits.receive(visit, helper="", at=NINE)
        assert safe.visits.one(visit).arrived == NINE

    @pytest.mark.parametrize("gesture", ["receive", "leave", "come"])
    def test_two_helpers_never_receive_the_same(self, gesture: str, safe: Safe) -> None:
        visit = safe.visits.arrive(day=TODAY, at=NINE)
        safe.visits.receive(visit, helper="", at=TEN)
        again = {
            "receive": lambda: safe.visits.receive(visit, helper="", at=LATE),
            "leave": lambda: safe.visits.leave(visit, at=LATE),
            "come": lambda: safe.visits.come(visit, at=LATE),
        }
        with pytest.raises(VisitChanged):
            again[gesture]()
        assert safe.visits.one(visit).received == TEN

    def test_gone_without_being_seen(self, safe: Safe) -> None:
        visit = safe.visits.arrive(day=TODAY, at=NINE)
        safe.visits.leave(visit, at=TEN)
        assert seen(safe) == [("", "gone")]
        with pytest.raises(VisitChanged):
            safe.visits.end(visit, at=LATE)

    def test_several_are_received_the_last_one_first(self, safe: Safe) -> None:
        first, second = (safe.visits.arrive(day=TODAY, at=NINE) for _ in range(2))
        safe.visits.receive(first, helper="", at=NINE)
        safe.visits.receive(second, helper="", at=TEN)
        assert [one.id for one in queue(safe.visits.of_day(TODAY)).received] == [second, first]


def test_nothing_of_yesterday_is_in_the_way(safe: Safe) -> None:
    waits, received, done = (safe.visits.arrive(day=TODAY, at=NINE) for _ in range(3))
    for one in (received, done):
        safe.visits.receive(one, helper="", at=TEN)
    safe.visits.end(done, at=LATE)
    safe.visits.expect(safe.people.add("Zoé", on=TODAY), day=TOMORROW, appointment=TEN)
    assert safe.visits.close_before(TODAY) == 0
    assert safe.visits.close_before(TOMORROW) == 2
    assert [safe.visits.one(one).state for one in (waits, received, done)] == [
        "gone", "ended", "ended",
    ]  # fmt: skip
    assert safe.visits.one(received).ended is None, "nobody knows at what hour"
    assert seen(safe, TOMORROW) == [("Zoé", "waiting")], "an appointment to come stays"
    assert safe.visits.close_before(TOMORROW) == 0
    saves = safe.database.value("SELECT saves FROM safe")
    safe.visits.close_before(TOMORROW)
    assert safe.database.value("SELECT saves FROM safe") == saves, "nothing is written for nothing"


def test_who_is_thrown_away_is_not_seen_and_who_is_erased_leaves_no_row(safe: Safe) -> None:
    fatou = safe.people.add("Fatou Diallo", on=TODAY)
    safe.visits.arrive(fatou, day=TODAY, at=NINE)
    safe.visits.arrive(day=TODAY, at=NINE)
    safe.bin.put(fatou, on=TODAY, kind="person")
    assert seen(safe) == [("", "waiting")]
    safe.bin.erase("person", fatou, on=TODAY)
    assert int(safe.database.value("SELECT count(*) FROM visit")) == 1


def test_a_dossier_that_is_erased_leaves_the_visit(safe: Safe) -> None:
    fatou = safe.people.add("Fatou Diallo", on=TODAY)
    dossier = safe.dossiers.add("CSS", on=TODAY, person=fatou)
    safe.visits.arrive(fatou, day=TODAY, at=NINE, dossier=dossier)
    safe.bin.put(dossier, on=TODAY, kind="dossier")
    safe.bin.erase("dossier", dossier, on=TODAY)
    (visit,) = safe.visits.of_day(TODAY)
    assert (visit.person, visit.dossier_id) == ("Fatou Diallo", "")
