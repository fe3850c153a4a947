"""Which blank a PDF is: the same fields, at the same places, on the same printed page.

A whole file's fingerprint knows it at once. Else all of it must agree with what the pack says: a
name, or a place, or words alone are also those of another form (two forms of the Caf have one field
of the same name), and a wrong box filled is not seen. What agrees in part only is another edition,
and is asked.

Places are told by a few numbers a page, not by a hash: a tool that saves a PDF again may round
them, and a hair is not a difference.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.editions.boxes import Box
from desktop_app.core.packs.model import Blank, Numbers

EDGE, MIDDLE = 1.0, 0.1
"""Points by which the outermost letters of a page, and the middle of them all, may differ."""
SUM, EACH = 1.0, 0.01
"""Points by which the sum of a page's boxes may differ, and more for each of them."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a PDF tells which blank it is.

    Attributes:
        fields: a mark of the names, types and pages of its fields; empty when it has none.
        words: a mark of the sizes of its pages and the words printed there; empty without words.
        printed, boxes: where letters and fields stand on each page, as ``Blank`` says.
        count: of the boxes on its fullest page.
    """

    fields: str = ""
    words: str = ""
    printed: tuple[Numbers, ...] = ()
    boxes: tuple[Numbers, ...] = ()
    count: int = 0

    @property
    def signature(self) -> str:
        """What a pack keeps of it first: the mark of its fields; of its words when it has none."""
        return self.fields or self.words


NOTHING = Sight()


def is_blank(known: Blank, seen: Sight) -> bool:
    """Tell whether a PDF is a blank of a pack, by all that is known of it but its whole file."""
    return (
        bool(known.signature)
        and known.signature == seen.signature
        and same_words(known, seen)
        and not knows_no_place(known)
        and _near(known.printed, seen.printed, (EDGE, EDGE, EDGE, EDGE, MIDDLE, MIDDLE))
        and _near(known.boxes, seen.boxes, (SUM + EACH * seen.count,) * 4)
    )


def same_words(known: Blank, seen: Sight) -> bool:
    """Tell whether the pages have the size and the words of a pack's blank."""
    return bool(seen.words) and seen.words in (known.words, known.signature)


def knows_no_place(known: Blank) -> bool:
    """Tell whether a pack, of an earlier version, does not say where its letters stand."""
    return not known.printed


def where_boxes_stand(boxes: Iterable[Box], pages: int) -> tuple[Numbers, ...]:
    """Return for each page the sum of its boxes' sides, each weighed by its name.

    Two boxes that change places change it too. Nothing for a page without boxes.
    """
    sums: dict[int, list[float]] = {}
    for box in boxes:
        weight = _weight(f"{box.name}\t{box.option}")
        page = sums.setdefault(box.page, [0.0] * 4)
        for side, value in enumerate(box.rect):
            page[side] += weight * value
    if not any(sums.get(page) for page in range(1, pages + 1)):
        return ()
    return tuple(
        tuple(round(side, 2) for side in sums.get(page, ())) for page in range(1, pages + 1)
    )


def _weight(name: str) -> float:
    """Return a weight from 1 to 2, always the same for the same name."""
    first = hashlib.sha256(name.encode("utf-8", "backslashreplace")).digest()[:2]
    return 1 + int.from_bytes(first) / 65536


def _near(one: tuple[Numbers, ...], other: tuple[Numbers, ...], most: Numbers) -> bool:
    """Tell whether two rows of pages say the same, to a hair."""
    return len(one) == len(other) and all(
        len(a) == len(b)
        and all(abs(x - y) <= allowed for x, y, allowed in zip(a, b, most, strict=False))
        for a, b in zip(one, other, strict=True)
    )
