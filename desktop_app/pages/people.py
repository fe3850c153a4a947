"""Personnes: who documents are written for; a gesture says for whom one writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.household import household_line
from desktop_app.pages.no_safe_yet import nothing_kept
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Choice,
    Gesture,
    Long,
    Page,
    Problem,
    Row,
    Search,
    Take,
    Text,
)
from desktop_app.pages.page import Found as Searched
from desktop_app.workflow.people import people
from desktop_app.workflow.people.people import Listed

AT_ONCE = 20
"""Persons shown at first: an office knows thousands."""
SEARCH, NEW, NAME = "people", "new", "name"
"""The box for a name; a new person, and what she is called."""


@dataclass(frozen=True, slots=True)
class WriteFor(Gesture):
    """Write for this person from now on."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class WriteForMe(Gesture):
    """Write for oneself again."""


@dataclass(frozen=True, slots=True)
class ShowAll(Gesture):
    """Show the names that waited for a gesture."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Personnes")


def without_safe() -> Page:
    """Return the page of whoever has no safe open."""
    words = i18n.text("Sans coffre, aucune personne n’est gardée.")
    told = i18n.text("Une personne vient ici avec ce qui est écrit pour elle.")
    return nothing_kept(heading(), words, told)


def page(
    found: people.Found, writing_for: str, *, waits: bool = False, added: Listed | None = None
) -> Page:
    """Return the page: the first people, and a new one.

    Args:
        found: the first ones, by name.
        writing_for: the id of the one written for now; "" for oneself.
        waits: names wait for a gesture, but that of who was just ``added``.
    """
    add = Action(i18n.text("Ajouter cette personne"), Take(NEW), "primary")
    me = (Action(i18n.text("Écrire pour moi"), WriteForMe()),) if writing_for else ()
    new = Question(id=NAME, kind="text", label=i18n.text("Nom d’une nouvelle personne"))
    known: Block = Text(i18n.text("Personne encore. Ajoutez-vous, ou un proche."))
    if waits and found.total:
        known = _search(_waiting(added, writing_for))
    elif found.left:
        known = _search(Searched("", _cards(found.people, writing_for), found.left))
    elif found.total:
        known = _cards(found.people, writing_for)
    return Page(heading(), (known, Ask(NEW, (Asked(new),))), (add, *me, back()))


def found(said: people.Found, writing_for: str) -> Searched:
    """Return whom the name typed so far may be."""
    words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", said.total)
    return Searched(words, _cards(said.people, writing_for), said.left)


def unnamed() -> Problem:
    """Return what is wrong where no name is written."""
    return Problem(i18n.text("Écrivez d’abord le nom de la personne."))


def _search(first: Searched) -> Search:
    return Search(SEARCH, i18n.text("Chercher une personne par son nom"), first)


def _waiting(added: Listed | None, writing_for: str) -> Searched:
    if added is not None:
        return Searched("", _cards((added,), writing_for))
    ask = Action(i18n.text("Voir toutes les personnes"), ShowAll())
    return Searched("", Long((ask,), AT_ONCE))


def _cards(some: Sequence[Listed], writing_for: str) -> Long:
    return Long(tuple(_card(one, writing_for) for one in some), AT_ONCE)


def _card(one: Listed, writing_for: str) -> Card:
    now = i18n.text("Vous écrivez pour cette personne en ce moment.")
    together = household_line(one.household)
    write = i18n.text("Écrire pour cette personne")
    blocks: tuple[Block, ...] = (
        *((Text(now, "done"),) if one.id == writing_for else ()),
        *((Text(together),) if together else ()),
        Choice(write, WriteFor(one.id, one.name), name=i18n.labelled(write, one.name)),
        Row(tuple(_places(one))),
    )
    return Card(one.name, blocks)


def _places(one: Listed) -> Iterator[Action]:
    for words, place in (
        (i18n.text("Ses documents"), to.Documents(person=one.id)),
        (i18n.text("Sa fiche"), to.Person(person=one.id)),
        (i18n.text("Tout ce qui est gardé d’elle"), to.Record(person=one.id)),
        (i18n.text("Ajouter à son foyer"), to.Household(person=one.id, name=one.name)),
    ):
        yield Action(words, place, name=i18n.labelled(words, one.name))
