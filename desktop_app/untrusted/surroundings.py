"""What a child says of the words around the boxes of a form: checked again when decoded."""

from typing import Annotated

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Data, Label, PrintedNumber, Rect, Small
from desktop_app.untrusted.written import Words

Labels = Annotated[tuple[Label, ...], msgspec.Meta(max_length=ceilings.WIDGETS)]


class Title(Data, frozen=True, kw_only=True):
    """A title of a part of a page (from 1), and where it stands."""

    page: Annotated[int, msgspec.Meta(ge=1, le=ceilings.PAGES)]
    rect: Rect
    text: Label


class Path(Data, frozen=True, kw_only=True):
    """Where a box stands: the line that announces it, its row, its column; each may be empty."""

    lead: Label = ""
    row: Label = ""
    column: Label = ""


class Beside(Data, frozen=True, kw_only=True):
    """The words of one field.

    Attributes:
        words: those that name each of its widgets, in their order; empty where none does.
        asked: what its squares answer: the words before the first one.
        known: its words as ``form inspect`` shows them (tooltip, left, above, name).
        path: of its first widget.
    """

    words: Labels = ()
    asked: Label = ""
    known: Label = ""
    path: Path = Path()


class Surroundings(Data, frozen=True, kw_only=True):
    """Titles of the pages, and for each field its words; ``order`` are the fields as one reads.

    ``reserved`` are the areas that are not for the person, each with the words that say so;
    ``paths`` those of the boxes that were found, as they were given; ``numbers`` the Cerfa numbers
    printed on the first pages; ``unseen`` the pages with boxes whose words could not be looked at.
    """

    titles: Annotated[tuple[Title, ...], msgspec.Meta(max_length=ceilings.WIDGETS)] = ()
    reserved: Annotated[tuple[Title, ...], msgspec.Meta(max_length=ceilings.WIDGETS)] = ()
    paths: Annotated[tuple[Path, ...], msgspec.Meta(max_length=ceilings.FIELDS)] = ()
    fields: Annotated[tuple[Beside, ...], msgspec.Meta(max_length=ceilings.FIELDS)] = ()
    order: Annotated[tuple[Small, ...], msgspec.Meta(max_length=ceilings.FIELDS)] = ()
    numbers: Annotated[tuple[PrintedNumber, ...], msgspec.Meta(max_length=20)] = ()
    unseen: Annotated[tuple[Small, ...], msgspec.Meta(max_length=ceilings.PAGES)] = ()


class PrintedPage(Data, frozen=True, kw_only=True):
    """The words of one page, in its own order, and what they call the boxes that were asked."""

    words: Words = ()
    labels: Labels = ()
