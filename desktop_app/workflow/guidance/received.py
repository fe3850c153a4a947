"""A letter that was received: read, looked at with the person, and what follows from it.

Nothing that was read is taken before she said that it is right.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.deadlines.errors import NoticeNotUnderstood
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.errors import AppError
from desktop_app.core.received.model import (
    FACTS,
    TOLD_BY_PAPER,
    Fact,
    LetterWords,
    Proposal,
    Reading,
    Value,
)
from desktop_app.core.received.read import read
from desktop_app.core.received.rules import Rules
from desktop_app.core.records import Value as Known
from desktop_app.core.updates import UNCHANGED, Updates
from desktop_app.workflow.photos import refuse_heic
from desktop_app.workflow.tools import Tools

SOURCE = "letter"
NOT_RECOGNISED = frozenset({"recognition-absent", "recognition-failed"})
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read of a letter.

    ``unread``: why its words could not be recognised; ``updates``: what became of its file since it
    was first written.
    """

    words: LetterWords
    reading: Reading
    unread: AppError | None = None
    updates: Updates = UNCHANGED


@dataclass(frozen=True, slots=True)
class Looked:
    """A letter as the person looks at it.

    Attributes:
        said: what she said of each fact: its values, or none when nothing read is right.
        changing: the fact that she is correcting.
    """

    reading: Reading
    said: Mapping[Fact, tuple[Value, ...]] = field(default_factory=dict)
    changing: Fact | None = None

    def confirm(self, fact: Fact, *values: Value) -> "Looked":
        """Take values that are right; none: what was read is not."""
        return replace(self, said={**self.said, fact: values}, changing=None)

    def open(self, fact: Fact) -> "Looked":
        """Take back what was said of a fact."""
        said = {one: values for one, values in self.said.items() if one != fact}
        return replace(self, said=said, changing=None)

    def change(self, fact: Fact) -> "Looked":
        """Correct a fact by hand."""
        return replace(self, changing=fact)

    def one(self, fact: Fact) -> Value | None:
        """Return what she said is right; None when she did not, or nothing is."""
        values = self.said.get(fact, ())
        return values[0] if values else None

    @property
    def found(self) -> Sequence[Fact]:
        """The facts of which something is proposed, or said."""
        return [one for one in FACTS if self.reading.of(one) or one in self.said]

    @property
    def next(self) -> Fact | None:
        """The first fact of which nothing was said yet."""
        return next((one for one in self.found if one not in self.said), None)

    def proposed(self, fact: Fact) -> tuple[Proposal, ...]:
        """Return what is proposed of a fact, each once."""
        return self.reading.of(fact)


def understand(
    tools: Tools, data: bytes, progress: Progress, turn: int | None = None
) -> Understood:
    """Read a letter, a PDF or a picture; what cannot be recognised is told, and kept all the same.

    ``turn``: how many degrees to the left its picture is turned, as one said; None: no one did.

    Raises:
        AppError: the file cannot be opened, and why.
    """
    refuse_heic(data)
    try:
        words = tools.read_letter(data, progress, turn)
    except AppError as refused:
        if refused.code not in NOT_RECOGNISED:
            raise
        words, unread = LetterWords((), 0, recognised=True), refused
        return Understood(words, Reading(), unread, tools.updates(data))
    leaves = [one.leaf for one in words.leaves]
    reading = read(leaves, tools.received_rules, tools.clock.today())
    return Understood(words, reading, updates=tools.updates(data))


def typed(value: Value) -> str:
    """Return a value as it is typed in the box of a question."""
    if isinstance(value, dt.date):
        return KINDS["date"].show(value)
    if isinstance(value, Decimal):
        return KINDS["amount"].show(value)
    if isinstance(value, WrittenDelay):
        return f"{value.value} {value.unit}"
    return value


def meant(fact: Fact, written: Value) -> Value:
    """Return what was written by hand as it is understood: "deux mois" is a length."""
    if fact == "delay" and isinstance(written, str):
        with suppress(NoticeNotUnderstood):
            return read_delay(written)
    return written


def known(looked: Looked, rules: Rules, today: dt.date) -> dict[str, Known]:
    """Return what she confirmed, for the questions of a letter to which it is proposed."""
    found: dict[str, Known] = {}
    for asked in rules.questions:
        if answer := asked.answer([typed(one) for one in looked.said.get(asked.fact, ())]):
            for name in asked.ids:
                key = f"{TOLD_BY_PAPER}{name}"
                found[key] = Known(key, answer, SOURCE, today)
    return found


def answers(looked: Looked, rules: Rules) -> tuple[str, ...]:
    """Return the letters that answer a letter of this kind, the usual one first."""
    decision = looked.one("decision")
    return next((one.letters for one in rules.decisions if one.id == decision), ())


def family(looked: Looked, rules: Rules) -> str:
    """Return the family of what one may write to who sent it; "" when it is not known."""
    sender = looked.one("sender")
    return next((one.family for one in rules.senders if one.id == sender), "")


def names(rules: Rules) -> dict[str, str]:
    """Return how each sender, kind of letter and remedy is called, by its fact and id."""
    return {
        **{f"sender {one.id}": one.name for one in rules.senders},
        **{f"decision {one.id}": one.plain for one in rules.decisions},
        **{f"remedies {one.id}": one.name for one in rules.remedies},
    }
