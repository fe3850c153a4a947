"""What is asked of a finished file, and the facts that come back."""

from typing import Annotated

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Rect

Found = Annotated[str, msgspec.Meta(max_length=ceilings.PAGE_TEXT_LENGTH)]
Pixels = Annotated[int, msgspec.Meta(ge=0, le=2 * ceilings.PIXELS_A_PAGE)]


class Letter(msgspec.Struct, forbid_unknown_fields=True, array_like=True):
    """A letter, how far along its line it stands, and how far below the others its line is."""

    text: Annotated[str, msgspec.Meta(max_length=1)]
    along: float
    below: float


class TextQuestion(msgspec.Struct, forbid_unknown_fields=True):
    """What stands in ``box`` (the PDF's own space); where ink is in ``lines`` (page as seen).

    ``letters`` are, for each line, the spans along it in each of which ink must be. With ``along``
    (where words run to, in the PDF's own space) its letters are wanted one by one, as they stand.
    """

    box: Rect
    lines: list[Rect] = []
    letters: list[list[tuple[float, float]]] = []
    upright: bool = True
    along: tuple[float, float] | None = None


class TickQuestion(msgspec.Struct, forbid_unknown_fields=True):
    """How much changed in ``rect``; on the bare page too where the blank shows a tick."""

    rect: Rect
    was_on: bool = False


class PageQuestion(msgspec.Struct, forbid_unknown_fields=True):
    """The questions of one page (from 1)."""

    page: int
    texts: list[TextQuestion] = []
    ticks: list[TickQuestion] = []


class Question(msgspec.Struct, forbid_unknown_fields=True):
    """Everything asked of a finished file; ``annex`` are pages whose words are wanted whole.

    With ``annex_box``, the letters that stand in this part of them are wanted one by one too.
    """

    editable: bool
    pages: list[PageQuestion]
    annex: list[int] = []
    annex_box: Rect | None = None


class TextFact(msgspec.Struct, forbid_unknown_fields=True):
    """Words in a box on the blank and on the finished page; where ink appeared, line by line.

    ``bare`` is how many letters have no ink in their middle; ``placed`` the letters on the finished
    page and ``placed_before`` those on the blank, when they were wanted one by one.
    """

    before: Found
    after: Found
    ink: list[Rect | None]
    bare: int = 0
    placed_before: list[Letter] = []
    placed: list[Letter] | None = None


class TickFact(msgspec.Struct, forbid_unknown_fields=True):
    """Pixels that changed: from the blank as it is shown, and from its bare page without boxes
    (asked only where the blank shows a tick).

    ``core`` leaves out the edges of the box, where a square may be printed.
    """

    measured: bool
    core: Pixels = 0
    all: Pixels = 0
    bare_core: Pixels = 0
    bare_all: Pixels = 0


class Facts(msgspec.Struct, forbid_unknown_fields=True):
    """Answers, in the order of the questions."""

    pages: int
    texts: list[TextFact] = []
    ticks: list[TickFact] = []
    annex: list[Found] = []
    annex_placed: list[list[Letter]] = []
