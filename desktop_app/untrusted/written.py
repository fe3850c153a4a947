"""What a child says of the words of a page and their places: checked again when decoded."""

from typing import Annotated

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Data, Label, Rect, Side

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class WrittenWord(Data, frozen=True, kw_only=True):
    """A word and its place; ``sure`` is how surely it was recognised, 1 for a word of a PDF."""

    text: Label
    box: Rect
    sure: Share = 1.0


Words = Annotated[tuple[WrittenWord, ...], msgspec.Meta(max_length=ceilings.WORDS)]


class WrittenPage(Data, frozen=True, kw_only=True):
    """The words of one page of a PDF, in its own order."""

    width: Side
    height: Side
    words: Words = ()


class Recognised(Data, frozen=True, kw_only=True):
    """The words of a picture: boxes in pixels from its lower left, once turned as it is told."""

    width: Annotated[int, msgspec.Meta(ge=1, le=ceilings.PIXELS_A_PAGE)]
    height: Annotated[int, msgspec.Meta(ge=1, le=ceilings.PIXELS_A_PAGE)]
    lines: Annotated[tuple[Words, ...], msgspec.Meta(max_length=ceilings.WORDS)] = ()


WrittenPages = Annotated[tuple[WrittenPage, ...], msgspec.Meta(max_length=ceilings.LETTER_PAGES)]
