"""A new person: her name, and what tells her from who is here already; nothing else is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Question
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Ask, Block, Card, Gesture, Live, Page, Take, Text
from desktop_app.sentences.person_words import glimpse, same_as
from desktop_app.workflow.people.alike import Alike
from desktop_app.workflow.people.people import Listed

NEW, NAME, BORN, PHONE = "new", "name", "born", "phone"
LIKE = "like"
"""The place of those whom she may be."""


@dataclass(frozen=True, slots=True)
class ItIsHer(Gesture):
    """She is somebody who is here: work for her."""

    person: str


@dataclass(frozen=True, slots=True)
class SomebodyElse(Gesture):
    """She is none of those shown: add her."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Nouvelle personne")


def page(typed: str = "") -> Page:
    """Return what is asked; ``typed``: a name that was looked for."""
    told = i18n.text("Rien d’autre n’est demandé ici. Le formulaire posera ses questions.")
    add = Action(i18n.text("Ajouter, et écrire pour elle"), Take(NEW), "primary")
    asked = Ask(NEW, (_name(), _born(), _phone()), {NAME: typed} if typed else {})
    return Page(heading(), (Text(told, "hint"), asked, Live(LIKE)), (add, back()))


def like(found: Sequence[tuple[Alike, Listed]]) -> tuple[Block, ...]:
    """Return those whom she may be: three letters, a year, a number; never a whole name."""
    if not found:
        return ()
    told = i18n.text("Trois lettres et une année suffisent à savoir si c’est elle.")
    other = i18n.text("C’est quelqu’un d’autre : l’ajouter")
    return (
        Text(asks(), "subheading"),
        Text(told, "hint"),
        *(_card(one, person) for one, person in found),
        Action(other, SomebodyElse()),
    )


def doubts(found: Sequence[tuple[Alike, Listed]]) -> str:
    """Return the same in lines, for who added her by a command; "" where nobody is like her."""
    told = (f"{_glimpsed(person)} ({same_as(one.why)})" for one, person in found)
    return "\n".join((asks(), *told)) if found else ""


def asks() -> str:
    """Return what is asked where somebody may be here already; it is heard."""
    return i18n.text("Cette personne est peut-être déjà ici.")


def completed() -> str:
    """Return what was done of what was typed, once it is she."""
    return i18n.text("Sa fiche est complétée.")


def _card(one: Alike, person: Listed) -> Card:
    her = i18n.text("C’est elle")
    shown = _glimpsed(person)
    same = Text(i18n.text("En commun : {what}.").format(what=same_as(one.why)))
    return Card(shown, (same, Action(her, ItIsHer(person.id), name=i18n.labelled(her, shown))))


def _glimpsed(person: Listed) -> str:
    return glimpse(person.name, person.born, person.number)


def _name() -> Asked:
    label = i18n.text("Prénom et nom")
    why = i18n.text("Pour la retrouver, et pour écrire en son nom.")
    return Asked(Question(id=NAME, kind="text", label=label, hint=why), empty="answer-required")


def _born() -> Asked:
    label = i18n.text("Date de naissance, si elle la dit")
    why = i18n.text("Pour ne pas la confondre avec une autre personne du même nom.")
    return Asked(Question(id=BORN, kind="date", label=label, hint=why, not_after="today"))


def _phone() -> Asked:
    label = i18n.text("Téléphone, si elle en a un")
    why = i18n.text("Pour la rappeler, et la retrouver si son nom est mal écrit.")
    return Asked(Question(id=PHONE, kind="text", label=label, hint=why))
