"""A draft as JSON, for the safe: versioned, strict, of bounded size; and back.

::

    {"version": 1, "pack": "caf-indu-rsa", "answers": {"nom": "Martin", "sujets": ["couple"]},
     "unknown": ["montant"], "confirmed": [], "removed": [], "edited": {}}

A form made for one PDF adds ``"form"``, its own definition, and is of version 2; answers that may
be written abbreviated add ``"shortened"``, and it is of version 3; words still being written in a
paragraph add ``"writing"``, and it is of version 4; of whom a form asks, said otherwise than it was
understood, adds ``"whose"``, and it is of version 5: an older program says that the draft is
newer, and loses nothing.

Nothing is repaired while reading: a key that we did not write, a duplicate or another type means
that the content is not ours, or is newer.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.errors import AppError

VERSION, WITH_FORM, WITH_SHORTENED, WITH_WRITING, NEWEST = 1, 2, 3, 4, 5
LONGEST = 900_000
"""Longest JSON, in characters: under what the safe accepts."""
_KEYS = frozenset({"version", "pack", "answers", "unknown", "confirmed", "removed", "edited"})
_ADDED = {
    VERSION: frozenset[str](),
    WITH_FORM: frozenset({"form"}),
    WITH_SHORTENED: frozenset({"form", "shortened"}),
    WITH_WRITING: frozenset({"form", "shortened", "writing"}),
    NEWEST: frozenset({"form", "shortened", "writing", "whose"}),
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
    version = _version(draft)
    content: dict[str, Any] = {
        "version": version,
        "pack": draft.pack,
        "answers": {name: _listed(typed) for name, typed in sorted(draft.answers.items())},
        "unknown": sorted(draft.unknown),
        "confirmed": sorted(draft.confirmed),
        "removed": sorted(draft.removed),
        "edited": dict(sorted(draft.edited.items())),
    }
    added = {
        "form": draft.form,
        "shortened": dict(sorted(draft.shortened.items())),
        "writing": dict(sorted(draft.writing.items())),
        "whose": dict(sorted(draft.whose.items())),
    }
    content |= {name: added[name] for name in sorted(_ADDED[version])}
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
        edited=_texts(data["edited"]),
        shortened=_texts(data.get("shortened", {})),
        writing=_texts(data.get("writing", {})),
        form=_text(data.get("form", "")),
        whose=_texts(data.get("whose", {})),
    )


def _version(draft: Draft) -> int:
    """Return the oldest version that can say all of a draft."""
    if draft.whose:
        return NEWEST
    if draft.writing:
        return WITH_WRITING
    if draft.shortened:
        return WITH_SHORTENED
    return WITH_FORM if draft.form else VERSION


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


def _texts(value: object) -> Mapping[str, str]:
    return MappingProxyType({name: _text(text) for name, text in _table(value).items()})


def _typed(value: object) -> Typed:
    return tuple(map(_text, value)) if isinstance(value, list) else _text(value)


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise DraftUnreadable
    return frozenset(map(_text, value))
