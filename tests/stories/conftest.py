"""The whole journey, run as a person would: `papier-libre demo`, in folders of its own."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.strace import TALKING, WRITING, system_calls

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Journey:
    """How to run the demo, and the folders it may and may not write in."""

    top: Path

    @property
    def out(self) -> Path:
        return self.top / "out"

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "desktop_app", "demo", "--out", str(self.out), "--json"]

    @property
    def environment(self) -> dict[str, str]:
        for name in ("home", "tmp"):
            (self.top / name).mkdir(exist_ok=True)
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH") or str(PROJECT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(self.top / "home"),
            "TMPDIR": str(self.top / "tmp"),
            "LANG": "C.UTF-8",
        }


@dataclass(frozen=True)
class Watched:
    """A journey that was made, and the system calls by which it spoke or wrote."""

    journey: Journey
    calls: list[str]


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    return Journey(tmp_path)


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """One journey under strace, for every story that looks at it."""
    top = tmp_path_factory.mktemp("watched")
    journey = Journey(top)
    calls = system_calls(journey.command, TALKING + WRITING, top / "calls", journey.environment)
    return Watched(journey, calls)
