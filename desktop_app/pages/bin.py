"""Corbeille: what was thrown away, to be taken back for thirty days, or erased at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.records import Dossier, Person, StoredDocument
from desktop_app.pages import irreversible
from desktop_app.pages.documents import document_line, dossier_line
from desktop_app.pages.foot import back
from desktop_app.pages.page import (
    Action,
    Block,
    Card,
    Gesture,
    Keep,
    Loss,
    Page,
    Problem,
    Row,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible


@dataclass(frozen=True, slots=True)
class Thrown:
    """One thing of the bin: its kind for the safe, its id, a sentence, and its name alone."""

    kind: str
    id: str
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class TakeBack(Gesture):
    """Put a thing back where it was."""

    what: Thrown


@dataclass(frozen=True, slots=True)
class AskToErase(Loss):
    """Ask before a thing is erased for good."""

    what: Thrown


@dataclass(frozen=True, slots=True)
class Erase(Loss):
    """Erase for good: this cannot be undone."""

    what: Thrown


def thrown(
    people: Iterable[Person], dossiers: Iterable[Dossier], documents: Iterable[StoredDocument]
) -> Iterator[Thrown]:
    """Yield what is in the bin: persons and dossiers first, for they hold the most."""
    for person in people:
        words = i18n.labelled(i18n.text("Personne"), person.name)
        yield Thrown("person", person.id, words, person.name)
    for dossier in dossiers:
        words = i18n.labelled(i18n.text("Dossier"), dossier_line(dossier))
        yield Thrown("dossier", dossier.id, words, dossier.title)
    for one in documents:
        yield Thrown("document", one.id, document_line(one), one.title)


def bin_page(found: Sequence[Thrown]) -> Page:
    """Return one card for each thing thrown away."""
    if not found:
        words = i18n.text(
            "La corbeille est vide. Ce que vous y mettez se reprend pendant trente jours."
        )
        return Page(i18n.text("Corbeille"), (Text(words),), (back(),))
    words = i18n.text("Ce qui est ici se reprend pendant trente jours. Ensuite, c’est effacé.")
    backups = i18n.text(
        "Les sauvegardes de ce coffre le gardent ensuite jusqu’à ce que d’autres les remplacent : "
        "quatre semaines au plus, si vous l’ouvrez chaque semaine. « Effacer tout de suite » les "
        "refait aussi."
    )
    blocks: tuple[Block, ...] = (Text(words), Text(backups, "hint"), *map(_card, found))
    return Page(i18n.text("Corbeille"), blocks, (back(),), lead=(words,))


def asked_to_erase(one: Thrown) -> Problem:
    """Ask once, naming what goes: this cannot be undone."""
    words = i18n.text("« {name} » sera effacé pour de bon, avec tout ce qu’il contient.")
    yes = Action(i18n.text("Effacer pour de bon"), Erase(one))
    no = Action(i18n.text("Garder dans la corbeille"), Keep())
    told = f"{words.format(name=one.name)} {irreversible.words(Irreversible.ERASE)}"
    return Problem(told, (yes, no), asks=True)


def _card(one: Thrown) -> Card:
    take_back = {
        "person": i18n.text("Reprendre cette personne"),
        "dossier": i18n.text("Reprendre ce dossier"),
    }.get(one.kind, i18n.text("Reprendre ce document"))
    erase = i18n.text("Effacer tout de suite")
    actions = (
        Action(take_back, TakeBack(one), name=i18n.labelled(take_back, one.name)),
        Action(erase, AskToErase(one), name=i18n.labelled(erase, one.name)),
    )
    return Card("", (Text(one.words), Row(actions)))
