"""A dossier between the safe of an office and a circle: whole, proved, erased where it was."""

import datetime as dt
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import Notice
from desktop_app.core.visits import queue
from desktop_app.safe.door import Door
from desktop_app.safe.errors import NotFound, NotMoved
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.moving import Moving, finish
from desktop_app.safe.rows_out import of_matter
from desktop_app.safe.store import Safe
from desktop_app.workflow.office import reserved
from desktop_app.workflow.office.day import Day, pressing
from tests.safe.conftest import PHRASE, TODAY, Made

MARK = "ZKDEPLACE"
STEPS = ("begun", "copied", "proved", "erased", "said", "renewed")


@pytest.fixture(scope="module")
def ready(original: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, str]:
    """The safe of an office with a circle, and a dossier that is to go there."""
    made = original.copied(tmp_path_factory.mktemp("office") / "coffre")
    door = Door(choose_kdf=lambda: FLOOR)
    with door.open(made.path, PHRASE, on=TODAY) as safe:
        ana = safe.people.add(f"Ana {MARK}", on=TODAY)
        dossier = safe.dossiers.add(f"Divorce {MARK}", on=TODAY, person=ana)
        draft = safe.drafts.begin("lettre-libre", "{}", on=TODAY, person=ana, dossier=dossier)
        paper = safe.add(
            MARK.encode() * 4000, title=f"Plainte {MARK}", on=TODAY, kind="letter",
            text=f"hippocampe {MARK}", dossier=dossier, draft=draft,
        )  # fmt: skip
        safe.add(b"jete", title=f"Jetée {MARK}", on=TODAY, dossier=dossier, text="pangolin")
        safe.bin.put(safe.documents(dossier=dossier)[0].id, on=TODAY)
        safe.events.add(
            dossier, kind="posted", day=TODAY, number="1A", note=MARK, document=paper, awaited=True
        )
        safe.people.keep_value(ana, "nom", MARK, source="draft", on=TODAY, source_id=draft)
        safe.people.keep_value(ana, "prenom", "Ana", source="typed", on=TODAY)
        with safe.act():
            safe.database.execute(
                "INSERT INTO person_number (person, number)"
                " SELECT id, 27 FROM person WHERE uid = ?",
                (ana,),
            )
            safe.database.execute(
                "INSERT INTO act (uid, author, at, kind, subject, person, dossier)"
                " SELECT 'acteacte01', h.id, '2026-11-24T10:00:00Z', 'paper-filed', ?, p.id, d.id"
                " FROM helper h, person p, dossier d WHERE p.uid = ? AND d.uid = ? LIMIT 1",
                (paper, ana, dossier),
            )
        safe.back_up_here(on=TODAY)  # which holds it
        safe.circles.make("Familles", on=TODAY, tell=lambda _: None)[0].close()
    return made, dossier


@pytest.fixture
def both(ready: tuple[Made, str], tmp_path: Path) -> Iterator[tuple[Safe, Safe, str]]:
    made, dossier = ready
    with opened(made.copied(tmp_path / "coffre")) as safe:
        (circle,) = mine(safe)
        with circle:
            yield safe, circle, dossier


def opened(made: Made) -> Safe:
    return Door(choose_kdf=lambda: FLOOR).open(made.path, PHRASE, on=TODAY)


def mine(safe: Safe) -> list[Safe]:
    return list(safe.circles.open_mine(on=TODAY, tell=lambda _: None))


def everything(safe: Safe) -> str:
    """Return every row of every table, the index's own words too."""
    tables = safe.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    rows = (row for (table,) in tables for row in safe.database.rows(f'SELECT * FROM "{table}"'))
    return " ".join(
        one.decode("latin-1") if isinstance(one, bytes) else str(one) for row in rows for one in row
    )


def test_all_of_it_is_there_and_nothing_here(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    before = of_matter(safe.database, safe.matters.whole(dossier=dossier))
    moved = Moving(safe, circle, dossier, on=TODAY).all_of_it()
    assert (moved.documents, moved.events, moved.drafts, moved.values) == (2, 1, 1, 1)
    after = of_matter(circle.database, circle.matters.whole(dossier=dossier))
    assert after.lacks(before) == []
    (paper,) = circle.documents(dossier=dossier)
    assert circle.content(paper.id) == MARK.encode() * 4000
    assert [one.id for one in circle.search("hippocampe")] == [paper.id]
    assert circle.search("pangolin") == []  # it is in the bin there too
    assert [one.title for one in circle.bin.all()] == [f"Jetée {MARK}"]
    (event,) = circle.events.timeline(dossier)
    assert (event.document_id, event.number, event.awaited) == (paper.id, "1A", True)
    assert circle.people.profile(circle.people.all()[0].id)["prenom"].value == "Ana"
    told = everything(safe).replace(f"Ana {MARK}", "").replace(f"ana {MARK.lower()}", "")
    assert MARK not in told.upper()
    assert "hippocampe" not in told
    assert safe.database.rows("SELECT kind, number FROM register") == [("dossier-moved", 27)]
    assert safe.check().problems == circle.check().problems == ()
    assert safe.matters.still_in_backups is None  # they were made again


def test_it_comes_back_whole(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    before = of_matter(safe.database, safe.matters.whole(dossier=dossier))
    Moving(safe, circle, dossier, on=TODAY).all_of_it()
    Moving(circle, safe, dossier, on=TODAY).all_of_it()
    after = of_matter(safe.database, safe.matters.whole(dossier=dossier))
    assert after.lacks(before) == before.lacks(after) == []
    assert circle.dossiers.there(dossier) is None
    assert safe.search("hippocampe")


def counted(*safes: Safe) -> Counter[tuple[str, ...]]:
    """Return what the figures of these safes are together."""
    found: Counter[tuple[str, ...]] = Counter()
    for safe in safes:
        for one in safe.figures.counted("2000-01", "2100-12"):
            found[one.month, one.what, one.about, one.language, one.outcome] += one.n
    return found


def test_it_counts_once_wherever_it_is(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    before = counted(safe)
    assert before
    Moving(safe, circle, dossier, on=TODAY).all_of_it()
    assert counted(safe, circle) == before
    assert counted(circle)  # there, and not as numbers left behind
    Moving(circle, safe, dossier, on=TODAY).all_of_it()
    assert counted(safe) == before
    assert not counted(circle)
    ana = next(one.id for one in circle.people.all() if MARK in one.name)
    circle.bin.put(ana, on=TODAY, kind="person")
    circle.bin.erase("person", ana, on=TODAY)
    assert not counted(circle)  # whom it erases was counted where she was known first


def awaited(safe: Safe, title: str, days: int) -> str:
    """Add a dossier that awaits something, so many days from today."""
    dossier = safe.dossiers.add(title, on=TODAY)
    day = TODAY + dt.timedelta(days)
    safe.events.add(dossier, kind="to-do", day=day, title="Agir", awaited=True)
    return dossier


def the_day(safe: Safe, *circles: Safe) -> Day:
    """Return what presses, as the first page of the office tells it."""
    matters, past, coming = pressing(safe, TODAY, counted=True)
    return reserved.beside(
        Day(TODAY, True, matters, past, coming, queue(()), (), 0), circles, TODAY
    )


def test_the_day_sorts_what_presses_in_a_circle_with_the_rest(
    both: tuple[Safe, Safe, str],
) -> None:
    safe, circle, dossier = both
    for days in (-9, -5, -1, 2, 4, 6, 8, 10, 12):
        awaited(safe, f"{days}", days)
    alone = the_day(safe)
    assert (len(alone.matters), alone.past_left, alone.left) == (9, 0, 1)
    Moving(safe, circle, dossier, on=TODAY).all_of_it()  # "posted" today
    for days in (-3, 3, 30):
        awaited(circle, f"{days} là", days)
    day = the_day(safe, circle)
    assert [one.next.event.dossier for one in day.matters] == [
        "-1", "-3 là", "-5", f"Divorce {MARK}", "2", "3 là", "4", "6", "8",
    ]  # fmt: skip
    assert [one.circle is not None for one in day.matters] == [
        "là" in one.next.event.dossier or MARK in one.next.event.dossier for one in day.matters
    ]
    assert (day.past_left, day.left, day.reserved_left) == (1, 2, 1)
    assert len(day.matters) + day.past_left + day.left + day.reserved_left == 13


def test_of_a_dossier_at_both_places_one_line_is_told(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    moving = Moving(safe, circle, dossier, on=TODAY)
    steps = moving.steps(of_matter(safe.database, moving._matter))
    assert [next(steps), next(steps)] == ["begun", "copied"]
    (one,) = the_day(safe, circle).matters
    assert one.circle is None  # where it still is


def test_people_of_a_circle_are_found_a_few_at_a_time(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, _dossier = both
    for n in range(3):
        safe.people.add(f"Zoé {n}", on=TODAY)
        circle.people.add(f"Zoé {n} là", on=TODAY)
    seen: list[str] = []
    while True:
        some = reserved.found(safe, [circle], "zoé", skip=len(seen), most=2)
        assert (some.here.total, some.total) == (3, 3)
        names = [one.name for one in some.here.people]
        names += [one.name for _circle, one in some.reserved]
        seen += names
        assert some.left == 6 - len(seen)
        if not some.left:
            break
    assert sorted(seen) == sorted(f"Zoé {n}{end}" for n in range(3) for end in ("", " là"))
    assert all("là" in one for one in seen[3:])


def test_a_circle_that_cannot_be_read_is_said(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, _dossier = both
    before = the_day(safe)
    alone = reserved.found(safe, [], "ana", skip=0, most=4)
    file = circle.folder.path / "safe.db"
    file.write_bytes(b"x" * file.stat().st_size)
    day = the_day(safe, circle)
    assert day.unread
    assert day.matters == before.matters
    assert reserved.found(safe, [circle], "ana", skip=0, most=4) == alone


KILLED = """
import os, signal, sys, datetime as dt
from pathlib import Path
from desktop_app.safe.moving import Moving
from desktop_app.safe.rows_out import of_matter
from tests.safe.conftest import Made, TODAY
from tests.safe.test_moving import mine, opened
safe = opened(Made(Path(sys.argv[1]), b"", (), {}))
(circle,) = mine(safe)
moving = Moving(safe, circle, sys.argv[2], on=TODAY)
for step in moving.steps(of_matter(safe.database, moving._matter)):
    if step == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(one, marks=() if one in ("copied", "erased") else pytest.mark.slow)
        for one in STEPS
    ],
)
def test_killed_anywhere_nothing_is_lost_and_it_is_ended(
    ready: tuple[Made, str], tmp_path: Path, step: str
) -> None:
    made, dossier = ready[0].copied(tmp_path / "coffre"), ready[1]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(made.path), dossier, step],
        env={**os.environ, "PYTHONPATH": "."},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    with opened(made) as safe:
        (circle,) = mine(safe)
        with circle:
            places = [one.dossiers.there(dossier) is not None for one in (safe, circle)]
            assert any(places)
            told: list[Notice] = []
            finish([safe, circle], on=TODAY, tell=told.append)
            here, there = (one.dossiers.there(dossier) is not None for one in (safe, circle))
            assert (here, there) == ((True, False) if step == "begun" else (False, True))
            twice = all(places)
            assert [one.code for one in told] == (["circle-move-finished"] if twice else [])
            if there:
                (paper,) = circle.documents(dossier=dossier)
                assert circle.content(paper.id) == MARK.encode() * 4000
            finish([safe, circle], on=TODAY, tell=told.append)
            assert len(told) == twice


def test_what_changed_meanwhile_is_erased_nowhere(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    moving = Moving(safe, circle, dossier, on=TODAY)
    steps = moving.steps(of_matter(safe.database, moving._matter))
    assert [next(steps), next(steps)] == ["begun", "copied"]
    safe.events.add(dossier, kind="to-do", day=TODAY + dt.timedelta(1), title="Depuis")
    told: list[Notice] = []
    finish([safe, circle], on=TODAY, tell=told.append)
    assert [one.code for one in told] == ["circle-move-twice"]
    assert safe.dossiers.there(dossier) is not None
    assert circle.dossiers.there(dossier) is not None


def test_a_copy_that_is_not_right_erases_nothing(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    moving = Moving(safe, circle, dossier, on=TODAY)
    steps = moving.steps(of_matter(safe.database, moving._matter))
    assert [next(steps), next(steps)] == ["begun", "copied"]
    with circle.act():  # a byte less, as by a disk that lies
        circle.database.execute("DELETE FROM body WHERE document = 1")
    with pytest.raises(NotMoved):
        next(steps)
    assert safe.dossiers.there(dossier) is not None


def test_it_goes_nowhere_else(both: tuple[Safe, Safe, str]) -> None:
    safe, circle, dossier = both
    with pytest.raises(NotFound):
        Moving(safe, safe, dossier, on=TODAY)
    with pytest.raises(NotFound):
        Moving(circle, safe, "inconnu00", on=TODAY)
