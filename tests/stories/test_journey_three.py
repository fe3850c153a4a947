"""J3: a person who reads little French, on a library's terminal, on a real display.

In French, in English, and in the made-up language read from the right. What needs real Arabic
words waits for their catalogue: each question in Arabic and French (J3.2), what is expected of a
name (J3.4), ready sentences with the French that is printed (J3.6), the Arabic meaning beside the
letter (J3.8). The session of step 8 is also killed in the middle.
"""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.traces import Words, places
from tests.helpers.display import virtual_display

PROJECT = Path(__file__).parents[2]
STEPS = [f"J3.{n}" for n in (1, 2, 3, 4, 7, 5, 8, 9, 10, 11, 12)]


def drawn() -> str:
    """Return a word that is nowhere else, as a name may be."""
    return "Z" + "".join(secrets.choice("aeiou") + secrets.choice("bdfglmnr") for _ in range(6))


@dataclass
class Running:
    """The reader's process, and the words that she types."""

    process: "subprocess.Popen[str]"
    words: list[str]
    begun: float
    key: Path

    def steps(self, last: str) -> list[str]:
        assert self.process.stdout is not None
        said: list[str] = []
        for line in self.process.stdout:
            said.append(line.strip())
            if said[-1] == last:
                break
        return said

    def left(self) -> list[Path]:
        """Return the files changed since that hold one of the words; not those of the stick."""
        sought = Words(tuple(self.words))
        found = []
        for top in places():
            for folder, _, names in os.walk(top):
                for name in names:
                    path = Path(folder, name)
                    with contextlib.suppress(OSError):
                        if path.is_relative_to(self.key) or path.lstat().st_ctime < self.begun:
                            continue
                        if path.is_file() and sought.in_(path.read_bytes() + os.fsencode(name)):
                            found.append(path)
        return found


@contextlib.contextmanager
def reader(language: str, tmp_path: Path, stops: str = "") -> Iterator[Running]:
    (key := tmp_path / "CLE").mkdir(exist_ok=True)
    (made := tmp_path / "mots").mkdir(exist_ok=True)
    words = [drawn() for _ in range(3)]
    with virtual_display() as name:
        environment = os.environ | {
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "READER_LANGUAGE": language,
            "READER_STOPS": stops,
            "READER_KEY": str(key),
            "READER_MADE": str(made),
            "READER_WORDS": " ".join(words),
            "PYTHONPATH": str(PROJECT),
            "LANG": "C.UTF-8",
        }
        environment.pop("PAPIER_LIBRE_ENDED", None)
        with subprocess.Popen(
            [sys.executable, "-m", "tests.stories.terminal_reader"],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                yield Running(process, words, time.time() - 1, key)
            finally:
                process.kill()


def test_the_first_steps_on_a_real_display(tmp_path: Path, home: Path) -> None:
    """The slice that is always run."""
    with reader("en", tmp_path) as running:
        assert running.steps("J3.3") == ["J3.1", "J3.2", "J3.3"]
    assert sorted(home.rglob("*")) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en", "qaa"])
def test_journey_three(language: str, tmp_path: Path, home: Path) -> None:
    with reader(language, tmp_path) as running:
        assert running.steps("ended") == [*STEPS, "ended"]
        assert running.left() == []
        assert sorted(home.rglob("*")) == []
        assert len(list(running.key.iterdir())) == 3


@pytest.mark.slow
def test_killed_in_the_middle_of_step_eight_nothing_is_there_at_the_next_start(
    tmp_path: Path, home: Path
) -> None:
    with reader("fr", tmp_path, stops="J3.8") as running:
        assert running.steps("J3.8 half")[-1] == "J3.8 half"
        running.process.send_signal(signal.SIGKILL)
        running.process.wait()
        assert running.left() == []
        words = running.words
    with reader("fr", tmp_path, stops="J3.1") as again:
        assert again.steps("J3.1")[-1] == "J3.1"
        again.words[:] = words
        assert again.left() == []
    assert sorted(home.rglob("*")) == []
