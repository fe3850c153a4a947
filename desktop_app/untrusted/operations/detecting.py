"""Looks for places to write on pages that have no field."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw

from desktop_app.core.rect import Rect
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.detection.as_fields import as_fields, rounded
from desktop_app.untrusted.detection.belief import can_be_believed
from desktop_app.untrusted.detection.finding import find
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.layout.headings import Heading
from desktop_app.untrusted.detection.layout.page import Laid, laid_out
from desktop_app.untrusted.detection.layout.reserved import Area
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word
from desktop_app.untrusted.model import Field
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.inspection import reading_of
from desktop_app.untrusted.operations.recognised import with_words, words_given
from desktop_app.untrusted.operations.scans import as_it_stood, sheet_of_picture
from desktop_app.untrusted.operations.standing import Standing
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown
from desktop_app.untrusted.surroundings import Path, Title

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
        titles, reserved, paths: how it is laid out, where its words were recognised.
    """

    marks: tuple[Mark, ...]
    is_picture: bool
    is_garbled: bool
    is_believed: bool
    titles: Sequence[Heading] = ()
    reserved: Sequence[Area] = ()
    paths: dict[Rect, Path] = field(default_factory=dict)


def detect(subject: Subject, asked: Asked) -> Outcome:
    """Find the boxes of every page, as fields that a person may correct.

    ``as_picture`` looks at the pixels of every page, whatever it draws. ``words``: page, width of
    its picture and words recognised there; those pages alone are then looked at, and laid out.
    """
    as_picture = bool(asked.arguments.get("as_picture"))
    pages = reading_of(subject).pages
    sizes = [(one.page().width, one.page().height) for one in pages]
    words = words_given(asked, sizes)
    titles, reserved, paths = list[Title](), list[Title](), list[Path]()
    document: Any = shown(subject)
    found: list[tuple[Field, float]] = []
    garbled, pictures, left_out, unread, written = [], [], [], [], []
    began = time.process_time()
    for number, seen in enumerate(pages[: ceilings.PAGES], 1):
        if words and number not in words:
            continue
        if number > MOST_PAGES or time.process_time() - began > SECONDS:
            left_out.append(number)
            continue
        page = document[number - 1]
        looked = look(page, seen, words.get(number), as_picture=as_picture)
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
        fields = as_fields(looked.marks, number)
        found += fields
        if number in words:
            titles += [Title(page=number, rect=one.rect, text=one.text) for one in looked.titles]
            reserved += [
                Title(page=number, rect=one.rect, text=one.text) for one in looked.reserved
            ]
            paths += [looked.paths.get(one.widgets[0].rect, Path()) for one, _ in fields]
    found = found[: ceilings.FIELDS]
    answer = Detected(
        fields=tuple(field for field, _ in found),
        sure=tuple(round(sure, 2) for _, sure in found),
        garbled=tuple(garbled),
        pictures=tuple(pictures),
        left_out=tuple(left_out),
        unread=tuple(unread),
        written=tuple(written),
        titles=tuple(titles),
        reserved=tuple(reserved),
        paths=tuple(paths[: ceilings.FIELDS]),
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


def look(
    page: Any, seen: Seen, words: Sequence[Word] | None = None, *, as_picture: bool = False
) -> Looked:
    """Find the marks of one page of PDFium; ``words``: those that were recognised on it."""
    sheet = sheet_of(page, seen)
    stood, is_picture = Standing(), sheet.is_picture or as_picture
    garbled = words is None and is_garbled(" ".join(word.text for word in sheet.words))
    if is_picture:
        sheet, stood = _sheet_of_pixels(page, sheet)
    if words is not None:
        sheet = with_words(sheet, words)
    marks = find(sheet)
    believed = can_be_believed(sheet, marks)
    if garbled:
        forget_words(marks)
    laid = laid_out(sheet, [mark.rect for mark in marks]) if words is not None else None
    if is_picture:
        for mark in marks:
            mark.sure *= UNSURE
        marks = as_it_stood(marks, stood, sheet.width, sheet.height)
    looked = Looked(tuple(marks), is_picture, garbled, believed)
    return looked if laid is None else _as_laid_out(looked, laid, stood, sheet)


def _as_laid_out(looked: Looked, laid: Laid, stood: Standing, sheet: Sheet) -> Looked:
    """Add how a page is laid out, where it stands as it is."""

    def back(rect: Rect) -> Rect:
        return stood.back(rect, sheet.width, sheet.height)

    most = ceilings.LABEL_LENGTH
    paths = {
        rounded(mark.rect): Path(lead=one.lead[:most], row=one.row[:most], column=one.column[:most])
        for mark, one in zip(looked.marks, laid.paths, strict=True)
    }
    titles = [Heading(one.text[:most], back(one.rect)) for one in laid.titles]
    reserved = [Area(one.text[:most], back(one.rect)) for one in laid.reserved]
    return replace(looked, titles=titles, reserved=reserved, paths=paths)


def _sheet_of_pixels(page: Any, sheet: Sheet) -> tuple[Sheet, Standing]:
    """A page that is a picture, made straight; words that were read in it once still name boxes."""
    seen, stood = sheet_of_picture(page, sheet.width, sheet.height)
    read = tuple(word for word in sheet.words if word.text.strip())
    known = len(read) > len(seen.words) / 2  # else it is a line of text over the picture
    return (replace(seen, words=read) if known else seen), stood


def forget_words(marks: list[Mark]) -> None:
    """Words that lie name nothing."""
    for mark in marks:
        mark.label = mark.question = ""
