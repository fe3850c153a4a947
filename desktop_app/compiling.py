"""Compiles a catalogue: what has no translation is its French text, marked as French.

The mark is one word before the text, for the eye and the ear, and two characters around it, which
no one sees or hears: they keep French from left to right inside Arabic, and tell a renderer which
part is French (``runs``). So a text that is missing shows as such wherever it is shown.
"""

import io
import re
from typing import TYPE_CHECKING

from desktop_app.core.record import record

if TYPE_CHECKING:
    from babel.messages.catalog import Message

BEGIN, END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
SOURCE_LANGUAGE = "fr"


@record(frozen=True)
class Run:
    """A part of a text, and the language it is in."""

    text: str
    language: str


def runs(told: str, language: str) -> tuple[Run, ...]:
    """Return a text of a language in parts of one language each; an empty one has none."""
    found: list[Run] = []
    depth = 0
    for part in re.split(f"([{BEGIN}{END}])", told):
        if part in (BEGIN, END):
            depth += 1 if part == BEGIN else -1
        elif part:
            found.append(Run(part, SOURCE_LANGUAGE if depth > 0 else language))
    return tuple(found)


def enclosed(words: str) -> str:
    """Return words that are French inside a text of another language."""
    return f"{BEGIN}{words}{END}"


def marked(sentence: str, name: str) -> str:
    """Return a French sentence with its mark: ``name`` is what the other language calls French."""
    words = sentence.strip()
    before, after = sentence.split(words, 1) if words else (sentence, "")
    return f"{before}({name}) {enclosed(words)}{after}"


def compiled(po: bytes, language: str) -> bytes:
    """Return the ``.mo`` of a ``.po``; what is missing or doubtful in it is French, marked."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    catalogue = read_po(io.BytesIO(po))
    name = name_of_french(language)
    for message in catalogue:
        if message.id and (message.fuzzy or not all(_strings(message))):
            _leave_in_french(message, name, catalogue.num_plurals)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def name_of_french(language: str) -> str:
    """Return "French" as a language calls it; the code where no one wrote it down."""
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(language).languages.get(SOURCE_LANGUAGE)
    except (ValueError, UnknownLocaleError):
        known = None
    return known or SOURCE_LANGUAGE


def _leave_in_french(message: "Message", name: str, plurals: int) -> None:
    message.flags.discard("fuzzy")
    if isinstance(message.id, str):
        message.string = marked(message.id, name)
        return
    one, *_, several = (marked(sentence, name) for sentence in message.id)
    message.string = (one, *[several] * (plurals - 1))


def _strings(message: "Message") -> tuple[str, ...]:
    found = message.string or ""
    return (found,) if isinstance(found, str) else tuple(found)
