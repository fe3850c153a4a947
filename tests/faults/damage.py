"""Damage: one bit anywhere in the files of a safe, and each page of its database broken in turn."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.safe import repair
from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import Disk
from tests.faults.gestures import NAMED
from tests.faults.judge import CRASH, LOST, SILENT, WORD, read
from tests.faults.run import Machine, Say, in_child
from tests.faults.scene import Scene

KINDS = ("one bit", "zeroed", "torn")
_GESTURE = NAMED["person"]
_OF_ZIP = NAMED["restore"]
# What each file may be said to be, once a bit of it is another.
_WORDS = {
    "safe.db": {"safe-damaged", "document-damaged"},
    "keys": {"keys-damaged"},
    "keys.2": {"keys-damaged"},
    "out.zip": {"backup-truncated", "backup-not-verified", "backup-other-safe", "safe-newer"},
}


def flipped(machine: Machine, seed: int, number: int) -> tuple[str, list[str]]:
    """Flip a bit that is drawn; return of which file, and what was not as promised."""
    draw = random.Random(f"{seed}/flip/{number}")
    ready, expected = machine.ready(_GESTURE)
    restored = machine.ready(_OF_ZIP)[1]
    scene = ready.laid(machine.place)
    path = draw.choice(_files(scene))
    place = draw.randrange(path.stat().st_size)
    _write(path, place, bytes([_byte(path, place) ^ 1 << draw.randrange(8)]))
    name = "backups" if scene.safe.backups in path.parents else path.name
    before = (restored if name == "out.zip" else expected).before
    return name, _harms(machine, scene, name, before)


def _files(scene: Scene) -> list[Path]:
    """Return the files that may be hit: the database as often as all the others."""
    safe = scene.safe
    others = [*safe.keys, safe.parity, scene.out, *sorted(safe.backups.glob("*/*"))]
    return [*[safe.database] * len(others), *others]


def _harms(machine: Machine, scene: Scene, name: str, before: frozenset[str]) -> list[str]:
    def work(say: Say) -> None:
        machine.sabotage()
        found = read(scene, _OF_ZIP if name == "out.zip" else _GESTURE)
        say(json.dumps([sorted(found.facts), found.refused, found.said]))

    said, ended = in_child(work)
    if ended or not said or said[0].startswith("crash"):
        return [f"{CRASH}: {name}: {ended} {said}"]
    facts, refused, _ = json.loads(said[0])
    seen = {one for one in facts if not one.startswith("wrong: ")}
    if refused:
        right = refused in _WORDS.get(name, set())  # never "-no-backup": there is one
        harms = [] if right else [f"{WORD}: {name}: {refused}"]
    else:
        harms = [] if seen == before else [f"{SILENT}: {name}: {sorted(seen ^ before)}"[:300]]
    if name == "safe.db" and (refused or seen != set(facts)):
        harms += _repaired(machine, scene, before)
    return harms


def _repaired(machine: Machine, scene: Scene, before: frozenset[str]) -> list[str]:
    """Repair it, as the page that says the damage offers; return what does not come back."""

    def work(say: Say) -> None:
        machine.sabotage()
        try:
            repair.closed(scene.entered(), Disk(), lambda _done, _all: None)
            found = read(scene, _GESTURE)
            say(json.dumps([sorted(found.facts), found.refused]))
        except AppError as error:
            say(json.dumps([[], error.wording]))

    said, ended = in_child(work)
    if ended or not said or said[0].startswith("crash"):
        return [f"{CRASH}: repair: {ended} {said}"]
    facts, refused = json.loads(said[0])
    return [] if set(facts) == before else [f"{LOST}: repair: {refused or 'other facts'}"]


def pages(machine: Machine) -> Iterator[tuple[int, str]]:
    """Yield each page of the database, with each way of breaking it."""
    size = machine.ready(_GESTURE)[0].safe.database.stat().st_size
    for number in range(1, size // PAGE + 1):
        for kind in KINDS:
            yield number, kind


def broken(machine: Machine, page: int, kind: str) -> list[str]:
    """Break a page, and repair it: every byte is what it was."""
    ready, expected = machine.ready(_GESTURE)
    scene = ready.laid(machine.place)
    database = scene.safe.database
    whole, draw = database.read_bytes(), random.Random(f"{page} {kind}")
    start = (page - 1) * PAGE
    if kind == "one bit":
        place = start + draw.randrange(PAGE)
        _write(database, place, bytes([whole[place] ^ 1 << draw.randrange(8)]))
    else:
        half = draw.randbytes(PAGE // 2) + whole[start + PAGE // 2 : start + PAGE]
        _write(database, start, bytes(PAGE) if kind == "zeroed" else half)
    return _repaired(machine, scene, expected.before)


def _byte(path: Path, place: int) -> int:
    with path.open("rb") as file:
        file.seek(place)
        return file.read(1)[0]


def _write(path: Path, place: int, data: bytes) -> None:
    copy = path.read_bytes()  # it may be a link to the scene's own
    path.unlink()
    path.write_bytes(copy[:place] + data + copy[place + len(data) :])
