"""A list brought in: all of it or nothing, as one gesture that can be undone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.workflow.people.lists.planning import Plan, Planned, Progress
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person decided of a list.

    Attributes:
        doubtful: those who may be here already are others: add them.
        replace: where the list says otherwise, it is right; what was known stays underneath.
    """

    doubtful: bool = False
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """What was done: how many people were added, completed, corrected; how many lines wait."""

    added: int
    completed: int
    corrected: int
    waiting: int


def bring_in(
    safe: Safe, plan: Plan, choices: Choices, *, on: dt.date, progress: Progress
) -> Brought:
    """Add and complete people, in one act: a stop, or a power cut, leaves nothing of it.

    Args:
        progress: told how many lines are done, of how many; what it raises stops all.

    Raises:
        RightKept: the office leaves it to a responsable.
    """
    safe.team.expect_right("import")
    with safe.act():
        done = _Bringing(safe, choices, on)
        for count, one in enumerate(plan.lines, 1):
            done.bring(one)
            progress(count, len(plan.lines))
        _join(safe, plan, done.who, on)
    return Brought(**done.counts)


class _Bringing:
    """Brings one line in after the other; ``who``: whom each was, by its place."""

    def __init__(self, safe: Safe, choices: Choices, on: dt.date) -> None:
        self._safe, self._choices, self._on = safe, choices, on
        self._last = safe.numbers.last
        self.who: dict[int, str] = {}
        self.counts = dict.fromkeys(("added", "completed", "corrected", "waiting"), 0)

    def bring(self, one: Planned) -> None:
        """Add whom a line tells of, complete or correct her, or leave it."""
        doubtful = one.state == "doubtful" and not self._choices.doubtful
        if one.state in ("faulty", "twice") or doubtful:
            self.counts["waiting"] += 1
        elif one.person and self._safe.consents.withdrawn(one.person):
            self.counts["waiting"] += 1  # nothing is added of who asked for that
        elif one.person:
            self.who[one.row.index] = one.person
            self._complete(one)
        else:
            self.who[one.row.index] = self._add(one)
            self.counts["added"] += 1

    def _add(self, one: Planned) -> str:
        row = one.row
        # A number of the list is kept where nobody ever had it here.
        number = row.number if row.number is not None and row.number > self._last else None
        person = self._safe.people.add(row.name, on=self._on, number=number)
        self._keep(person, row.values)
        return person

    def _complete(self, one: Planned) -> None:
        told = {name: said for name, (_here, said) in one.otherwise.items()}
        right = told if self._choices.replace else {}
        self._keep(one.person, {**one.added, **right})
        if right:
            self.counts["corrected"] += 1
        elif told:
            self.counts["waiting"] += 1
        elif one.added:
            self.counts["completed"] += 1

    def _keep(self, person: str, values: Mapping[str, str]) -> None:
        if values:
            self._safe.people.keep_values(person, values, source="import", on=self._on)


def _join(safe: Safe, plan: Plan, who: Mapping[int, str], on: dt.date) -> None:
    """Put together those whom the list says live together."""
    homes: defaultdict[str, list[Planned]] = defaultdict(list)
    for one in plan.lines:
        if one.row.household and one.row.index in who:
            homes[one.row.household].append(one)
    for members in homes.values():
        persons = [who[one.row.index] for one in members]
        if len({*persons}) < 2:
            continue
        held = next(filter(None, map(safe.people.household_id, persons)), "")
        together = _links(safe, persons, held)
        household = held or safe.people.new_household()
        for one, person in zip(members, persons, strict=True):
            elsewhere = safe.people.household_id(person)
            if elsewhere and elsewhere != held:
                continue  # she lives with others here: that is for the person to say
            if together.get(person) is None or (one.row.link and not together[person]):
                safe.people.join(household, person, role=one.row.link, since=on)


def _links(safe: Safe, persons: Sequence[str], held: str) -> dict[str, str]:
    """Return who is in a household that there is already, each with her link."""
    member = next((one for one in persons if held and safe.people.household_id(one) == held), "")
    there = safe.people.household_of(member) if member else ()
    return {person.id: link for person, link in there}
