"""What is at hand to write with: each letter and form, since when it was checked, what replaced it.

The window shows it as Modèles; ``pack list`` tells the same names.
"""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.definitions.model import FormDefinition, LetterDefinition
from desktop_app.workflow.ports import BrokenPack, Catalogue


@dataclass(frozen=True, slots=True)
class Model:
    """A letter or a form at hand.

    Attributes:
        number, edition: of an official form; empty for letters.
        seen_on: the day its text and its sources were last read.
        sources: titles, with the day each was read.
        withdrawn: the office takes another form now; ``successor`` is its number, when known.
    """

    id: str
    kind: str
    title: str
    seen_on: dt.date
    sources: tuple[tuple[str, dt.date], ...]
    number: str = ""
    edition: str = ""
    withdrawn: bool = False
    successor: str = ""


def models(catalogue: Catalogue) -> tuple[tuple[Model, ...], tuple[BrokenPack, ...]]:
    """Return everything at hand in the catalogue's order, and what cannot be used."""
    found: list[Model] = []
    for item in catalogue.search():
        letter = item.kind == "letter"
        found.append(_model(catalogue.letter(item.id) if letter else catalogue.form(item.id)))
    return tuple(found), tuple(catalogue.broken)


def _model(definition: LetterDefinition | FormDefinition) -> Model:
    sources = tuple((source.title, source.seen_on) for source in definition.source)
    common = (definition.title, definition.seen_on, sources)
    if isinstance(definition, LetterDefinition):
        return Model(definition.id, "letter", *common)
    return Model(
        definition.id,
        "form",
        *common,
        number=definition.number,
        edition=definition.edition,
        withdrawn=definition.withdrawn,
        successor=definition.successor,
    )
