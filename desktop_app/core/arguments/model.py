"""What an argument, a gate and an order ARE: frozen tables of ``forms/law/arguments``.

Key names are those of the TOML files; ``forms/law/README.md`` explains each of them to authors.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import msgspec

from desktop_app.core.packs.pleading import Spot
from desktop_app.core.sourced import Confidence
from desktop_app.core.toml_table import TomlTable

Nature = Literal["form", "merits", "debt", "procedure", "measure", "data"]
Place = Literal["letter", "appeal", "administrative", "social", "urgent", "judicial"]
PLACES: tuple[Place, ...] = ("letter", "appeal", "administrative", "social", "urgent", "judicial")


class Texts(TomlTable, frozen=True, kw_only=True):
    """The paragraph printed, for each place where the argument may be said; "" where it may not."""

    letter: str = ""
    appeal: str = ""
    administrative: str = ""
    social: str = ""
    urgent: str = ""
    judicial: str = ""

    def at(self, place: Place) -> str:
        """Return the paragraph for a place."""
        return str(getattr(self, place))


class Decision(TomlTable, frozen=True, kw_only=True):
    """A decision of a court, and what it says in our own words."""

    name: str
    says: str
    confidence: Confidence


class Argument(TomlTable, frozen=True, kw_only=True):
    """One argument: a fact asked, a proof, a rule, an effect.

    Attributes:
        nature: what gates close: the form of the decision, its merits, a debt, data; or a request
            about the procedure, or about what the judge must order meanwhile.
        question: a fact, never law. raised_by: the answer that raises it; ``texte``: her own words.
        facts: what is asked besides once it is raised; ``enclosure`` is the title of its proof.
        useless, danger: when it is pointless; when it may harm.
        help_first: the person is helped by somebody before she prints it.
    """

    id: str
    nature: Nature
    title: str
    question: str
    raised_by: Literal["oui", "non", "texte"]
    hint: str = ""
    why: str
    example: str = ""
    facts: str = ""
    facts_example: str = ""
    proof: str
    enclosure: str = ""
    articles: tuple[str, ...] = ()
    confidence: Confidence
    to_verify: bool = False
    seen_on: dt.date
    gives: str
    useless: str = ""
    danger: str = ""
    help_first: bool = False
    text: Texts
    decision: tuple[Decision, ...] = ()


class Gate(TomlTable, frozen=True, kw_only=True):
    """What a judge refuses to hear, with the reason said to the person.

    It acts where each of ``forum``, ``dispute`` and ``replaces`` that is written is true of the
    order, and ``reply`` of how the prior appeal ended. ``closes`` (natures) and ``arguments`` are
    not offered, but ``excepted``. Others act on what is printed: ``alone`` (natures that must not
    stand by themselves), ``most``, ``first`` (the nature printed first); the rest is said only.
    """

    id: str
    forum: tuple[Place, ...] = ()
    dispute: tuple[str, ...] = ()
    replaces: bool = False
    reply: Literal["", "silence", "written"] = ""
    closes: tuple[Nature, ...] = ()
    arguments: tuple[str, ...] = ()
    excepted: tuple[str, ...] = msgspec.field(default=(), name="except")
    alone: tuple[Nature, ...] = ()
    most: int = 0
    first: Literal["", "form", "merits", "debt", "procedure", "measure", "data"] = ""
    facts_at: Literal["", "decision", "judgment"] = ""
    new_papers: bool | None = None
    attacks: Literal["", "reply"] = ""
    why: str
    articles: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    confidence: Confidence
    to_verify: bool = False

    def stands_at(self, order: "Order") -> bool:
        """Tell whether it is about such a paper, whatever became of the prior appeal."""
        return (
            (not self.forum or order.forum in self.forum)
            and (not self.dispute or order.dispute in self.dispute)
            and (not self.replaces or order.replaces)
        )

    def closes_argument(self, argument: Argument) -> bool:
        """Tell whether this argument is not heard there."""
        shut = argument.nature in self.closes or argument.id in self.arguments
        return shut and argument.id not in self.excepted

    @property
    def acts(self) -> bool:
        """Tell whether it changes what is offered, printed or said."""
        closing = self.closes or self.arguments or self.alone or self.most or self.first
        return bool(closing or self.facts_at or self.attacks) or self.new_papers is not None


Row = Literal["merits", "then", "form", "measures", "procedure"]
ROWS: tuple[Row, ...] = ("merits", "then", "form", "measures", "procedure")
SPOTS: Mapping[Row, Spot] = MappingProxyType({"measures": "measures", "procedure": "requests"})
"""Where the rows stand that are not among the reasons."""


class Order(TomlTable, frozen=True, kw_only=True):
    """Which arguments a paper may hold, in the order in which they are printed.

    Attributes:
        dispute: the kind of dispute, for gates. papers: the letters that plead it.
        replaces: the paper attacks the answer to a compulsory prior appeal.
        conclusions: what is asked, in order.
        warning: what the person must know of such a paper.
    """

    id: str
    dispute: str
    forum: Place
    papers: tuple[str, ...] = ()
    replaces: bool = False
    merits: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    procedure: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    warning: str = ""

    def listed(self) -> Iterator[tuple[Row, str]]:
        """Yield the arguments in the order of the paper, each with its row."""
        for row in ROWS:
            yield from ((row, name) for name in getattr(self, row))


def _none() -> Mapping[str, Argument]:
    return MappingProxyType({})


def _no_order() -> Mapping[str, Order]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Bank:
    """All of it, by id; ``files`` tells in which file each argument is."""

    arguments: Mapping[str, Argument] = field(default_factory=_none)
    gates: tuple[Gate, ...] = ()
    orders: Mapping[str, Order] = field(default_factory=_no_order)
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def gates_of(self, order: Order) -> tuple[Gate, ...]:
        """Return the gates that such a paper meets."""
        return tuple(gate for gate in self.gates if gate.stands_at(order))


NO_BANK = Bank()
