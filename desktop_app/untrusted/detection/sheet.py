"""What one page shows, as geometry. Points from the lower left of the page as it is seen."""

from dataclasses import dataclass, field
from typing import Literal

Rect = tuple[float, float, float, float]
Kind = Literal["text", "comb", "tick", "signature"]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke, level or upright.

    Attributes:
        at: its height on the page when level, its distance from the left when upright.
        start, end: from where to where along the other axis, ``start < end``.
        typed: a row of underscores or dots, or a bar, written with the text.
        dotted: drawn or typed in dots.
    """

    at: float
    start: float
    end: float
    thick: float = 0.5
    typed: bool = False
    dotted: bool = False

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter and the rectangle of its ink."""

    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that touch; an unread word of a scan has no text."""

    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: strokes, words, squares typed as letters, painted areas.

    Attributes:
        squares: empty boxes that a font draws (☐).
        inked: areas painted dark, where nobody can write.
        is_picture: a picture covers it and hardly anything is drawn: only its pixels show lines.
        art: drawings and pictures: logos, letters drawn as outlines.
    """

    width: float
    height: float
    level: tuple[Line, ...] = ()
    upright: tuple[Line, ...] = ()
    words: tuple[Word, ...] = ()
    squares: tuple[Rect, ...] = ()
    inked: tuple[Rect, ...] = ()
    art: tuple[Rect, ...] = ()
    is_picture: bool = False


@dataclass(slots=True)
class Mark:
    """A place that asks for an answer.

    Attributes:
        cells: of a comb.
        lines, leading, indent: of several lines written as one answer; as in ``model.Field``.
        walled: drawn with sides, so that its words may stand below it.
        sure: from 0 to 1.
        asked: its question leads to it: it ends in a colon or a question mark.
        beside: its words stand on its own row, before it.
        question: what a square answers, when its label is only "oui".
    """

    kind: Kind
    rect: Rect
    cells: int = 0
    lines: int = 1
    leading: float = 0.0
    indent: float = 0.0
    walled: bool = False
    typed: bool = False
    sure: float = 0.9
    label: str = ""
    question: str = ""
    asked: bool = False
    beside: bool = False
    feet: list[Line] = field(default_factory=list)

    @property
    def foot(self) -> float:
        """The height on which one writes (the last line of several)."""
        return self.rect[1]


def overlap(one: Rect, other: Rect) -> float:
    """How many points two rectangles share from left to right."""
    return min(one[2], other[2]) - max(one[0], other[0])


def same_row(one: Rect, other: Rect, least: float = 2.0) -> bool:
    """Whether two rectangles stand beside each other."""
    return min(one[3], other[3]) - max(one[1], other[1]) > least


def holds(outer: Rect, inner: Rect, slack: float = 1.0) -> bool:
    """Whether a rectangle lies in another one."""
    return (
        outer[0] - slack <= inner[0]
        and outer[1] - slack <= inner[1]
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def middle(rect: Rect) -> tuple[float, float]:
    """The centre of a rectangle."""
    return (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2


def has(rect: Rect, point: tuple[float, float]) -> bool:
    """Whether a point is in a rectangle."""
    return rect[0] <= point[0] <= rect[2] and rect[1] <= point[1] <= rect[3]
