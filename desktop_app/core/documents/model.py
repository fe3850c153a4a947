"""What will be PRINTED, before any PDF: made only by ``compose.py``."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from desktop_app.core.record import record
from desktop_app.core.rect import Box

FieldValue = str | bool | Sequence[str] | None
"""What is written in a field of any PDF: text, a tick, an option's id or ids, nothing."""


@record(frozen=True)
class PrintedPicture:
    """A picture for paper: a PNG or a JPEG that our child process drew, and its size in pixels."""

    data: bytes
    width: int
    height: int


@record(frozen=True)
class Pictures:
    """The pictures of one letter: the logo of its head, the image of a signature."""

    logo: PrintedPicture | None = None
    signature: PrintedPicture | None = None


@record(frozen=True)
class ComposedParagraph:
    """A paragraph as it will be printed; ``edited`` when the person changed its words.

    ``ours``: what it would say, then.
    """

    id: str
    text: str
    meaning: str
    basis: tuple[str, ...] = ()
    optional: bool = False
    heading: str = ""
    edited: bool = False
    ours: str = ""


@record(frozen=True)
class EnclosedPaper:
    """A paper of the P.J. list; ``pages`` is 0 when unknown; ``later`` when it will follow.

    ``original``: this very paper may be asked for. ``text`` is what the letter calls it, ``label``
    what it was called when it was asked for.
    """

    id: str
    text: str
    pages: int = 0
    later: bool = False
    label: str = ""
    original: bool = False


@record(frozen=True)
class Missing:
    """A question without answer: its id and label."""

    question: str
    label: str


@record(frozen=True)
class LeftOut:
    """An argument that the letter does not print: its title, and why.

    ``most``: only so many are printed, and it comes after; 0 where the judge does not hear it.
    """

    id: str
    title: str
    why: str = ""
    most: int = 0


@record(frozen=True)
class LetterDocument:
    """A letter, complete: every string is final text with French typography applied.

    ``sender`` and ``recipient`` are address lines (recipient: at most 6, or 7 abroad).
    ``signature`` is the typed name, with "Pour …" above it when signed for someone.
    ``closing`` repeats the titles of ``call``. ``letterhead`` are lines of an association's head.
    ``missing`` are the blanks to fill by pen; ``undecided`` the necessary answers that are not
    there and that no blank shows: they decide what the letter says, which no pen can.
    ``answers_one``: a letter came before it, whose envelope is a proof.
    ``left_out``: the arguments raised that it does not print; ``help_first``: the titles of those
    printed for which one is helped by somebody first.
    """

    pack: str
    title: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    place: str
    day: dt.date
    references: tuple[str, ...]
    subject: str
    call: str
    paragraphs: tuple[ComposedParagraph, ...]
    closing: str
    signature: tuple[str, ...]
    enclosures: tuple[EnclosedPaper, ...]
    request: str
    registered: bool = True
    answers_one: bool = True
    free_post: bool = False
    copies: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    undecided: tuple[Missing, ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    help_first: tuple[str, ...] = ()
    letterhead: tuple[str, ...] = ()
    pictures: Pictures = Pictures()


Align = Literal["left", "center", "right"]


@record(frozen=True)
class Shorter:
    """A text abbreviated, and the answers (question, text) that were to make it."""

    text: str
    answers: tuple[tuple[str, str], ...]


@record(frozen=True)
class PlacedValue:
    """One answer at its box of the paper.

    ``text`` is the whole answer; a tick has ``tick=True`` and no text. A box left empty has
    neither: ``kind`` tells whether it would be written in or ticked. ``box`` is x, y, width, height
    in points from the lower left.

    Where the whole does not fit, ``shorter`` are the texts that may be proposed, the least
    abbreviated first, ``agreed`` the one that the person agreed to, and ``short`` the one that is
    written instead: ``FilledForm.with_short`` puts it there, once the box was measured.
    ``part``: of a paper that we have not got, on no ``page``, where it is likely to stand.
    """

    label: str
    page: int
    box: Box
    text: str = ""
    tick: bool = False
    field: str = ""
    option: str = ""
    comb: int = 0
    size: float = 0
    lines: int = 1
    indent: float = 0
    align: Align = "left"
    question: str = ""
    kind: Literal["text", "tick"] = "text"
    shorter: tuple[Shorter, ...] = ()
    agreed: str = ""
    short: str = ""
    part: str = ""

    @property
    def written(self) -> str:
        """What is written in the box."""
        return self.short or self.text


@record(frozen=True)
class NumberPlace:
    """Where the paper bears its number: ``box`` as in ``PlacedValue``, on a page of that size."""

    page: int
    box: Box
    page_size: tuple[float, float]


@record(frozen=True)
class FilledForm:
    """An official form with its answers, for the three ways (blank, paper, copy sheet).

    ``number_at`` is None when it is not known; ``seen_on`` and ``source`` say when and where the
    form was read. ``missing`` and ``undecided``: as of a letter, of boxes. ``get``, ``send`` and
    ``named`` are those of a paper that we have not got (``packs.model.Prepared``).
    """

    pack: str
    title: str
    number: str
    edition: str
    page_sizes: tuple[tuple[float, float], ...]
    values: tuple[PlacedValue, ...]
    enclosures: tuple[EnclosedPaper, ...] = ()
    missing: tuple[Missing, ...] = ()
    undecided: tuple[Missing, ...] = ()
    warnings: tuple[str, ...] = ()
    successor: str = ""
    withdrawn: bool = False
    signed_by: Literal["person", "body"] = "person"
    number_at: NumberPlace | None = None
    seen_on: dt.date | None = None
    source: str = ""
    get: str = ""
    send: str = ""
    named: str = ""

    @property
    def unseen(self) -> bool:
        """It is a paper that we have not got: what to write is known, not in which box."""
        return bool(self.get)

    def with_short(self, short: Mapping[tuple[str, str], str]) -> "FilledForm":
        """Return the form with what is written in the boxes that were too small.

        Args:
            short: (what the paper says there, the whole text) -> the text agreed to.
        """
        values = (
            replace(one, short=short.get((one.label, one.text), "")) if one.text else one
            for one in self.values
        )
        return replace(self, values=tuple(values))

    def by_field(self) -> Mapping[str, tuple[PlacedValue, ...]]:
        """Group the values by PDF field, for filling a blank."""
        found: dict[str, tuple[PlacedValue, ...]] = {}
        for value in self.values:
            if value.field:
                found[value.field] = (*found.get(value.field, ()), value)
        return found
