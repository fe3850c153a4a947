"""The sum that a letter is about, among all those it names."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.packs.model import Question
from desktop_app.core.received.flow import Flow
from desktop_app.core.received.labelled import NEVER, UNSAID, labels_of
from desktop_app.core.received.model import Proposal
from desktop_app.core.received.rules import Rules
from desktop_app.core.received.settling import Candidate, settle

LARGE = 5000
"""Euros: a larger sum is written with its cents, or its comma was not seen."""
_SUM = re.compile(
    r"(?<![\w,./])((?:[0-9]{1,3}(?:(?:\s|\.)[0-9]{3})+|[0-9]{1,9})(?:[,.][0-9]{2})?)"
    r"\s?(?:€|euros?\b|eur\b|EUR\b|£(?!\w))"
)
_QUESTION = Question(id="somme", kind="amount", label="")
_NO_DAY = dt.date.min


def sums(flow: Flow, rules: Rules) -> Iterator[Proposal]:
    """Yield what is proposed of the sum."""
    labels = labels_of(flow, rules.label("sum"))
    found = []
    written = list(written_sums(flow))
    spans = [(start, end) for _, start, end in written]
    for value, start, end in written:
        rank = labels.rank(start, end, spans)
        if rank != NEVER:
            # A comma that recognition lost: 500,00 € becomes 50000 €.
            confused = value >= LARGE and "," not in flow.text[start:end]
            found.append(Candidate(value, start, end, rank, confused))
    told = [one for one in found if one.rank < UNSAID]
    yield from settle(flow, "sum", told or found)


def written_sums(flow: Flow) -> Iterator[tuple[Decimal, int, int]]:
    """Yield every sum in euros, and where it stands."""
    for match in _SUM.finditer(flow.text):
        first, written = match.start(), match[1]
        if "\n" in written and not _goes_over(flow, first):
            first += written.rindex("\n") + 1
            written = flow.text[first : match.end(1)]
        text = re.sub(r"\s", "", written)
        text = re.sub(r"\.(?=[0-9]{3}(?:\D|$))", "", text)
        value = KINDS["amount"].read(text, Context(_QUESTION, _NO_DAY)).value
        if isinstance(value, Decimal) and value > 0:
            yield value, first, match.end()


def _goes_over(flow: Flow, start: int) -> bool:
    """Whether a sum is cut at the end of a line of text, and does not stand under another one."""
    piece = flow.piece_at(start)
    return piece is not None and any(map(str.isalpha, flow.text[piece.start : start]))
