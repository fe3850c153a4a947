"""The references of a letter: what stands after their label, on its right or below it."""

import re
from collections.abc import Iterator

from desktop_app.core.received.flow import Flow
from desktop_app.core.received.model import Fact, Proposal
from desktop_app.core.received.phrases import Hit, hits
from desktop_app.core.received.rules import Rules
from desktop_app.core.received.settling import Candidate, settle

FACTS: tuple[Fact, ...] = ("number", "reference")
LEAST_DIGITS = 3
_BETWEEN = r"[ \t]*(?:\(?(?:[nN][°ºo*e]|[:#.,°º—–-])\)?[ \t]*)*"
_NUMBER = re.compile(_BETWEEN + r"(?P<number>[A-Z0-9][A-Z0-9/ .-]*[A-Z0-9])(?![\w/])")
_CONFUSED = re.compile(r"[0-9][OQIB]|[OQIB][0-9]|^[01][A-Z]")
"""Letters beside figures that recognition takes for figures, or figures for them."""
_DAY = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}")
_WORDS = re.compile(r"(?: +[A-Z]{3,})+$|^(?:[A-Z]{5,} +)+")


def numbers(flow: Flow, rules: Rules) -> Iterator[Proposal]:
    """Yield what is proposed of both numbers: the longest label at a place says which."""
    for fact in FACTS:
        label = rules.label(fact)
        others = [hit for other in FACTS if other != fact for hit in hits(flow, _all(rules, other))]
        found = []
        for rank, phrases in ((0, label.surely), (2, label.likely)):
            for hit in hits(flow, phrases):
                longer = any(_covers(one, hit) for one in others)
                if not longer and (place := _after(flow, hit)):
                    number = flow.text[slice(*place)]
                    confused = bool(_CONFUSED.search(number))
                    found.append(Candidate(number, *place, rank, confused))
        never = hits(flow, label.never)
        kept = [one for one in found if not any(0 <= one.start - hit.end < 8 for hit in never)]
        yield from settle(flow, fact, kept)


def _all(rules: Rules, fact: Fact) -> tuple[str, ...]:
    label = rules.label(fact)
    return (*label.surely, *label.likely, *label.never)


def _covers(one: Hit, other: Hit) -> bool:
    """Whether a label holds another one and says more."""
    longer = one.end - one.start > other.end - other.start
    return longer and one.start <= other.start and other.end <= one.end


def _after(flow: Flow, hit: Hit) -> tuple[int, int] | None:
    """Return where the number of a label stands."""
    here = flow.piece_at(hit.start)
    if here is None or hit.end > here.end:
        return None
    if found := _match(flow, hit.end, here.end):
        return found
    if re.search(r"[^\W_]{2}", flow.text[hit.end : here.end]):
        return None  # the label is a word of a sentence
    for beside in (flow.right_of(here), flow.below(here)):
        if beside is not None and (found := _match(flow, beside.start, beside.end)):
            return found
    return None


def _match(flow: Flow, start: int, end: int) -> tuple[int, int] | None:
    match = _NUMBER.match(flow.text, start, end)
    if match is None:
        return None
    first, last = match.span("number")
    text = flow.text[first:last]
    for words in _WORDS.finditer(text):
        if words.start():
            last = first + words.start()
        else:
            first += words.end()
    text = flow.text[first:last]
    if sum(map(str.isdecimal, text)) < LEAST_DIGITS or _DAY.fullmatch(text):
        return None
    return first, last
