"""Those of a household: who an interview tells of, and who the sheets say that it should ask of."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.generic import roles
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Value
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.people import by_role

_LINK = "lien"
_WHOLE, _LAST, _FIRST, _BIRTH = "", "identite.nom", "identite.prenom", "identite.date_naissance"
_FACTS: Mapping[str, tuple[str, str]] = {
    **{
        name: (role, key)
        for role, known in by_role.TOLD.items()
        for key, name in known.items()
        if key in (_LAST, _FIRST, _BIRTH)
    },
    **{name: (role, _WHOLE) for role, name in by_role.NAMED},
    **{name: (role, _LINK) for role, name in by_role.LINKED},
}
"""What each key of the person's own profile tells, and of whom."""


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the household: her role, her name, her link as it is said, her birth if known."""

    role: str
    name: str
    link: str = ""
    born: dt.date | None = None


def members(interview: Interview) -> tuple[Member, ...]:
    """Return those of whom at least a name is answered, in the order of the questions."""
    found: dict[str, dict[str, object]] = {}
    for step in interview.steps:
        role, fact = _tells(interview, step.question)
        value = interview.values.get(step.question.id)
        if _is_near(role) and fact is not None and value:
            found.setdefault(role, {})[fact] = value
    return tuple(_member(role, told) for role, told in found.items() if _name(told))


def household(interview: Interview, profile: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the names of those whom ``living_there`` would say that they live there."""
    asked = _asked(interview, profile)
    spouse = profile.get(f"{roles.SPOUSE}:") if by_role.COUPLE in asked else None
    young = _young(profile) if by_role.CHILDREN in asked else {}
    names = [spouse.value] if spouse is not None else []
    return (*names, *(young[number].value for number in sorted(young)))


def living_there(interview: Interview, profile: Mapping[str, Value]) -> Mapping[str, str]:
    """Return what the sheets of the household say of who lives with the person: by question.

    Nothing where the form does not ask it, or it was said.
    """
    asked = _asked(interview, profile)
    said = {asked[by_role.COUPLE]: "oui"} if by_role.COUPLE in asked else {}
    if by_role.CHILDREN in asked:
        said[asked[by_role.CHILDREN]] = str(max(_young(profile)))
    return said


def _asked(interview: Interview, profile: Mapping[str, Value]) -> Mapping[str, str]:
    """Return the questions that those sheets answer, by what they ask."""
    known = {
        by_role.COUPLE: f"{roles.SPOUSE}:" in profile,
        by_role.CHILDREN: bool(_young(profile)),
    }
    return {
        step.question.remember: step.question.id
        for step in interview.steps
        if known.get(step.question.remember) and not interview.met(step.question.id)
    }


def _young(profile: Mapping[str, Value]) -> Mapping[int, Value]:
    """Return whom forms of ours would ask of as children, by number."""
    before = by_role.YOUNG
    return {
        int(key[len(before) : -1]): value
        for key, value in profile.items()
        if key.startswith(before) and key.endswith(":")
    }


def _is_near(role: str) -> bool:
    return role == roles.SPOUSE or role.rpartition("_")[0] in roles.NUMBERED


def _tells(interview: Interview, question: Question) -> tuple[str, str | None]:
    if question.remember in _FACTS:
        return _FACTS[question.remember]
    role, keys = interview.role_of(question), question.remember.split()
    if {*keys} == {_LAST, _FIRST}:
        return role, _WHOLE
    return role, keys[0] if len(keys) == 1 and keys[0] in (_LAST, _FIRST, _BIRTH) else None


def _name(told: Mapping[str, object]) -> str:
    parts = (told.get(_WHOLE), told.get(_FIRST), told.get(_LAST))
    return " ".join(str(one) for one in parts if one)


def _member(role: str, told: Mapping[str, object]) -> Member:
    born = told.get(_BIRTH)
    return Member(
        role, _name(told), str(told.get(_LINK, "")), born if isinstance(born, dt.date) else None
    )
