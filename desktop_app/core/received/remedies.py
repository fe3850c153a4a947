"""How a letter says that it may be contested: whom to write to, and in what delay."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.deadlines.errors import NoticeNotUnderstood
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.received.flow import Flow
from desktop_app.core.received.model import Proposal
from desktop_app.core.received.phrases import hits, within
from desktop_app.core.received.rules import Rules
from desktop_app.core.received.settling import Candidate, proposal, settle
from desktop_app.core.spelt import PATTERN

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ý«])|\n\n")
_ABBREVIATED = re.compile(r"\b(?:M|MM|Mme|art|n|no|R|L)\.$", re.IGNORECASE)
_DELAY = re.compile(
    rf"\b(?P<number>[0-9]{{1,3}}|{PATTERN})(?:\s*\([^()]{{1,30}}\))?"
    r"\s+(?P<unit>heures?|jours?|semaines?|mois|ans?)(?:\s+francs?)?\b",
    re.IGNORECASE,
)
"""A length, which may be told twice: "45 (quarante-cinq) jours"."""
FAR = 1 << 20
AN_ARTICLE = 5
"""Signs between "avant de saisir" and whom: an article."""
Span = tuple[int, int]


def remedies(flow: Flow, rules: Rules) -> Iterator[Proposal]:
    """Yield the delay, and each one to whom the letter says to write."""
    spans = contesting(flow, rules)
    yield from settle(flow, "delay", _delays(flow, spans))
    later = hits(flow, rules.contesting.later)
    for remedy in rules.remedies:
        found = hits(flow, remedy.phrases)
        here = [
            Candidate(remedy.id, hit.start, hit.end, 0)
            for span in spans
            for hit in within(found, *span)
            if not any(0 <= hit.start - one.end <= AN_ARTICLE for one in later)
        ]
        if here:
            yield proposal(flow, "remedies", here)


def contesting(flow: Flow, rules: Rules) -> Sequence[Span]:
    """Return where the sentences stand that tell how to contest."""
    words = hits(flow, rules.contesting.words)
    return [span for span in sentences(flow) if any(within(words, *span))]


def is_to_contest(flow: Flow, rules: Rules, start: int, end: int) -> bool:
    """Whether a day is the last to contest: not to pay, to send papers, to leave.

    The nearest words of its sentence say which.
    """
    here = next(((one, to) for one, to in sentences(flow) if one <= start < to), (start, end))

    def nearest(phrases: Sequence[str]) -> int:
        found = within(hits(flow, phrases), *here)
        return min((max(start - one.end, one.start - end) for one in found), default=FAR)

    return nearest(rules.contesting.words) < nearest(rules.contesting.otherwise)


def sentences(flow: Flow) -> Iterator[Span]:
    """Yield where each sentence begins and ends."""
    start = 0
    for end in _END.finditer(flow.text):
        if _ABBREVIATED.search(flow.text[start : end.start()]):
            continue
        yield start, end.start()
        start = end.end()
    yield start, len(flow.text)


def _delays(flow: Flow, spans: Sequence[Span]) -> Iterator[Candidate]:
    for start, end in spans:
        for match in _DELAY.finditer(flow.text, start, end):
            try:
                value = read_delay(f"{match['number']} {match['unit']}")
            except NoticeNotUnderstood:
                continue
            yield Candidate(value, match.start(), match.end(), 0)
