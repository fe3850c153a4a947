"""What is typed on a page that is not an interview, kept until it is noted or given up.

An event of a dossier half written, the name of somebody to add: a power cut must not take it. Each
page has one entry among the drafts of the safe; it answers no letter, and is offered nowhere but on
its own page.
"""

import datetime as dt
import json
from collections.abc import Mapping

from desktop_app.core.answers.draft import Typed
from desktop_app.core.records import SavedDraft
from desktop_app.workflow.store import Safe

PREFIX = "saisie-"
"""Of what an entry is said to answer: the page follows."""


def is_half_typed(pack: str) -> bool:
    """Whether a draft is what was typed on a page, not answers to a letter or a form."""
    return pack.startswith(PREFIX)


def keep(
    safe: Safe, page: str, typed: Mapping[str, Typed], *, on: dt.date, dossier: str = ""
) -> None:
    """Keep what was typed in these fields of a page; its other fields stay as they were kept.

    Args:
        page: which page, and about what.
        dossier: the one that it is about: it goes when the dossier is erased.

    Raises:
        What the safe says of its disk.
    """
    saved = _entry(safe, page)
    fields = {**(_read(saved.content) if saved else {}), **typed}
    content = json.dumps(fields, ensure_ascii=True)
    draft = saved.id if saved else ""
    if not draft:
        draft = safe.drafts.begin(PREFIX + page, content, on=on, dossier=dossier)
    safe.drafts.save(draft, content, question="", on=on)


def read(safe: Safe, page: str) -> Mapping[str, Typed]:
    """Return what was typed on a page and not noted: text as typed, by field."""
    saved = _entry(safe, page)
    return _read(saved.content) if saved else {}


def forget(safe: Safe, page: str) -> None:
    """Take the entry of a page away: what was typed is noted now."""
    if (saved := _entry(safe, page)) is not None:
        safe.drafts.forget(saved.id)


def _entry(safe: Safe, page: str) -> SavedDraft | None:
    pack = PREFIX + page
    return next((one for one in safe.drafts.unfinished(pack) if one.pack == pack), None)


def _read(content: str) -> dict[str, Typed]:
    """Return the fields of an entry; what is not text is left out."""
    found = json.loads(content)
    if not isinstance(found, dict):
        return {}
    texts = {name: value for name, value in found.items() if isinstance(value, str)}
    lists = {name: tuple(map(str, v)) for name, v in found.items() if isinstance(v, list)}
    return {**texts, **lists}
