"""What is known of an unknown PDF, before any question: its boxes and the words around them.

Rectangles are ``(x0, y0, x1, y1)`` in points from the lower left of the page as it is seen.
"""

from dataclasses import dataclass
from typing import Literal

from desktop_app.core.editions.boxes import PrintedNumber
from desktop_app.core.editions.identity import NOTHING, Sight
from desktop_app.core.rect import Rect

LINE = 13.0
"""Points of height for each line of a box of several."""

BoxType = Literal["text", "tick", "one_of", "choice", "signature", "button"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a box: page (from 1) and rectangle; ``words`` name that place, or are empty."""

    page: int
    rect: Rect
    words: str = ""


@dataclass(frozen=True, slots=True)
class BoxOption:
    """One possible answer of a ``one_of`` or ``choice`` box; ``spots`` are indexes."""

    id: str
    label: str = ""
    spots: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """One place to answer, a field of the PDF or found on its page.

    Attributes:
        name: the field's own, never shown to a person; ``page/number`` when it was found.
        found: without a field: detected on the page, so that a person checks it.
        sure: of a box that was found, from 0 to 1.
        tooltip: what the form itself says of it.
        asked: for ticks: the words of what they answer.
        known: its words as ``form inspect`` shows them; the name when there is nothing.
        comb: one cell a character; ``max_length`` is then their number.
        hidden: the form shows it to nobody.
        value, chosen: what the blank already shows.
        lead, row, column: the words of the line that announces it, of its row and of its column.
    """

    name: str
    type: BoxType
    spots: tuple[Spot, ...]
    options: tuple[BoxOption, ...] = ()
    found: bool = False
    sure: float = 1.0
    tooltip: str = ""
    asked: str = ""
    known: str = ""
    comb: bool = False
    max_length: int = 0
    multi_line: bool = False
    lines: int = 0
    leading: float = 0.0
    indent: float = 0.0
    size: float = 0.0
    align: Literal["left", "center", "right"] = "left"
    several: bool = False
    open: bool = False
    required: bool = False
    read_only: bool = False
    hidden: bool = False
    value: str = ""
    chosen: tuple[str, ...] = ()
    lead: str = ""
    row: str = ""
    column: str = ""

    @property
    def page(self) -> int:
        """The page of its first place; 0 when it is on none."""
        return self.spots[0].page if self.spots else 0

    @property
    def rect(self) -> Rect:
        return self.spots[0].rect if self.spots else (0, 0, 0, 0)

    @property
    def rows(self) -> int:
        """How many lines are written in it: as its paper shows, else as many as it is high for."""
        if self.lines > 1 or not self.multi_line:
            return max(self.lines, 1)
        return max(1, int((self.rect[3] - self.rect[1]) // LINE))

    @property
    def is_asked(self) -> bool:
        """Whether a person may answer it."""
        asked = self.type not in ("signature", "button") and not (self.read_only or self.hidden)
        return asked and any(spot.page for spot in self.spots)


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a part of a page."""

    page: int
    rect: Rect
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A word of a page, and its place."""

    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A PDF as its reader saw it.

    Attributes:
        sha256, sight: by what this blank is known again.
        page_sizes: width and height of each page, in points.
        boxes: in the order in which one reads them.
        titles: of the parts of its pages.
        reserved: areas of its pages that are not for the person, each with the words that say so.
        numbers: Cerfa numbers printed on its first pages.
        unseen: pages around whose boxes no words could be read: of whom they speak is not known.
        written: somebody wrote or drew on pages that have no field.
    """

    sha256: str
    page_sizes: tuple[tuple[float, float], ...]
    boxes: tuple[Box, ...]
    titles: tuple[Title, ...] = ()
    reserved: tuple[Title, ...] = ()
    numbers: tuple[PrintedNumber, ...] = ()
    sight: Sight = NOTHING
    kind: str = "acroform"
    unseen: frozenset[int] = frozenset()
    written: bool = False

    @property
    def answered(self) -> bool:
        """Whether somebody wrote in it already: what a form chooses at first is no answer."""
        texts = (one for one in self.boxes if one.is_asked and one.type == "text")
        return self.written or any(one.value.strip() for one in texts)
