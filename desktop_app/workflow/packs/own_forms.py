"""Making a form of one's own from a PDF: its first draft, its check, its samples, keeping it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.authoring import personal
from desktop_app.core.authoring.asking import leave_empty
from desktop_app.core.authoring.edited import EditedForm, edited, finished
from desktop_app.core.authoring.first import (
    as_model,
    entitled,
    first_draft,
    free_id,
    made_here,
    with_id,
)
from desktop_app.core.authoring.pack import pack_texts, with_samples
from desktop_app.core.authoring.personal import Said
from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import AppError, InvalidPack, Notice
from desktop_app.core.generic.build import Changes
from desktop_app.core.packs.listed import PackTexts
from desktop_app.core.packs.model import FormDefinition
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.workflow.packs.checking import CheckedPack, check_texts
from desktop_app.workflow.ports import Catalogue, FormWriter
from desktop_app.workflow.tools import Tools


class FormAlreadyKnown(AppError):
    """The PDF is the blank of a pack that the program came with."""


class ModelTellsOfPerson(AppError):
    """A model would say an answer of the person who filled its form, or her name.

    ``box``: the label of the box that does; "" for the title.
    """


class FormWithoutBox(AppError):
    """Nothing is asked: every box stays empty, or there is none."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A form to be corrected, and what must be said of its PDF.

    Attributes:
        name: its id when it is one of the person's own, saved before.
        known: the form and the edition of a pack that knows this PDF already.
    """

    form: EditedForm
    notices: tuple[Notice, ...] = ()
    name: str = ""
    known: tuple[FormDefinition, str] | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A form made for one PDF, as it was corrected, as it was first, and its blank."""

    form: EditedForm
    first: EditedForm
    blank: bytes


@dataclass(frozen=True, slots=True)
class Tried:
    """A form filled with samples, what the read-back says, and the boxes it complains of."""

    pdf: Pdf
    proof: Proof
    boxes: tuple[int, ...]


def begin(
    forms: FormWriter,
    catalogue: Catalogue,
    law: Law,
    data: bytes,
    *,
    title: str,
    today: dt.date,
    changes: Changes | None = None,
) -> Begun:
    """Return the form to correct: the person's own one when she made it before, else a draft.

    Args:
        changes: what she said of its boxes before; None: nothing yet.

    Raises:
        FormAlreadyKnown: a pack that was not made here knows this PDF: nothing has to be made.
        PdfRefused: it cannot be opened, or is XFA only.
    """
    if known := catalogue.recognise(data):
        return _again(catalogue, *known)
    doors = (forms, catalogue, law, data)
    begun = draft(*doors, title=title, today=today, even_empty=True, changes=changes)
    return _again(catalogue, *begun.known) if begun.known else begun


def _again(catalogue: Catalogue, known: FormDefinition, edition: str) -> Begun:
    """Return a form that was made here before, to be corrected once more."""
    if not (catalogue.is_own(known.id) and made_here(known)):
        raise FormAlreadyKnown(title=known.title, pack=known.id)
    return Begun(edited(known, catalogue.field_map(known.id, edition)), name=known.id)


def draft(
    forms: FormWriter,
    catalogue: Catalogue,
    law: Law,
    data: bytes,
    *,
    title: str,
    today: dt.date,
    password: str = "",
    even_empty: bool = False,
    changes: Changes | None = None,
) -> Begun:
    """Return a first draft that passes the check: a box that may not be asked stays empty.

    Args:
        even_empty: a PDF on which nothing is found will do: its boxes are to be drawn.
        changes: what the person said of its boxes before; None: nothing yet.

    Raises:
        PdfRefused: the PDF cannot be opened, is XFA only, or asks for nothing.
    """
    facts, notices = forms.read(data, password).facts(even_empty=even_empty)
    form = first_draft(facts, title, today, changes)
    if not form.places:
        notices = (*notices, Notice("form-boxes-to-draw"))
    refused = refused_boxes(form, law, today)
    for index in refused:
        form = leave_empty(form, index)
    if refused:
        notices = (*notices, Notice("form-boxes-left-empty", {"n": len(refused)}))
    return Begun(form, notices, known=catalogue.recognise(data, facts.sight))


def refused_boxes(form: EditedForm, law: Law, today: dt.date) -> Sequence[int]:
    """Return the boxes of what may not be asked in a model, in the order of the paper."""
    problems = check_edited(form, law, today).problems
    return sorted({box for one in problems if (box := box_of(form, one.path)) is not None})


def check_edited(form: EditedForm, law: Law, today: dt.date) -> CheckedPack:
    """Check a form as ``pack check`` does; nothing is written."""
    texts = pack_texts(form, today)
    return check_texts(PackTexts(form.header.id, form.header.title, texts, {}), law)


def box_of(form: EditedForm, path: tuple[str | int, ...]) -> int | None:
    """Return the box that a problem of ``check_edited`` is about; None when it is about none."""
    match path:
        case ("place", int(index), *_):
            return index if index < len(form.places) else None
        case ("section", int(section), "question", int(number), *_):
            asked = finished(form)[0].section[section].question[number]
            return min(form.users(asked.id), default=None)
    return None


def texts_for(
    form: EditedForm, law: Law, *, taken: Collection[str], today: dt.date, name: str = ""
) -> tuple[str, Mapping[str, bytes]]:
    """Return the id of a pack and its texts, once they pass the check.

    Args:
        taken: ids that it may not have.
        name: the id under which it was saved before, which never changes; "" the first time.

    Raises:
        FormWithoutBox: nothing is asked.
        InvalidPack: something is to be corrected.
    """
    if not form.questions:
        raise FormWithoutBox
    form = with_id(form, name or free_id(form.header.title, taken))
    checked = check_edited(form, law, today)
    if not checked.ok:
        raise InvalidPack(checked.problems, n=len(checked.problems))
    return form.header.id, pack_texts(form, today)


def keep(
    form: EditedForm, catalogue: Catalogue, law: Law, *, today: dt.date, name: str = ""
) -> tuple[str, str]:
    """Save a form of the person's own; return its id and its folder. As ``texts_for``.

    Raises:
        FormWithoutBox, InvalidPack, NotWritten, DiskFull, ReadOnly: nothing was written.
    """
    taken = names_taken(catalogue)
    name, texts = texts_for(form, law, taken=taken, today=today, name=name)
    return name, catalogue.keep_pack(name, texts)


def keep_filled(
    tools: Tools, filled: Filled, title: str, said: Said
) -> tuple[str, tuple[str, ...]]:
    """Save a form that was corrected while it was filled, in the place of the one that was made of
    the same PDF before. Return its id, and the boxes of it that ask nothing: what the program read
    there may not be asked in a model, and the person has not changed it.

    Args:
        title: what the person calls it.
        said: her answers and her name, none of which may be in it.

    Raises:
        ModelTellsOfPerson, FormAlreadyKnown, and as ``keep``: nothing was written.
    """
    today, known = tools.clock.today(), tools.catalogue.recognise(filled.blank)
    if known is not None and not (tools.catalogue.is_own(known[0].id) and made_here(known[0])):
        raise FormAlreadyKnown(title=known[0].title, pack=known[0].id)
    _keep_out(filled, title, said)
    form = personal.named_anew(as_model(entitled(filled.form, title), today), said)
    before = set(filled.first.places)
    left = [
        index
        for index in refused_boxes(form, tools.law, today)
        if filled.form.places[index] in before
    ]
    labels = tuple(form.places[index].label for index in left)
    for index in left:
        form = leave_empty(form, index)
    name = known[0].id if known is not None else ""
    return keep(form, tools.catalogue, tools.law, today=today, name=name)[0], labels


def _keep_out(filled: Filled, title: str, said: Said) -> None:
    """Refuse a model that would tell of the person."""
    if personal.names(title, filled.first.header.title, said):
        raise ModelTellsOfPerson(box="")
    if (index := next(personal.told(filled.form, filled.first, said), None)) is not None:
        raise ModelTellsOfPerson(box=filled.form.places[index].label)


def names_taken(catalogue: Catalogue) -> list[str]:
    """Return the ids of every pack at hand, good or bad."""
    return [*(item.id for item in catalogue.search()), *(lost.id for lost in catalogue.broken)]


def try_samples(forms: FormWriter, form: EditedForm, blank: bytes, today: dt.date) -> Tried:
    """Fill the blank with samples, and have it read back.

    Raises:
        FormWithoutBox: nothing is asked.
        PdfRefused: the blank cannot be used, and why.
    """
    if not form.questions:
        raise FormWithoutBox
    pdf, proof = forms.fill(with_samples(form, today)[1], blank)
    wrong = {one.field for one in proof.problems} | {one.field for one in proof.overflow}
    boxes = (i for i, one in enumerate(form.places) if {one.label, one.field} & wrong)
    return Tried(pdf, proof, tuple(boxes))
