"""The office's own letters, made with a word processor: their tags, and filling them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.records import StoredDocument
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.no_safe_yet import nothing_kept
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Choice,
    Fact,
    Gesture,
    Listed,
    Long,
    Page,
    Status,
    Text,
)
from desktop_app.pages.wanted import may_drop
from desktop_app.workflow.office.word_models import Tags

MODEL, WHO, NAME = "model", "who", "name"
"""The file asked for; for whom a letter is made, by name or number of file."""
AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Fill(Gesture):
    """Make the letter of a model for the person one writes for."""

    model: str


@dataclass(frozen=True, slots=True)
class ShowNames(Gesture):
    """Show every field that a model may have."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Les modèles du bureau")


def without_safe() -> Page:
    """Return the page of whoever has no safe open."""
    return nothing_kept(heading(), i18n.text("Sans coffre, aucun modèle n’est gardé."))


def page(kept: Sequence[StoredDocument], person: str, added: Tags | None = None) -> Page:
    """Return the models kept; ``person``: the name of who one writes for, "" for nobody."""
    told = i18n.text(
        "Une lettre de votre traitement de texte (.docx, .odt), avec des champs : les réponses "
        "de la personne viennent à leur place."
    )
    ask = to.OpenFile(MODEL, i18n.text("Quel modèle ?"), "model")
    blocks: tuple[Block, ...] = (
        Text(told),
        *(_tags(added) if added is not None else ()),
        *_kept(kept, person),
        Action(i18n.text("Ajouter un modèle"), ask, "primary"),
        may_drop(),
        Action(i18n.text("Voir les champs possibles"), ShowNames()),
        Status(),
    )
    return Page(heading(), blocks, (back(),))


def _kept(kept: Sequence[StoredDocument], person: str) -> Iterator[Block]:
    if not kept:
        yield Text(i18n.text("Aucun modèle n’est encore gardé."), "hint")
        return
    if not person:
        words = i18n.text("Choisissez d’abord une personne : « Écrire pour cette personne ».")
        yield Text(words, "hint")
        yield Action(i18n.text("Choisir la personne"), to.People())
    make = i18n.text("Faire cette lettre pour {person}").format(person=person)
    cards = [
        Card(one.title, (Choice(make, Fill(one.id), name=i18n.labelled(make, one.title)),))
        if person
        else Card(one.title, (Text(i18n.long_date(one.date), "hint"),))
        for one in kept
    ]
    yield Long(tuple(cards), AT_ONCE)


def kept_now() -> str:
    """Say that a model is kept."""
    return i18n.text("Le modèle est gardé.")


def names(known: Mapping[str, str]) -> Page:
    """Return every tag that a model may have."""
    told = Text(i18n.text("Écrivez un de ces noms entre deux accolades de chaque côté."))
    facts = tuple(Fact(f"{{{{ {name} }}}}", i18n.pack_text(what)) for name, what in known.items())
    return Page(i18n.text("Les champs d’un modèle"), (told, *facts), (back(),))


def tags(found: Tags) -> Page:
    """Return what was found in a model."""
    return Page(i18n.text("Ce modèle"), tuple(_tags(found)), (back(),))


def made(count: int, missing: Sequence[str]) -> Page:
    """Return what was made, and what stays to be written by hand."""
    told = i18n.plural(
        "{n} lettre est faite et rangée.", "{n} lettres sont faites et rangées.", count
    )
    return Page(heading(), (Text(told, "done"), *_missing(missing), Text(pdf(), "hint")), (back(),))


def pdf() -> str:
    """Say what the program does not do with such a letter."""
    return i18n.text("Pour un PDF, ouvrez la lettre avec votre traitement de texte.")


def _missing(missing: Sequence[str]) -> Iterator[Block]:
    if missing:
        yield Text(i18n.text("Personne n’a encore répondu à ces champs, laissés en pointillés :"))
        yield Listed(tuple(missing))


def _tags(found: Tags) -> Iterator[Block]:
    if found.known:
        told = i18n.text("Ces champs seront remplis : {names}.")
        yield Text(told.format(names=", ".join(found.known)))
    elif not found.unknown and not found.wrong:
        yield Text(i18n.text("Ce modèle n’a aucun champ à remplir."))
    for name, near in found.unknown.items():
        words = (
            i18n.text("Le champ « {name} » n’existe pas. Vouliez-vous « {near} » ?")
            if near
            else i18n.text("Le champ « {name} » n’existe pas : il restera en pointillés.")
        )
        yield Text(words.format(name=name, near=near), "error")
    for one in found.wrong:
        yield Text(i18n.labelled(one.place, i18n.sentence(one.code, one.parameters)), "error")
