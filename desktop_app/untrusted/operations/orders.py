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
    """A filled file, before it is drawn.

    Attributes:
        words: what a map of ours calls fields, by their indexes.
        language: of the paper, whatever the form says of it; "" when we do not know.
    """

    flat: bool
    answers: list[Answered]
    words: list[tuple[int, str]] = []
    language: str = ""


class OurBox(msgspec.Struct, forbid_unknown_fields=True):
    """A box of ours, where the form has none: the words for it, and whether it is for a cross."""

    label: str
    tick: bool = False


class Drawn(msgspec.Struct, forbid_unknown_fields=True):
    """Our drawing: ``overlays`` are the pages (from 1) that it covers, in order (flat only).

    ``marks`` are, for each of these, the field and widget of each marked answer, in order;
    ``annex_marks`` how many marked paragraphs each page of the annex has; ``ours`` what boxes of
    ours are, numbered after the form's own fields. All three are for tags.
    """

    overlays: list[int] = []
    marks: list[list[tuple[int, int]]] = []
    annex_pages: int = 0
    annex_marks: list[int] = []
    ours: list[OurBox] = []
