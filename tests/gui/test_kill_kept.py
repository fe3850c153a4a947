"""``kill -9`` in a first letter, for each answer to "Qui se sert de cet ordinateur ?".

Where it is kept, nothing is missing; where it is not, nothing of it is on the disk; behind a phrase
another user of the same account finds nothing. A real window, a real keyring, real keys pressed.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.keeping_hand import CANARY, WAYS

ROOT = Path(__file__).parents[2]
AFTER_S, BEATS = 1.2, 10
"""How long after the last key she is killed; and how often her window must have lived since."""
KILLS = 60
UNLOCK = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'


class Persons:
    """Begins persons under one bus, whose keyring outlives them."""

    def __init__(self, place: Path) -> None:
        for needed in ("dbus-run-session", "gnome-keyring-daemon"):
            if shutil.which(needed) is None:
                pytest.skip(f"needs {needed}")
        pytest.importorskip("secretstorage", reason="needs secretstorage (Linux)")
        self._complaints = place / "complaints"
        environment = {k: v for k, v in os.environ.items() if k != "PYTHON_KEYRING_BACKEND"}
        own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"))
        environment |= {name: str(place) for name in (*own, "XDG_RUNTIME_DIR")}
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
        assert self._line() == {"ready": "keyring.backends.SecretService"}

    def answer_and_die(self, way: str, seed: int, home: Path) -> dict[str, Any]:
        """Return what she typed before she was killed."""
        self._ask({"way": way, "seed": seed, "home": str(home)})
        person, typed, beats, since = 0, None, 0, 0.0
        while not person or typed is None or beats < BEATS or time.monotonic() - since < AFTER_S:
            said = self._line()
            if isinstance(said, int):
                person = said
            elif said == "beat":
                beats += 1
            elif "ended" in said:
                raise AssertionError(f"she stopped by herself: {self._why()}")
            else:
                typed, since = said, time.monotonic()
        os.kill(person, signal.SIGKILL)
        self._until_ended()
        assert typed is not None
        return typed

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
        self._program.stdout.close()
        self._errors.close()

    def _ask(self, what: dict[str, Any]) -> None:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(what) + "\n")
        self._program.stdin.flush()

    def _until_ended(self) -> None:
        while not (isinstance(said := self._line(), dict) and "ended" in said):
            pass

    def _line(self) -> Any:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        assert line, self._why()
        return json.loads(line)

    def _why(self) -> str:
        return self._complaints.read_text("utf-8")[-3000:]


@pytest.fixture(scope="module")
def persons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Persons]:
    found = Persons(tmp_path_factory.mktemp("bus"))
    yield found
    found.end()


def lost(typed: dict[str, Any], found: dict[str, Any]) -> list[object]:
    """Return what she typed and the safe has not."""
    assert found["sound"] == "ok"
    return [
        (name, said, found["answers"].get(name))
        for name, said in typed["answers"].items()
        if found["answers"].get(name) != said
    ]


def traces(home: Path) -> list[str]:
    """Return the files of a home in which something she typed can be read."""
    sought = (CANARY.encode(), CANARY.encode("utf-16-le"), b"caf-indu-rsa")
    files = [path for path in home.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(one in path.read_bytes() for one in sought)]


def after_a_kill(persons: Persons, way: str, seed: int, home: Path) -> list[object]:
    """Kill her, and return what is wrong with what she left."""
    typed = persons.answer_and_die(way, seed, home)
    assert typed["answers"]
    wrong: list[object] = [*traces(home)]
    if way == "nothing":
        wrong += [str(path) for path in home.rglob("*.coffre")]
        return wrong
    found = persons.look(home, typed["phrase"])
    wrong += lost(typed, found)
    if found["without"] is not (way == "alone"):
        wrong.append("the keyring opens what only a phrase should")
    return wrong


@pytest.mark.parametrize("way", WAYS)
def test_killed_a_second_after_the_last_key(persons: Persons, tmp_path: Path, way: str) -> None:
    assert after_a_kill(persons, way, 1, tmp_path / "home") == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("way", WAYS)
def test_sixty_kills_over_a_first_letter(persons: Persons, tmp_path: Path, way: str) -> None:
    wrong: list[object] = []
    for seed in range(KILLS):
        wrong += after_a_kill(persons, way, seed, tmp_path / str(seed))
    assert not wrong
