"""What a child found on pages without fields, as it says it: checked again when decoded."""

from typing import Annotated

import msgspec

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Data, Field
from desktop_app.untrusted.surroundings import Path, Title

PageNumbers = Annotated[
    tuple[Annotated[int, msgspec.Meta(ge=1, le=ceilings.PAGES)], ...],
    msgspec.Meta(max_length=ceilings.PAGES),
]


class Detected(Data, frozen=True, kw_only=True):
    """Boxes found, as fields a person may correct; names are ``page/number`` in reading order.

    Attributes:
        sure: one number a field, from 0 to 1.
        garbled: pages whose words are rubbish: the labels of their boxes are only numbers.
        pictures: pages read from their pixels.
        left_out: pages not looked at, for lack of time.
        unread: pages on which what was found cannot be believed: none of it is a field.
        titles, reserved, paths: how pages are laid out whose words were given, and each of their
            fields; of other pages these are asked apart (``surroundings.py``).
        written: pages on which somebody wrote or drew with a reader of PDFs, beside the page's own.
    """

    fields: Annotated[tuple[Field, ...], msgspec.Meta(max_length=ceilings.FIELDS)] = ()
    sure: Annotated[tuple[float, ...], msgspec.Meta(max_length=ceilings.FIELDS)] = ()
    garbled: PageNumbers = ()
    pictures: PageNumbers = ()
    left_out: PageNumbers = ()
    unread: PageNumbers = ()
    written: PageNumbers = ()
    titles: Annotated[tuple[Title, ...], msgspec.Meta(max_length=ceilings.WIDGETS)] = ()
    reserved: Annotated[tuple[Title, ...], msgspec.Meta(max_length=ceilings.WIDGETS)] = ()
    paths: Annotated[tuple[Path, ...], msgspec.Meta(max_length=ceilings.FIELDS)] = ()
