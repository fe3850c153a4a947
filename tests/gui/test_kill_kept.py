"""``kill -9`` in a first letter, for each answer to "Qui se sert de cet ordinateur ?".

From that answer to the letter printed and filed, at a moment that chance chooses: in a gesture, in
between two pages, or once the hand rests. Where it is kept, nothing older than a second is missing;
where it is not, nothing of it is on the disk; behind a phrase another user of the same account
finds nothing. A real window, a real keyring, a real printing service, real keys pressed.
"""

import contextlib
import json
import os
import queue
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.gui.keeping_hand import CANARY, PAGES, WAYS
from tests.helpers.real_keyring import UNLOCK, need_keyring
from tests.printing.queue import cups

ROOT = Path(__file__).parents[2]
AFTER_S, BEATS = 1.2, 10
"""How old what she said must be to be asked for, and how often her window must have lived since."""
LATER_S = 3.0
"""How long after she came to a page she is killed at most, unless it is once her hand rests."""
PATIENCE_S = 180.0
KILLS = 60


@dataclass
class Said:
    """What she had said, when it was heard, and how often her window lived since."""

    what: dict[str, Any]
    at: float = field(default_factory=time.monotonic)
    beats: int = 0

    @property
    def old(self) -> bool:
        """Whether it must be kept."""
        return self.beats >= BEATS and time.monotonic() - self.at >= AFTER_S


class Persons:
    """Begins persons under one bus, whose keyring outlives them."""

    def __init__(self, place: Path, printing: dict[str, str]) -> None:
        need_keyring()
        self._complaints = place / "complaints"
        environment = {k: v for k, v in os.environ.items() if k != "PYTHON_KEYRING_BACKEND"}
        own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"))
        environment |= {name: str(place) for name in (*own, "XDG_RUNTIME_DIR")} | printing
        hand = [sys.executable, "-X", "faulthandler", "-m", "tests.gui.keeping_hand"]
        self._errors = self._complaints.open("w")
        self._program = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", UNLOCK, "sh", *hand],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            start_new_session=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        assert self._line() == {"ready": "keyring.backends.SecretService"}

    def answer_and_die(self, way: str, seed: int, home: Path) -> Said | None:
        """Kill her at a moment; return the last that she had said for long enough, if anything."""
        self._ask({"way": way, "seed": seed, "home": str(home)})
        chance = random.Random(seed)
        pages, more = 1 + chance.choice(PAGES), chance.uniform(0, LATER_S)
        at_rest = chance.random() < 0.5
        person, told, due = 0, list[Said](), float("inf")
        while time.monotonic() < due and not (at_rest and told and self._rests(told[-1])):
            said = self._line(min(due, time.monotonic() + PATIENCE_S))
            if said == "beat":
                for one in told:
                    one.beats += 1
            elif isinstance(said, int):
                person = said
            elif said is not None and "ended" in said:
                raise AssertionError(f"she stopped by herself: {self._why()}")
            elif said is not None:
                told.append(Said(said))
                if not at_rest and (len(told) == pages or "stopped" in said):
                    due = min(due, time.monotonic() + more)
        kept = [one for one in told if one.old]
        os.kill(person, signal.SIGKILL)
        self._until_ended()
        return kept[-1] if kept else None

    @staticmethod
    def _rests(last: Said) -> bool:
        return "stopped" in last.what and last.old

    def look(self, home: Path, phrase: str = "") -> dict[str, Any]:
        """Open what was kept there, as the next start does."""
        self._ask({"open": phrase, "home": str(home)})
        found: dict[str, Any] = {}
        while not found:
            said = self._line()
            assert "ended" not in said if isinstance(said, dict) else True, self._why()
            found = said if isinstance(said, dict) else {}
        self._until_ended()
        return found

    def end(self) -> None:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.close()  # the hand ends, then its bus
        try:
            self._program.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._program.pid, signal.SIGKILL)
            self._program.wait()
        self._ear.join(20)
        self._program.stdout.close()
        self._errors.close()

    def _ask(self, what: dict[str, Any]) -> None:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(what) + "\n")
        self._program.stdin.flush()

    def _until_ended(self) -> None:
        while not (isinstance(said := self._line(), dict) and "ended" in said):
            pass

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._lines.put(line)
        self._lines.put("")

    def _line(self, until: float | None = None) -> Any:
        """Return what is heard next; None when nothing is before that moment."""
        end = time.monotonic() + PATIENCE_S if until is None else until
        try:
            line = self._lines.get(timeout=max(0.001, end - time.monotonic()))
        except queue.Empty:
            assert until is not None, self._why()
            return None
        assert line, self._why()
        return json.loads(line)

    def _why(self) -> str:
        return self._complaints.read_text("utf-8")[-3000:]


@pytest.fixture(scope="module")
def persons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Persons]:
    with contextlib.ExitStack() as open_:
        printing: dict[str, str] = {}
        with contextlib.suppress(pytest.skip.Exception):  # she prints elsewhere then
            service = open_.enter_context(cups())
            service.add_printer("Bureau", default=True)
            printing = dict(service.environment)
        found = Persons(tmp_path_factory.mktemp("bus"), printing)
        yield found
        found.end()


def lost(said: dict[str, Any], found: dict[str, Any]) -> list[object]:
    """Return what she said and the safe has not."""
    assert found["sound"] == "ok"
    missing: list[object] = [
        (part, name, one, found[part].get(name))
        for part in ("answers", "writing")
        for name, one in said[part].items()
        if found[part].get(name) != one
    ]
    return missing + ["the paper filed"] * (said["filed"] and not found["filed"])


def traces(home: Path) -> list[str]:
    """Return the files of a home in which something she typed can be read."""
    sought = (CANARY.encode(), CANARY.encode("utf-16-le"), b"caf-indu-rsa")
    files = [path for path in home.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(one in path.read_bytes() for one in sought)]


def after_a_kill(persons: Persons, way: str, seed: int, home: Path, at: Counter[str]) -> list[Any]:
    """Kill her, and return what is wrong with what she left; ``at`` counts where she was."""
    said = persons.answer_and_die(way, seed, home)
    at[said.what["at"] if said is not None else "too soon"] += 1
    wrong: list[Any] = [*traces(home)]
    if way == "nothing":
        return wrong + [str(path) for path in home.rglob("*.coffre")]
    if said is None:
        return wrong
    assert said.what["answers"]
    found = persons.look(home, said.what["phrase"])
    wrong += lost(said.what, found)
    if found["without"] is not (way == "alone"):
        wrong.append("the keyring opens what only a phrase should")
    return [(way, seed, said.what["at"], one) for one in wrong]


@pytest.mark.parametrize("way", WAYS)
def test_killed_on_the_way(persons: Persons, tmp_path: Path, way: str) -> None:
    assert after_a_kill(persons, way, 1, tmp_path / "home", Counter()) == []


@pytest.mark.slow
@pytest.mark.timeout(3 * 3600)
@pytest.mark.parametrize("way", WAYS)
def test_sixty_kills_over_a_first_letter(persons: Persons, tmp_path: Path, way: str) -> None:
    wrong: list[object] = []
    at: Counter[str] = Counter()
    for seed in range(KILLS):
        wrong += after_a_kill(persons, way, seed, tmp_path / str(seed), at)
    print(f"\n{way}: {KILLS} kills, {len(wrong)} wrong; where she was: {dict(at)}")
    assert not wrong
