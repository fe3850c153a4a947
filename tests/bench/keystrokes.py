"""The keystroke model: a hand that does each gesture on the real window, and counts what it costs.

Operators, in seconds, and where they come from:

- a key, 0.28: the average typist of S. Card, T. Moran and A. Newell, "The keystroke-level model for
  user performance time with interactive systems", Communications of the ACM 23, 1980;
- a click, 1.3: to point (1.1) and to press and let go (0.2), the same paper;
- to think, 1.35: mental preparation, the same paper: once before each answer, each choice made;
- to ask a question aloud and hear its answer, 6: taken by the study of the office at its beginning
  (no paper; it is most of the time, so each sum is told with and without).

Nobody was timed: a model compares two ways to do the same, and tells where minutes go.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gui.keyboard import click, held, strike, write

SETTLED_MS = 150
KEY, CLICK, THINK, ALOUD = 0.28, 1.3, 1.35, 6.0


@dataclass(slots=True)
class Cost:
    """What a step took."""

    keys: int = 0
    clicks: int = 0
    thoughts: int = 0
    asked: int = 0

    @property
    def seconds(self) -> float:
        """Without what is asked aloud."""
        return self.keys * KEY + self.clicks * CLICK + self.thoughts * THINK

    @property
    def aloud(self) -> float:
        """With it."""
        return self.seconds + self.asked * ALOUD

    @property
    def gestures(self) -> int:
        return self.keys + self.clicks

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.keys + other.keys,
            self.clicks + other.clicks,
            self.thoughts + other.thoughts,
            self.asked + other.asked,
        )


@dataclass(slots=True)
class Hand:
    """Types and clicks in the window that has the keyboard; ``steps``: what each took."""

    steps: dict[str, Cost] = field(default_factory=dict)
    _now: Cost = field(default_factory=Cost)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what is done in there under this name."""
        self._now = self.steps.setdefault(name, Cost())
        yield

    @property
    def total(self) -> Cost:
        return sum(self.steps.values(), Cost())

    def think(self) -> None:
        self._now.thoughts += 1

    def ask(self) -> None:
        """Ask a question aloud, and hear the answer."""
        self._now.asked += 1

    def count(self, *, keys: int = 0, clicks: int = 0) -> None:
        """Count what was done otherwise."""
        self._now.keys += keys
        self._now.clicks += clicks

    def key(self, key: Qt.Key) -> None:
        self._now.keys += 1
        strike(key)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self._now.keys += len(text)
        write(text)

    def click(self, widget: QWidget | None) -> None:
        """Click on something that can be pressed now."""
        assert widget is not None, "there is nothing to click"
        assert widget.isEnabled()
        self._now.clicks += 1
        QTest.qWait(SETTLED_MS)  # what was just shown is laid out, and scrolls no more
        click(widget)

    def go_to(self, widget: QWidget) -> None:
        """Click into a field."""
        self._now.clicks += 1
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        assert held() is widget
