"""A draft as JSON, for the safe: versioned, strict, of bounded size; and back.

::

    {"version": 1, "pack": "caf-indu-rsa", "answers": {"nom": "Martin", "sujets": ["couple"]},
     "unknown": ["montant"], "confirmed": [], "removed": [], "edited": {}}

A form made for one PDF adds ``"form"``, its own definition, and is of version 2; answers that may
be written abbreviated add ``"shortened"``, and it is of version 3: an older program says that the
draft is newer, and loses nothing.

Nothing is repaired while reading: a key that we did not write, a duplicate or another type means
that the content is not ours, or is newer.
"""

import json
from types import MappingProxyType
from typing import Any, NoReturn

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.errors import AppError

VERSION, WITH_FORM, NEWEST = 1, 2, 3
LONGEST = 900_000
"""Longest JSON, in characters: under what the safe accepts."""
_KEYS = frozenset({"version", "pack", "answers", "unknown", "confirmed", "removed", "edited"})
_ADDED = {
    VERSION: frozenset[str](),
    WITH_FORM: frozenset({"form"}),
    NEWEST: frozenset({"form", "shortened"}),
}
"""The keys that each version has besides."""


class DraftUnreadable(AppError):
    """Kept answers that this version cannot read."""


class DraftNewer(DraftUnreadable):
    """Answers kept by a newer version of the program."""


class DraftTooLong(AppError):
    """More text than a draft can hold. ``limit`` is in characters."""


def write_json(draft: Draft) -> str:
    """Return the JSON of a draft; the same draft always gives the same text.

    Raises:
        DraftTooLong.
    """
    content: dict[str, Any] = {
        "version": VERSION,
        "pack": draft.pack,
        "answers": {name: _listed(typed) for name, typed in sorted(draft.answers.items())},
        "unknown": sorted(draft.unknown),
        "confirmed": sorted(draft.confirmed),
        "removed": sorted(draft.removed),
        "edited": dict(sorted(draft.edited.items())),
    }
    if draft.form:
        content |= {"version": WITH_FORM, "form": draft.form}
    if draft.shortened:
        shortened = dict(sorted(draft.shortened.items()))
        content |= {"version": NEWEST, "form": draft.form, "shortened": shortened}
    # ASCII only: half a surrogate pair, which a keyboard can give, is no UTF-8.
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    if len(text) > LONGEST:
        raise DraftTooLong(limit=LONGEST)
    return text


def read_json(text: str) -> Draft:
    """Return the draft of a JSON text.

    Raises:
        DraftNewer: a newer version wrote it.
        DraftUnreadable: it is not a draft.
    """
    if len(text) > LONGEST:
        raise DraftUnreadable
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError) as problem:
        raise DraftUnreadable from problem
    if not isinstance(data, dict):
        raise DraftUnreadable
    version = data.get("version")
    if type(version) is int and version > NEWEST:
        raise DraftNewer
    if type(version) is not int or set(data) != _KEYS | _ADDED.get(version, frozenset({"?"})):
        raise DraftUnreadable
    return Draft(
        pack=_text(data["pack"]),
        answers=MappingProxyType({k: _typed(v) for k, v in _table(data["answers"]).items()}),
        unknown=_names(data["unknown"]),
        confirmed=_names(data["confirmed"]),
        removed=_names(data["removed"]),
        edited=MappingProxyType({k: _text(v) for k, v in _table(data["edited"]).items()}),
        shortened=MappingProxyType(
            {k: _text(v) for k, v in _table(data.get("shortened", {})).items()}
        ),
        form=_text(data.get("form", "")),
    )


def _listed(typed: Typed) -> str | list[str]:
    return typed if isinstance(typed, str) else list(typed)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("not JSON")


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DraftUnreadable
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise DraftUnreadable
    return value


def _typed(value: object) -> Typed:
    return tuple(map(_text, value)) if isinstance(value, list) else _text(value)


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise DraftUnreadable
    return frozenset(map(_text, value))
