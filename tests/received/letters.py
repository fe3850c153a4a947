"""The fictional letters of ``tests/data/received``: their words, and which of them say what."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.received.model import Fact

FOLDER = Path(__file__).parents[1] / "data" / "received"
_MARKED = re.compile(r"\[\[(?P<fact>[a-z_]+)\|(?P<words>[^\]|]+)(?:\|(?P<value>[^\]]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in a row; ``fact`` is what they say, "" when it is nothing that is looked for.

    ``value``: the fact, where the words write it otherwise than one types it.
    """

    text: str
    fact: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as ``README.md`` there explains it."""

    id: str
    layout: str
    sender: str
    decision: str
    remedies: tuple[str, ...]
    head: tuple[str, ...]
    to: tuple[str, ...]
    side: tuple[str, ...]
    subject: str = ""
    body: str = ""
    place: str = ""
    delay: str = ""
    font: str = "sans"
    held_out: bool = False

    def truth(self) -> dict[Fact, frozenset[str]]:
        """Return what each fact is, as it is written."""
        said: dict[str, set[str]] = {
            "sender": {self.sender},
            "decision": {self.decision},
            "remedies": set(self.remedies),
            "delay": {self.delay} - {""},
        }
        for text in (*self.side, self.place, self.subject, self.body):
            for part in marked(text):
                if part.fact:
                    said.setdefault(part.fact, set()).add(part.value or part.text)
        return {fact: frozenset(values) for fact, values in said.items() if values}  # type: ignore[misc]


def letters(*, held_out: bool | None = None) -> list[Letter]:
    """Return every letter; of the ones tuned on, or of the others, when it is asked."""
    found = [one for file in sorted(FOLDER.glob("*.toml")) for one in _read(file)]
    return [one for one in found if held_out is None or one.held_out is held_out]


def marked(text: str) -> Iterator[Marked]:
    """Yield the parts of a text, those that say a fact and those between."""
    place = 0
    for match in _MARKED.finditer(text):
        if match.start() > place:
            yield Marked(text[place : match.start()])
        yield Marked(match["words"], match["fact"], match["value"] or "")
        place = match.end()
    if place < len(text):
        yield Marked(text[place:])


def _read(file: Path) -> Iterator[Letter]:
    for row in tomllib.loads(file.read_text("utf-8"))["letter"]:
        lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
        yield Letter(**row | lists)
