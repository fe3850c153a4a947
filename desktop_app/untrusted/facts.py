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
    ``seen`` is the box on the page as seen: what is there and not ours is said of it. ``cores`` are
    where printed words must not be (the PDF's own space): under the middle of its lines.
    """

    box: Rect
    lines: list[Rect] = []
    letters: list[list[tuple[float, float]]] = []
    upright: bool = True
    along: tuple[float, float] | None = None
    seen: Rect = (0, 0, 0, 0)
    cores: list[Rect] = []


class TickQuestion(msgspec.Struct, forbid_unknown_fields=True):
    """How much changed in ``rect``; on the bare page too where the blank shows a tick."""

    rect: Rect
    was_on: bool = False


class PageQuestion(msgspec.Struct, forbid_unknown_fields=True):
    """The questions of one page (from 1).

    ``drawing`` is the page of our drawing (from 1) that covers it; 0 for none. In ``emptied`` what
    the blank showed gives place to an answer; in ``free`` a box may show itself or nothing; what
    is in ``unread`` is for the screen only. ``values`` are what boxes that stay must hold, whatever
    they show (the PDF's own space).
    """

    page: int
    texts: list[TextQuestion] = []
    ticks: list[TickQuestion] = []
    drawing: int = 0
    emptied: list[Rect] = []
    free: list[Rect] = []
    unread: list[Rect] = []
    values: list[tuple[Rect, str]] = []


class Question(msgspec.Struct, forbid_unknown_fields=True):
    """Everything asked of a finished file; ``annex`` are pages whose words are wanted whole.

    ``pages`` are all those of the blank. Our drawing comes with it: what covers the blank's pages,
    and after them the annex.

    With ``annex_box``, the letters that stand in this part of them are wanted one by one too;
    ``annex_drawing`` is the first page of the annex in our drawing (from 1).
    """

    editable: bool
    pages: list[PageQuestion]
    annex: list[int] = []
    annex_box: Rect | None = None
    annex_drawing: int = 0


class TextFact(msgspec.Struct, forbid_unknown_fields=True):
    """Words in a box on the blank and on the finished page; where ink appeared, line by line.

    ``bare`` is how many letters have no ink in their middle; ``placed`` the letters on the finished
    page and ``placed_before`` those on the blank, when they were wanted one by one. ``foreign``
    pixels of the box are neither the blank's nor ours; ``under`` are the words of ``cores``.
    """

    before: Found
    after: Found
    ink: list[Rect | None]
    bare: int = 0
    placed_before: list[Letter] = []
    placed: list[Letter] | None = None
    foreign: Pixels = 0
    under: Found = ""


class TickFact(msgspec.Struct, forbid_unknown_fields=True):
    """Pixels that changed: from the blank as it is shown, and from its bare page without boxes
    (asked only where the blank shows a tick).

    ``core`` leaves out the edges of the box, where a square may be printed; ``foreign`` as above.
    """

    measured: bool
    core: Pixels = 0
    all: Pixels = 0
    bare_core: Pixels = 0
    bare_all: Pixels = 0
    foreign: Pixels = 0


class PageFact(msgspec.Struct, forbid_unknown_fields=True):
    """A page beside its blank and our drawing: how many pixels outside all boxes are neither.

    ``added``: something lies on it that does not lie on the blank, or no longer as it did.
    ``left``: nothing is asked of it, and there was no more time to compare it.
    """

    measured: bool
    foreign: Pixels = 0
    added: bool = False
    left: bool = False


class Facts(msgspec.Struct, forbid_unknown_fields=True):
    """Answers, in the order of the questions.

    ``carries``: the file holds what acts, other files, or words about itself.
    """

    pages: int
    carries: bool = False
    texts: list[TextFact] = []
    ticks: list[TickFact] = []
    whole: list[PageFact] = []
    annex: list[Found] = []
    annex_placed: list[list[Letter]] = []
    annex_whole: list[PageFact] = []
