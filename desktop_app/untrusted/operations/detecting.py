"""Looks for places to write on pages that have no field."""

import time
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.detection.as_fields import as_fields
from desktop_app.untrusted.detection.belief import can_be_believed
from desktop_app.untrusted.detection.finding import find
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.sheet import Mark, Sheet
from desktop_app.untrusted.model import Field
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.inspection import reading_of
from desktop_app.untrusted.operations.scans import as_it_stood, sheet_of_picture
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown

pdfium: Any = pypdfium2.raw
_BY_SOMEBODY = frozenset(
    {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_STAMP}
)
UNSURE = 0.6  # times as sure: found in pixels
SECONDS = 6.0  # of this process: what remains is said to be left out
MOST_PAGES = 100


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found on one page.

    Attributes:
        is_picture: it was found in the pixels.
        is_garbled: the words of the page lie.
        is_believed: it is worth a question.
    """

    marks: tuple[Mark, ...]
    is_picture: bool
    is_garbled: bool
    is_believed: bool


def detect(subject: Subject, asked: Asked) -> Outcome:
    """Find the boxes of every page, as fields that a person may correct.

    ``as_picture`` looks at the pixels of every page, whatever it draws.
    """
    as_picture = bool(asked.arguments.get("as_picture"))
    pages = reading_of(subject).pages
    document: Any = shown(subject)
    found: list[tuple[Field, float]] = []
    garbled, pictures, left_out, unread, written = [], [], [], [], []
    began = time.process_time()
    for number, seen in enumerate(pages[: ceilings.PAGES], 1):
        if number > MOST_PAGES or time.process_time() - began > SECONDS:
            left_out.append(number)
            continue
        page = document[number - 1]
        looked = look(page, seen, as_picture=as_picture)
        if _is_written_on(page):
            written.append(number)
        page.close()
        if not looked.is_believed:
            unread.append(number)
            continue
        if looked.is_picture:
            pictures.append(number)
        if looked.is_garbled:
            garbled.append(number)
        found += as_fields(looked.marks, number)
    found = found[: ceilings.FIELDS]
    answer = Detected(
        fields=tuple(field for field, _ in found),
        sure=tuple(round(sure, 2) for _, sure in found),
        garbled=tuple(garbled),
        pictures=tuple(pictures),
        left_out=tuple(left_out),
        unread=tuple(unread),
        written=tuple(written),
    )
    return answer, []


def _is_written_on(page: Any) -> bool:
    """Tell whether somebody's words, strokes or stamp lie on a page."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), ceilings.FIELDS)
    return any(_kind_of_comment(page, index) in _BY_SOMEBODY for index in range(count))


def _kind_of_comment(page: Any, index: int) -> int:
    comment = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not comment:
        return 0
    kind: int = pdfium.FPDFAnnot_GetSubtype(comment)
    pdfium.FPDFPage_CloseAnnot(comment)
    return kind


def look(page: Any, seen: Seen, *, as_picture: bool = False) -> Looked:
    """Find the marks of one page of PDFium."""
    sheet = sheet_of(page, seen)
    garbled = is_garbled(" ".join(word.text for word in sheet.words))
    if sheet.is_picture or as_picture:
        marks, believed = _find_in_pixels(page, sheet)
    else:
        marks = find(sheet)
        believed = can_be_believed(sheet, marks)
    if garbled:
        forget_words(marks)
    return Looked(tuple(marks), sheet.is_picture or as_picture, garbled, believed)


def _find_in_pixels(page: Any, sheet: Sheet) -> tuple[list[Mark], bool]:
    """Marks of a page that is a picture; words that were read in it once still name them.

    And whether they can be believed.
    """
    seen, stood = sheet_of_picture(page, sheet.width, sheet.height)
    read = tuple(word for word in sheet.words if word.text.strip())
    known = len(read) > len(seen.words) / 2  # else it is a line of text over the picture
    marks = find(replace(seen, words=read if known else seen.words))
    believed = can_be_believed(seen, marks)
    for mark in marks:
        mark.sure *= UNSURE
    return as_it_stood(marks, stood, sheet.width, sheet.height), believed


def forget_words(marks: list[Mark]) -> None:
    """Words that lie name nothing."""
    for mark in marks:
        mark.label = mark.question = ""
