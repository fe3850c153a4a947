"""Two programs, one safe: the second reads at once, is told who writes, and takes over."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    AlreadyOpen,
    OnlyReadHere,
    SafeLockedElsewhere,
    WrongPassphrase,
)
from desktop_app.safe.kdf import FLOOR
from tests.safe.conftest import CANARY, PHRASE, TODAY, Made, Said

HELPER = "Nadia Zkanarine"
NADIA = "sept girafes vertes à Brest hier"

WRITER = """
import sys, datetime as dt
from pathlib import Path
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
door = Door(choose_kdf=lambda: FLOOR, names_who=True)
safe = door.open(Path(sys.argv[1]), sys.argv[2], on=dt.date(2026, 11, 24))
print("open", flush=True)
for order in sys.stdin:
    match order.split():
        case ["save", name]:
            safe.people.add(name, on=dt.date(2026, 11, 24))
        case ["many", count]:
            for n in range(int(count)):
                safe.people.add(f"Personne {n}", on=dt.date(2026, 11, 24))
        case ["held"]:  # in the middle of a save
            act = safe.act()
            act.__enter__()
            safe.people.add("Jamais enregistrée", on=dt.date(2026, 11, 24))
        case ["end"]:
            safe.close()
    print("done", flush=True)
"""


class Other:
    """Another program, that holds the safe and does what it is told."""

    def __init__(self, made: Made, phrase: str = PHRASE) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(made.path), phrase],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": "."},
        )
        assert self._heard() == "open"

    def ask(self, order: str, *, wait: bool = True) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(order + "\n")
        self.child.stdin.flush()
        if wait:
            assert self._heard() == "done"

    def _heard(self) -> str:
        assert self.child.stdout is not None
        return self.child.stdout.readline().strip()

    def kill(self) -> None:
        self.child.kill()
        self.child.wait()
        for tube in (self.child.stdin, self.child.stdout):
            assert tube is not None
            tube.close()


@pytest.fixture
def shared(made: Made) -> Made:
    """A safe that Nadia opens too."""
    with made.open() as safe:
        safe.access.add_phrase(NADIA, name=HELPER, on=TODAY)
    return made


def test_reading_beside_who_writes_then_taking_over(shared: Made, said: Said) -> None:
    door = Door(choose_kdf=lambda: FLOOR, names_who=True)
    other = Other(shared, NADIA)
    try:
        note = shared.folder.lock.read_bytes()
        assert b"Nadia" not in note
        assert CANARY.encode() not in note
        with pytest.raises(AlreadyOpen):
            door.open(shared.path, PHRASE, on=TODAY)
        safe = door.open(shared.path, PHRASE, on=TODAY, or_read=True, tell=said)
        assert said.codes == []
        assert safe.read_only
        assert safe.beside is not None
        writer = safe.beside.writer()
        assert (writer.who, writer.here, writer.gone) == (HELPER, True, False)
        assert writer.since is not None
        assert abs(writer.since - time.time()) < 60
        assert len(safe.documents()) == len(shared.contents)
        with pytest.raises(OnlyReadHere):
            safe.people.add("Interdite", on=TODAY)
        assert not safe.beside.was_saved()
        other.ask("save Zoé")
        assert safe.beside.was_saved()
        assert "Zoé" in {one.name for one in safe.people.all()}  # never a former state
        safe.beside.seen()
        assert not safe.beside.was_saved()
        with pytest.raises(AlreadyOpen):
            door.take_over(safe, on=TODAY)
        assert not safe.beside.has_ended()
        other.ask("end")
        assert safe.beside.has_ended()
        written = door.take_over(safe, on=TODAY)
        assert written.beside is None
        written.people.add("Écrite après elle", on=TODAY)
        assert json.loads(shared.folder.lock.read_text())["process"] == os.getpid()
        written.close()
    finally:
        other.kill()
    assert shared.folder.lock.read_bytes() == b""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows stops no process for a while")
def test_who_is_stopped_still_writes_and_who_is_killed_does_not(shared: Made) -> None:
    door, other = Door(choose_kdf=lambda: FLOOR), Other(shared, NADIA)
    try:
        other.child.send_signal(signal.SIGSTOP)
        safe = door.open(shared.path, PHRASE, on=TODAY, or_read=True)
        assert safe.beside is not None
        assert len(safe.people.all()) == 2
        assert not safe.beside.has_ended()
        with pytest.raises(AlreadyOpen):
            door.take_over(safe, on=TODAY)
        other.child.send_signal(signal.SIGCONT)
        other.ask("held")  # killed in the middle of a save: all of it is undone
    finally:
        other.kill()
    assert safe.beside.has_ended()
    with door.take_over(safe, on=TODAY) as written:
        assert len(written.people.all()) == 2
        written.people.add("Après elle", on=TODAY)
    with shared.open() as again:
        assert len(again.people.all()) == 3


def test_another_computer_that_never_finished_is_read_at_once(shared: Made) -> None:
    door = Door(choose_kdf=lambda: FLOOR)
    note = {"host": "pc-accueil\u202e", "machine": "0" * 16, "process": 1, "time": 1_790_000_000}
    shared.folder.lock.write_text(" " + json.dumps(note))
    before = shared.folder.lock.read_bytes()
    safe = door.open(shared.path, PHRASE, on=TODAY, or_read=True)
    assert safe.beside is not None
    told = safe.beside.writer()
    assert (told.computer, told.here, told.gone) == ("pc-accueil", False, True)
    assert not safe.beside.has_ended()  # a person decides it
    assert shared.folder.lock.read_bytes() == before
    with pytest.raises(SafeLockedElsewhere):
        door.take_over(safe, on=TODAY)
    with door.take_over(safe, on=TODAY, from_elsewhere=True) as written:
        written.people.add("Reprise", on=TODAY)


@pytest.mark.parametrize(
    "note",
    [
        {"host": ["x"], "machine": "0", "time": "hier", "who": {"a": 1}},
        {"host": "h" * 3000, "machine": "0", "time": 10**30, "who": "zz"},
        {"machine": "0", "time": True, "who": "00" * 200},
    ],
)
def test_a_note_that_anybody_wrote_says_nothing_wrong(made: Made, note: dict[str, object]) -> None:
    made.folder.lock.write_text(" " + json.dumps(note))
    with Door().open(made.path, PHRASE, on=TODAY, or_read=True) as safe:
        assert safe.beside is not None
        told = safe.beside.writer()
        assert told.who == ""
        assert told.since is None
        assert len(told.computer) <= 60


def test_a_phrase_that_is_wrong_reads_nothing_and_learns_nothing(shared: Made) -> None:
    other = Other(shared, NADIA)
    try:
        with pytest.raises(WrongPassphrase):
            Door().open(shared.path, "une autre phrase que la bonne", on=TODAY, or_read=True)
    finally:
        other.kill()


def test_a_key_changed_meanwhile_asks_for_the_phrase(shared: Made) -> None:
    door = Door(choose_kdf=lambda: FLOOR)
    writer = door.open(shared.path, PHRASE, on=TODAY)
    reader = door.open(shared.path, PHRASE, on=TODAY, or_read=True)
    writer.rotate("huit lapins roses à Dijon demain", on=TODAY, recovery=False)
    assert reader.beside is not None
    assert reader.beside.moved()
    with pytest.raises(WrongPassphrase):
        door.take_over(reader, on=TODAY)
    reader.close()


@pytest.mark.slow
def test_openings_beside_who_saves_without_rest_are_never_called_damage(shared: Made) -> None:
    other, told = Other(shared, NADIA), Said()
    try:
        other.ask("many 400", wait=False)
        for _ in range(25):
            with Door().open(shared.path, PHRASE, on=TODAY, or_read=True, tell=told) as safe:
                safe.documents()
                safe.back_up_if_due(on=TODAY, tell=told)
    finally:
        other.kill()
    assert told.codes == []


def test_the_note_goes_with_the_lock_wherever_it_is_read(made: Made, tmp_path: Path) -> None:
    with Door(names_who=True).open(made.path, PHRASE, on=TODAY) as safe:
        safe.sign_as("Nadia")
        assert "who" in json.loads(made.folder.lock.read_text())
        safe.come_back()
        assert "who" in json.loads(made.folder.lock.read_text())
    assert made.folder.lock.read_bytes() == b""
