"""The program is killed at a random moment (fault family S2): nothing acknowledged is lost.

The fault machine (``tests/faults``) kills each call of each gesture; here whole sessions are.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.safe.conftest import PHRASE, TODAY, Made

WORKER = """
import sys, os, time, datetime as dt
from pathlib import Path
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.safe.conftest import PHRASE, TODAY
path, activity = Path(sys.argv[1]), sys.argv[2]
door = Door(choose_kdf=lambda: FLOOR)
safe = door.open(path, PHRASE, on=TODAY)
print("ready", flush=True)
for number in range(10**6):
    name = f"{activity}-{number}"
    if activity == "sabotage":
        print(name, flush=True)
        time.sleep(0.02)
    if activity in ("people", "sabotage"):
        safe.people.add(name, on=TODAY)
    elif activity == "scan":
        safe.add(os.urandom(3_000_000), title=name, text="mots " * 500, on=TODAY)
    elif activity == "backup":
        safe.people.add(name, on=TODAY)
        safe.back_up_here(on=TODAY)
    elif activity == "leaving":
        safe.people.add(name, on=TODAY)
        safe.backup(path.parent / "out.zip", on=TODAY, replace=True)
    elif activity == "erase":
        kept = safe.people.add(name, on=TODAY)
        gone = safe.people.add("gone-" + name, on=TODAY)
        safe.bin.erase("person", gone, on=TODAY)
    elif activity == "rotate":
        safe.people.add(name, on=TODAY)
        safe.rotate(PHRASE, on=TODAY)
        safe = door.open(path, PHRASE, on=TODAY)
    elif activity == "phrases":
        safe.people.add(name, on=TODAY)
        slot = safe.access.add_phrase("une phrase de passage " + name, name=name, on=TODAY)
        safe.access.remove(slot, on=TODAY)
    print(name, flush=True)
"""
SLOWER = {"leaving": 2.0, "phrases": 2.0, "rotate": 4.0}  # seconds within which the kill falls
ACTIVITIES = ("people", "scan", "backup", "leaving", "erase", "rotate", "phrases")


def run_and_kill(made: Made, activity: str, draw: random.Random, log: Path) -> list[str]:
    """Return what the program acknowledged before it was killed."""
    with log.open("wb") as out:
        child = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(made.path), activity],
            stdout=out,
            env={**os.environ, "PYTHONPATH": "."},
        )
        deadline = time.monotonic() + 30
        while b"\n" not in log.read_bytes():
            assert time.monotonic() < deadline
            assert child.poll() is None
            time.sleep(0.005)
        time.sleep(draw.uniform(0.0, SLOWER.get(activity, 0.6)))
        child.kill()
        child.wait()
    said = log.read_text().split("\n")
    return said[1:-1]


def lost_of(made: Made, acknowledged: list[str]) -> list[str]:
    """Open as a person would; return what was acknowledged and is not there."""
    with Door(choose_kdf=lambda: FLOOR).open(made.path, PHRASE, on=TODAY) as safe:
        there = {person.name for person in safe.people.all()}
        there |= {document.title for document in safe.documents()}
        for document in safe.documents():
            assert len(safe.content(document.id)) == document.size
        safe.people.add("après la coupure", on=TODAY)
    leftovers = [p.name for p in made.path.rglob("*") if p.suffix in (".part", ".next")]
    assert leftovers == []
    return [name for name in acknowledged if name not in there]


def kills(original: Made, tmp_path: Path, activity: str, count: int) -> tuple[int, int]:
    seed = random.randrange(10**6)
    print("seed", seed)
    draw, acknowledged, lost = random.Random(seed), 0, 0
    for number in range(count):
        made = original.copied(tmp_path / f"{activity}{number}" / "coffre")
        said = run_and_kill(made, activity, draw, tmp_path / "log")
        acknowledged += len(said)
        lost += len(lost_of(made, said))
    return acknowledged, lost


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_killed_thirty_times(
    original: Made, tmp_path: Path, activity: str, record_property
) -> None:
    acknowledged, lost = kills(original, tmp_path, activity, 30)
    record_property("acknowledged, lost", (acknowledged, lost))
    assert lost == 0


@pytest.mark.slow
def test_the_oracle_sees_a_lie(original: Made, tmp_path: Path) -> None:
    """The sabotage: a program that says it has saved before it has."""
    for number in range(5):
        made = original.copied(tmp_path / f"s{number}" / "coffre")
        said = run_and_kill(made, "sabotage", random.Random(number), tmp_path / "log")
        if lost_of(made, said):
            return
    pytest.fail("five lies unseen")
