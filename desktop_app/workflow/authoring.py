"""Making a form of one's own from a PDF: its check, its samples, and keeping it."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.authoring.edited import EditedForm, finished
from desktop_app.core.authoring.pack import pack_texts, with_samples
from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import InvalidPack
from desktop_app.workflow.packs import CheckedPack, check_texts
from desktop_app.workflow.ports import Catalogue, FormWriter, PackTexts, Pdf, Proof


@dataclass(frozen=True, slots=True)
class Tried:
    """A form filled with samples, what the read-back says, and the boxes it complains of."""

    pdf: Pdf
    proof: Proof
    boxes: tuple[int, ...]


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


def keep(form: EditedForm, catalogue: Catalogue, law: Law, today: dt.date) -> str:
    """Save a form of the person's own, and return its folder.

    Raises:
        InvalidPack: something is to be corrected; nothing was written.
        PackNameTaken, NotWritten, DiskFull, ReadOnly: nothing was written.
    """
    checked = check_edited(form, law, today)
    if not checked.ok:
        raise InvalidPack(checked.problems, n=len(checked.problems))
    return catalogue.keep_form(form.header.id, pack_texts(form, today))


def try_samples(forms: FormWriter, form: EditedForm, blank: bytes, today: dt.date) -> Tried:
    """Fill the blank with samples, and have it read back.

    Raises:
        PdfRefused: the blank cannot be used, and why.
    """
    pdf, proof = forms.fill(with_samples(form, today)[1], blank)
    wrong = {one.field for one in proof.problems} | {one.field for one in proof.overflow}
    boxes = (i for i, one in enumerate(form.places) if {one.label, one.field} & wrong)
    return Tried(pdf, proof, tuple(boxes))
