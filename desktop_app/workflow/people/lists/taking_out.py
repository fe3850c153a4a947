"""Everyone as a list: what is known of each now, and who lives together."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.workflow.people.lists.columns import (
    COLUMNS,
    HOUSEHOLD,
    LINK,
    NAME,
    NUMBER,
    column,
    is_field,
)
from desktop_app.workflow.people.lists.planning import Progress
from desktop_app.workflow.store import Safe

_LOT = 500


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to write: the words above the columns, and a row a person."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def everyone(safe: Safe, progress: Progress = lambda _done, _all: None) -> Listing:
    """Return everyone, in the order they came.

    What is known under a name that no list can bear (addresses copied of bodies) is left out. What
    comes back by ``reading`` is the same.

    Raises:
        RightKept: the office leaves it to a responsable.
    """
    safe.team.expect_right("export")
    people = safe.people.find("", limit=-1)
    ids = [one.id for one in people]
    numbers: dict[str, int] = {}
    for start in range(0, len(ids), _LOT):
        numbers |= safe.numbers.of(ids[start : start + _LOT])
    homes: dict[str, str] = {}
    told: list[dict[str, str]] = []
    for done, one in enumerate(people, 1):
        row = {NAME: one.name, NUMBER: str(numbers.get(one.id, ""))}
        row |= _household(safe, one.id, homes)
        row |= _known(safe, one.id)
        told.append(row)
        progress(done, len(people))
    used = {id for row in told for id, value in row.items() if value}
    own = [one.id for one in COLUMNS if one.id in used]
    columns = [*own, *sorted(used - {*own})]
    head = tuple(column(id).head for id in columns)
    return Listing(head, tuple(tuple(row.get(id, "") for id in columns) for row in told))


def _known(safe: Safe, person: str) -> Mapping[str, str]:
    profile = safe.people.profile(person)
    return {name: one.value for name, one in profile.items() if one.value and is_field(name)}


def _household(safe: Safe, person: str, homes: dict[str, str]) -> Mapping[str, str]:
    """Return by what a person is put together with those she lives with, and as what."""
    household = safe.people.household_id(person)
    if not household:
        return {}
    members = safe.people.household_of(person)
    if len(members) < 2:
        return {}
    link = next((link for one, link in members if one.id == person), "")
    return {HOUSEHOLD: homes.setdefault(household, str(len(homes) + 1)), LINK: link}
