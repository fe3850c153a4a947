"""What a letter's orders offer of the bank, and what gates close: each with its condition."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.arguments.model import (
    SPOTS,
    Argument,
    Bank,
    Gate,
    Nature,
    Order,
    Place,
    Row,
)
from desktop_app.core.packs.pleading import (
    OrderRef,
    Pleading,
    Shut,
    Spot,
    paragraph_of,
    question_of,
)

OFTEN = {"merits": 6, "then": 4, "form": 6, "measures": 3, "procedure": 0}
"""How many of a row are asked at once; the others wait behind "Ajouter une précision"."""
NEVER = "today is inconnu"
"""A condition that never holds: what is only known from an earlier letter is not asked."""
Ordered = Sequence[tuple[OrderRef, Order]]
"""The orders of a letter, each with the answers for which it is."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An argument of an order of the letter: ``when`` it may be asked, where it stands then.

    ``rare``: it waits behind "Ajouter une précision". ``rank``: its place among those of its nature
    in the order, from 0.
    """

    argument: Argument
    place: Place
    when: str
    rare: bool
    rank: int
    spot: Spot

    @property
    def paragraph(self) -> str:
        """Return the id of the paragraph that says it."""
        return paragraph_of(self.argument.id)

    @property
    def raised(self) -> str:
        """Return when it is printed."""
        return both(self.when, raised(self.argument))


def raised(argument: Argument) -> str:
    """Return the condition on its answer that raises an argument."""
    asked = question_of(argument.id)
    return asked if argument.raised_by == "texte" else f"{asked} == '{argument.raised_by}'"


def both(*conditions: str) -> str:
    """Return a condition that holds when all of these do."""
    told = [one for one in conditions if one.strip()]
    return told[0] if len(told) == 1 else " and ".join(f"({one})" for one in told)


def either(conditions: Iterable[str]) -> str:
    """Return a condition that holds when one of these does; always, when one of them does."""
    told = list(dict.fromkeys(conditions))
    if not all(map(str.strip, told)):
        return ""
    return told[0] if len(told) == 1 else " or ".join(f"({one})" for one in told)


def once(offers: Iterable[Offer]) -> tuple[Argument, ...]:
    """Return the arguments offered, each once."""
    return tuple({one.argument.id: one.argument for one in offers}.values())


def of(argument: Argument, offers: Iterable[Offer]) -> Iterator[Offer]:
    """Yield the offers of one argument."""
    return (one for one in offers if one.argument.id == argument.id)


def offered(ref: OrderRef, order: Order, bank: Bank, pleading: Pleading) -> list[Offer]:
    """Return what one order offers, in the order in which it is printed."""
    gates = bank.gates_of(order)
    first = next((gate.first for gate in gates if gate.first), "")
    found: list[Offer] = []
    rows: Counter[Row] = Counter()
    natures: Counter[Nature] = Counter()
    for row, name in order.listed():
        argument = bank.arguments.get(name)
        if argument is None or name in pleading.covered or not argument.text.at(order.forum):
            continue
        closed = [_closed(gate, pleading) for gate in gates if gate.closes_argument(argument)]
        if "" in closed:  # whatever is answered
            continue
        about = [one.when for one in pleading.only if name in one.arguments]
        open_at = [f"not ({one})" for one in dict.fromkeys(closed) if one != NEVER]
        when = both(ref.when, *about, *open_at)
        rank = natures[argument.nature]
        rows[row] += 1
        natures[argument.nature] += 1
        rare, spot = rows[row] > OFTEN[row], SPOTS.get(row, "reasons")
        found.append(Offer(argument, order.forum, when, rare, rank, spot))
    return sorted(found, key=lambda one: bool(first) and one.argument.nature != first)


def _closed(gate: Gate, pleading: Pleading) -> str:
    """Return on which answers a gate depends: on how the prior appeal ended, or on none."""
    if not gate.reply:
        return ""
    if pleading.silence is None:
        return NEVER
    silent = pleading.silence.when
    return silent if gate.reply == "silence" else f"not ({silent})"


def shut_by(
    ref: OrderRef, order: Order, bank: Bank, pleading: Pleading, orders: Ordered
) -> Iterator[Shut]:
    """Yield what this judge does not hear of what may have been said before: the first gate."""
    listed = {name for _, one in orders for _, name in one.listed()}
    told: set[tuple[str, str]] = set()
    for gate in bank.gates_of(order):
        closed = _closed(gate, pleading)
        for name in dict.fromkeys([*gate.arguments, *sorted(listed)]):
            argument = bank.arguments.get(name)
            if argument is None or closed == NEVER or not gate.closes_argument(argument):
                continue
            if {(name, ""), (name, closed)} & told:
                continue
            told.add((name, closed))
            when = both(ref.when, closed)
            why = gate.why
            yield Shut(id=name, title=argument.title, when=when, raised=raised(argument), why=why)
