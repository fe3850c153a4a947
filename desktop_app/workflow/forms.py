"""Official forms, the three ways; and any other PDF with boxes to fill."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.law import Law
from desktop_app.core.definitions.model import FormDefinition
from desktop_app.core.errors import AppError, Notice
from desktop_app.workflow.definitions import form_of
from desktop_app.workflow.documents import PreparedForm, prepare_form
from desktop_app.workflow.ports import (
    Catalogue,
    FormWriter,
    InspectedForm,
    LetterWriter,
    Merger,
    Pdf,
    Proof,
)


class ValuesUnreadable(AppError):
    """The file of values is not one JSON object of names and values."""

    code = "values-unreadable"


class ValuesTwice(AppError):
    """The file of values names a field twice: which answer is meant cannot be known."""

    code = "values-twice"


class PdfTooBig(AppError):
    """The file is larger than what is opened without danger."""

    code = "pdf-too-heavy"


class FormOtherEdition(AppError):
    """The blank is no edition that the pack knows."""

    code = "form-other-edition"


class FormOtherPdf(AppError):
    """The PDF is not the one for which the questions were made."""

    code = "form-other-pdf"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A PDF described; the pack and the edition it is, empty when unknown."""

    form: InspectedForm
    pack: str
    edition: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form, its proof, and what must be said besides."""

    pdf: Pdf
    proof: Proof
    prepared: PreparedForm | None = None
    notices: tuple[Notice, ...] = ()


def inspect(forms: FormWriter, catalogue: Catalogue, data: bytes, password: str = "") -> Recognised:
    """Describe any PDF as a form, and say which of our packs it is the blank of."""
    form = forms.inspect(data, password)
    known = catalogue.recognise(data, form.signature)
    return Recognised(form, known[0].id if known else "", known[1] if known else "")


def read_values(data: bytes) -> dict[str, Any]:
    """Return the values of a file ``{name: value}``: text, true or false, an id, a list of ids.

    Raises:
        ValuesUnreadable, ValuesTwice.
    """
    try:
        values = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_without_twins)
    except (ValueError, RecursionError) as broken:
        raise ValuesUnreadable from broken
    if not isinstance(values, dict):
        raise ValuesUnreadable
    return values


def _without_twins(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValuesTwice
    return found


def fill_any(
    forms: FormWriter,
    blank: bytes,
    values: Mapping[str, Any],
    *,
    editable: bool = False,
    password: str = "",
) -> Filled:
    """Fill any PDF with values by field name.

    A value that its field refuses leaves it empty and is a problem of the proof; only a blank that
    cannot be used at all raises.
    """
    pdf, proof = forms.fill_values(values, blank, editable=editable, password=password)
    return Filled(pdf, proof, None, proof.notices)


def fill_pack(
    forms: FormWriter,
    catalogue: Catalogue,
    law: Law,
    draft: Draft,
    *,
    blank: bytes,
    today: dt.date,
    editable: bool = False,
    password: str = "",
) -> Filled:
    """Fill a pack's own blank with a draft.

    Raises:
        FormOtherEdition: the blank is none that the pack knows.
        UnknownPack, InvalidPack, InvalidAnswers: as ``prepare_form``.
        PdfRefused: the blank cannot be used.
    """
    edition = _edition(forms, catalogue, draft, blank, password)
    prepared = prepare_form(catalogue, law, draft, today, edition=edition)
    pdf, proof = forms.fill(prepared.document, blank, editable=editable, password=password)
    return Filled(pdf, proof, prepared, (*replaced(prepared), *proof.notices))


def _edition(
    forms: FormWriter, catalogue: Catalogue, draft: Draft, blank: bytes, password: str
) -> str:
    """Return which edition of a draft's form a blank is."""
    definition = form_of(catalogue, draft)
    if draft.form:
        return _only_blank(definition, blank)
    known = catalogue.recognise(blank) or catalogue.recognise(
        blank, forms.signature(blank, password)
    )
    if known is None or known[0].id != draft.pack:
        raise FormOtherEdition(number=definition.number, edition=definition.edition)
    return known[1]


def _only_blank(definition: FormDefinition, blank: bytes) -> str:
    """A form made for one PDF is filled on that PDF alone, to the byte: its boxes are known so."""
    only = definition.blank[0]
    if hashlib.sha256(blank).hexdigest() not in only.sha256:
        raise FormOtherPdf(title=definition.title)
    return only.edition


def fill_paper(
    forms: FormWriter,
    catalogue: Catalogue,
    law: Law,
    draft: Draft,
    *,
    today: dt.date,
    dx_mm: float = 0,
    dy_mm: float = 0,
) -> Filled:
    """Print only a draft's answers, for the paper form that the person has."""
    prepared = prepare_form(catalogue, law, draft, today)
    pdf, proof = forms.on_paper(prepared.document, dx_mm=dx_mm, dy_mm=dy_mm)
    return Filled(pdf, proof, prepared, (*replaced(prepared), *proof.notices))


def paper_kit(
    forms: FormWriter,
    letters: LetterWriter,
    merge: Merger,
    filled: Filled,
    titles: tuple[str, str, str],
    *,
    dx_mm: float = 0,
    dy_mm: float = 0,
) -> Filled:
    """Return one file to take along: the printer's test page, the answers, the sheet to copy.

    ``titles`` are their bookmarks. The sheet to copy serves when the printer does not do its part,
    and holds what to check before posting.
    """
    assert filled.prepared is not None
    document = filled.prepared.document
    parts = (
        forms.test_page(document, dx_mm=dx_mm, dy_mm=dy_mm),
        filled.pdf,
        letters.copy_sheet(document),
    )
    pdf = merge(document.title, list(zip(titles, parts, strict=True)))
    return Filled(pdf, filled.proof, filled.prepared, filled.notices)


def replaced(prepared: PreparedForm) -> tuple[Notice, ...]:
    """Say that an edition has been replaced, and by which number, when it is known."""
    definition = prepared.definition
    if not definition.withdrawn:
        return ()
    if not definition.successor:
        return (Notice("form-withdrawn", {"number": definition.edition}),)
    return (
        Notice("form-replaced", {"number": definition.edition, "successor": definition.successor}),
    )
