"""The power goes at any moment: what was acknowledged is there (fault family S1)."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from tests.safe.conftest import Made
from tests.safe.powercut import Disk, lay, record

SAVER = """
import sys, datetime as dt
from pathlib import Path
from desktop_app.safe import database, disk
from tests.safe.conftest import Made, TODAY
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
path, key, sabotage, saves = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
if sabotage in ("NORMAL", "OFF"):
    database._WANTED["synchronous"] = {"NORMAL": 1, "OFF": 0}[sabotage]
if sabotage == "keys not flushed":
    disk.Disk._flush = lambda self, descriptor: None
made = Made(Path(path), bytes.fromhex(key), (), {})
with made.open_with_key(Door(choose_kdf=lambda: FLOOR)) as safe:
    for number in range(saves):
        if number % 4 == 3:
            safe.access.add_phrase(f"la phrase numéro {number} de plus", name="", on=TODAY)
            acknowledged = f"slots:{len(safe.access.slots.keys.slots)}"
        elif number % 4 == 2:
            safe.add(bytes([number]) * 20000, title=f"acte-{number}", text="mots", on=TODAY)
            acknowledged = f"document:acte-{number}"
        else:
            safe.people.add(f"personne-{number}", on=TODAY)
            acknowledged = f"person:personne-{number}"
        print(acknowledged, flush=True)
"""


def missing(made: Made, acknowledged: list[str]) -> list[str]:
    """Return what was acknowledged and cannot be read; a refusal loses everything."""
    try:
        with made.open_with_key() as safe:
            there = {f"person:{person.name}" for person in safe.people.all()}
            for document in safe.documents():
                assert len(safe.content(document.id)) == document.size
                there.add(f"document:{document.title}")
            there |= {f"slots:{n}" for n in range(1, len(safe.access.slots.keys.slots) + 1)}
    except AppError:
        return acknowledged or ["everything"]
    return [what for what in acknowledged if what not in there]


def simulate(
    original: Made, tmp_path: Path, saves: int, drawn: int, sabotage: str, seed: str = ""
) -> tuple[int, int]:
    """Cut after each change of the disk; return how many states were opened, and lost."""
    start, made = original.copied(tmp_path / "start"), original.copied(tmp_path / "coffre")
    command = [sys.executable, "-c", SAVER, str(made.path), made.key.hex(), sabotage, str(saves)]
    lines = record(command, tmp_path / "calls", {**os.environ, "PYTHONPATH": "."})
    shutil.rmtree(made.path)
    shutil.copytree(start.path, made.path)
    disk, acknowledged, states, lost = Disk(made.path), [], 0, 0
    for number, line in enumerate(lines):
        changed, said = disk.play(line)
        acknowledged += said.split()
        if not changed:
            continue
        for state in disk.states(drawn, f"{seed}{number}"):
            lay(state, tmp_path / "cut", start.folder.ballast)
            states += 1
            lost += bool(missing(Made(tmp_path / "cut", made.key, (), {}), acknowledged))
    assert len(acknowledged) == saves
    return states, lost


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder whose flushes cost nothing: the disk that matters here is the simulated one."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


@pytest.fixture
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("needs strace")


@pytest.mark.parametrize(
    ("saves", "drawn"),
    [(4, 1), pytest.param(12, 8, marks=pytest.mark.slow)],
    ids=["4 saves", "12 saves"],
)
def test_nothing_acknowledged_is_lost(
    original: Made, memory: Path, strace, saves: int, drawn: int, record_property
) -> None:
    states, lost = simulate(original, memory, saves, drawn, "")
    record_property("states, lost", (states, lost))
    assert (lost, states > 40 * saves) == (0, True)


@pytest.mark.parametrize(("sabotage", "saves"), [("OFF", 2), ("keys not flushed", 4)])
def test_the_simulator_catches(
    original: Made, memory: Path, strace, sabotage: str, saves: int, record_property
) -> None:
    """The sabotage: a weaker flush of the database, or of the key file, must lose something."""
    states, lost = simulate(original, memory, saves, 0, sabotage)
    record_property(f"states, lost with {sabotage}", (states, lost))
    assert lost > 0


@pytest.mark.slow
def test_the_simulator_catches_a_journal_that_is_not_flushed_away(
    original: Made, memory: Path, strace, record_property
) -> None:
    states, lost = simulate(original, memory, 12, 8, "NORMAL")
    record_property("states, lost with NORMAL", (states, lost))
    assert lost > 0
