"""One person who helps in the office: added with her own phrase, named, made responsable, removed.

And who goes on at this computer in another's place.
"""

from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.office import HELPER, NAME_LIMIT, RESPONSABLE, Member, Role
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.office_settings import called, held, role_words
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Keep,
    Live,
    Loss,
    Page,
    Problem,
    Secret,
    Status,
    Take,
    Text,
)
from desktop_app.pages.safe_making import CHOICE, TakePhrase, phrase
from desktop_app.workflow.irreversible import Irreversible

NEW, NAME, PHRASE = "new", "name", "phrase"
"""What is asked: a new helper; her name; the phrase of who goes on."""


@dataclass(frozen=True, slots=True)
class GiveRole(Gesture):
    """Make her responsable, or no longer."""

    role: Role


@dataclass(frozen=True, slots=True)
class AskToRemove(Loss):
    """Ask before all that opens the safe for her is taken away."""


@dataclass(frozen=True, slots=True)
class Remove(Loss):
    """Take it away."""


@dataclass(frozen=True, slots=True)
class GoOnAs(Gesture):
    """Go on as who gives this phrase."""


def new() -> Page:
    """Return where the name of somebody who will help is asked."""
    label = i18n.text("Comment s’appelle cette personne ?")
    told = i18n.text("Son nom se lit à côté de ce qu’elle note, dans ce coffre seulement.")
    ask = Ask(NEW, (_named(label),))
    actions = (Action(i18n.text("Continuer"), Take(NEW), "primary"), back())
    heading = i18n.text("Ajouter quelqu’un")
    return Page(heading, (Text(told), ask, Status(lasting=True)), actions)


def her_phrase(name: str) -> Page:
    """Return where she chooses the phrase that will open the safe for her, herself."""
    told = i18n.text("Laissez {name} au clavier : personne d’autre ne doit connaître sa phrase.")
    keys = irreversible.before(Irreversible.KEYS)
    blocks = (
        Text(told.format(name=name)),
        keys,
        Live(CHOICE, phrase(own=False)),
        Status(lasting=True),
    )
    actions = (Action(i18n.text("Continuer"), TakePhrase(), "primary"), back())
    return Page(i18n.text("La phrase de {name}").format(name=name), blocks, actions)


def added(name: str) -> str:
    """Say that somebody helps from now on."""
    words = i18n.text("{name} ouvre maintenant le coffre, avec sa propre phrase.")
    return words.format(name=name)


def page(member: Member, *, mine: bool) -> Page:
    """Return one helper; ``mine``: who looks decides of her role."""
    named = Ask(
        NAME, (_named(i18n.text("Son nom, tel que le bureau le dit")),), {NAME: member.name}
    )
    ways = i18n.plural(
        "{n} chose ouvre le coffre pour elle.", "{n} choses ouvrent le coffre pour elle.",
        len(member.ways),
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        Text(i18n.text("Rôle : {role}").format(role=role_words(member))),
        named,
        Action(i18n.text("Enregistrer le nom"), Take(NAME), "primary"),
        Status(lasting=True),
        *((_role(member), Text(ways)) if mine else ()),
        Text(held(), "hint"),
    )
    remove = Action(i18n.text("Retirer du bureau"), AskToRemove())
    return Page(called(member), blocks, (*((remove,) if mine else ()), back()))


def to_remove(member: Member) -> Problem:
    """Return what is asked before somebody leaves, and what it does not undo."""
    words = i18n.text(
        "Sa phrase, sa clé USB et son ordinateur n’ouvriront plus ce coffre. Son nom reste sur ce "
        "qu’elle a noté. Cela ne reprend pas ce qu’elle a lu, ni une copie qu’elle aurait."
    )
    yes = Action(i18n.text("Retirer {name}").format(name=called(member)), Remove())
    return Problem(words, (yes, Action(i18n.text("Garder"), Keep())), asks=True)


def removed(name: str) -> Page:
    """Return what is done, and what protects from a copy that she may have kept."""
    who = name or i18n.text("sans nom")
    done = i18n.text("C’est fait : {name} n’ouvre plus ce coffre.").format(name=who)
    told = i18n.text(
        "Si elle a gardé une copie du coffre, elle peut encore la lire. Changez aussi la clé : ce "
        "que le bureau ajoutera lui sera fermé. Les autres phrases seront à redonner."
    )
    change = Action(i18n.text("Changer la clé du coffre"), to.NewKey(), "primary", about=told)
    blocks: tuple[Block, ...] = (
        Text(done, "done"),
        Card(i18n.text("Et si une copie existe ?"), (Text(told), change)),
    )
    return Page(i18n.text("Retirer du bureau"), blocks, (back(),), lead=(done,))


def role_given(role: Role) -> str:
    """Say what she is now."""
    if role == RESPONSABLE:
        return i18n.text("C’est fait : elle décide aussi des règles, et de qui aide.")
    return i18n.text("C’est fait : elle aide, sans décider des règles.")


def renamed() -> str:
    """Say that her name is kept."""
    return i18n.text("Le nom est enregistré.")


def go_on_as() -> Page:
    """Return where the phrase of who goes on is asked."""
    told = (
        i18n.text("Le coffre reste ouvert. Ce qui était commencé est d’abord enregistré."),
        i18n.text("Dès maintenant, ce qui est noté portera le nom de qui donne sa phrase."),
    )
    blocks: tuple[Block, ...] = (
        *map(Text, told),
        Secret(PHRASE, i18n.text("La phrase de la personne qui continue"), GoOnAs()),
        Status(lasting=True),
    )
    actions = (Action(i18n.text("Continuer"), GoOnAs(), "primary"), back())
    return Page(words_of_going_on(), blocks, actions, told)


def words_of_going_on() -> str:
    """Return what leads there, from the bar and the first page."""
    return i18n.text("Quelqu’un d’autre continue")


def trying() -> str:
    """Say that the phrase is being tried."""
    return i18n.text("Le travail est enregistré, puis la phrase est essayée…")


def goes_on(name: str) -> str:
    """Say who is at work now."""
    if not name:
        return i18n.text("C’est fait : la nouvelle personne continue.")
    return i18n.text("C’est {name} qui continue.").format(name=name)


def _named(label: str) -> Asked:
    return Asked(
        Question(id=NAME, kind="text", label=label, required=True, max_length=NAME_LIMIT),
        empty="helper-name-missing",
    )


def _role(member: Member) -> Action:
    if member.role == RESPONSABLE:
        return Action(i18n.text("Ne plus être responsable"), GiveRole(HELPER))
    return Action(i18n.text("Donner aussi la responsabilité"), GiveRole(RESPONSABLE))
