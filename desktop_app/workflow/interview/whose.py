"""Of whom the questions of an interview are: as the form was understood, or as the person says.

What is proposed is then that one's. Questions of one part about one person go together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.core.generic import roles
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Value
from desktop_app.workflow.people.by_role import PERSON

if TYPE_CHECKING:  # an interview asks here what it proposes
    from desktop_app.workflow.interview.interview import Interview

_WHOLE_NAME = frozenset(["identite.nom", "identite.prenom"])


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom some questions are about.

    Attributes:
        group: by what they are named in a draft.
        role: whom they are about now; ``guessed`` as the form was understood.
        name: who has this role, "" when it is not known.
    """

    group: str
    role: str
    guessed: str
    name: str = ""


def known(
    interview: "Interview", question: Question, profile: Mapping[str, Value]
) -> Sequence[Value]:
    """Return what a profile holds of what a question asks, all of it or nothing."""
    role = role_of(interview, question)
    before = f"{role}:" if role else ""
    keys = question.remember.split()
    found = [profile.get(f"{before}{key}") for key in keys]
    said = [one for one in found if one is not None and one.value.strip()]
    if len(said) == len(keys):
        return said
    whole = profile.get(before) if role and {*keys} == _WHOLE_NAME else None
    return [whole] if whole is not None else ()


def role_of(interview: "Interview", question: Question) -> str:
    """Return the role of whom a question is about."""
    return interview.draft.whose.get(_group(interview, question), question.whose)


def name_of(interview: "Interview", question: Question, profile: Mapping[str, Value]) -> str:
    """Return the name of whom a question is about, when it is known."""
    return _name(role_of(interview, question), profile)


def of_page(
    interview: "Interview", questions: Iterable[Question], profile: Mapping[str, Value]
) -> Whose | None:
    """Return whom all these questions are about; None where several are, or where it is plain.

    It is plain where nothing of anybody is asked, and of a page about the person who lives with
    nobody that is known.
    """
    held = tuple(questions)
    unclear = (roles.ME, roles.OTHER)
    guessed = {one.whose for one in held if one.remember or one.whose not in unclear}
    if len(guessed) != 1:
        return None
    first = next(one for one in held if one.whose in guessed)
    role = role_of(interview, first)
    alone = not (interview.draft.form and any(_household(profile)))
    if role == first.whose == roles.ME and alone:
        return None
    return Whose(_group(interview, first), role, first.whose, _name(role, profile))


def choices(now: Whose, profile: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield each role that the person may choose, and the name of who has it.

    Herself, who it is now, those of her household, then those who have no sheet.
    """
    told = [role for role in (roles.EMPLOYER, roles.LANDLORD) if _has_facts(role, profile)]
    may_be = (roles.ME, now.role, now.guessed, *_household(profile), *told, roles.OTHER)
    named: set[str] = set()
    for role in dict.fromkeys(may_be):
        name = _name(role, profile)
        if name not in named:  # who has two roles is chosen by the first
            yield role, name
        named |= {name} - {""}


def say(interview: "Interview", group: str, role: str) -> "Interview":
    """Say whom the questions of a group are about."""
    said = {**interview.draft.whose, group: role}
    return replace(interview, draft=replace(interview.draft, whose=MappingProxyType(said)))


def _household(profile: Mapping[str, Value]) -> Iterator[str]:
    """Yield those who live with the person."""
    for key in profile:
        role, sign, fact = key.partition(":")
        if sign and not fact and role.startswith(PERSON):
            yield role


def _group(interview: "Interview", question: Question) -> str:
    section = interview.section_of(question.id)
    return f"{section} {question.whose}".rstrip()


def _name(role: str, profile: Mapping[str, Value]) -> str:
    found = profile.get(f"{role}:") if role else None
    return found.value if found else ""


def _has_facts(role: str, profile: Mapping[str, Value]) -> bool:
    return any(key.startswith(f"{role}:") for key in profile)
