"""Personnes: who documents are written for; a gesture says for whom one writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.known_by import BIRTH
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages import household
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
    Role,
    Row,
    Search,
    Take,
    Text,
)
from desktop_app.pages.page import Found as Searched
from desktop_app.sentences.person_words import discreet, found_by
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
class ShowNames(Gesture):
    """Show the names in the place of initials, or initials again."""

    shown: bool


@dataclass(frozen=True, slots=True)
class WithoutKeeping(Gesture):
    """Begin for somebody of whom nothing is kept."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Personnes")


def whom() -> str:
    """Return the title of the page that comes before a paper."""
    return i18n.text("Pour qui est ce papier ?")


def without_safe() -> Page:
    """Return the page of whoever has no safe open."""
    words = i18n.text("Sans coffre, aucune personne n’est gardée.")
    told = i18n.text("Une personne vient ici avec ce qui est écrit pour elle.")
    return nothing_kept(heading(), words, told)


def page(found: people.Found, writing_for: str) -> Page:
    """Return the page: the first people, and a new one.

    Args:
        found: the first ones, by name.
        writing_for: the id of the one written for now; "" for oneself.
    """
    add = Action(i18n.text("Ajouter cette personne"), Take(NEW), "primary")
    me = (Action(i18n.text("Écrire pour moi"), WriteForMe()),) if writing_for else ()
    new = Question(id=NAME, kind="text", label=i18n.text("Nom d’une nouvelle personne"))
    known: Block = Text(i18n.text("Personne encore. Ajoutez-vous, ou un proche."))
    if found.left:
        label = i18n.text("Chercher une personne par son nom")
        known = Search(SEARCH, label, Searched("", _cards(found.people, writing_for), found.left))
    elif found.total:
        known = _cards(found.people, writing_for)
    return Page(heading(), (known, Ask(NEW, (Asked(new),))), (add, *me, back()))


def office_page(
    some: people.Found, writing_for: str, *, hidden: bool, waited: bool = False
) -> Page:
    """Return the page of an office: one box finds someone by anything known of her.

    Args:
        some: the first ones, by name.
        writing_for: the id of the one written for now; "" for nobody.
        hidden: initials stand for names, a visitor may see the screen.
        waited: a paper waits for the person it is for.
    """
    label = i18n.text("Nom, naissance, téléphone ou numéro")
    known: Block = Text(i18n.text("Personne encore."))
    if some.total:
        first = Searched("", _cards(some.people, writing_for, hidden=hidden), some.left)
        known = Search(SEARCH, label, first)
    new = Action(i18n.text("Nouvelle personne"), to.NewPerson(first=waited), "primary")
    names = i18n.text("Montrer les noms") if hidden else i18n.text("Cacher les noms")
    show = (Action(names, ShowNames(shown=hidden)),) if some.total else ()
    if not waited:
        lists = Action(i18n.text("Listes"), to.Lists(), "plain")
        return Page(heading(), (known,), (new, *show, lists, back()))
    told = Text(i18n.text("Choisissez d’abord la personne : un papier est toujours à quelqu’un."))
    unkept = Action(i18n.text("Ne rien garder d’elle"), WithoutKeeping())
    return Page(whom(), (told, known), (new, unkept, *show, back()))


def found(said: people.Found, writing_for: str, *, hidden: bool = False) -> Searched:
    """Return whom what is typed so far may mean."""
    words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", said.total)
    return Searched(words, _cards(said.people, writing_for, hidden=hidden), said.left)


def unnamed() -> Problem:
    """Return what is wrong where no name is written."""
    return Problem(i18n.text("Écrivez d’abord le nom de la personne."))


def called(one: Listed, *, hidden: bool = False) -> str:
    """Return how someone is called in a list: another one of her name is told from her."""
    if hidden:
        return discreet(one.name, one.number)
    return household.called(one)


def _cards(some: Sequence[Listed], writing_for: str, *, hidden: bool = False) -> Long:
    return Long(tuple(_card(one, writing_for, hidden=hidden) for one in some), AT_ONCE)


def _card(one: Listed, writing_for: str, *, hidden: bool) -> Card:
    name = called(one, hidden=hidden)
    write = i18n.text("Écrire pour cette personne")
    blocks: tuple[Block, ...] = (
        *(Text(words, role) for words, role in _said(one, writing_for, hidden=hidden)),
        Choice(write, WriteFor(one.id, one.name), name=i18n.labelled(write, name)),
        Row(tuple(_places(one, name))),
    )
    return Card(name, blocks)


def _said(one: Listed, writing_for: str, *, hidden: bool) -> Iterator[tuple[str, Role]]:
    if one.id == writing_for:
        yield i18n.text("Vous écrivez pour cette personne en ce moment."), "done"
    if by := found_by(one.why):
        yield i18n.text("Trouvée par : {what}").format(what=by), "hint"
    if hidden and one.born and one.why.kind != BIRTH:
        yield i18n.text("Année de naissance : {year}").format(year=one.born[:4]), "body"
    if hidden and one.household:
        count = len(one.household) + 1
        yield i18n.plural("Foyer de {n} personne", "Foyer de {n} personnes", count), "body"
    elif together := household_line(one.household):
        yield together, "body"


def _places(one: Listed, called: str) -> Iterator[Action]:
    for words, place in (
        (i18n.text("Ses documents"), to.Documents(person=one.id)),
        (i18n.text("Sa fiche"), to.Person(person=one.id)),
        (i18n.text("Tout ce qui est gardé d’elle"), to.Record(person=one.id)),
        (i18n.text("Ajouter à son foyer"), to.Household(person=one.id, name=one.name)),
    ):
        yield Action(words, place, name=i18n.labelled(words, called))
