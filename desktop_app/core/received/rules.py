"""The rules of ``forms/received/``: by which words a letter is understood. Data, no code."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from desktop_app.core.received.model import Fact
from desktop_app.core.toml_table import TomlTable

Phrases = tuple[str, ...]


class Sender(TomlTable, frozen=True, kw_only=True):
    """A kind of office, landlord or bank.

    Attributes:
        family: that of the letters that answer it.
        marks: names that are its own; ``hints``: words that others use too.
        over: senders that it names without being them.
    """

    id: str
    name: str
    family: str
    marks: Phrases
    hints: Phrases = ()
    over: tuple[str, ...] = ()


class Decision(TomlTable, frozen=True, kw_only=True):
    """A kind of letter.

    Attributes:
        senders: who may send it.
        said: groups of phrases: one of each group is there.
        never: phrases with which it is another letter.
        over: decisions that it contains, and that it is not.
        letters: packs that answer it, the usual one first.
    """

    id: str
    plain: str
    senders: tuple[str, ...]
    said: tuple[Phrases, ...]
    never: Phrases = ()
    over: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


class Remedy(TomlTable, frozen=True, kw_only=True):
    """Whom a letter says to write to; ``bodies``: those of ``law/bodies.toml`` that it may be."""

    id: str
    name: str
    phrases: Phrases
    bodies: tuple[str, ...] = ()


class Label(TomlTable, frozen=True, kw_only=True):
    """Words beside which a fact stands.

    Attributes:
        surely, likely: words before it (or above it), the former first.
        after: words after it that say the same.
        never, never_after: words before and after it with which it is something else.
    """

    fact: Fact
    surely: Phrases = ()
    likely: Phrases = ()
    after: Phrases = ()
    never: Phrases = ()
    never_after: Phrases = ()


class Contesting(TomlTable, frozen=True, kw_only=True):
    """Words of the sentences that tell how to contest.

    Attributes:
        later: what comes after another step.
        otherwise: words with which a day is the last one for something else.
    """

    words: Phrases
    later: Phrases = ()
    otherwise: Phrases = ()


class Asked(TomlTable, frozen=True, kw_only=True):
    """To which questions of letters a fact is proposed, by their ids.

    Attributes:
        choices: what is chosen, by the fact as it is typed; none: the fact itself is the answer.
        otherwise: what is chosen for any other; "": nothing is proposed.
    """

    fact: Fact
    ids: tuple[str, ...]
    choices: dict[str, str] = msgspec.field(default_factory=dict)
    otherwise: str = ""

    def answer(self, said: Sequence[str]) -> str:
        """Return what is proposed; "" when what a letter says leads to no answer, or to several."""
        chosen = self.choices or self.otherwise
        found = [self.choices.get(one, self.otherwise) if chosen else one for one in said]
        several = dict.fromkeys(filter(None, found))
        return next(iter(several)) if len(several) == 1 else ""


@dataclass(frozen=True, slots=True)
class Rules:
    """All of them, in the order of their files."""

    senders: Sequence[Sender]
    decisions: Sequence[Decision]
    remedies: Sequence[Remedy]
    labels: Sequence[Label]
    contesting: Contesting
    questions: Sequence[Asked]

    def label(self, fact: Fact) -> Label:
        """Return the words beside which a fact stands."""
        return next((one for one in self.labels if one.fact == fact), Label(fact=fact))
