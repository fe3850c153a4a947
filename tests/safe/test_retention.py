"""Who is due to be erased, by what really happened; and what an erasure leaves: numbers, a line."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from desktop_app.core.agreements import Gone
from desktop_app.files import DiskFull
from desktop_app.safe.errors import NotFound, NothingToSave
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made
from tests.safe.test_matters import everything

MARK = "zkanarienne"
BEFORE = dt.date(2024, 11, 24)  # 24 months
OLD = dt.date(2024, 11, 23)
LONG = dt.date(2020, 1, 2)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        opened.database.execute("UPDATE person SET binned_on = ?", (TODAY.isoformat(),))
        yield opened


def came(safe: Safe, name: str = "Nadia Martin", on: dt.date = OLD, number: int = 0) -> str:
    """Write somebody down on that day; nothing else of her."""
    uid = safe.people.add(name, on=on)
    if number:
        row = safe.people.row(uid)
        safe.database.execute("INSERT OR REPLACE INTO person_number VALUES (?, ?)", (row, number))
    return uid


def due(safe: Safe, limit: int = -1, skip: int = 0) -> list[str]:
    found = safe.retention.due(BEFORE, TODAY, limit=limit, skip=skip)
    return [one.id for one in found]


def sql(safe: Safe, statement: str, *values: object) -> None:
    safe.database.execute(statement, values)


Contact = Callable[[Safe, str, str, dt.date], object]
CONTACTS: dict[str, Contact] = {
    "event": lambda safe, _who, dossier, day: safe.events.add(dossier, kind="posted", day=day),
    "paper": lambda safe, who, _dossier, day: safe.add(b"x", title="T", on=day, person=who),
    "paper of a dossier": lambda safe, _who, dossier, day: safe.add(
        b"x", title="T", on=day, dossier=dossier
    ),
    "answer": lambda safe, who, _dossier, day: safe.drafts.begin("cada", "{}", on=day, person=who),
    "told": lambda safe, who, _dossier, day: safe.people.keep_value(
        who, "identite.nom", "M", source="typed", on=day
    ),
    "agreed": lambda safe, who, _dossier, day: safe.consents.give(who, "gardons-1", on=day),
    "visit": lambda safe, who, _dossier, day: sql(
        safe,
        "INSERT INTO visit (uid, person, state, day) VALUES ('visit-000', ?, 'received', ?)",
        safe.people.row(who),
        day.isoformat(),
    ),
    "done by a helper": lambda safe, who, _dossier, day: sql(
        safe,
        "INSERT INTO act (uid, at, kind, subject, person) VALUES ('act-00000', ?, 'event-noted',"
        " '', ?)",
        f"{day.isoformat()}T10:00:00Z",
        safe.people.row(who),
    ),
}
NO_CONTACT: dict[str, Contact] = {
    "a list brought in": lambda safe, who, _dossier, day: safe.people.keep_value(
        who, "identite.nom", "M", source="import", on=day
    ),
    "what the program computes": lambda safe, _who, dossier, day: safe.events.add(
        dossier, kind="silence-expected", day=day
    ),
    "a reminder": lambda safe, _who, dossier, day: safe.events.add(dossier, kind="to-do", day=day),
    "an event taken off": lambda safe, _who, dossier, day: safe.events.remove(
        safe.events.add(dossier, kind="posted", day=day), on=TODAY
    ),
    "to come": lambda safe, _who, dossier, _day: safe.events.add(
        dossier, kind="posted", day=TODAY + dt.timedelta(days=1)
    ),
    "an appointment missed": lambda safe, who, _dossier, day: sql(
        safe,
        "INSERT INTO visit (uid, person, state, day) VALUES ('visit-000', ?, 'waiting', ?)",
        safe.people.row(who),
        day.isoformat(),
    ),
    "renamed": lambda safe, who, _dossier, _day: safe.people.rename(who, "Nadia Martin"),
    "her page opened": lambda safe, who, _dossier, _day: (
        safe.people.profile(who),
        safe.documents(person=who),
    ),
}


class TestWhoIsDue:
    @pytest.mark.parametrize("contact", CONTACTS.values(), ids=CONTACTS.keys())
    def test_what_happened_with_her_counts(self, safe: Safe, contact: Contact) -> None:
        her = came(safe)
        dossier = safe.dossiers.add("Dette", on=OLD, person=her)
        contact(safe, her, dossier, BEFORE)
        assert due(safe) == []
        assert safe.retention.last_contact(her, TODAY) == BEFORE

    @pytest.mark.parametrize("nothing", NO_CONTACT.values(), ids=NO_CONTACT.keys())
    def test_what_did_not_happen_with_her_does_not(self, safe: Safe, nothing: Contact) -> None:
        her = came(safe)
        nothing(safe, her, safe.dossiers.add("Dette", on=OLD, person=her), BEFORE)
        assert due(safe) == [her]
        assert safe.retention.last_contact(her, TODAY) is None

    def test_the_very_day_is_not_over(self, safe: Safe) -> None:
        came(safe, on=BEFORE)
        assert due(safe) == []
        her = came(safe, on=OLD)
        assert due(safe) == [her]

    def test_a_visit_yesterday_beside_papers_of_long_ago(self, safe: Safe) -> None:
        her = came(safe, on=LONG)
        CONTACTS["paper"](safe, her, "", LONG)
        CONTACTS["visit"](safe, her, "", TODAY - dt.timedelta(days=1))
        assert due(safe) == []

    def test_who_agrees_no_more_is_due_at_once_and_first(self, safe: Safe) -> None:
        old = came(safe)
        her = came(safe, "Fatou Da Silva", on=TODAY)
        safe.consents.give(her, "gardons-1", on=TODAY)
        assert due(safe) == [old]
        safe.consents.withdraw(her, on=TODAY)
        assert due(safe) == [her, old]
        assert safe.retention.due(BEFORE, TODAY, limit=1)[0].withdrawn == TODAY
        safe.consents.give(her, "gardons-1", on=TODAY)
        assert due(safe) == [old]

    def test_kept_longer_for_a_reason_until_a_day(self, safe: Safe) -> None:
        her = came(safe, number=27)
        for wrong in ({"reason": " "}, {"reason": "Procès", "until": OLD}):
            with pytest.raises(NothingToSave):
                safe.retention.keep(her, **{"until": TODAY, "reason": "R", "on": TODAY, **wrong})
        safe.retention.keep(her, until=TODAY, reason="Procès en cours", on=TODAY)
        assert due(safe) == []
        kept = safe.retention.kept(her)
        assert kept is not None
        assert (kept.until, kept.reason) == (TODAY, "Procès en cours")
        tomorrow = TODAY + dt.timedelta(days=1)
        assert [one.id for one in safe.retention.due(BEFORE, tomorrow, limit=9)] == [her]
        assert [(one.kind, one.number) for one in safe.register.lines(limit=9)] == [
            ("kept-longer", 27)
        ]

    def test_what_is_told_of_her(self, safe: Safe) -> None:
        her = came(safe, number=27)
        dossier = safe.dossiers.add("Dette", on=OLD, person=her)
        safe.add(b"x", title="T", on=OLD, dossier=dossier)
        later = TODAY + dt.timedelta(days=3)
        safe.events.add(dossier, kind="deadline", day=OLD, last_day=later, awaited=True)
        (one,) = safe.retention.due(BEFORE, TODAY, limit=9)
        assert (one.number, one.last, one.awaited, one.dossiers, one.documents) == (
            27, OLD, later, 1, 1,
        )  # fmt: skip

    def test_a_dossier_of_nobody(self, safe: Safe) -> None:
        her, dossier = came(safe), safe.dossiers.add("À personne", on=OLD)
        assert due(safe) == [her, dossier]
        assert [due(safe, 1, 0), due(safe, 1, 1), due(safe, 1, 2)] == [[her], [dossier], []]
        assert safe.retention.count(BEFORE, TODAY) == 2
        safe.events.add(dossier, kind="posted", day=TODAY)
        assert due(safe) == [her]

    def test_who_is_in_the_bin_waits_there(self, safe: Safe) -> None:
        safe.bin.put(came(safe), on=TODAY, kind="person")
        assert due(safe) == []


def sown(safe: Safe) -> str:
    """Write somebody down, marked everywhere, with all that an office keeps; return her id."""
    her = came(safe, f"Nadia {MARK}", number=27)
    dossier = safe.dossiers.add(f"Dette {MARK}", on=OLD, person=her, body=f"Caf {MARK}")
    draft = safe.drafts.begin("caf-indu-rsa", f'{{"a": "{MARK}"}}', on=OLD, person=her)
    paper = safe.add(MARK.encode() * 99, title=MARK, on=OLD, text=MARK, dossier=dossier)
    safe.add(b"f", title=MARK, on=OLD, kind="form", text=MARK, person=her, draft=draft)
    safe.bin.put(safe.add(b"y", title=MARK, on=OLD, text=MARK, dossier=dossier), on=TODAY)
    safe.events.add(dossier, kind="posted", day=OLD, note=MARK, document=paper)
    safe.people.keep_value(her, "identite.nom", MARK, source="typed", on=OLD)
    typed = f'{{"nom": "{MARK}"}}'
    for page in (f"personne-{her}", f"foyer-{her}", f"suite-{dossier}"):
        safe.drafts.begin(f"saisie-{page}", typed, on=OLD)
    home = safe.people.new_household(f"Chez {MARK}")
    safe.people.join(home, her, since=OLD)
    safe.matters.note_copy(paper)
    safe.consents.give(her, "gardons-1", on=OLD)
    mandate = safe.mandates.prepare(her, ("caf",), from_day=OLD, until_day=OLD)
    safe.mandates.sign(mandate, on=OLD)
    safe.retention.keep(her, until=TODAY, reason=MARK.upper(), on=TODAY)
    row = safe.people.row(her)
    sql(safe, "INSERT OR IGNORE INTO person_key VALUES (?, 'telephone', ?)", row, MARK)
    sql(safe, "INSERT INTO visit (uid, person, state, day, note) VALUES"
        " ('visit-111', ?, 'ended', ?, ?)", row, OLD.isoformat(), MARK)  # fmt: skip
    return her


class TestErased:
    def test_nothing_of_her_is_left_but_numbers_and_a_line(self, safe: Safe, made: Made) -> None:
        her = sown(safe)
        assert safe.retention.holds(her) == Gone(1, 3, 1, 1, 1, copies=1)
        assert MARK in everything(made), "the watch is blind"
        safe.retention.erase([("person", her)], on=TODAY, reason="24 mois")
        left = everything(made).replace(MARK.upper(), "")  # the reason, which the helper wrote
        assert MARK not in left.lower()
        assert left.count(her) == 1  # the line that backups are told by
        assert safe.search(MARK) == []
        assert safe.words.is_sound()
        line = safe.register.lines(limit=1)[0]
        assert (line.kind, line.number, line.reason, line.day) == ("erased", 27, "24 mois", TODAY)
        assert safe.matters.still_in_backups is not None
        for document, data in made.contents.items():
            assert safe.content(document) == data

    def test_the_figures_keep_their_numbers(self, safe: Safe) -> None:
        her = sown(safe)
        row = safe.database.value("SELECT id FROM dossier WHERE title LIKE ?", (f"%{MARK}%",))
        sql(safe, "INSERT INTO dossier_figure VALUES (?, 'won', 'caf', 'ar')", row)
        before = safe.figures.counted("2024-01", "2026-12")
        assert {one.what for one in before} == {"people", "opened", "forms", "visits"}
        safe.retention.erase([("person", her)], on=TODAY)
        told = [
            (one.month, one.what, one.theme, one.language, one.outcome, one.body, one.n)
            for one in safe.tally.all("2024-01", "2026-12")
        ]
        assert ("2024-11", "opened", "caf", "ar", "", "", 1) in told
        assert ("2024-11", "people", "", "", "", "", 1) in told
        assert ("2024-11", "visits", "", "", "", "", 1) in told
        assert [one for one in told if one[:2] == ("2024-11", "forms")]
        safe.retention.erase([("person", came(safe, "Autre", number=29))], on=TODAY)
        (people,) = [one for one in safe.tally.all("2024-11", "2024-11") if one.what == "people"]
        assert people.n == 2

    def test_no_body_is_named(self, safe: Safe) -> None:
        her = came(safe, number=28)
        safe.dossiers.add("Loyer", on=OLD, person=her, body="M. Dupont, propriétaire")
        before = safe.figures.counted("2024-01", "2026-12")
        safe.retention.erase([("person", her)], on=TODAY)
        assert {one.body for one in safe.tally.all("2024-11", "2024-11")} == {""}
        assert safe.figures.counted("2024-01", "2026-12") == before

    def test_several_together_or_none(self, safe: Safe) -> None:
        first, second = came(safe, number=1), came(safe, "Autre", number=2)
        with pytest.raises(NotFound):
            safe.retention.erase([("person", first), ("person", "nobody")], on=TODAY)
        assert safe.people.there(first) is not None
        assert (safe.register.count(), left_in_numbers(safe)) == (0, 0)
        dossier = safe.dossiers.add("À personne", on=OLD)
        gone = [("person", first), ("person", second), ("dossier", dossier)]
        safe.retention.erase(gone, on=TODAY)
        assert [one.number for one in safe.register.lines(limit=9)] == [None, 2, 1]
        assert safe.people.there(first) is None

    def test_a_full_disk_frees_the_ballast(
        self, safe: Safe, made: Made, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        her, tried = sown(safe), []
        real = safe.register.note

        def note(*told: str, **how: object) -> None:
            real(*told, **how)  # type: ignore[arg-type]
            if not tried:
                tried.append(True)
                raise DiskFull

        monkeypatch.setattr(safe.register, "note", note)
        safe.retention.erase([("person", her)], on=TODAY)
        assert safe.people.there(her) is None
        assert safe.register.lines(limit=1)[0].number == 27
        assert MARK not in everything(made).replace(MARK.upper(), "").lower()

    def test_who_says_no_leaves_neither_line_nor_number(self, safe: Safe, made: Made) -> None:
        her = came(safe, f"Nadia {MARK}", number=27)
        safe.people.keep_value(her, "naissance", MARK, source="typed", on=TODAY)
        visit = "INSERT INTO visit (uid, person, state, day, note) VALUES ('visit-222', ?, ?, ?, ?)"
        sql(safe, visit, safe.people.row(her), "received", TODAY.isoformat(), MARK)
        safe.retention.forget(her, on=TODAY)
        assert MARK not in everything(made).lower()
        assert (safe.register.count(), left_in_numbers(safe)) == (0, 0)
        found = safe.database.row("SELECT person, state FROM visit WHERE uid = 'visit-222'")
        assert found == (None, "received")  # the queue of the day goes on

    def test_at_home_nothing_is_counted(self, safe: Safe, made: Made) -> None:
        her = came(safe, f"Nadia {MARK}")
        sql(safe, "DELETE FROM person_number")
        safe.dossiers.add("Dette", on=OLD, person=her)
        safe.bin.erase("person", her, on=TODAY)
        assert (safe.register.count(), left_in_numbers(safe)) == (0, 0)
        assert MARK not in everything(made)

    def test_in_an_office_the_bin_says_it_too(self, safe: Safe) -> None:
        her = sown(safe)
        safe.bin.put(her, on=TODAY, kind="person")
        safe.bin.empty(on=TODAY + dt.timedelta(days=31))
        assert safe.register.lines(limit=1)[0].kind == "erased"

    def test_of_one_dossier_her_other_papers_stay(self, safe: Safe) -> None:
        her = sown(safe)
        dossier = safe.dossiers.all(her)[0].id
        safe.matters.erase(safe.matters.whole(dossier=dossier), on=TODAY)
        assert safe.people.there(her) is not None
        line = safe.register.lines(limit=1)[0]
        assert (line.kind, line.number) == ("dossier-erased", 27)


def left_in_numbers(safe: Safe) -> int:
    return int(safe.database.value("SELECT count(*) FROM tally"))


_KILLED = """
import os, sys, datetime as dt
from pathlib import Path
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.safe.conftest import PHRASE, TODAY
safe = Door(choose_kdf=lambda: FLOOR).open(Path(sys.argv[1]), PHRASE, on=TODAY)
after, left = sys.argv[2], int(sys.argv[3])
real = safe.database.execute
def execute(sql, values=()):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), 9)
    return real(sql, values)
safe.database.execute = execute
safe.retention.erase([("person", one) for one in sys.argv[4:]], on=TODAY)
"""


class TestKilled:
    @pytest.mark.slow
    @pytest.mark.parametrize("after", [*range(1, 60, 4)])
    def test_midway_nothing_is_half_erased(self, made: Made, after: int) -> None:
        killed_then_whole(made, after)

    def test_once(self, made: Made) -> None:
        killed_then_whole(made, 9)


def killed_then_whole(made: Made, after: int) -> None:
    with made.open_with_key() as safe:
        her, other = sown(safe), came(safe, "Autre", number=29)
    run = subprocess.run(
        [sys.executable, "-c", _KILLED, str(made.path), "", str(after), her, other],
        check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    with made.open_with_key() as safe:
        whole = safe.people.there(her) is not None
        assert (safe.people.there(other) is not None) == whole
        assert (len(safe.documents(person=her)) == 2) if whole else True
        erased = [line for line in safe.register.lines(limit=-1) if line.kind == "erased"]
        assert len(erased) == (0 if whole else 2)
        assert (left_in_numbers(safe) == 0) is whole
        assert safe.words.is_sound()
        assert whole == (run.returncode == -9)
