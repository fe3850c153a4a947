"""What a printed sheet says, read from the value that the templates are given."""

from collections.abc import Iterator
from typing import Any

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet

NOT_SAID = ("kind", "role", "key", "size", "done", "name")


def sheet_texts(sheet: Sheet) -> tuple[str, ...]:
    """Return each text of a sheet, in its order, what is French in it marked as in a catalogue."""
    return tuple(_texts(sheet.data))


def _texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, list) and told and isinstance(told[0], dict) and "language" in told[0]:
        yield "".join(_part(one) for one in told)
    elif isinstance(told, list):
        for one in told:
            yield from _texts(one)
    elif isinstance(told, dict):
        for key, one in told.items():
            if key not in NOT_SAID:
                yield from _texts(one)


def _part(one: dict[str, str]) -> str:
    french = one["language"] == i18n.SOURCE_LANGUAGE
    return i18n.cited(one["text"]) if french else one["text"]
