"""Of whom the questions of an interview are: as the form was understood, or as the person says.

What is proposed is then that one's. Questions of one part about one person go together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from desktop_app.core.generic import roles
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Value
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.people.by_role import PERSON, name_of


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom some questions are about.

    Attributes:
        group: by what they are named in a draft.
        role: whom they are about now; ``guessed`` as the form was understood.
        said: somebody chose it, or the paper says it plainly; else it is asked, nobody preset.
        name: who has this role, "" when it is not known.
    """

    group: str
    role: str
    guessed: str
    name: str = ""
    said: bool = True


def of_page(
    interview: Interview, questions: Iterable[Question], profile: Mapping[str, Value]
) -> Whose | None:
    """Return whom all these questions are about; None where several are, or where it is plain.

    It is plain where nothing that a sheet holds is asked, and of a page about the person who lives
    with nobody that is known.
    """
    held = tuple(one for one in questions if one.remember)
    guessed = {one.whose for one in held}
    if len(guessed) != 1:
        return None
    first = held[0]
    role = interview.role_of(first)
    alone = not (interview.draft.form and any(_household(profile)))
    if role == first.whose == roles.ME and alone:
        return None
    group = interview.group_of(first)
    said = group in interview.draft.whose or first.whose not in roles.UNKNOWN
    return Whose(group, role, first.whose, name_of(role, profile), said)


def choices(now: Whose, profile: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield each role that the person may choose, and the name of who has it.

    Herself, who it is now, those of her household, then those who have no sheet.
    """
    told = [role for role in (roles.EMPLOYER, roles.LANDLORD) if _has_facts(role, profile)]
    may_be = (roles.ME, now.role, now.guessed, *_household(profile), *told, roles.OTHER)
    seen: set[str] = set()
    for role in dict.fromkeys(may_be):
        who = profile.get(f"{role}:") if role else None
        # Two may have one name: a sheet says which of them it is.
        known = (who.source_id or who.value) if who is not None else ""
        if known not in seen:  # who has two roles is chosen by the first
            yield role, who.value if who is not None else ""
        seen |= {known} - {""}


def say(interview: Interview, group: str, role: str) -> Interview:
    """Say whom the questions of a group are about."""
    said = {**interview.draft.whose, group: role}
    return replace(interview, draft=replace(interview.draft, whose=MappingProxyType(said)))


def of_no_one_s(said: Mapping[str, str]) -> Mapping[str, str]:
    """Return what was said of a form that holds for whoever fills it: roles, and nobody's name."""
    roles_only = {group: role for group, role in said.items() if not role.startswith(PERSON)}
    return MappingProxyType(roles_only)


def _household(profile: Mapping[str, Value]) -> Iterator[str]:
    """Yield those who live with the person."""
    for key in profile:
        role, sign, fact = key.partition(":")
        if sign and not fact and role.startswith(PERSON):
            yield role


def _has_facts(role: str, profile: Mapping[str, Value]) -> bool:
    return any(key.startswith(f"{role}:") for key in profile)
