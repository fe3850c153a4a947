"""Compares what is read of a fictional letter with what it says, and where."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from desktop_app.catalogue.received import received_rules
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.packs.model import Question
from desktop_app.core.received.model import FACTS, Fact, Proposal, Reading, Value
from desktop_app.core.received.read import read
from desktop_app.core.received.rules import Rules
from desktop_app.core.rect import Rect, area, shared_area
from desktop_app.datafiles import data_root
from desktop_app.pdf.received import LetterWords, pdf_words, picture_words
from tests.received.drawing import Told, draw
from tests.received.letters import Letter
from tests.received.noise import KINDS as NOISES

TODAY = dt.date(2026, 11, 29)
PDF = "pdf"
RIGHT, AMONG, WRONG, MISSED, INVENTED = "right", "among", "wrong", "missed", "invented"
"""Chosen and right; doubtful, the right one among those shown; chosen and wrong; nothing
proposed; proposed of a letter that says nothing of it."""


@dataclass
class Score:
    """How often each thing happened, for each fact, what was wrong, what was not chosen."""

    counts: dict[Fact, Counter[str]] = field(
        default_factory=lambda: {one: Counter() for one in FACTS}
    )
    wrong: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)

    def add(
        self, letter: Letter, told: Sequence[Told], reading: Reading, at: Callable[[Rect], Rect]
    ) -> None:
        """Count what was read of one letter."""
        truth = letter.truth()
        for fact in FACTS:
            found, wanted = reading.of(fact), {_value(fact, one) for one in truth.get(fact, ())}
            judged = _judge(fact, found, wanted)
            if judged:
                self.counts[fact][judged] += 1
            if judged not in ("", RIGHT):
                said = ", ".join(f"{one.value} ({one.sure})" for one in found) or "nothing"
                line = f"{letter.id}: {fact} is {_said(wanted)}, read {said}"
                (self.wrong if judged in (WRONG, INVENTED) else self.unsaid).append(line)
            self.misplaced += [
                f"{letter.id}: {one.fact} {one.value}"
                for one in found
                if one.value in wanted and not _is_at(one, told, at)
            ]

    def share(self, facts: Iterable[Fact] = FACTS) -> float:
        """Return the share of what letters say that was chosen and right."""
        sums = sum((self.counts[one] for one in facts), Counter[str]())
        said = sums[RIGHT] + sums[AMONG] + sums[WRONG] + sums[MISSED]
        return sums[RIGHT] / said if said else 1.0


def words_of(letter: Letter, kind: str) -> tuple[LetterWords, list[Told], Callable[[Rect], Rect]]:
    """Draw a letter, take a picture of it, and read its words."""
    pdf, told = draw(letter)
    if kind == PDF:
        return pdf_words(pdf, _quietly), told, lambda box: box
    taken = NOISES[kind](pdf, letter.id)
    return picture_words(taken.data, _quietly), told, taken.box


def score(letters: Iterable[Letter], kind: str) -> Score:
    """Read letters drawn in one way."""
    found = Score()
    for letter in letters:
        words, told, at = words_of(letter, kind)
        reading = read([one.leaf for one in words.leaves], rules(), TODAY)
        found.add(letter, told, reading, at)
    return found


@cache
def rules() -> Rules:
    """The rules that are shipped."""
    return received_rules(data_root("forms") / "received")


def _quietly(_so_far: int, _of: int) -> None:
    pass


def _judge(fact: Fact, found: Sequence[Proposal], wanted: set[Value]) -> str:
    values = [one.value for one in found]
    if fact == "remedies":
        if not wanted and not values:
            return ""
        if not wanted:
            return INVENTED
        if set(values) == wanted:
            return RIGHT
        return MISSED if not values else AMONG if wanted & set(values) else WRONG
    if not wanted:
        return INVENTED if len(values) == 1 and found[0].sure != "doubtful" else ""
    if not values:
        return MISSED
    if len(values) > 1 or found[0].sure == "doubtful":
        return AMONG if wanted & set(values) else WRONG
    return RIGHT if values[0] in wanted else WRONG


def _said(values: Iterable[Value]) -> str:
    return " / ".join(map(str, values)) or "not said"


def _value(fact: Fact, text: str) -> Value:
    context = Context(Question(id="a", kind="text", label=""), TODAY)
    if fact in ("written_on", "decided_on", "until", "last_day"):
        day = KINDS["date"].read(text, context).value
        assert isinstance(day, dt.date), text
        return day
    if fact == "sum":
        amount = KINDS["amount"].read(re.sub(r"\s", "", text), context).value
        assert isinstance(amount, Decimal), text
        return amount
    return read_delay(text) if fact == "delay" else text


def _is_at(one: Proposal, told: Sequence[Told], at: Callable[[Rect], Rect]) -> bool:
    """Whether a box shown covers some of the words that say it; true of what no words are told."""
    marked = [at(box) for here in told if here.fact == one.fact for box in here.boxes]
    if not marked:
        return bool(one.places)
    return any(
        shared_area(place.box, box) > 0.25 * min(area(place.box), area(box))
        for place in one.places
        for box in marked
    )
