"""What a list would change, line by line, before anything is changed."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from desktop_app.core.folding import folded
from desktop_app.core.known_by import key_of, words_of_name
from desktop_app.workflow.people import searching
from desktop_app.workflow.people.alike import Alike, Index, agreement, index, told
from desktop_app.workflow.people.lists.reading import Row
from desktop_app.workflow.store import Safe

State = Literal["new", "same", "completed", "differing", "doubtful", "twice", "faulty"]
"""new: nobody here is she. same: she is here, with all of it. completed: she is here, and something
is added. differing: something is told otherwise here. doubtful: she may be here, or be another.
twice: the list told of her before. faulty: the line cannot be read."""
STATES: tuple[State, ...] = (
    "new", "completed", "differing", "same", "doubtful", "twice", "faulty",
)  # fmt: skip
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Planned:
    """A line, and what would become of it.

    Attributes:
        person: who she is here; "" for nobody, or in doubt.
        alike: whom she may be.
        added: fields that would be filled.
        otherwise: fields told otherwise here: what is here, and what the list says.
        first: the line that told of her before.
    """

    row: Row
    state: State
    person: str = ""
    alike: tuple[Alike, ...] = ()
    added: Mapping[str, str] = field(default_factory=dict)
    otherwise: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    first: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list would change."""

    lines: tuple[Planned, ...]

    def of(self, *states: State) -> tuple[Planned, ...]:
        """Return the lines of these states."""
        return tuple(one for one in self.lines if one.state in states)

    @property
    def counts(self) -> Mapping[State, int]:
        """How many lines of each."""
        held = Counter(one.state for one in self.lines)
        return {state: held[state] for state in STATES}

    @property
    def doubts(self) -> int:
        """How many lines are brought in as they are written, though something is doubtful."""
        return sum(bool(one.row.doubts) for one in self.lines if one.state != "faulty")


def plan(safe: Safe, rows: Sequence[Row], progress: Progress = lambda _done, _all: None) -> Plan:
    """Compare each line with who is here, and with the lines before; nothing is changed."""
    searching.make_ready(safe)
    here, before = index(safe), Index()
    found: list[Planned] = []
    for row in rows:
        found.append(_planned(safe, row, here, before, rows))
        progress(len(found), len(rows))
    return Plan(tuple(found))


def same_value(name: str, one: str, other: str) -> bool:
    """Tell whether two values of a field say the same, however they are written."""
    keys = key_of(name, one), key_of(name, other)
    return one == other or _plain(one) == _plain(other) or (None not in keys and keys[0] == keys[1])


def _planned(safe: Safe, row: Row, here: Index, before: Index, rows: Sequence[Row]) -> Planned:
    if row.faults:
        return Planned(row, "faulty")
    one = told(row.name, row.values)
    earlier = before.alike(one)
    before.add(str(row.index), one)
    if earlier and (earlier[0].sure or _repeats(row, rows[int(earlier[0].person)])):
        return Planned(row, "twice", first=rows[int(earlier[0].person)].line)
    alike = here.alike(one)
    person = _numbered(safe, row, here) or _surely(alike)
    if person:
        return _compared(safe, row, person)
    if len(alike) == 1 and alike[0].why == ("name",):
        compared = _compared(safe, row, alike[0].person)
        if compared.state == "same":  # nothing tells them apart, and nothing would be added
            return compared
    if alike or earlier:
        first = rows[int(earlier[0].person)].line if earlier and not alike else 0
        return Planned(row, "doubtful", alike=alike, first=first)
    return Planned(row, "new", added=row.values)


def _repeats(row: Row, other: Row) -> bool:
    return dict(row.values) == dict(other.values) and row.name == other.name


def _numbered(safe: Safe, row: Row, here: Index) -> str:
    """Return who has the file number of a line, where the name agrees: another office's lists have
    numbers too.
    """
    person = safe.numbers.person(row.number) if row.number is not None else ""
    if not person:
        return ""
    same = agreement((tuple(words_of_name(row.name)),), here.told[person].names)
    return person if same else ""


def _surely(alike: Sequence[Alike]) -> str:
    sure = [one.person for one in alike if one.sure]
    return sure[0] if len(sure) == 1 else ""


def _compared(safe: Safe, row: Row, person: str) -> Planned:
    held = {name: one.value for name, one in safe.people.profile(person).items()}
    added = {name: value for name, value in row.values.items() if not held.get(name)}
    otherwise = {
        name: (held[name], value)
        for name, value in row.values.items()
        if held.get(name) and not same_value(name, held[name], value)
    }
    state: State = "differing" if otherwise else "completed" if added else "same"
    return Planned(row, state, person, added=added, otherwise=otherwise)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
