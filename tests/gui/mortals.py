"""Persons in processes of their own, one after the other, each killed by a test at some moment."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.safe.errors import AlreadyOpen

ROOT = Path(__file__).parents[2]
T = TypeVar("T")


class Mortals:
    """The program that begins them: a module of ``tests.gui``; what it complains of is kept."""

    def __init__(self, module: str, complaints: Path) -> None:
        self._complaints, self._errors = complaints, complaints.open("w")
        self._program = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-m", module],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )

    def tell(self, line: str) -> None:
        """Ask for a person."""
        assert self._program.stdin is not None
        self._program.stdin.write(line + "\n")
        self._program.stdin.flush()

    def hear(self) -> str:
        """Return the next line that she, or who begins her, says."""
        assert self._program.stdout is not None
        line = self._program.stdout.readline().strip()
        assert line, self.why()
        return line

    def why(self) -> str:
        """Return what was complained of last."""
        self._program.kill()
        return self._complaints.read_text("utf-8")[-3000:]

    def end(self) -> None:
        """End the program."""
        self._program.kill()
        self._program.communicate()
        self._errors.close()


def open_soon(opened: Callable[[], T]) -> T:
    """Open a safe; a child that was being started at the kill may hold its lock until it runs."""
    for _ in range(50):
        try:
            return opened()
        except AlreadyOpen:
            time.sleep(0.1)
    raise AssertionError("the safe of a person who was killed stays locked")
