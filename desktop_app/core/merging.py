"""The logs of several computers as one state, the same whatever came first.

Nothing two people said is lost: where neither had read the other, both are kept, the newest is
proposed, and the difference is shown. A paper is written once. What was erased anywhere is gone
everywhere, with all that was its own. Pure values: no file, no clock, no database.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from desktop_app.core.errors import AppError
from desktop_app.core.operations import (
    ACTS,
    AnswerGiven,
    Change,
    ConsentChanged,
    DocumentFiled,
    DossierChanged,
    DossierOpened,
    DraftBegun,
    DraftFiled,
    DraftFinished,
    DraftForgotten,
    DraftTaken,
    Erased,
    EventCorrected,
    EventMoved,
    EventNoted,
    FigureNoted,
    HouseholdJoined,
    HouseholdLeft,
    HouseholdMade,
    MandateChanged,
    MemberChanged,
    Operation,
    PersonAdded,
    PersonRenamed,
    RulesChanged,
    TakenBack,
    Thrown,
    ValueForgotten,
    ValueGiven,
    VisitMoved,
)
from desktop_app.core.record import record

Place = tuple[str, ...]
"""What two people may say differently: of a kind, of a subject, of a field or a question."""


class LogForked(AppError):
    """One computer said two things at one place of its log: it was put back to a former day."""


@record(frozen=True)
class Register:
    """All that was said of one place, the oldest first; ``open``: what nobody who spoke after had
    read, two or more when it differs.
    """

    said: tuple[Operation, ...]
    open: tuple[Operation, ...]

    @property
    def proposed(self) -> Operation:
        """What is used until somebody says otherwise: the newest."""
        return self.open[-1]

    @property
    def differs(self) -> bool:
        """Whether people who had not read each other said different things."""
        return any(one.change != self.proposed.change for one in self.open)


@record(frozen=True)
class Merged:
    """What the logs amount to.

    Attributes:
        registers: by place.
        erased: ids of what is gone for good.
        holders: by draft, the last operation by which a computer took it.
    """

    registers: Mapping[Place, Register]
    erased: frozenset[str]
    holders: Mapping[str, Operation]


def merged(*logs: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return every operation once, in the order that is the same everywhere.

    Raises:
        LogForked.
    """
    found: dict[tuple[str, int], Operation] = {}
    for one in (one for log in logs for one in log):
        if found.setdefault(one.place, one) != one:
            raise LogForked
    return tuple(sorted(found.values(), key=lambda one: one.order))


def missing(operations: Iterable[Operation]) -> dict[str, tuple[int, ...]]:
    """Return the places that lack in the log of each computer: what was not received yet."""
    there: dict[str, set[int]] = defaultdict(set)
    told: dict[str, int] = defaultdict(int)
    for one in operations:
        there[one.pc].add(one.n)
        for pc, n in (one.place, *one.seen):
            told[pc] = max(told[pc], n)
    lacking = {pc: tuple(n for n in range(1, last + 1) if n not in there[pc])
               for pc, last in told.items()}  # fmt: skip
    return {pc: places for pc, places in sorted(lacking.items()) if places}


def state_of(operations: Iterable[Operation]) -> Merged:
    """Return what these operations amount to, in whatever order they come."""
    ordered = merged(operations)
    erased = _erased(ordered)
    living = [one for one in ordered if not erased.intersection(_mentions(one.change))]
    said: dict[Place, list[Operation]] = defaultdict(list)
    holders: dict[str, Operation] = {}
    for one in living:
        if isinstance(one.change, DraftTaken):
            holders[one.change.draft] = one
        elif not isinstance(one.change, Erased):
            said[_place(one.change)].append(one)
    registers = {place: _register(all_of_it) for place, all_of_it in said.items()}
    return Merged(
        {place: one for place, one in sorted(registers.items()) if one is not None},
        erased,
        dict(sorted(holders.items())),
    )


def _register(said: list[Operation]) -> Register | None:
    """Return what is left of what was said of a place; None where all of it was forgotten.

    Forgetting forgets what who forgot had read: what came beside it stays.
    """
    gone = [one for one in said if isinstance(one.change, ValueForgotten | DraftForgotten)]
    left = [one for one in said if one not in gone and not any(it.saw(one) for it in gone)]
    if not left:
        return None
    unread = [one for one in left if not any(other.saw(one) for other in left)]
    return Register(tuple(left), tuple(unread))


def _erased(ordered: tuple[Operation, ...]) -> frozenset[str]:
    """Return the ids of what was erased anywhere, and of all that belongs to it."""
    gone = {one.change.id for one in ordered if isinstance(one.change, Erased)}
    belongs: dict[str, set[str]] = defaultdict(set)
    for one in ordered:
        subject, *owners = _owners(one.change)
        for owner in owners:
            belongs[owner].add(subject)
    left = [*gone]
    while left:
        for subject in belongs.get(left.pop(), ()):
            if subject not in gone:
                gone.add(subject)
                left.append(subject)
    return frozenset(gone)


def _owners(change: Change) -> Iterator[str]:
    """Yield the id of what a change is about, then of what that belongs to."""
    yield _place(change)[1]
    match change:
        case DossierOpened(_, person) | ConsentChanged(_, person) | MandateChanged(_, person):
            yield from filter(None, (person,))
        case HouseholdJoined(_, person) | HouseholdLeft(_, person):
            yield person
        case VisitMoved(_, _, person):
            yield from filter(None, (person,))
        case EventNoted(_, dossier):
            yield dossier
        case DraftBegun() | DocumentFiled():
            yield from filter(None, (change.person, change.dossier))
        case DraftFiled(_, dossier):
            yield dossier


def _mentions(change: Change) -> Iterator[str]:
    """Yield the ids without which a change says nothing: its own, its owners', its source's."""
    yield from _owners(change)
    if isinstance(change, ValueGiven) and change.source_id:
        yield change.source_id


def _place(change: Change) -> Place:
    """Return of what a change is: kind of thing, id, then what of it may be said differently."""
    return _PLACES[type(change)](change)


_PLACES: dict[type[Change], Callable[[Any], Place]] = {
    PersonAdded: lambda one: ("person", one.person, "name"),
    PersonRenamed: lambda one: ("person", one.person, "name"),
    ValueGiven: lambda one: ("person", one.person, "value", one.field),
    ValueForgotten: lambda one: ("person", one.person, "value", one.field),
    HouseholdMade: lambda one: ("household", one.household),
    HouseholdJoined: lambda one: _membership(one.household, one.person),
    HouseholdLeft: lambda one: _membership(one.household, one.person),
    DossierOpened: lambda one: ("dossier", one.dossier, "opened"),
    DossierChanged: lambda one: ("dossier", one.dossier, "columns", *sorted(one.columns)),
    DraftBegun: lambda one: ("draft", one.draft, "begun"),
    DraftForgotten: lambda one: ("draft", one.draft, "begun"),
    DraftTaken: lambda one: ("draft", one.draft, "holder"),
    DraftFinished: lambda one: ("draft", one.draft, "finished"),
    DraftFiled: lambda one: ("draft", one.draft, "filed"),
    AnswerGiven: lambda one: ("draft", one.draft, "answer", one.question),
    DocumentFiled: lambda one: ("document", one.document),
    EventNoted: lambda one: ("event", one.event, "told"),
    EventCorrected: lambda one: ("event", one.event, "told"),
    EventMoved: lambda one: ("event", one.event, "moved"),
    Thrown: lambda one: (one.what, one.id, "bin"),
    TakenBack: lambda one: (one.what, one.id, "bin"),
    Erased: lambda one: (one.what, one.id, "erased"),
    VisitMoved: lambda one: ("visit", one.visit),
    FigureNoted: lambda one: ("dossier", one.dossier, "figure", *sorted(one.columns)),
    ConsentChanged: lambda one: ("consent", one.consent),
    MandateChanged: lambda one: ("mandate", one.mandate),
    MemberChanged: lambda one: ("helper", one.helper, "columns", *sorted(one.columns)),
    RulesChanged: lambda _one: ("rules", ""),
}
assert set(_PLACES) == set(ACTS)


def _membership(household: str, person: str) -> Place:
    return "membership", f"{household} {person}"
