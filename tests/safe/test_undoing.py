"""Each act on a safe is undone, or stands in the closed list of what cannot be; none is left out.

``WRITES`` does every writing function of the store on a real safe; what the database holds before
and after is compared row by row, ids included.
"""

import datetime as dt
import inspect
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from desktop_app.core.changes import (
    AgreedChanged,
    AnswersChanged,
    Change,
    DossierChanged,
    EventsChanged,
    HouseholdChanged,
    KnownChanged,
    PaperChanged,
    PersonChanged,
    Reverse,
    VisitsChanged,
)
from desktop_app.core.errors import AppError
from desktop_app.safe.database import connect
from desktop_app.safe.errors import ChangedSince
from desktop_app.safe.store import Safe
from desktop_app.workflow import store, undoing
from desktop_app.workflow.irreversible import Irreversible
from tests.helpers import elsewhere
from tests.safe.conftest import PHRASE, TODAY, Made

LATER = TODAY + dt.timedelta(days=3)
EIGHT = dt.time(8)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        yield opened


@dataclass(frozen=True)
class Seed:
    """What the gestures are about."""

    person: str
    other: str
    household: str
    dossier: str
    paper: str
    thrown: str
    draft: str
    event: str
    removed: str
    expected: str
    received: str


def sown(safe: Safe) -> Seed:
    """Put in the safe one of each thing."""
    person = safe.people.add("Nadia Martin", on=TODAY)
    other = safe.people.add("Paul Martin", on=TODAY)
    household = safe.people.new_household()
    safe.people.join(household, person, since=TODAY)
    for value in ("1 rue Haute", "2 rue Basse"):
        safe.people.keep_value(person, "adresse", value, source="typed", on=TODAY)
    dossier = safe.dossiers.add("Indu de RSA", on=TODAY, person=person)
    paper = safe.add(b"un", title="Recours", on=TODAY, text="hippocampe", dossier=dossier)
    thrown = safe.add(b"deux", title="Preuve", on=TODAY, text="libellule", dossier=dossier)
    safe.bin.put(thrown, on=TODAY)
    draft = safe.drafts.begin("motifs", '{"a": 1}', on=TODAY, person=person)
    event = safe.events.add(dossier, kind="posted", day=TODAY, document=paper, awaited=True)
    removed = safe.events.add(dossier, kind="decision-received", day=TODAY)
    safe.events.remove(removed, on=TODAY)
    expected = safe.visits.expect(person, day=TODAY, appointment=EIGHT)
    received = safe.visits.arrive(day=TODAY, at=EIGHT)
    safe.visits.receive(received, helper="", at=EIGHT)
    return Seed(
        person, other, household, dossier, paper, thrown, draft, event, removed, expected, received
    )


Act = Callable[[Safe, Seed], object]


def mandated(safe: Safe, seed: Seed) -> str:
    """Have a mandate signed; return its id."""
    themes, until = ("caf", "logement"), LATER + dt.timedelta(days=30)
    uid = safe.mandates.prepare(seed.person, themes, from_day=TODAY, until_day=until)
    safe.mandates.sign(uid, on=LATER)
    return uid


def agreed(safe: Safe, seed: Seed) -> str:
    """Have a person agree."""
    return safe.consents.give(seed.person, "gardons-1", on=LATER)


WRITES: dict[str, tuple[Act, type[Change]]] = {
    "People.add": (lambda s, _: s.people.add("Zoé", on=LATER), PersonChanged),
    "People.make_own": (lambda s, _: s.people.make_own("moi", on=LATER), PersonChanged),
    "People.keep_value": (
        lambda s, i: s.people.keep_value(i.person, "adresse", "3", source="typed", on=LATER),
        KnownChanged,
    ),
    "People.keep_values": (
        lambda s, i: s.people.keep_values(
            i.person, {"contact.telephone": "06 12 34 56 78"}, source="typed", on=LATER
        ),
        KnownChanged,
    ),
    "People.forget": (lambda s, i: s.people.forget(i.person, "adresse"), KnownChanged),
    "People.new_household": (
        lambda s, i: s.people.join(s.people.new_household("b"), i.other, since=LATER),
        HouseholdChanged,
    ),
    "People.join": (
        lambda s, i: s.people.join(i.household, i.other, role="fils", since=LATER),
        HouseholdChanged,
    ),
    "People.leave": (
        lambda s, i: s.people.leave(i.household, i.person, until=LATER),
        HouseholdChanged,
    ),
    "Drafts.begin": (
        lambda s, i: s.drafts.begin("recours", "{}", on=LATER, dossier=i.dossier),
        AnswersChanged,
    ),
    "Drafts.save": (
        lambda s, i: s.drafts.save(i.draft, '{"a": 2}', question="q", on=LATER),
        AnswersChanged,
    ),
    "Drafts.finish": (lambda s, i: s.drafts.finish(i.draft), AnswersChanged),
    "Drafts.forget": (lambda s, i: s.drafts.forget(i.draft), AnswersChanged),
    "Drafts.file": (lambda s, i: s.drafts.file(i.draft, i.dossier), AnswersChanged),
    "Dossiers.add": (
        lambda s, i: s.dossiers.add("APL", on=LATER, person=i.person),
        DossierChanged,
    ),
    "Events.add": (
        lambda s, i: s.events.add(i.dossier, kind="receipt", day=LATER, title="reçu"),
        EventsChanged,
    ),
    "Events.rewrite": (
        lambda s, i: s.events.rewrite(i.event, kind="posted", day=LATER, number="1A"),
        EventsChanged,
    ),
    "Events.done": (lambda s, i: s.events.done(i.event), EventsChanged),
    "Events.await_again": (lambda s, i: s.events.await_again(i.removed), EventsChanged),
    "Events.forget": (lambda s, i: s.events.forget(i.event), EventsChanged),
    "Events.remove": (lambda s, i: s.events.remove(i.event, on=LATER), EventsChanged),
    "Events.put_back": (lambda s, i: s.events.put_back(i.removed), EventsChanged),
    "Visits.expect": (
        lambda s, i: s.visits.expect(i.other, day=TODAY, appointment=EIGHT),
        VisitsChanged,
    ),
    "Visits.arrive": (lambda s, _: s.visits.arrive(day=TODAY, at=EIGHT), VisitsChanged),
    "Visits.come": (lambda s, i: s.visits.come(i.expected, at=EIGHT), VisitsChanged),
    "Visits.receive": (
        lambda s, i: s.visits.receive(i.expected, helper="", at=EIGHT),
        VisitsChanged,
    ),
    "Visits.name": (lambda s, i: s.visits.name(i.expected, i.other), VisitsChanged),
    "Visits.end": (lambda s, i: s.visits.end(i.received, at=EIGHT), VisitsChanged),
    "Visits.leave": (lambda s, i: s.visits.leave(i.expected, at=EIGHT), VisitsChanged),
    "Visits.close_before": (lambda s, _: s.visits.close_before(LATER), VisitsChanged),
    "Bin.put": (lambda s, i: s.bin.put(i.paper, on=LATER), PaperChanged),
    "Bin.take_back": (lambda s, i: s.bin.take_back(i.thrown), PaperChanged),
    "Safe.rename_person": (lambda s, i: s.rename_person(i.person, "Nadia Petit"), PersonChanged),
    "Consents.give": (agreed, AgreedChanged),
    "Consents.withdraw": (
        lambda s, i: (agreed(s, i), s.consents.withdraw(i.person, on=LATER)),
        AgreedChanged,
    ),
    "Mandates.prepare": (
        lambda s, i: s.mandates.prepare(i.person, ("caf",), from_day=TODAY, until_day=TODAY),
        AgreedChanged,
    ),
    "Mandates.sign": (mandated, AgreedChanged),
    "Mandates.end": (lambda s, i: s.mandates.end(mandated(s, i), on=LATER), AgreedChanged),
    "Mandates.end_all": (
        lambda s, i: (mandated(s, i), s.mandates.end_all(i.person, on=LATER)),
        AgreedChanged,
    ),
    "Mandates.file": (
        lambda s, i: s.mandates.file(mandated(s, i), i.paper),
        AgreedChanged,
    ),
    "Register.note": (
        lambda s, i: (agreed(s, i), s.register.note("handed-over", on=LATER, person=i.person)),
        AgreedChanged,
    ),
    "Retention.keep": (
        lambda s, i: s.retention.keep(i.person, until=LATER, reason="Procès", on=TODAY),
        PersonChanged,
    ),
    "Figures.close": (
        lambda s, i: s.figures.close(i.dossier, on=LATER, outcome="granted"),
        DossierChanged,
    ),
    "Figures.open_again": (
        lambda s, i: (
            s.figures.close(i.dossier, on=TODAY, outcome="granted"),
            s.figures.open_again(i.dossier),
        ),
        DossierChanged,
    ),
    "Figures.keep_theme": (lambda s, i: s.figures.keep_theme(i.dossier, "caf"), DossierChanged),
    "Figures.keep_own_set": (lambda s, _: s.figures.keep_own_set("schema = 1"), PersonChanged),
    "KeptLaw.add": (lambda s, _: s.kept_law.add("une", "règle"), PersonChanged),
    "KeptLaw.keep_only": (lambda s, _: s.kept_law.keep_only("une", "règle"), PersonChanged),
    "Safe.add": (
        lambda s, i: s.add(b"trois", title="Avis", on=LATER, text="ornitho", dossier=i.dossier),
        PaperChanged,
    ),
}
"""Every writing function that is undone, and something of what it says it changed."""

MORE: dict[str, Act] = {
    "a person goes to the bin": lambda s, i: s.bin.put(i.person, on=LATER, kind="person"),
    "a dossier goes to the bin": lambda s, i: s.bin.put(i.dossier, on=LATER, kind="dossier"),
}

CANNOT = {
    "Bin.erase": Irreversible.ERASE,
    "Bin.empty": Irreversible.ERASE,
    "Matters.erase": Irreversible.ERASE_MATTER,
    "Matters.note_copy": Irreversible.COPY_OUT,
    "Retention.erase": Irreversible.ERASE,
    "Retention.forget": Irreversible.ERASE,
    "Safe.erase": Irreversible.ERASE,
    "Safe.backup": Irreversible.COPY_OUT,
    "Safe.rotate": Irreversible.ROTATE,
    "Safe.access": Irreversible.KEYS,
    "Safe.short_codes": Irreversible.KEYS,
}

NO_GESTURE = {
    # What is read.
    "People.all", "People.one", "People.there", "People.find", "People.count",
    "People.own", "People.profile", "People.history", "People.of_others", "People.household_of",
    "People.household_id", "People.namesakes",
    "Drafts.of_dossier", "Drafts.one", "Drafts.last", "Drafts.unfinished", "Drafts.count",
    "Dossiers.all", "Dossiers.one", "Dossiers.there", "Events.timeline", "Events.removed",
    "Agenda.next_dates", "Visits.of_day", "Visits.of", "Visits.one", "Matters.whole",
    "Matters.still_in_backups",
    "Numbers.begun", "Numbers.last", "Numbers.one", "Numbers.of", "Numbers.person",
    "Keys.complete", "Keys.having", "Keys.names", "Keys.held", "Keys.of",
    "Safe.count_documents", "Safe.count_loose",
    "Safe.loose", "Safe.holds", "Dossiers.find", "Dossiers.count", "Matters.backups_out",
    "Bin.all", "Bin.dossiers", "Bin.people", "Safe.id", "Safe.read_only", "Safe.last_day_seen",
    "Safe.documents", "Safe.document", "Safe.content", "Safe.search", "Safe.count", "Safe.check",
    "Consents.now", "Consents.of", "Consents.withdrawn", "Mandates.of", "Mandates.one",
    "Mandates.ending",
    "Mandates.count_ending", "Register.lines", "Register.count", "Register.of", "Tally.all",
    "Retention.due", "Retention.count", "Retention.last_contact", "Retention.kept",
    "Retention.holds",
    # The mechanism, its rooms, and what changes no answer, paper, event or person.
    "Safe.act", "Safe.recorded", "Safe.undo", "Safe.people", "Safe.dossiers", "Safe.drafts",
    "Safe.events", "Safe.agenda", "Safe.visits", "Safe.bin", "Safe.come_back", "Safe.close",
    "Safe.beside", "Safe.believe", "Safe.have_read", "Safe.back_up_if_due", "Safe.renew_backups",
    "Safe.matters", "Safe.repair", "Safe.export", "Safe.numbers", "Safe.keys",
    # Made again from what is known, or given once for all.
    "Keys.fill", "Numbers.begin",
    "Safe.consents", "Safe.mandates", "Safe.register", "Safe.tally", "Safe.retention",
    "Safe.acts", "Safe.team", "Safe.figures", "Safe.circle", "Safe.circles", "Safe.conflicts",
    "Safe.sign_as", "Agenda.pressing", "Safe.kept_law", "KeptLaw.all",
    "Figures.ending", "Figures.counted", "Figures.years", "Figures.own_set",
}  # fmt: skip


def functions() -> set[str]:
    """Return all that the store's Protocol offers."""
    rooms = (
        store.People,
        store.Numbers,
        store.Keys,
        store.Drafts,
        store.Dossiers,
        store.Events,
        store.Agenda,
        store.KeptLaw,
        store.Visits,
        store.Bin,
        store.Matters,
        store.Consents,
        store.Mandates,
        store.Register,
        store.Tally,
        store.Figures,
        store.Retention,
    )
    return {
        f"{room.__name__}.{name}"
        for room in (*rooms, store.Safe)
        for name, _ in inspect.getmembers(room)
        if not name.startswith("_")
    }


def test_every_function_of_the_store_is_undone_or_cannot_be() -> None:
    known = set(WRITES) | set(CANNOT) | NO_GESTURE
    assert functions() - known == set(), "undone (WRITES), or in the closed list (CANNOT)?"
    assert known - functions() == set()


def dump(safe: Safe) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the database holds, but its count of saves and what proves their pages."""
    tables = [
        name
        for (name,) in safe.database.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'word*'"
            " AND name NOT GLOB 'sqlite_*' AND name != 'safe'"
        )
    ]
    found = {name: safe.database.rows(f"SELECT * FROM {name}") for name in tables}
    found["setting"] = [row for row in found["setting"] if row[0] not in ("pages", "parity")]
    words = ("hippocampe", "libellule", "ornitho", "martin", "petit", "rsa")
    found["found"] = [(word, [one.id for one in safe.search(word)]) for word in words]
    return found


def in_bin(safe: Safe, before: dict[str, list[tuple[Any, ...]]]) -> None:
    """Find all as before, but for one more paper, which is in the bin."""
    after = dump(safe)
    more = [row for row in after.pop("document") if row not in before["document"]]
    assert [row[-1] is not None for row in more] == [True]
    for table in ("body", "document_text"):
        assert after.pop(table)[:-1] == before[table]
    assert after == {name: rows for name, rows in before.items() if name in after}


@pytest.mark.parametrize("name", [*WRITES, *MORE])
def test_what_is_done_then_undone_leaves_all_as_it_was(safe: Safe, name: str) -> None:
    seed = sown(safe)
    act = WRITES[name][0] if name in WRITES else MORE[name]
    before = dump(safe)
    _, reverse = undoing.do(safe, lambda: act(safe, seed))
    assert dump(safe) != before
    if name in WRITES:
        assert any(isinstance(one, WRITES[name][1]) for one in reverse.changed)
    safe.undo(reverse, on=LATER)
    if name == "Safe.add":
        in_bin(safe, before)
    else:
        assert dump(safe) == before
    assert safe.words.is_sound()


def whole(safe: Safe, seed: Seed, act: Act) -> object:
    """Do a gesture of several writes whole, or nothing of it."""
    with safe.act():
        return act(safe, seed)


def test_many_gestures_are_undone_in_turn(safe: Safe) -> None:
    seed, drawn = sown(safe), random.Random(11)
    acts = [act for name, (act, _) in WRITES.items() if name != "Safe.add"]
    states, queue = [], undoing.Queue()
    for act in drawn.choices([*acts, *MORE.values()], k=60):
        state = dump(safe)
        try:
            _, reverse = undoing.do(safe, lambda act=act: whole(safe, seed, act))  # type: ignore[misc]
        except AppError:
            assert dump(safe) == state
            continue
        if dump(safe) != state:
            states.append(state)
        queue = queue.after(undoing.Done("", reverse))
    assert len(queue.gestures) == len(states) > 20
    while (last := queue.last) is not None:
        undoing.undo(safe, last, on=LATER)
        queue = queue.without(last)
        assert dump(safe) == states.pop()


def test_a_paper_filed_in_a_new_dossier_goes_to_the_bin_with_it(safe: Safe) -> None:
    seed = sown(safe)

    def file() -> str:
        with safe.act():
            dossier = safe.dossiers.add("APL", on=TODAY, person="Zoé")
            paper = safe.add(b"pdf", title="Demande", on=TODAY, text="ornitho", dossier=dossier)
            safe.events.add(dossier, kind="printed", day=TODAY, document=paper)
            safe.drafts.finish(seed.draft)
            safe.drafts.file(seed.draft, dossier)
        return paper

    before = safe.drafts.one(seed.draft)
    paper, reverse = undoing.do(safe, file)
    safe.undo(reverse, on=LATER)
    assert safe.drafts.one(seed.draft) == before
    assert [one.name for one in safe.bin.people()] == ["Zoé"]
    assert safe.search("ornitho") == []
    safe.bin.take_back(safe.bin.people()[0].id, kind="person")
    assert safe.content(paper) == b"pdf"
    assert [e.kind for e in safe.events.timeline(safe.document(paper).dossier_id)] == ["printed"]
    assert safe.words.is_sound()


class TestRefused:
    @pytest.mark.parametrize(
        ("first", "since"),
        [
            (
                lambda s, i: s.drafts.save(i.draft, '{"a": 2}', question="q", on=LATER),
                lambda s, i: s.drafts.save(i.draft, '{"a": 3}', question="q", on=LATER),
            ),
            (
                lambda s, i: s.rename_person(i.person, "Nadia Petit"),
                lambda s, i: s.rename_person(i.person, "Nadia Grand"),
            ),
            (
                lambda s, i: s.events.rewrite(i.event, kind="posted", day=LATER),
                lambda s, i: s.events.forget(i.event),
            ),
            (
                lambda s, _: s.people.add("Zoé", on=LATER),
                lambda s, _: s.people.keep_value(
                    "Zoé", "nom", "Z", source="typed", on=LATER
                ),
            ),
            (
                lambda s, _: s.dossiers.add("APL", on=LATER),
                lambda s, _: s.drafts.begin("recours", "{}", on=LATER, dossier="APL"),
            ),
            (
                lambda s, i: s.bin.put(i.paper, on=LATER),
                lambda s, i: s.bin.erase("document", i.paper, on=LATER),
            ),
        ],
    )  # fmt: skip
    def test_when_it_changed_since_and_nothing_is_lost(
        self, safe: Safe, first: Act, since: Act
    ) -> None:
        seed = sown(safe)
        _, reverse = undoing.do(safe, lambda: first(safe, seed))
        since(safe, seed)
        left = dump(safe)
        with pytest.raises(ChangedSince):
            safe.undo(reverse, on=LATER)
        assert dump(safe) == left

    def test_whole_when_one_part_of_it_changed_since(self, safe: Safe) -> None:
        seed = sown(safe)

        def both() -> None:
            safe.rename_person(seed.other, "Paul Petit")
            safe.events.done(seed.event)

        _, reverse = undoing.do(safe, both)
        safe.rename_person(seed.other, "Paul Grand")
        left = dump(safe)
        with pytest.raises(ChangedSince):
            safe.undo(reverse, on=LATER)
        assert dump(safe) == left


class TestRecording:
    def test_what_failed_has_no_reverse(self, safe: Safe) -> None:
        seed = sown(safe)
        with pytest.raises(AppError), safe.recorded() as found:
            safe.rename_person(seed.person, "")
        assert not found.reverse

    def test_what_is_done_outside_is_not_recorded(self, safe: Safe) -> None:
        seed = sown(safe)
        _, reverse = undoing.do(safe, lambda: safe.events.done(seed.event))
        safe.rename_person(seed.person, "Nadia Petit")
        assert reverse.changed == {EventsChanged(seed.dossier)}
        _, nothing = undoing.do(safe, lambda: None)
        assert nothing == Reverse()
        assert not nothing

    def test_nothing_of_it_is_told(self, safe: Safe) -> None:
        seed = sown(safe)
        _, reverse = undoing.do(safe, lambda: safe.rename_person(seed.person, "Nadia Petit"))
        assert "Nadia" not in repr(reverse)

    def test_it_goes_on_where_the_medium_was_put_back(self, safe: Safe, made: Made) -> None:
        seed = sown(safe)
        before = dump(safe)
        _, first = undoing.do(safe, lambda: safe.events.done(seed.event))
        safe.database.take_place_of(connect(made.folder.database, made.key))
        _, second = undoing.do(safe, lambda: safe.rename_person(seed.person, "Nadia Petit"))
        for reverse in (second, first):
            safe.undo(reverse, on=LATER)
        assert dump(safe) == before


_TABLES = "SELECT name FROM sqlite_master"
_KILLED = """
import os, signal, sys
from pathlib import Path
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.door import Door
from desktop_app.workflow import undoing
import datetime as dt
safe = Door(choose_kdf=lambda: FLOOR).open(Path(sys.argv[1]), sys.argv[2], on=dt.date(2026, 11, 24))
person = safe.people.add("Zoé", on=dt.date(2026, 11, 24))
done, reverse = undoing.do(safe, lambda: safe.rename_person(person, "Zoé Petit"))
assert reverse
os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))
"""


def test_killed_before_it_is_undone_what_was_done_stays(made: Made) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, made.path, PHRASE], check=False)
    assert killed.returncode == elsewhere.KILLED
    with made.open_with_key() as safe:
        assert "Zoé Petit" in [one.name for one in safe.people.all()]
        assert "recorded" not in [name for (name,) in safe.database.rows(_TABLES)]
