"""Official forms, for the rest of the program: the ``FormWriter`` of ``workflow/ports.py``."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.core.documents.model import FieldValue, FilledForm
from desktop_app.core.documents.trial import PrinterTrial
from desktop_app.core.editions.boxes import PrintedNumber
from desktop_app.core.editions.inspected import InspectedForm
from desktop_app.core.generic.facts import Printed
from desktop_app.core.generic.model import is_generic
from desktop_app.core.pdf import Abbreviation, Pdf, Proof
from desktop_app.core.rect import Rect
from desktop_app.pdf.forms.engine import FormFile
from desktop_app.pdf.forms.facts import FileRead, read_file
from desktop_app.pdf.forms.found import Found, find_boxes, has_no_field
from desktop_app.pdf.forms.photographed import as_pdf
from desktop_app.pdf.forms.placed import (
    as_on_paper,
    boxes,
    by_box,
    empty_pages,
    stretched,
    texts_by_field,
    values_by_field,
    words_by_field,
)
from desktop_app.pdf.forms.plan import not_asked, nowhere_on_paper
from desktop_app.pdf.forms.readers import how_many
from desktop_app.pdf.forms.sheet_test import draw_test_page
from desktop_app.pdf.forms.shortening import all_abbreviated
from desktop_app.pdf.forms.sight import sight_of
from desktop_app.pdf.forms.sketch import draw_sketch
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.documents import get_ready, inspect_form, printed_page, unlocked
from desktop_app.untrusted.model import Field

FRENCH = "fr-FR"
"""The language of the papers that our packs know."""


class OfficialForms:
    """Fills, prints onto paper and describes forms; nothing is kept between two calls."""

    def get_ready(self) -> None:
        """Prepare what reads a form, which is about to be opened: for a worker."""
        get_ready()

    def as_pdf(self, data: bytes) -> bytes:
        """Return a photo or a scan (JPEG or PNG) of a form as a PDF; any other file as it is.

        Raises:
            PictureRefused: it cannot be drawn anew, and why.
        """
        return as_pdf(data)

    def inspect(self, data: bytes, password: str = "") -> InspectedForm:
        """Describe any PDF as a form; the boxes of one without fields are looked for on its pages.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        began = time.monotonic()
        form = inspect_form(data, password)
        found = Found()
        if has_no_field(form):
            left = ceilings.WALL_SECONDS - (time.monotonic() - began)
            found = find_boxes(data, password, seconds=left)
        return InspectedForm(
            kind=form.kind,
            pages=len(form.pages),
            encrypted=form.encrypted,
            active_content=form.active_content,
            fields=(*(_described(one) for one in form.fields), *_described_found(found)),
            sight=sight_of(form),
            notices=found.notices,
            numbers=tuple(PrintedNumber(one.number, one.page, one.rect) for one in form.numbers),
            page_sizes=tuple((page.width, page.height) for page in form.pages),
        )

    def read(self, data: bytes, password: str = "") -> FileRead:
        """Read a PDF once, for all that is asked of it before it is filled.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        return read_file(data, password)

    def unlocked(self, data: bytes, password: str) -> bytes:
        """Return the same PDF without the password that was given for it.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        return unlocked(data, password)

    def printed(
        self, data: bytes, page: int, boxes: Sequence[tuple[str, Rect]], password: str = ""
    ) -> tuple[tuple[Printed, ...], tuple[str, ...]]:
        """Return the words of a page (from 1), and what they call these boxes of it: "" for none.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        found = printed_page(data, page, boxes, password)
        return tuple(Printed(one.text, one.box) for one in found.words), found.labels

    def fill(
        self, form: FilledForm, blank: bytes, *, editable: bool = False, password: str = ""
    ) -> tuple[Pdf, Proof]:
        """Fill a known blank: its fields, and boxes of the map where it has none.

        Raises:
            PdfRefused: the blank cannot be used, and why.
        """
        loose = [one for one in form.values if not one.field]
        with FormFile(how_many(blank)).open(blank, password, fill_anything=bool(loose)) as file:
            fields, values = boxes(loose, len(file.form.pages))
            file.form = as_on_paper(form, file.form, editable=editable and not fields)
            file.add_boxes(fields)
            return file.fill(
                {**values_by_field(form, file.form), **values},
                {**texts_by_field(form), **by_box(loose, fields)},
                editable=editable,
                words=words_by_field(form) if editable else {},
                language="" if is_generic(form.pack) else FRENCH,
            )

    def fill_values(
        self,
        values: Mapping[str, FieldValue],
        blank: bytes,
        *,
        editable: bool = False,
        password: str = "",
    ) -> tuple[Pdf, Proof]:
        """Fill any blank with values by field name: text, tick, option's id or ids.

        On a blank without fields, the names are those of the boxes found on its pages.

        Raises:
            PdfRefused: the blank cannot be used, and why.
        """
        with FormFile(how_many(blank)).open(blank, password, fill_anything=True) as file:
            found = find_boxes(blank, password) if has_no_field(file.form) else Found()
            if not (file.form.can_be_filled or found.can_be_filled):
                raise found.nothing
            file.add_boxes(found.fields)
            nowhere = nowhere_on_paper(file.form, values)
            asked = {name: value for name, value in values.items() if name not in nowhere}
            pdf, proof = file.fill(asked, editable=editable)
            notices = (*found.notices, *not_asked(nowhere), *proof.notices)
            return pdf, replace(proof, notices=notices)

    def empty(self, blank: bytes, password: str = "") -> Pdf:
        """Return the pages of any PDF to be printed as they are, nothing active left in them.

        Raises:
            PdfRefused: it cannot be opened, and why.
        """
        with FormFile().open(blank, password, fill_anything=True) as file:
            return file.fill({}, editable=False)[0]

    def on_paper(
        self, form: FilledForm, *, dx_mm: float = 0, dy_mm: float = 0, ruler_mm: float = 100
    ) -> tuple[Pdf, Proof]:
        """Print only the answers, at their places, to be put through the printer on the form."""
        sheet = empty_pages(form.page_sizes)
        asked = [stretched(one, ruler_mm) for one in form.values]
        fields, values = boxes(asked, len(form.page_sizes), dx_mm=dx_mm, dy_mm=dy_mm)
        with FormFile().open(sheet, fill_anything=True) as file:
            file.add_boxes(fields)
            return file.fill(values, by_box(asked, fields), editable=False)

    def abbreviations(self, form: FilledForm) -> tuple[Abbreviation, ...]:
        """Return which answers are, or would be, abbreviated on the paper form.

        Of a paper that we have not got, none: no box was seen.
        """
        if form.unseen:
            return ()
        fields, _values = boxes(form.values, len(form.page_sizes))
        placed = by_box(form.values, fields)
        return tuple(all_abbreviated({one.name: one for one in fields}, placed).values())

    def sketch(self, form: FilledForm, *, boxes: bool = True) -> Pdf:
        """Draw the boxes of the paper and what stands in them so far; nothing of it is proved."""
        return draw_sketch(form, boxes=boxes)

    def test_page(
        self,
        form: FilledForm,
        words: PrinterTrial,
        *,
        dx_mm: float = 0,
        dy_mm: float = 0,
        ruler_mm: float = 100,
    ) -> Pdf:
        """Return the page that shows how far a printer is from where it should print."""
        size = form.page_sizes[0]
        return Pdf(draw_test_page(size, words, dx_mm=dx_mm, dy_mm=dy_mm, ruler_mm=ruler_mm), 1)


def _described(one: Field) -> dict[str, Any]:
    """A field as the command line's contract shows it."""
    return {
        "name": one.name,
        "type": one.type,
        "page": one.page,
        "rect": _rect(one, 0),
        "comb": one.comb,
        "max_length": one.max_length,
        "options": [
            {
                "id": option.id,
                "label": option.label,
                "page": one.widgets[option.widgets[0]].page if option.widgets else one.page,
                "rect": _rect(one, option.widgets[0] if option.widgets else 0),
            }
            for option in one.options
        ],
        "label": one.label,
        "value": _value(one),
        "read_only": one.read_only,
    }


def _described_found(found: Found) -> tuple[dict[str, Any], ...]:
    """Boxes that were found, with how sure each is: a person checks them on the page."""
    return tuple(
        {**_described(one), "detected": True, "confidence": sure}
        for one, sure in zip(found.fields, found.sure, strict=True)
    )


def _rect(one: Field, place: int) -> list[float]:
    return [round(value, 2) for value in one.widgets[place].rect] if one.widgets else []


def _value(one: Field) -> str | bool | list[str] | None:
    if one.type == "tick":
        return bool(one.chosen)
    if one.type == "text":
        return one.value
    if one.type in ("one_of", "choice"):
        if one.several:
            return list(one.chosen)
        return one.chosen[0] if one.chosen else None
    return None
