"""The posting kit as ``kit.typ`` reads it."""

from collections.abc import Sequence
from typing import Any

from desktop_app.core.documents.kit import DateBox, KitWords
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.typography import BLANK, NBSP, french
from desktop_app.pdf.letters.checklist import enclosure_items, letter_steps
from desktop_app.pdf.letters.letter_data import letter_data
from desktop_app.pdf.letters.settings import LetterSettings, Window

MANY_PAPERS = 3
COURT_WORDS = ("tribunal", "greffe", "cour d’appel", "cour administrative", "cour nationale")
"""A court's name in the recipient's block: its bordereau is always joined."""

ADDRESS_HINTS: dict[Window, str] = {
    "dl": "Enveloppe à fenêtre : vous n’avez rien à écrire, l’adresse de la lettre se voit. "
    "Sinon, recopiez cette adresse ou collez l’étiquette.",
    "c5": "Enveloppe à fenêtre : vous n’avez rien à écrire, l’adresse de la lettre se voit. "
    "Sinon, recopiez cette adresse ou collez l’étiquette.",
    "none": "Recopiez cette adresse, ou découpez l’étiquette et collez-la.",
}


def kit_data(document: LetterDocument, words: KitWords, settings: LetterSettings) -> dict[str, Any]:
    """Return what every sheet of the kit shows."""
    joined = [paper for paper in document.enclosures if not paper.later]
    bordereau = bordereau_data(document) if needs_bordereau(document) else None
    steps = letter_steps(
        document,
        bordereau=bordereau is not None,
        window=settings.window,
        registry=words.registry,
    )
    return {
        "title": document.title,
        "letter": letter_data(document, settings),
        "bordereau": bordereau,
        "date": date_data(words.date),
        "steps": [step.data() for step in steps],
        "warnings": [french(text) for text in (*words.warnings, *document.warnings)],
        "silence": [french(text) for text in words.silence],
        "request": document.request,
        "papers": [french(item) for item in enclosure_items(joined)],
        "address_hint": french(ADDRESS_HINTS[settings.window]),
        "stamp": not document.free_post,
        "sender_address": sender_address(document.sender),
    }


def date_data(box: DateBox) -> dict[str, Any]:
    """Return the date box in French typography; the day stays in one piece."""
    return {
        "lead": french(box.lead),
        "day": box.day.replace(" ", NBSP),
        "lines": [french(line) for line in box.lines],
    }


def needs_bordereau(document: LetterDocument) -> bool:
    """Tell whether a list of the papers goes along: over three papers, or papers for a court."""
    joined = sum(not paper.later for paper in document.enclosures)
    addressed = " ".join(document.recipient).lower().replace("'", "’")
    court = any(word in addressed for word in COURT_WORDS)
    return joined > MANY_PAPERS or (court and joined > 0)


def bordereau_data(document: LetterDocument) -> dict[str, Any]:
    """Return the rows; what is not known is left to write by pen."""
    joined = [paper for paper in document.enclosures if not paper.later]
    rows = [
        {"text": paper.text, "date": BLANK[:12], "pages": str(paper.pages or BLANK[:5])}
        for paper in joined
    ]
    pages = sum(paper.pages for paper in joined)
    known = str(pages) if all(paper.pages for paper in joined) else BLANK[:8]
    papers = f"{len(joined)} pièce{'s' if len(joined) > 1 else ''}"
    total = french(f"Total : {papers}, {known} page{'s' if pages != 1 else ''}")
    return {"rows": rows, "total": total}


def sender_address(sender: Sequence[str]) -> list[str]:
    """Keep the sender's lines down to the postcode: the back of an envelope needs no more."""
    kept = []
    for line in sender:
        kept.append(line)
        if line[:5].isdigit() and not line[:6].isdigit():
            break
    return kept
