"""Noting, correcting, taking back: the dates follow, and a day that cannot be changes nothing."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.cases import ReplyKind
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.core.errors import AppError
from desktop_app.core.records import Event
from desktop_app.datafiles import data_root
from desktop_app.sentences.agenda_words import entries
from desktop_app.workflow.guidance.deadlines import deadline_for
from desktop_app.workflow.matter import corrections, followup
from desktop_app.workflow.matter.dossiers import next_dates, open_dossier
from desktop_app.workflow.matter.timeline import NEXT, POSTED, SILENCE_EXPECTED, notice_of
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)
RAPO = "caf-rapo-rsa"
DECIDED, SENT, RECEIVED = dt.date(2026, 11, 3), dt.date(2026, 11, 20), dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def law() -> FolderLaw:
    return FolderLaw()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path_factory.mktemp("suivi"), TODAY), TODAY) as safe:
        yield safe


class Matter:
    """A dossier of the safe, and what is done with it."""

    def __init__(self, safe: Safe, law: FolderLaw) -> None:
        self.safe, self.law = safe, law
        self.id = safe.dossiers.add("Indu de RSA", on=TODAY, procedure=RAPO)

    def decided(self, day: dt.date = DECIDED) -> None:
        followup.decision_received(
            self.safe, self.law, self.id, procedure=RAPO, day=day, today=TODAY
        )

    def posted(self, day: dt.date = SENT, procedure: str = RAPO, today: dt.date = TODAY) -> None:
        followup.posted(
            self.safe, self.law, self.id, procedure=procedure, day=day, today=today, number="1A"
        )

    def received(self, day: dt.date = RECEIVED, today: dt.date = TODAY) -> None:
        followup.receipt_returned(
            self.safe, self.law, self.id, procedure=RAPO, day=day, today=today
        )

    def answered(self, day: dt.date = TODAY, today: dt.date = TODAY) -> None:
        followup.answer_received(
            self.safe, self.law, self.id, procedure=RAPO, answer="refus", day=day, today=today
        )

    def one(self, kind: str) -> Event:
        (found,) = [e for e in self.safe.events.timeline(self.id) if e.kind == kind]
        return found

    def awaited(self) -> list[tuple[str, str]]:
        return [
            (e.kind, str(e.prudent_day or e.day))
            for e in self.safe.events.timeline(self.id)
            if e.awaited
        ]

    def correct(self, kind: str, day: dt.date, **more: str) -> None:
        corrections.correct(
            self.safe, self.law, self.id, self.one(kind), day=day, today=TODAY, **more
        )

    def remove(self, kind: str) -> Event:
        event = self.one(kind)
        corrections.remove(self.safe, self.law, self.id, event, today=TODAY)
        return event


@pytest.fixture
def matter(opened: Safe, law: FolderLaw) -> Matter:
    return Matter(opened, law)


class TestCorrecting:
    def test_a_decision_of_another_day_has_both_its_dates_again(self, matter: Matter) -> None:
        matter.decided()
        matter.correct("decision-received", dt.date(2026, 11, 6))
        event = matter.one("decision-received")
        assert (event.day, event.prudent_day) == (dt.date(2026, 11, 6), dt.date(2027, 1, 6))
        assert event.awaited

    @pytest.mark.parametrize("start", ["compte-en-ligne", "lettre-simple"])
    def test_the_day_it_came_corrected_never_loses_an_earlier_prudent_day(
        self, matter: Matter, start: str
    ) -> None:
        first = dt.date(2026, 12, 31)
        matter.safe.events.add(
            matter.id,
            kind=f"decision-received-{start}",
            day=DECIDED,
            procedure=RAPO,
            last_day=dt.date(2027, 1, 5),
            prudent_day=first,
            awaited=True,
        )
        matter.correct(f"decision-received-{start}", dt.date(2026, 11, 20))
        event = matter.one(f"decision-received-{start}")
        assert (event.day, event.last_day) == (dt.date(2026, 11, 20), dt.date(2027, 1, 20))
        assert event.prudent_day == first

    def test_a_posting_of_another_day_moves_the_silence(self, matter: Matter) -> None:
        matter.posted()
        matter.correct(POSTED, dt.date(2026, 11, 18))
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-18")]
        assert matter.one(POSTED).number == "1A"

    def test_the_number_alone(self, matter: Matter) -> None:
        matter.posted()
        matter.correct(POSTED, SENT, number="2B")
        assert matter.one(POSTED).number == "2B"
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-20")]

    def test_another_answer_opens_what_it_opens(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        matter.answered()
        assert [kind for kind, _day in matter.awaited()] == [NEXT]
        matter.correct("answer-received-refus", TODAY, answer="favorable")
        assert matter.awaited() == []

    def test_what_is_no_longer_waited_for_stays_so_until_its_date_changes(
        self, matter: Matter
    ) -> None:
        matter.posted()
        matter.safe.events.done(matter.one(SILENCE_EXPECTED).id)
        matter.correct(POSTED, SENT, number="2B")
        assert matter.awaited() == []
        matter.correct(POSTED, dt.date(2026, 11, 19))
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-19")]

    def test_what_is_computed_is_not_typed(self, matter: Matter) -> None:
        matter.posted()
        with pytest.raises(AppError) as refused:
            matter.correct(SILENCE_EXPECTED, TODAY)
        assert refused.value.code == "day-not-typed"


class TestRemoving:
    def test_a_letter_not_posted_after_all_is_to_be_posted(self, matter: Matter) -> None:
        matter.decided()
        matter.posted()
        event = matter.remove(POSTED)
        assert matter.awaited() == [("decision-received", "2026-12-31")]
        corrections.put_back(matter.safe, matter.law, matter.id, event, today=TODAY)
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-20")]

    def test_without_the_receipt_the_silence_counts_from_the_posting(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-23")]
        matter.remove("receipt-returned")
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-20")]

    def test_what_comes_after_goes_first(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        with pytest.raises(AppError) as refused:
            matter.remove(POSTED)
        assert refused.value.code == "something-follows"
        assert matter.one(POSTED).number == "1A"

    def test_a_decision_taken_off_is_awaited_again_once_back(self, matter: Matter) -> None:
        matter.decided()
        event = matter.remove("decision-received")
        assert matter.awaited() == []
        corrections.put_back(matter.safe, matter.law, matter.id, event, today=TODAY)
        assert matter.awaited() == [("decision-received", "2026-12-31")]


class TestSense:
    @pytest.mark.parametrize(
        ("day", "code"),
        [
            pytest.param(TODAY + dt.timedelta(days=1), "day-in-future", id="tomorrow"),
            pytest.param(dt.date(1926, 11, 20), "day-too-old", id="another century"),
            pytest.param(dt.date(2026, 11, 2), "posted-before-decision", id="before the decision"),
        ],
    )
    def test_a_posting_that_cannot_be(self, day: dt.date, code: str, matter: Matter) -> None:
        matter.decided()
        with pytest.raises(AppError) as refused:
            matter.posted(day)
        assert refused.value.code == code
        assert matter.awaited() == [("decision-received", "2026-12-31")]

    def test_received_before_it_left(self, matter: Matter) -> None:
        matter.posted()
        with pytest.raises(AppError) as refused:
            matter.received(SENT - dt.timedelta(days=1))
        assert refused.value.code == "received-before-posted"

    def test_answered_before_it_was_received(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        with pytest.raises(AppError) as refused:
            matter.answered(RECEIVED - dt.timedelta(days=1))
        assert refused.value.code == "answered-before-received"

    def test_a_receipt_of_nothing(self, matter: Matter) -> None:
        with pytest.raises(AppError) as refused:
            matter.received()
        assert refused.value.code == "nothing-posted"
        assert matter.safe.events.timeline(matter.id) == []

    def test_a_correction_that_contradicts_the_rest_changes_nothing(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        with pytest.raises(AppError):
            matter.correct(POSTED, RECEIVED + dt.timedelta(days=1))
        assert matter.one(POSTED).day == SENT


class TestSecondLetter:
    def test_asking_for_reasons_leaves_the_court_in_the_agenda(self, matter: Matter) -> None:
        later = dt.date(2027, 2, 1)
        matter.posted()
        matter.received()
        followup.silence_reached(matter.safe, matter.law, matter.id, procedure=RAPO, today=later)
        steps = {e.procedure for e in matter.safe.events.timeline(matter.id) if e.awaited}
        assert steps == {"recours-ta", "demande-motifs"}
        matter.posted(later, "demande-motifs", later)
        awaited = {
            (e.kind, e.procedure) for e in matter.safe.events.timeline(matter.id) if e.awaited
        }
        assert awaited == {(NEXT, "recours-ta"), (SILENCE_EXPECTED, "demande-motifs")}


class TestSeveralLetters:
    """One dossier, several letters and decisions: the date of one is not that of another."""

    LATER = dt.date(2027, 2, 1)

    def test_the_same_letter_posted_again_moves_no_date(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        matter.posted(TODAY)
        assert matter.awaited() == [(SILENCE_EXPECTED, "2027-01-23")]

    def test_nor_when_silence_was_kept(self, matter: Matter) -> None:
        """A second appeal after an implicit refusal does not open the judge's door again."""
        matter.posted()
        matter.received()
        followup.silence_reached(
            matter.safe, matter.law, matter.id, procedure=RAPO, today=self.LATER
        )
        before = matter.awaited()
        matter.posted(self.LATER, today=self.LATER)
        assert matter.awaited() == before
        assert [kind for kind, _day in before] == [NEXT, NEXT]

    def test_a_new_letter_after_a_refusal_leaves_the_judge_of_the_first(
        self, matter: Matter
    ) -> None:
        matter.posted()
        matter.received()
        matter.answered()
        (court,) = matter.awaited()
        later = dt.date(2026, 12, 10)
        matter.posted(later, today=later)
        assert matter.awaited() == [court, (SILENCE_EXPECTED, "2027-02-10")]

    def test_the_letter_of_one_decision_leaves_the_day_of_another(self, matter: Matter) -> None:
        matter.decided()
        followup.decision_received(
            matter.safe, matter.law, matter.id, procedure="caf-contrainte", day=SENT, today=TODAY
        )
        matter.posted(TODAY)
        assert ("decision-received", "2026-12-04") in matter.awaited()
        assert ("decision-received", "2026-12-31") not in matter.awaited()

    def test_a_second_decision_does_not_hide_the_day_of_the_first(self, matter: Matter) -> None:
        matter.decided()
        matter.decided(SENT)
        assert matter.awaited() == [
            ("decision-received", "2026-12-31"),
            ("decision-received", "2027-01-20"),
        ]

    def test_a_new_decision_may_come_after_an_answer(self, matter: Matter) -> None:
        """A request without a decision before it, answered; then something else is decided."""
        matter.posted()
        matter.received()
        matter.answered()
        matter.decided(TODAY)
        assert ("decision-received", "2027-01-25") in matter.awaited()

    def test_a_decision_of_something_else_may_come_before_any_answer(self, matter: Matter) -> None:
        matter.posted()
        followup.decision_received(
            matter.safe, matter.law, matter.id, procedure="caf-contrainte", day=TODAY, today=TODAY
        )
        assert (SILENCE_EXPECTED, "2027-01-20") in matter.awaited()

    def test_the_same_decision_noted_twice_is_awaited_once(self, matter: Matter) -> None:
        matter.decided()
        matter.decided()
        assert matter.awaited() == [("decision-received", "2026-12-31")]

    def test_answered_and_posted_again_the_same_day(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        matter.answered()
        matter.posted(TODAY)
        kinds = [kind for kind, _day in matter.awaited()]
        assert sorted(kinds) == [NEXT, SILENCE_EXPECTED]


def test_printed_twice_the_same_day_is_said_once(matter: Matter) -> None:
    document = matter.safe.add(b"pdf", title="Recours", on=TODAY, dossier=matter.id)
    for _ in range(2):
        followup.printed(matter.safe, matter.id, document, procedure=RAPO, day=TODAY)
    assert matter.one("letter-printed").document_id == document


def test_everything_is_kept_by_a_safe_closed_and_opened_again(
    tmp_path: Path, law: FolderLaw
) -> None:
    place = new_safe(tmp_path, TODAY)
    with open_safe(place, TODAY) as safe:
        matter = Matter(safe, law)
        matter.decided()
        matter.posted()
        matter.correct(POSTED, dt.date(2026, 11, 18))
    with open_safe(place, TODAY) as safe:
        kinds = [(e.kind, str(e.day)) for e in safe.events.timeline(matter.id)]
    assert kinds == [
        ("decision-received", "2026-11-03"),
        (POSTED, "2026-11-18"),
        (SILENCE_EXPECTED, "2027-01-18"),
    ]


def test_a_date_that_moves_replaces_itself_in_a_calendar(matter: Matter) -> None:
    def sent() -> tuple[str, dt.date]:
        found = [one for one in next_dates(matter.safe, today=TODAY) if one.event.awaited]
        mine = [one for one in found if one.event.dossier_id == matter.id]
        (entry,) = entries(mine, TODAY, named=False)
        return entry.uid, entry.day

    matter.posted()
    uid, day = sent()
    matter.correct(POSTED, dt.date(2026, 11, 18))
    assert sent() == (uid, day - dt.timedelta(days=2))


class TestReplies:
    """A paper asked for, the wrong body, too late: each is noted, and says what the law says."""

    UNTIL = dt.date(2026, 12, 10)

    def asked(self, matter: Matter, until: dt.date | None = UNTIL) -> None:
        followup.papers_asked(
            *(matter.safe, matter.law, matter.id),
            procedure=RAPO,
            day=TODAY,
            today=TODAY,
            until=until,
        )

    def test_a_paper_asked_for_is_awaited_until_its_day_and_moves_no_other(
        self, matter: Matter
    ) -> None:
        matter.posted()
        matter.received()
        before = matter.awaited()
        self.asked(matter)
        assert matter.one("papers-asked").last_day == dt.date(2026, 12, 10)
        assert matter.awaited() == [("papers-asked", "2026-11-25"), *before]

    def test_without_a_day_it_is_only_told(self, matter: Matter) -> None:
        matter.posted()
        self.asked(matter, until=None)
        assert [kind for kind, _day in matter.awaited()] == [SILENCE_EXPECTED]

    def test_it_is_not_due_before_it_was_asked(self, matter: Matter) -> None:
        with pytest.raises(AppError) as refused:
            self.asked(matter, until=dt.date(2026, 11, 24))
        assert refused.value.code == "until-before-asked"
        assert matter.awaited() == []

    def test_its_last_day_is_corrected_and_once_given_stays_given(self, matter: Matter) -> None:
        self.asked(matter)
        event = matter.one("papers-asked")
        matter.safe.events.done(event.id)
        common = (matter.safe, matter.law, matter.id)
        corrections.correct(*common, event, day=TODAY, today=TODAY, until=self.UNTIL)
        assert matter.awaited() == []
        later = dt.date(2026, 12, 15)
        corrections.correct(*common, event, day=TODAY, today=TODAY, until=later)
        assert matter.one("papers-asked").last_day == dt.date(2026, 12, 15)
        assert matter.awaited() == [("papers-asked", "2026-11-25")]

    def test_an_answer_ends_the_waiting_for_a_paper(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        self.asked(matter)
        matter.answered()
        assert [kind for kind, _day in matter.awaited()] == [NEXT]

    def test_the_wrong_body_forwards_and_the_silence_goes_on(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        before = matter.awaited()
        common = (matter.safe, matter.law, matter.id)
        followup.wrong_body(*common, procedure=RAPO, day=TODAY, today=TODAY)
        assert matter.awaited() == before
        with pytest.raises(AppError) as refused:
            matter.remove(POSTED)
        assert refused.value.code == "something-follows"

    def test_nobody_is_the_wrong_body_of_no_letter(self, matter: Matter) -> None:
        common = (matter.safe, matter.law, matter.id)
        with pytest.raises(AppError) as refused:
            followup.wrong_body(*common, procedure=RAPO, day=TODAY, today=TODAY)
        assert refused.value.code == "nothing-posted"

    def test_too_late_is_a_refusal_that_opens_the_court(self, matter: Matter) -> None:
        matter.posted()
        matter.received()
        followup.answer_received(
            *(matter.safe, matter.law, matter.id),
            procedure=RAPO,
            answer="tardive",
            day=TODAY,
            today=TODAY,
        )
        assert matter.one(NEXT).procedure == "recours-ta"

    def test_each_has_its_words_of_the_law(self, matter: Matter, law: FolderLaw) -> None:
        matter.posted()
        self.asked(matter)
        opened = open_dossier(
            matter.safe, law, FolderCatalogue(data_root("forms")), matter.id, today=TODAY
        )
        assert opened.replies[matter.one("papers-asked").id].basis.startswith("CRPA L.114-5")
        assert {reply.id for reply in law.replies} == set(get_args(ReplyKind))


@pytest.mark.parametrize(
    ("corrected", "aim"),
    [
        pytest.param(dt.date(2026, 11, 5), "2026-11-18", id="later: never later than the letter"),
        pytest.param(dt.date(2026, 10, 28), "2026-11-12", id="earlier: it moves with it"),
    ],
)
def test_a_shorter_delay_of_the_letter_outlives_a_correction(
    matter: Matter, corrected: dt.date, aim: str
) -> None:
    """The letter gave fifteen days: no page may then show the law's two months as the aim."""
    asked = Request(RAPO, "notification", DECIDED, TODAY, notice=WrittenDelay(15, "jours"))
    followup.delay_runs(matter.safe, matter.id, deadline_for(matter.law, asked))
    (event,) = matter.safe.events.timeline(matter.id)
    assert event.prudent_day == dt.date(2026, 11, 18)
    assert notice_of(event) == dt.date(2026, 11, 18), "what the letter says is kept, and said"
    corrections.correct(matter.safe, matter.law, matter.id, event, day=corrected, today=TODAY)
    assert str(matter.one("decision-received").prudent_day) == aim
    assert notice_of(matter.one("decision-received")) is None, "it ran from the other day"
