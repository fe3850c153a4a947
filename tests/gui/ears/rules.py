"""What is asked of what is heard, whatever the screen reader: pure, over utterances."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

FIRST = 3
"""The question is among so many utterances: what comes later is not waited for."""
LONG = 4
"""Words of a sentence: fewer are a name, or a word of the reader."""


@dataclass
class PageHeard:
    """One page by ear: what is said when it opens, then at each stop of Tab, in order.

    ``question`` is what the page asks or is about; ``shown`` each sentence that it shows.
    """

    question: str
    opened: list[str]
    stops: list[list[str]] = field(default_factory=list)
    after: list[tuple[str, list[str]]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the page as it stands in the golden file."""
        return [
            f"== {self.question}",
            *self.opened,
            *(f"  Tab: {' / '.join(stop)}" for stop in self.stops),
            *(f"  {key}: {' / '.join(heard)}" for key, heard in self.after),
        ]


def faults(page: PageHeard) -> list[str]:
    """Return what is wrong with a page, in words; nothing when it can be used by ear."""
    found = []
    if not any(page.question in one for one in page.opened[:FIRST]):
        found.append(f"not in the first {FIRST} utterances: « {page.question} »: {page.opened}")
    for where, heard in [("opening", page.opened), *enumerate(page.stops, 1), *page.after]:
        found += [f"{where}: heard twice « {one} »" for one in twice(heard)]
    told = [sentence for heard in (page.opened, *page.stops) for sentence in told_in(heard)]
    found += [
        f"heard at two stops: « {one} »" for one in sorted({t for t in told if _many(t, told)})
    ]
    found += ["a stop says nothing"] * sum(not any(stop) for stop in page.stops)
    layers = [one for heard in (page.opened, *page.stops) for one in heard if "layered pane" in one]
    return found + layers


def twice(heard: Sequence[str]) -> list[str]:
    """Return the sentences of four words or more that one press of a key says twice."""
    sentences = [one for words in heard for one in _sentences(words)]
    return sorted({one for one in sentences if sentences.count(one) > 1})


def told_in(heard: Sequence[str]) -> list[str]:
    """Return the whole sentences that are told, and not the names of what can be pressed."""
    told = [one for words in heard for one in _sentences(words) if one.endswith((".", "!"))]
    return [one for one in told if not one.endswith((" button.", " text."))]


def _many(sentence: str, told: Sequence[str]) -> bool:
    return told.count(sentence) > 1


def _sentences(words: str) -> list[str]:
    cut = re.split(r"(?<=[.!?])\s+", words)
    return [one for one in cut if len(one.split()) >= LONG]
