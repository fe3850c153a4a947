"""The read-back of a letter: every line of it is looked for in the words of the finished PDF.

The words come from a second engine (PDFium, in the child process), so that a line lost by the
typesetter, hidden or cut, is seen before anybody signs.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.pdf import FillProblem, Proof
from desktop_app.pdf.letters.glyphs import printable
from desktop_app.pdf.letters.letter_data import letter_data
from desktop_app.pdf.letters.settings import LetterSettings

# Spaces move with line breaks; a blank is a drawn line; PDFium marks a hyphen that ends a line by a
# character of its own, so hyphens are left out on both sides.
_LEFT_OUT = re.compile(
    r"[.…_]{5,}|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufffe\x02\-‐‑]+"
)
_LEAST_OF_A_CUT = 10
"""A paragraph cut by the end of a page leaves two lines on each side, never a few letters."""


def letter_values(document: LetterDocument) -> Iterator[tuple[str, str]]:
    """Yield every line that the letter must show, with a name that holds no word of it."""
    data = letter_data(document, LetterSettings())
    for name in (
        "letterhead",
        "sender",
        "recipient",
        "references",
        "enclosures",
        "later",
        "copies",
    ):
        for number, line in enumerate(data[name], start=1):
            yield f"{name}-{number}", line
    for name in ("place_date", "subject_line", "call", "closing", "signature"):
        yield name, data[name]
    for number, line in enumerate(data["signed_for"], start=1):
        yield f"signed_for-{number}", line
    if data["enclosures"]:
        yield "enclosure_title", data["enclosure_title"]
    for paragraph, shown in zip(document.paragraphs, data["paragraphs"], strict=True):
        if shown["heading"]:
            yield f"{paragraph.id}-heading", shown["heading"]
        lines = [line for piece in shown["pieces"] for line in piece["lines"]]
        for number, line in enumerate(lines, start=1):
            yield f"{paragraph.id}-{number}", line


def compare(document: LetterDocument, pages: Sequence[str]) -> Proof:
    """Return how many lines of the letter are in the words of the pages, and which are not."""
    squeezed = [_squeezed(page) for page in pages]
    values = [(name, text) for name, text in letter_values(document) if _squeezed(text)]
    lost = [name for name, text in values if not _found(text, squeezed)]
    problems = tuple(FillProblem(name, 0, "not-drawn") for name in lost)
    return Proof(len(values) - len(lost), len(values), problems)


def _squeezed(text: str) -> str:
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", _LEFT_OUT.sub("", printable(text))))


def _found(text: str, pages: Sequence[str]) -> bool:
    """Look for every part of a text between its blanks, on one page or over several."""
    parts = [_squeezed(part) for part in re.split(r"[.…_]{5,}", text)]
    return all(
        any(_begins_on(part, pages[number:]) for number in range(len(pages)))
        for part in parts
        if part
    )


def _begins_on(text: str, pages: Sequence[str]) -> bool:
    """Tell whether a text is on the first page, or starts there and goes on over the next ones."""
    if text in pages[0]:
        return True
    shown = bisect_left(range(len(text)), True, key=lambda end: text[: end + 1] not in pages[0])
    rest = text[shown:]
    enough = min(shown, len(rest)) >= _LEAST_OF_A_CUT
    return enough and len(pages) > 1 and _begins_on(rest, pages[1:])
