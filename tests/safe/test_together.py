"""Two programs on one safe whose lock file was taken away: nothing is overwritten (attack F6)."""

import os
import subprocess
import sys

import pytest

from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import KeysChanged, LockLost, StorageFailed
from desktop_app.safe.keystore import write
from tests.safe.conftest import PHRASE, TODAY, Made

NEW = "une phrase toute neuve à elle"

OTHER = """
import sys
from pathlib import Path
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import Kdf
from tests.safe.conftest import PHRASE, TODAY
with Door(choose_kdf=lambda: Kdf(19_456, 1, 1)).open(Path(sys.argv[1]), PHRASE, on=TODAY) as safe:
    if sys.argv[2] == "phrase":
        safe.access.change_phrase("", sys.argv[3], on=TODAY)
    elif sys.argv[2] == "person":
        safe.people.add("Ajoutée ailleurs", on=TODAY)
    elif sys.argv[2] == "rotate":
        safe.rotate(sys.argv[3], on=TODAY)
    elif sys.argv[2] == "hold":
        print("open", flush=True)
        sys.stdin.read()
"""


def other(made: Made, what: str) -> "subprocess.Popen[str]":
    """Start another program on the same safe."""
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, str(made.path), what, NEW],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    )


def done_by_another(made: Made, what: str) -> None:
    made.folder.lock.unlink()
    child = other(made, what)
    child.communicate(timeout=120)
    assert child.returncode == 0


def test_a_phrase_changed_by_another_program_stays(made: Made) -> None:
    with made.open_with_key() as safe:
        done_by_another(made, "phrase")
        with pytest.raises(LockLost):
            safe.access.add_phrase("la phrase de quelqu’un", name="Luc", on=TODAY)
        with pytest.raises(LockLost):  # and not only the first time
            safe.people.add("Quelqu’un", on=TODAY)
    made.open(NEW).close()


@pytest.mark.parametrize("what", ["person", "rotate"])
def test_what_another_program_saved_is_not_written_over(made: Made, what: str) -> None:
    with made.open_with_key() as safe:
        done_by_another(made, what)
        with pytest.raises(LockLost):
            safe.people.add("Ajoutée ici", on=TODAY)
        with pytest.raises(LockLost):
            safe.rotate(PHRASE, on=TODAY)
    with made.open(NEW if what == "rotate" else PHRASE) as safe:
        names = {person.name for person in safe.people.all()}
    assert ("Ajoutée ailleurs" in names) == (what == "person")
    assert "Ajoutée ici" not in names


def test_a_program_that_holds_the_new_lock_is_not_joined(made: Made) -> None:
    with made.open_with_key() as safe:
        made.folder.lock.unlink()
        child = other(made, "hold")
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "open\n"
            with pytest.raises(LockLost):
                safe.people.add("Quelqu’un", on=TODAY)
        finally:
            child.communicate(timeout=60)


@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_alone_one_goes_on_and_holds_the_lock_again(made: Made, how: str) -> None:
    """A synchronisation took the file away, and nobody came: the work is saved."""
    with made.open_with_key() as safe:
        note = made.folder.lock.read_bytes()
        made.folder.lock.unlink()
        if how == "replaced":
            made.folder.lock.write_bytes(note)
        safe.people.add("Quelqu’un", on=TODAY)
        safe.access.add_phrase("la phrase de quelqu’un", name="Luc", on=TODAY)
        child = other(made, "person")
        child.communicate(timeout=60)
        assert child.returncode != 0  # already open
    with made.open_with_key() as safe:
        assert "Quelqu’un" in {person.name for person in safe.people.all()}


def test_keys_written_under_our_feet_are_not_overwritten(made: Made) -> None:
    """The lock is ours, yet a synchronisation brought another key file."""
    with made.open_with_key() as safe:
        theirs = safe.access.slots.keys.with_slots(safe.access.slots.keys.slots)
        write(made.folder, Disk(), theirs, made.key)
        there = made.folder.keys[0].read_bytes()
        for act in (
            lambda: safe.access.add_phrase("la phrase de quelqu’un", name="", on=TODAY),
            lambda: safe.access.renew_words(on=TODAY),
            lambda: safe.rotate(PHRASE, on=TODAY),
        ):
            with pytest.raises(KeysChanged):
                act()
        assert made.folder.keys[0].read_bytes() == there
        assert len(safe.access.all()) == 2  # no name is left of what was refused
        assert safe.database.value("SELECT count(*) FROM helper") == 2


class Failing(Disk):
    """A disk that refuses the n-th file that it should write."""

    def __init__(self, fails_at: int) -> None:
        self.left = fails_at

    def _rename(self, old: object, new: object) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(5, "injected")
        super()._rename(old, new)  # type: ignore[arg-type]


@pytest.mark.parametrize(("fails_at", "opens"), [(1, PHRASE), (2, NEW)])
def test_a_copy_of_the_keys_that_cannot_be_written(
    made: Made, door, fails_at: int, opens: str
) -> None:
    """The first copy refused: nothing changed. The second: the change is made, and mended later."""
    with made.open_with_key() as safe:
        safe.access.slots._disk = Failing(fails_at)
        if fails_at == 1:
            with pytest.raises(StorageFailed):
                safe.access.change_phrase("", NEW, on=TODAY)
        else:
            safe.access.change_phrase("", NEW, on=TODAY)
    made.open(opens).close()
    made.open(" ".join(made.words)).close()
