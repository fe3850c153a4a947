"""What one page shows, as geometry. Points from the lower left of the page as it is seen."""

from dataclasses import dataclass, field
from typing import Literal

from desktop_app.core.rect import Rect

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
        white: boxes painted white on a ground.
        tinted: rectangles painted pale, that may be boxes without a border.
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
    white: tuple[Rect, ...] = ()
    tinted: tuple[Rect, ...] = ()


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
