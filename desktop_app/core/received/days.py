"""The days of a letter: which is its own, which that of the decision, which the last to act."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.deadlines.near import slug
from desktop_app.core.packs.model import Question
from desktop_app.core.received.flow import BREAK, Flow
from desktop_app.core.received.labelled import LIKELY, NEVER, SURELY, UNSAID, labels_of
from desktop_app.core.received.model import Fact, Proposal
from desktop_app.core.received.remedies import is_to_contest
from desktop_app.core.received.rules import Rules
from desktop_app.core.received.settling import Candidate, settle
from desktop_app.core.spelt import PATTERN, SPELT

HEAD = 0.5
"""The day of a letter that no word tells stands in the first half of its first page."""
ALONE, SHORT = 30, 45
"""Letters that a line may have beside such a day ("Saint-Étienne, le"), and signs that the line
before it has, when it is no line of a paragraph."""
_DAY = re.compile(
    r"(?<![\w/])(?:(?:[0-9]{1,2}|[1lI] ?er)\s+[^\W\d_]{3,10}\.?\s+[12][0-9]{3}"
    r"|[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:[12][0-9]{3}|[0-9]{2}))(?![\w/])"
)
_IN_LETTERS = rf"(?P<day>premier|[0-9]{{1,2}}(?:er)?|{PATTERN})\s+(?P<month>[^\W\d_]{{3,10}})"
_YEAR = rf"(?P<year>[12][0-9]{{3}}|deux[\s-]+mille(?:[\s-]+(?:{PATTERN}))?)"
_SPELT_DAY = re.compile(rf"(?<!\w){_IN_LETTERS}\s+{_YEAR}(?!\w)", re.IGNORECASE)
_DAY_OF_ACT = re.compile(
    rf"(?<!\w)l[’']an\s+{_YEAR},?\s+(?:et\s+)?le\s+{_IN_LETTERS}(?!\w)", re.IGNORECASE
)
"""As a bailiff writes it: "L'an deux mille vingt-six et le dix-neuf octobre"."""
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
    named = {fact: labels_of(flow, rules.label(fact)) for fact in _LABELLED}
    spans = [(day.start, day.end) for day in found]
    ranks = {
        day: {fact: named[fact].rank(day.start, day.end, spans) for fact in _LABELLED}
        for day in found
    }
    told: dict[Fact, list[Candidate]] = {}
    for day in found:
        for fact, rank in _said(flow, day, ranks[day], today):
            ends = fact == "until" and is_to_contest(flow, rules, day.start, day.end)
            candidate = Candidate(day.value, day.start, day.end, rank)
            told.setdefault("last_day" if ends else fact, []).append(candidate)
    for fact, candidates in told.items():
        yield from settle(flow, fact, candidates)


_LABELLED: tuple[Fact, ...] = ("written_on", "decided_on", "until")


def _said(
    flow: Flow, day: Day, ranks: Mapping[Fact, int], today: dt.date
) -> Iterator[tuple[Fact, int]]:
    """Yield what a day may be: by the words beside it, else by its place."""
    least = min(ranks.values())
    for fact, rank in ranks.items():
        if rank < UNSAID and rank <= least and (fact == "until" or day.value <= today):
            yield fact, rank
    if set(ranks.values()) == {UNSAID} and day.value <= today and _heads(flow, day):
        yield "written_on", LIKELY


def written_days(flow: Flow, today: dt.date) -> Iterator[Day]:
    """Yield every day that is written in full, in figures or in letters."""
    for match in _DAY.finditer(flow.text):
        text = _FIRST.sub("1er", re.sub(r"\s+", " ", match[0]))
        yield from _day(text, match.start(), match.end(), today)
    for match in _SPELT_DAY.finditer(flow.text):
        yield from _day(_in_figures(match), match.start(), match.end(), today)
    for match in _DAY_OF_ACT.finditer(flow.text):
        yield from _day(_in_figures(match), match.start("day"), match.end(), today)


def _day(text: str, start: int, end: int, today: dt.date) -> Iterator[Day]:
    value = KINDS["date"].read(text, Context(_QUESTION, today)).value
    if isinstance(value, dt.date):
        yield Day(value, start, end)


def _in_figures(match: re.Match[str]) -> str:
    """Return a day in letters in figures; "" when it is in figures already."""
    day, year = re.match("[0-9]+", match["day"]), match["year"]
    if day and year.isdecimal():
        return ""
    number = int(day[0]) if day else SPELT.get(slug(match["day"]), 1)  # "premier"
    if not year.isdecimal():
        year = str(2000 + SPELT.get(slug(year).removeprefix("deux-mille").strip("-"), 0))
    return f"{number} {match['month']} {year}"


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
