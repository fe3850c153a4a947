"""A PDF looked at as a form: its fields, and what tells which blank it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.core.editions.boxes import PrintedNumber
from desktop_app.core.editions.identity import Sight
from desktop_app.core.errors import Notice


@dataclass(frozen=True, slots=True)
class InspectedForm:
    """A PDF as a form. ``fields`` are those of the command line's contract, ready for JSON.

    ``sight`` tells which blank it is. Boxes found on the pages of
    a PDF without fields are ``detected``, with their ``confidence`` from 0 to 1. ``numbers``
    are the Cerfa numbers printed on its first pages; ``page_sizes`` in points, as seen.
    """

    kind: str
    pages: int
    encrypted: bool
    active_content: tuple[str, ...]
    fields: tuple[Mapping[str, Any], ...]
    sight: Sight
    notices: tuple[Notice, ...] = ()
    numbers: tuple[PrintedNumber, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()
