"""The days of a letter: which is its own, which that of the decision, which the last to act."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.packs.model import Question
from desktop_app.core.received.flow import BREAK, Flow
from desktop_app.core.received.labelled import LIKELY, NEVER, SURELY, UNSAID, labels_of
from desktop_app.core.received.model import Fact, Proposal
from desktop_app.core.received.rules import Rules
from desktop_app.core.received.settling import Candidate, settle

HEAD = 0.5
"""The day of a letter that no word tells stands in the first half of its first page."""
ALONE, SHORT = 30, 45
"""Letters that a line may have beside such a day ("Saint-Étienne, le"), and signs that the line
before it has, when it is no line of a paragraph."""
_DAY = re.compile(
    r"(?<![\w/])(?:(?:[0-9]{1,2}|[1lI] ?er)\s+[^\W\d_]{3,10}\.?\s+[12][0-9]{3}"
    r"|[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:[12][0-9]{3}|[0-9]{2}))(?![\w/])"
)
_FIRST = re.compile(r"^[lI1] ?er\b")
_QUESTION = Question(id="jour", kind="date", label="")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is written, and where."""

    value: dt.date
    start: int
    end: int


def days(flow: Flow, rules: Rules, today: dt.date) -> Iterator[Proposal]:
    """Yield what is proposed of the days of a letter. Never a day of the letter to come."""
    found = list(written_days(flow, today))
    named = {fact: labels_of(flow, rules.label(fact)) for fact in _FACTS}
    spans = [(day.start, day.end) for day in found]
    ranks = {
        day: {fact: named[fact].rank(day.start, day.end, spans) for fact in _FACTS} for day in found
    }
    for fact in _FACTS:
        others = [one for one in _FACTS if one != fact]
        told = [
            Candidate(day.value, day.start, day.end, ranks[day][fact])
            for day in found
            if ranks[day][fact] < UNSAID
            and (fact == "until" or day.value <= today)
            and ranks[day][fact] <= min(ranks[day][other] for other in others)
        ]
        if fact == "written_on":
            told += [
                Candidate(day.value, day.start, day.end, LIKELY if _alone(flow, day) else 3)
                for day in found
                if all(ranks[day][one] == UNSAID for one in _FACTS)
                and day.value <= today
                and _heads(flow, day)
            ]
        yield from settle(flow, fact, told)


_FACTS: tuple[Fact, ...] = ("written_on", "decided_on", "until")


def written_days(flow: Flow, today: dt.date) -> Iterator[Day]:
    """Yield every day that is written in full."""
    for match in _DAY.finditer(flow.text):
        text = _FIRST.sub("1er", re.sub(r"\s+", " ", match[0]))
        value = KINDS["date"].read(text, Context(_QUESTION, today)).value
        if isinstance(value, dt.date):
            yield Day(value, match.start(), match.end())


def _alone(flow: Flow, day: Day) -> bool:
    """Whether a day stands on a line of its own, at most after a place: "Lyon, le"."""
    piece = flow.piece_at(day.start)
    if piece is None:
        return False
    before, after = piece.text[: day.start - piece.start], piece.text[day.end - piece.start :]
    letters = sum(map(str.isalpha, before))
    above = flow.text[: piece.start].removesuffix("\n").rpartition("\n")[2]
    if len(above) > SHORT and not flow.text[: piece.start].endswith(BREAK):
        return False
    ends = not before.strip() or re.search(r"\ble\W*$", before, re.IGNORECASE)
    return letters <= ALONE and bool(ends) and not any(map(str.isalnum, after))


def _heads(flow: Flow, day: Day) -> bool:
    return flow.from_top(day.start) < HEAD and _alone(flow, day)


assert SURELY < LIKELY < UNSAID < NEVER
