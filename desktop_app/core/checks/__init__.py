"""Rules on packs, one small file each: id, reason, run -> problems."""

from collections.abc import Iterable, Iterator

from desktop_app.core.checks import (
    asked,
    bodies,
    comparisons,
    dates,
    emergencies,
    examples,
    fields,
    follows,
    forbidden,
    identifiers,
    includes,
    joined,
    law,
    letterhead,
    names,
    negations,
    nesting,
    paragraphs,
    plain,
    pleading,
    posted,
    prepared,
    questions,
    reachable,
    remember,
    sourced,
    suspension,
    written,
)
from desktop_app.core.checks.base import Check, Checked, Known
from desktop_app.core.errors import Problem
from desktop_app.core.packs.parse import Pack

__all__ = ["CHECKS", "Check", "Checked", "Known", "check", "distinct"]

# What a program must refuse before it asks anything.
AT_LOAD: tuple[Check, ...] = (
    nesting.CHECK,
    identifiers.CHECK,
    includes.CHECK,
    bodies.CHECK,
    questions.CHECK,
    paragraphs.CHECK,
    letterhead.CHECK,
    forbidden.CHECK,
    names.CHECK,
    dates.CHECK,
    fields.CHECK,
    prepared.CHECK,
)
# What authors are told besides.
FOR_AUTHORS: tuple[Check, ...] = (
    law.CHECK,
    bodies.COMPETENT,
    follows.CHECK,
    emergencies.CHECK,
    negations.CHECK,
    joined.CHECK,
    suspension.CHECK,
    pleading.CHECK,
    comparisons.CHECK,
    remember.CHECK,
)
# What walks through the pack: only once nothing else is wrong in it.
BY_WALKING: tuple[Check, ...] = (reachable.CHECK, examples.CHECK)

# What a pack that others will use keeps besides: its law was read, its words are plain. A person's
# own version of a letter, in the window, may do without.
FOR_OTHERS: tuple[Check, ...] = (sourced.CHECK, asked.CHECK, plain.CHECK, posted.CHECK)
WALKING_FOR_OTHERS: tuple[Check, ...] = (asked.WALKING, written.CHECK)

CHECKS = (*AT_LOAD, *FOR_AUTHORS, *FOR_OTHERS, *BY_WALKING, *WALKING_FOR_OTHERS)


def check(
    pack: Pack, known: Known, *, whole: bool = True, for_others: bool = False
) -> tuple[Problem, ...]:
    """Check a pack that parsed, and return every problem once.

    Args:
        pack: as parsed.
        known: what it may refer to.
        whole: False runs only what a program must refuse before it asks anything.
        for_others: also what a pack that others will use keeps.
    """
    checked = Checked(pack, known)
    if unreadable := tuple(nesting.run(checked)):  # no other rule could read these conditions
        return unreadable
    if not whole:
        return distinct(_run(checked, AT_LOAD))
    more, walking = (FOR_OTHERS, WALKING_FOR_OTHERS) if for_others else ((), ())
    found = distinct(_run(checked, (*AT_LOAD, *FOR_AUTHORS)))
    found = distinct((*found, *_run(checked, more)))
    return found or distinct(_run(checked, (*BY_WALKING, *walking)))


def distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems once each, in order."""
    found: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        facts = tuple(sorted(problem.parameters.items()))
        found.setdefault((problem.code, problem.question, problem.place, facts), problem)
    return tuple(found.values())


def _run(checked: Checked, checks: Iterable[Check]) -> Iterator[Problem]:
    for rule in checks:
        yield from rule.run(checked)
