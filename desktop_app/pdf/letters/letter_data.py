"""A composed letter as ``letter.typ`` reads it: strings only, already in French typography."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from desktop_app.core.documents.model import (
    ComposedParagraph,
    EnclosedPaper,
    LetterDocument,
    PrintedPicture,
)
from desktop_app.core.language.elision import before
from desktop_app.core.language.typography import BLANK, french, long_date
from desktop_app.core.spaces import NBSP
from desktop_app.pdf.letters.settings import LetterSettings, window_data

TWO_LINES = 200
"""Characters that surely fill more than one line of the smallest body."""
LOGO_MM, SIGNATURE_MM = (28.0, 17.0), (60.0, 18.0)
"""Room for a logo at the top of the page, and for a signature above the name: width, height."""
LATER = f"Suivra dès que possible{NBSP}:"
"""Above the papers that will follow, as ``common.typ`` says it."""
BULLETS = ("–" + NBSP, "– ", "- ", "• ")


def letter_data(document: LetterDocument, settings: LetterSettings) -> dict[str, Any]:
    """Return the whole letter. The PDF's title is the pack's: it tells nothing of anyone."""
    joined = [paper for paper in document.enclosures if not paper.later]
    day = long_date(document.day)
    return {
        "title": document.title,
        "size": settings.size,
        "window": window_data(settings),
        "letterhead": document.letterhead,
        "logo": _picture_data(document.pictures.logo, LOGO_MM, _logo_words(document)),
        "sender": document.sender,
        "recipient": document.recipient,
        "registered": document.registered,
        "place_date": f"{document.place}, le {day}" if document.place else f"Le {day}",
        "date": day,
        "references": document.references,
        "subject": document.subject,
        "subject_line": french(f"Objet : {document.subject}"),
        "call": document.call,
        "paragraphs": [paragraph_data(paragraph) for paragraph in document.paragraphs],
        "last": last_lines(document.paragraphs),
        "closing": document.closing,
        "signed_for": document.signature[:-1],
        "signature": document.signature[-1] if document.signature else BLANK,
        "signed_by": _picture_data(
            document.pictures.signature, SIGNATURE_MM, _signature_words(document)
        ),
        "enclosure_title": french(f"P.J. : {len(joined)}"),
        "enclosures": [with_pages(paper) for paper in joined],
        "later": [paper.text for paper in document.enclosures if paper.later],
        "copies": document.copies,
    }


def _picture_data(
    picture: PrintedPicture | None, most: tuple[float, float], words: str
) -> dict[str, Any] | None:
    """Return a picture as large as its place allows, in millimetres, and what it is, in words."""
    if picture is None:
        return None
    scale = min(most[0] / picture.width, most[1] / picture.height)
    size = {"width": picture.width * scale, "height": picture.height * scale}
    return {"bytes": list(picture.data), "alt": words, **size}


def _logo_words(document: LetterDocument) -> str:
    name = document.letterhead[0] if document.letterhead else ""
    return f"{before('Logo de ', name, '’')}{name}" if name else "Logo"


def _signature_words(document: LetterDocument) -> str:
    name = document.signature[-1] if document.signature else ""
    return f"{before('Signature de ', name, '’')}{name}" if name.strip(".…_ ") else "Signature"


def with_pages(paper: EnclosedPaper) -> str:
    """Add the number of pages, when it is known: ``Copie du bail (3 pages)``."""
    if not paper.pages:
        return paper.text
    return f"{paper.text} ({paper.pages}{NBSP}page{'s' if paper.pages > 1 else ''})"


def paragraph_data(paragraph: ComposedParagraph) -> dict[str, Any]:
    """Cut a paragraph into pieces: lines that follow one another, and lists of dashes."""
    pieces = []
    for part in paragraph.text.strip().split("\n\n"):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        for dashed, group in groupby(lines, key=lambda line: line.startswith(BULLETS)):
            shown = [_without_bullet(line) if dashed else line for line in group]
            pieces.append({"kind": "list" if dashed else "lines", "lines": shown})
    return {"heading": paragraph.heading, "pieces": pieces}


def last_lines(paragraphs: Sequence[ComposedParagraph]) -> dict[str, Any]:
    """Cut the last paragraph in two, for when it is too tall to travel whole with the signature.

    Returns ``before`` and ``kept``: pieces; ``kept`` makes two lines at least.
    """
    if not paragraphs:
        return {"before": [], "kept": []}
    *before, last = paragraph_data(paragraphs[-1])["pieces"] or [_lines([""])]
    cut, kept = _cut(last)
    if len("".join(kept["lines"])) < TWO_LINES and last["kind"] == "lines" and before:
        more, also = _cut(before.pop())
        return {"before": [*before, *more], "kept": [also, kept]}
    return {"before": [*before, *cut], "kept": [kept]}


def _cut(piece: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Take the last two items off a list; a piece of running lines stays whole."""
    if piece["kind"] == "lines" or len(piece["lines"]) <= 2:
        return [], piece
    first, last = piece["lines"][:-2], piece["lines"][-2:]
    return [{"kind": "list", "lines": first}], {"kind": "list", "lines": last}


def _lines(lines: list[str]) -> dict[str, Any]:
    return {"kind": "lines", "lines": lines}


def _without_bullet(line: str) -> str:
    for bullet in BULLETS:
        line = line.removeprefix(bullet)
    return line
