"""A form or a letter in the making, kept in the safe until it is a pack, and taken up again.

It is a draft of nobody; a form's blank is kept beside. Without a safe none of this is called.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop_app.core.answers.draft_json import DraftUnreadable
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.first import made_here
from desktop_app.core.authoring.kept import PREFIX, KeptModel, read_kept, write_kept
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.errors import AppError
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe

LetterValue = tuple[EditedLetter, tuple[int, str] | None]
"""A letter, and the words that are being typed in one of its paragraphs."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a safe holds of a model: the ids of the safe and of the draft, and the value it has."""

    safe: str = ""
    draft: str = ""
    value: EditedForm | LetterValue | None = None


@dataclass(frozen=True, slots=True)
class InTheMaking:
    """A model to take up again; ``letter`` or else a form."""

    id: str
    title: str
    letter: bool
    saved_on: dt.date


def keep(
    safe: Safe, model: KeptModel, *, blank: bytes = b"", draft_id: str = "", on: dt.date
) -> str:
    """Keep a model, a new one when it has no id yet; return its id. Whole or not at all.

    Args:
        blank: the PDF of a form.

    Raises:
        DraftTooLong, and what the safe says of its disk; the work stays in memory then.
    """
    content = write_kept(model)
    if draft_id:
        safe.drafts.save(draft_id, content, question="", on=on)
        return draft_id
    with safe.act():
        if model.form is not None:
            pages = len(model.form.page_sizes)
            blanks.keep(safe, _pack(blank), blank, title=model.title, pages=pages, on=on)
        return safe.drafts.begin(_pack(blank), content, on=on)


def unfinished(safe: Safe) -> Sequence[InTheMaking]:
    """Return the models to take up again, the one saved last first.

    One that cannot be read here is left out, and stays in the safe.
    """
    found = []
    for saved in safe.drafts.unfinished(PREFIX):
        try:
            model = read_kept(saved.content)
        except AppError:
            continue
        letter = model.letter is not None
        found.append(InTheMaking(saved.id, model.title, letter, saved.saved_on))
    return found


def of_blank(safe: Safe, blank: bytes) -> str:
    """Return the draft of the model that was begun from this PDF and not finished; "" for none."""
    drafts = safe.drafts.unfinished(_pack(blank), limit=1)
    return drafts[0].id if drafts else ""


def take_up(safe: Safe, catalogue: Catalogue, draft_id: str) -> tuple[KeptModel, bytes]:
    """Return a model as it was left, and the blank of a form.

    A form that became a pack just before the end has its name again: it is not made twice.

    Raises:
        DraftUnreadable: a newer version wrote it, or its blank is no longer in the safe.
    """
    saved = safe.drafts.one(draft_id)
    model = read_kept(saved.content)
    if model.form is None:
        return model, b""
    document = blanks.find(safe, saved.pack)
    if document is None:
        raise DraftUnreadable
    blank = safe.content(document)
    known = catalogue.recognise(blank)
    if known is not None and catalogue.is_own(known[0].id) and made_here(known[0]):
        model = model.called(known[0].id)
    return model, blank


def finish(safe: Safe, draft_id: str, *, on: dt.date) -> None:
    """End a draft that became a pack, or that the person gives up; its blank goes to the bin."""
    with safe.act():
        document = blanks.find(safe, safe.drafts.one(draft_id).pack)
        if document is not None:
            safe.bin.put(document, on=on)
        safe.drafts.finish(draft_id)


def _pack(blank: bytes) -> str:
    """Return what the draft is said to answer."""
    return PREFIX + (sha256(blank).hexdigest()[:32] if blank else "lettre")
