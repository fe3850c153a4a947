"""What is at hand to write with: each letter and form, since when it was checked, what replaced it.

The window shows it as Modèles; ``pack list`` tells the same names.
"""

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.core.deadlines.freshness import Old
from desktop_app.core.documents.compose_form import number_place
from desktop_app.core.documents.model import NumberPlace
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.listed import BrokenPack, CatalogueItem
from desktop_app.core.packs.model import LetterDefinition, PackHeader
from desktop_app.core.packs.review import doubtful
from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class Model:
    """A letter or a form at hand.

    Attributes:
        title: of a letter, what one does by it; of a form, the one on its paper.
        law: the legal name of a letter, empty where the title is the same; empty for forms.
        number, edition: of an official form; empty for letters.
        seen_on: the day its text and its sources were last read.
        sources: titles, with the day each was read.
        doubts: titles of those that a lawyer must still read again.
        withdrawn: the office takes another form now; ``successor`` is its number, when known;
            ``seen``: what was seen of it; ``living``: what the form in use is called here.
        editions: every edition whose boxes are known, this one first.
        number_at: where the paper bears its number; None when it is not known.
        own: the person made it.
        old: what it rests on was read too long ago.
    """

    id: str
    kind: str
    title: str
    seen_on: dt.date
    sources: tuple[tuple[str, dt.date], ...]
    doubts: frozenset[str] = frozenset()
    law: str = ""
    number: str = ""
    edition: str = ""
    withdrawn: bool = False
    successor: str = ""
    seen: str = ""
    living: str = ""
    editions: tuple[str, ...] = ()
    number_at: NumberPlace | None = None
    own: bool = False
    old: Old | None = None

    @property
    def former(self) -> bool:
        """Whether the office takes another form, or another edition, now."""
        return self.withdrawn or bool(self.successor)


@dataclass(frozen=True, slots=True)
class AtHand:
    """Some of what is at hand, in the catalogue's order: what cannot be used stands there broken.

    Attributes:
        total: how many there are; ``left``: how many are still to come.
        former: from which of these on they are former editions, when the first of them is here.
    """

    models: tuple[Model | BrokenPack, ...]
    total: int
    left: int
    former: int | None = None


def models(catalogue: Catalogue, typed: str = "", *, skip: int = 0, most: int) -> AtHand:
    """Return the first that answer the words typed, after ``skip``; all without words.

    Only these are read whole: there are hundreds.
    """
    items = catalogue.search(typed)
    found = tuple(_model(catalogue, item) for item in items[skip : skip + most])
    first = next((place for place, item in enumerate(items) if item.former), -1) - skip
    former = first if 0 <= first < len(found) else None
    return AtHand(found, len(items), max(0, len(items) - skip - len(found)), former)


def _model(catalogue: Catalogue, item: CatalogueItem) -> Model | BrokenPack:
    letter = item.kind == "letter"
    try:
        one = _of_letter(catalogue.letter(item.id)) if letter else form_model(catalogue, item.id)
    except InvalidPack as refusal:
        return BrokenPack(item.id, "", tuple(refusal.problems))
    return replace(one, own=item.own)


def form_model(catalogue: Catalogue, pack: str, edition: str = "") -> Model:
    """Return what is known of a form: its editions, since when, and where its number stands.

    Args:
        edition: the one that is meant; the pack's own when empty.

    Raises:
        UnknownPack, InvalidPack.
    """
    definition = catalogue.form(pack)
    maps = catalogue.field_maps(pack)
    wanted = edition or definition.edition
    place = next((number_place(one) for one in maps if one.edition == wanted), None)
    listed = {one.id: one for one in catalogue.search("", "form")}
    return Model(
        definition.id,
        "form",
        *_common(definition),
        number=definition.number,
        edition=wanted,
        withdrawn=definition.withdrawn,
        successor=definition.successor,
        seen=definition.seen,
        living=listed[pack].living if pack in listed else "",
        editions=tuple(dict.fromkeys(one.edition for one in maps)),
        number_at=place,
    )


def _of_letter(definition: LetterDefinition) -> Model:
    plain, law = definition.plain_title, definition.title
    one = Model(definition.id, "letter", *_common(definition))
    return replace(one, title=plain, law=law if law != plain else "")


def _common(
    definition: PackHeader,
) -> tuple[str, dt.date, tuple[tuple[str, dt.date], ...], frozenset[str]]:
    sources = tuple((source.title, source.seen_on) for source in definition.source)
    doubts = frozenset(source.title for source in doubtful(definition.source))
    return definition.title, definition.seen_on, sources, doubts
