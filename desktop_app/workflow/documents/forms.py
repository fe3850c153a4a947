"""Official forms, the three ways; and any other PDF with boxes to fill."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.law import Law
from desktop_app.core.documents.model import FieldValue
from desktop_app.core.editions.inspected import InspectedForm
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.generic.brought import Paired, pair
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.workflow.documents.abbreviating import marked
from desktop_app.workflow.documents.editions import FormEditionUnknown, OtherEdition, nearest
from desktop_app.workflow.documents.preparing import PreparedForm, prepare_form
from desktop_app.workflow.guidance.pack_list import Model, form_model
from desktop_app.workflow.interview.definitions import form_of, map_of
from desktop_app.workflow.ports import Catalogue, FormWriter, LetterWriter, Merger, SheetMaker

Way = Literal["blank", "paper", "hand"]
"""Where the answers of a form stand: on its blank, to be printed onto the paper form, or on the
sheet to copy by hand."""


class ValuesUnreadable(AppError):
    """The file of values is not one JSON object of names and values."""


class ValuesTwice(AppError):
    """The file of values names a field twice: which answer is meant cannot be known."""


class PdfTooBig(AppError, code="pdf-too-heavy"):
    """The file is larger than what is opened without danger."""


class FormOtherEdition(AppError):
    """The blank is no edition that the pack knows."""


class FormOtherPaper(AppError):
    """The blank is that of another form than a prepared one, of which no edition was seen."""


class FormNotSeen(AppError):
    """It is a paper that we have not got: nothing can be printed onto it, no box was seen."""


class FormToConfirm(AppError):
    """The blank of a prepared form: a person must look at the boxes that were recognised."""

    def __init__(self, paired: Paired) -> None:
        self.paired = paired
        super().__init__(n=len(paired.pairs))


class FormOtherPdf(AppError):
    """The PDF is not the one for which the questions were made."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A PDF described; the pack and the edition it is, empty when unknown.

    ``nearest`` is what a blank resembles that no pack knows; None when it is known, or like none.
    ``model`` says how fresh the form is that it is, or resembles.
    """

    form: InspectedForm
    pack: str
    edition: str
    model: Model | None = None
    nearest: OtherEdition | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form, its proof, and what must be said besides."""

    pdf: Pdf
    proof: Proof
    prepared: PreparedForm | None = None
    notices: tuple[Notice, ...] = ()
    other: OtherEdition | None = None
    """The blank was another edition: only what it shares with the known one is filled."""
    way: Way = "blank"


def inspect(forms: FormWriter, catalogue: Catalogue, data: bytes, password: str = "") -> Recognised:
    """Describe any PDF as a form, and say which of our packs it is the blank of."""
    form = forms.inspect(data, password)
    known = catalogue.known_blank(data, form.sight)
    if known is None:
        near = nearest(catalogue, form)
        model = form_model(catalogue, near.definition.id) if near else None
        return Recognised(form, "", "", model, near)
    pack, edition = known[0].id, known[1].edition
    return Recognised(form, pack, edition, form_model(catalogue, pack, edition))


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
    values: Mapping[str, FieldValue],
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
    carry_over: bool = False,
) -> Filled:
    """Fill a pack's own blank with a draft.

    Args:
        carry_over: also another edition that is not known: only the boxes that both share.

    Raises:
        FormEditionUnknown: it is such another edition, and it was not asked to carry over.
        FormToConfirm: the same, of a form whose paper we had not got.
        FormOtherEdition: the blank is none that the pack knows, nor like it.
        UnknownPack, InvalidPack, InvalidAnswers: as ``prepare_form``.
        PdfRefused: the blank cannot be used.
    """
    field_map, other = _map_of(forms, catalogue, draft, blank, password, carry_over=carry_over)
    if other is not None and not carry_over:
        raise FormEditionUnknown(other)
    prepared = prepare_form(catalogue, law, draft, today, field_map=field_map)
    pdf, proof = forms.fill(prepared.document, blank, editable=editable, password=password)
    prepared = marked(prepared, proof.abbreviations)
    return Filled(pdf, proof, prepared, (*replaced(prepared), *proof.notices), other)


def _map_of(
    forms: FormWriter,
    catalogue: Catalogue,
    draft: Draft,
    blank: bytes,
    password: str,
    *,
    carry_over: bool,
) -> tuple[FieldMap, OtherEdition | None]:
    """Return the boxes of a blank, and what it differs in when it is no known one."""
    known = map_of_blank(forms, catalogue, draft, blank, password)
    if known is not None:
        return known, None
    if not draft.form and catalogue.form(draft.pack).prepared:
        return _paired_map(forms, catalogue, draft, blank, carry_over=carry_over), None
    other = nearest(catalogue, forms.inspect(blank, password), draft.pack)
    if other is None:
        definition = catalogue.form(draft.pack)
        raise FormOtherEdition(number=definition.number, edition=definition.edition)
    return other.carried_over(), other


def _paired_map(
    forms: FormWriter, catalogue: Catalogue, draft: Draft, blank: bytes, *, carry_over: bool
) -> FieldMap:
    """Return the boxes of a prepared form's blank that its lines are surely about, and no other.

    Raises:
        FormToConfirm: nobody has said yet that they are the right ones.
    """
    facts, _notices = forms.read(blank).facts()
    definition = catalogue.form(draft.pack)
    paired = pair(definition, catalogue.field_map(draft.pack), facts, definition.seen_on)
    if not carry_over:
        raise FormToConfirm(paired)
    places = tuple(place for one in paired.pairs for place in one.places)
    return FieldMap(edition=paired.printed, page_sizes=facts.page_sizes, place=places)


def map_of_blank(
    forms: FormWriter, catalogue: Catalogue, draft: Draft, blank: bytes, password: str = ""
) -> FieldMap | None:
    """Return the boxes of a blank of a draft's form; None when no pack knows this blank.

    Raises:
        FormOtherEdition, FormOtherPaper: it is a known blank of another form.
        FormOtherPdf: the questions were made of another PDF.
    """
    if draft.form:
        return map_of(catalogue, draft, _only_blank(form_of(catalogue, draft), blank))
    known = catalogue.known_blank(blank) or catalogue.known_blank(
        blank, forms.read(blank, password).sight
    )
    if known is None:
        return None
    form, found = known
    if form.id != draft.pack:
        definition = catalogue.form(draft.pack)
        if definition.prepared:
            raise FormOtherPaper(title=form.title)
        raise FormOtherEdition(number=definition.number, edition=definition.edition)
    return catalogue.field_map(form.id, found.edition, file=found.map)


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
    edition: str = "",
    dx_mm: float = 0,
    dy_mm: float = 0,
    ruler_mm: float = 100,
) -> Filled:
    """Print only a draft's answers, for the paper form that the person has.

    Raises:
        UnknownPack: ``edition``, the one printed on that paper, is none that the pack knows.
        FormNotSeen: we have not got the paper.
    """
    prepared = prepare_form(catalogue, law, draft, today, edition=edition)
    refuse_unseen(prepared)
    pdf, proof = forms.on_paper(prepared.document, dx_mm=dx_mm, dy_mm=dy_mm, ruler_mm=ruler_mm)
    prepared = marked(prepared, proof.abbreviations)
    return Filled(pdf, proof, prepared, (*replaced(prepared), *proof.notices), way="paper")


def refuse_unseen(prepared: PreparedForm) -> None:
    """Refuse to print onto a paper that nobody saw.

    Raises:
        FormNotSeen.
    """
    if prepared.document.unseen:
        raise FormNotSeen(pack=prepared.definition.id)


def copy_by_hand(
    forms: FormWriter,
    letters: LetterWriter,
    catalogue: Catalogue,
    law: Law,
    draft: Draft,
    *,
    sheets: SheetMaker,
    today: dt.date,
    edition: str = "",
) -> Filled:
    """Set, in large letters, what to copy by hand in each box of an edition.

    Its proof counts nothing: no value stands on an official page.
    """
    prepared = prepare_form(catalogue, law, draft, today, edition=edition)
    abbreviations = forms.abbreviations(prepared.document)
    prepared = marked(prepared, abbreviations)
    pdf = letters.sheet(sheets.copy_sheet(prepared.document))
    proof = Proof(0, 0, abbreviations=abbreviations)
    return Filled(pdf, proof, prepared, replaced(prepared), way="hand")


def paper_kit(
    forms: FormWriter,
    letters: LetterWriter,
    merge: Merger,
    filled: Filled,
    titles: tuple[str, str, str],
    *,
    sheets: SheetMaker,
    dx_mm: float = 0,
    dy_mm: float = 0,
    ruler_mm: float = 100,
) -> Filled:
    """Return one file to take along: the printer's test page, the answers, the sheet to copy.

    ``titles`` are their bookmarks. The sheet to copy serves when the printer does not do its part,
    and holds what to check before posting.
    """
    assert filled.prepared is not None
    document = filled.prepared.document
    parts = (
        forms.test_page(
            document, sheets.printer_trial(), dx_mm=dx_mm, dy_mm=dy_mm, ruler_mm=ruler_mm
        ),
        filled.pdf,
        letters.sheet(sheets.copy_sheet(document)),
    )
    pdf = merge(document.title, list(zip(titles, parts, strict=True)))
    return replace(filled, pdf=pdf)


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
