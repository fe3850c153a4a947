"""Who lives with a person, and as what; then perhaps another one, known already or new."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Found,
    Long,
    Page,
    Problem,
    Search,
    Take,
    Text,
)
from desktop_app.sentences.person_words import told_apart
from desktop_app.workflow.people.people import Listed, Member

SEARCH, WHO, JOIN = "search", "who", "join"
"""The box for a name, where there are many; the person chosen; a new one, and the role."""
NAME, ROLE = "name", "role"
AT_ONCE = 20
"""Persons to choose among; an office that knows more writes the beginning of a name."""


def heading(name: str) -> str:
    """Return the question of the page."""
    return i18n.text("Qui vit avec {name} ?").format(name=name)


def page(name: str, household: Sequence[Member], others: Sequence[Listed], total: int) -> Page:
    """Return who lives there already, and whom one may add: the first ``others`` of ``total``."""
    told = household_line(household)
    known: tuple[Block, ...] = who(others)
    if total > len(others):
        label = i18n.text("Chercher une personne par son nom")
        known = (Search(SEARCH, label, Found("", Long((), AT_ONCE))),)
    blocks: tuple[Block, ...] = (
        *((Text(told, "done"),) if told else ()),
        *known,
        Ask(JOIN, _new(others)),
    )
    add = Action(i18n.text("Ajouter au foyer"), Take(JOIN), "primary")
    return Page(heading(name), blocks, (add, back()))


def found(others: Sequence[Listed], total: int) -> Found:
    """Return whom the name typed so far may be; more letters bring those not shown."""
    words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", total)
    if total > len(others):
        left = i18n.plural(
            "{n} n’est pas montrée : écrivez plus de lettres.",
            "{n} ne sont pas montrées : écrivez plus de lettres.",
            total - len(others),
        )
        words = f"{words}. {left}"
    return Found(words, Long(who(others), AT_ONCE))


def who(others: Sequence[Listed]) -> tuple[Ask, ...]:
    """Return the choice among these persons; nothing where there is none."""
    choices = tuple(Option(id=one.id, label=called(one)) for one in others)
    label = i18n.text("Quelle personne ?")
    asked = Asked(Question(id=WHO, kind="choice", label=label, choices=choices))
    return (Ask(WHO, (asked,)),) if others else ()


def called(one: Listed) -> str:
    """Return how someone is called in a list: another one of her name is told from her."""
    return told_apart(one.name, one.born if one.twin else "", one.number)


def not_one(other: str, name: str) -> Problem | None:
    """Return what is wrong where nobody is named, or two are."""
    if not (other or name):
        return Problem(i18n.text("Choisissez une personne, ou écrivez son nom."))
    if other and name:
        words = i18n.text("Une seule à la fois : effacez le nom écrit, ou ajoutez-le ensuite.")
        return Problem(words)
    return None


def household_line(household: Sequence[Member]) -> str:
    """Return who lives with a person, "" when nobody is known to."""
    if not household:
        return ""
    names = ", ".join(member_words(member) for member in household)
    return i18n.text("Vit avec : {names}.").format(names=names)


def member_words(member: Member) -> str:
    """Return who someone of a household is: name, and role when it is known."""
    return f"{member.name} ({member.role})" if member.role else member.name


def _new(others: Sequence[Listed]) -> tuple[Asked, Asked]:
    name = (
        i18n.text("Ou écrivez le nom d’une nouvelle personne")
        if others
        else i18n.text("Écrivez le nom de la personne")
    )
    role = i18n.text("Quel est son lien avec cette personne ?")
    hint = i18n.text("Par exemple : fille, conjoint.")
    return (
        Asked(Question(id=NAME, kind="text", label=name)),
        Asked(Question(id=ROLE, kind="text", label=role, hint=hint), characters=24),
    )
