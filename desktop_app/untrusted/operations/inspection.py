"""Reads a PDF as a form: kind, pages, fields, labels, active content."""

from collections import defaultdict
from typing import Any

import msgspec
import pikepdf

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Form, Kind, Page, PrintedNumber, Rect, Spread
from desktop_app.untrusted.operations import active
from desktop_app.untrusted.operations.attributes import field_of
from desktop_app.untrusted.operations.calculations import calculations
from desktop_app.untrusted.operations.geometry import Seen, seen
from desktop_app.untrusted.operations.memory import open_pdf
from desktop_app.untrusted.operations.names import text_of
from desktop_app.untrusted.operations.numbers import printed_numbers
from desktop_app.untrusted.operations.spreads import spread_of
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.tree import RawField, read_tree
from desktop_app.untrusted.operations.words import Words, label_of, shown

KNOWN_BY = 50  # pages whose words identify a form
IMAGE_PAGES = 5


class Reading:
    """A document as pikepdf and we see it; kept by the child between two questions.

    Attributes:
        nowhere: fields that lie on no page.
        others: for each page, its annotations that are no boxes: to list them all again takes as
            long as to read them.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages: list[Seen] = [seen(page.obj) for page in pdf.pages]
        self.raw: list[RawField]
        self.raw, self.others = read_tree(pdf)
        self.nowhere = [one for one in self.raw if not any(each.page for each in one.widgets)]
        form = pdf.Root.get("/AcroForm")
        self.form = form if isinstance(form, pikepdf.Dictionary) else None
        look = text_of(self.form.get("/DA"), 2000) if self.form is not None else ""
        self.fields = [field_of(raw, self.pages, look) for raw in self.raw]
        for index, terms in calculations(self.raw, self.form).items():
            one = self.fields[index]
            # Kept for the form, which calculates no more: a person must be able to write there.
            self.fields[index] = msgspec.structs.replace(
                one, calculated=True, read_only=one.read_only and not one.fillable, sum_of=terms
            )
        if self.form is not None and bool(self.form.get("/NeedAppearances", False)):
            self.fields = [msgspec.structs.replace(one, drawn=False) for one in self.fields]


def reading_of(subject: Subject) -> Reading:
    """Open the document with pikepdf and read its form, once."""
    if "reading" not in subject.kept:
        subject.kept["reading"] = Reading(open_pdf(subject.data, subject.password))
    found: Reading = subject.kept["reading"]
    return found


def inspect(subject: Subject, asked: Asked) -> Outcome:
    """Describe the form: what filling needs.

    ``words`` adds by what it is recognised, ``thorough`` that, the labels and the rest.
    """
    reading = reading_of(subject)
    thorough = bool(asked.arguments.get("thorough"))
    pages = tuple(one.page() for one in reading.pages)
    kind = _kind(reading, subject)
    texts: tuple[str, ...] = ()
    spreads: tuple[Spread | None, ...] = ()
    if thorough or asked.arguments.get("words"):
        texts, spreads = _printed(reading, subject)
    fields = reading.fields
    if thorough:
        labels = _labels(reading, subject, range(len(fields)))
        fields = [msgspec.structs.replace(f, label=labels[n]) for n, f in enumerate(fields)]
    form = Form(
        kind=kind,
        encrypted=reading.pdf.is_encrypted,
        tagged=isinstance(reading.pdf.Root.get("/StructTreeRoot"), pikepdf.Dictionary),
        pages=pages,
        fields=tuple(fields),
        active_content=active.found_in(reading.pdf) if thorough else (),
        page_texts=tuple(text[:20_000] for text in texts),
        spreads=spreads,
        numbers=numbers_of(subject) if thorough else (),
    )
    return form, []


def _printed(
    reading: Reading, subject: Subject
) -> tuple[tuple[str, ...], tuple[Spread | None, ...]]:
    """The words of the first pages, and where their letters stand on the page as seen."""
    words = Words(shown(subject))
    texts, spreads = [], []
    for number, page in enumerate(reading.pages[:KNOWN_BY], 1):
        texts.append(words.page(number))
        spreads.append(spread_of(words, number, page))
    words.close()
    return tuple(texts), tuple(spreads)


def numbers_of(subject: Subject) -> tuple[PrintedNumber, ...]:
    """The Cerfa numbers printed on the first pages."""
    words = Words(shown(subject))
    found = printed_numbers(words, reading_of(subject).pages)
    words.close()
    return found


def labels(subject: Subject, asked: Asked) -> Outcome:
    """Labels of some fields, by their index."""
    wanted = [int(index) for index in asked.arguments["fields"]]
    found = _labels(reading_of(subject), subject, wanted)
    return [found[index] for index in wanted], []


def label_all(subject: Subject) -> dict[int, str]:
    """Words of every field, by its index."""
    reading = reading_of(subject)
    return _labels(reading, subject, range(len(reading.fields)))


def _kind(reading: Reading, subject: Subject) -> Kind:
    xfa = reading.form is not None and "/XFA" in reading.form
    if bool(reading.pdf.Root.get("/NeedsRendering", False)) or (xfa and not reading.fields):
        return "xfa-only"
    if reading.fields and reading.form is not None:
        return "xfa-hybrid" if xfa else "acroform"
    words = Words(shown(subject))
    numbers = range(1, min(len(reading.pages), IMAGE_PAGES) + 1)
    has_words = any(words.page(number).strip() for number in numbers)
    words.close()
    has_images = any(page.get_images() for page in list(reading.pdf.pages)[:IMAGE_PAGES])
    return "scanned" if has_images and not has_words else "flat"


def _labels(reading: Reading, subject: Subject, wanted: Any) -> dict[int, str]:
    pages: list[Page] = [one.page() for one in reading.pages]
    boxes: dict[int, list[Rect]] = defaultdict(list)
    for field in reading.fields:
        for widget in field.widgets:
            boxes[widget.page].append(widget.rect)
    words = Words(shown(subject))
    found = {}
    for index in wanted:
        field = reading.fields[index]
        label = label_of(field, words, pages, boxes[field.page])
        found[index] = label[: ceilings.LABEL_LENGTH]
    words.close()
    return found
