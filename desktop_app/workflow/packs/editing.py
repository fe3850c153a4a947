"""The model in the making: a form or a letter, and when the safe keeps it.

It stays in memory whatever screen is opened meanwhile. An open safe keeps it too, see
``pack_drafts.py``; without one nothing of it is written before it is saved.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.letter import as_seen
from desktop_app.core.authoring.tokens import SignWords
from desktop_app.core.errors import Notice
from desktop_app.core.generic.build import Changes
from desktop_app.core.packs.model import Question
from desktop_app.workflow.packs import own_forms, pack_drafts
from desktop_app.workflow.packs.editing_form import Editing
from desktop_app.workflow.packs.editing_letter import LetterEditing
from desktop_app.workflow.packs.pack_drafts import Held
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

EditedModel = Editing | LetterEditing
ToWords = Callable[[str, Mapping[str, Question]], SignWords]
"""Gives the words of the signs of a paragraph."""


def taken_up(safe: Safe, catalogue: Catalogue, draft: str, to_words: ToWords) -> EditedModel:
    """Return a model as the safe kept it, not saved yet; raises as ``pack_drafts.take_up``."""
    model, blank = pack_drafts.take_up(safe, catalogue, draft)
    if model.form is not None:
        held = Held(safe.id, draft, model.form)
        return Editing(blank, History(model.form), model.selected, name=model.name, held=held)
    assert model.letter is not None
    held, letter = Held(safe.id, draft, (model.letter, model.typing)), History(model.letter)
    made = LetterEditing(model.origin, model.questions, letter, None, model.name, held)
    if model.typing is not None and model.typing[0] < len(model.letter.paragraphs):
        index, words = model.typing
        signs = to_words(as_seen(model.letter.paragraphs[index].text), model.questions)
        made.typing = (index, words, signs)
    return made


def begin_form(
    tools: Tools,
    safe: Safe | None,
    pdf: bytes,
    title: str,
    to_words: ToWords,
    *,
    changes: Changes | None = None,
) -> tuple[Editing, tuple[Notice, ...] | None]:
    """Return the form to be made of this PDF, and what must be said of it.

    None of that: it was begun before and not finished, and is as it was left. Raises as
    ``own_forms.begin``.

    Args:
        changes: what was said of its boxes before; None: nothing yet.
    """
    if safe is not None and (draft := pack_drafts.of_blank(safe, pdf)):
        left = taken_up(safe, tools.catalogue, draft, to_words)
        assert isinstance(left, Editing)
        return left, None
    today = tools.clock.today()
    doors = (tools.forms, tools.catalogue, tools.law)
    begun = own_forms.begin(*doors, pdf, title=title, today=today, changes=changes)
    kept = begun.form if begun.name else None
    return Editing(pdf, History(begun.form), kept=kept, name=begun.name), begun.notices


def keeping(
    safe: Safe | None, editing: EditedModel | None, today: dt.date
) -> Callable[[], None] | None:
    """Return the work that brings the safe up to date with the model in hand; None for none.

    The worker does it, before the safe closes. A model that nobody changed yet is not kept.
    """
    if safe is None or safe.read_only or editing is None:
        return None
    held = editing.held if editing.held.safe == safe.id else Held()
    value = editing.value if editing.unsaved else None
    if value == held.value or not (held.draft or editing.touched):
        return None
    model, blank = editing.model(), editing.blank if isinstance(editing, Editing) else b""

    def write() -> None:
        # What another piece of work began meanwhile goes on.
        draft = editing.held.draft if editing.held.safe == safe.id else ""
        if value is None:
            if draft:
                pack_drafts.finish(safe, draft, on=today)
            editing.held = Held()
            return
        draft = pack_drafts.keep(safe, model, blank=blank, draft_id=draft, on=today)
        editing.held = Held(safe.id, draft, value)

    return write
