"""What the parent orders to be written."""

import msgspec


class Answered(msgspec.Struct, forbid_unknown_fields=True):
    """One field's answer, by the field's index.

    Attributes:
        text: what its value becomes; for a choice, the words shown.
        chosen: ids of a choice's options.
        on: widgets (indexes in the field) that are ticked; the others are not.
    """

    field: int
    text: str = ""
    chosen: list[str] = []
    on: list[int] = []


class Order(msgspec.Struct, forbid_unknown_fields=True):
    """A filled file, before it is drawn."""

    flat: bool
    answers: list[Answered]


class Drawn(msgspec.Struct, forbid_unknown_fields=True):
    """Our drawing: ``overlays`` are the pages (from 1) that it covers, in order (flat only)."""

    overlays: list[int] = []
    annex_pages: int = 0
