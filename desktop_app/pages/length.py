"""How long it is to answer a letter or a form: its pages of questions, and the words in view."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median_low

from desktop_app.core.answers.draft import Draft
from desktop_app.pages import questions
from desktop_app.pages.page import Block, Page, Unfold
from desktop_app.pages.reading import lines
from desktop_app.workflow.interview.interview import Interview


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """The pages that ask, one heading each, and the words that one sees there, buttons too."""

    pages: int
    words: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """Of one letter or form: the shortest of its ways, the usual one, the longest."""

    shortest: Length
    usual: Length
    longest: Length


def asked(begun: Interview, answers: Draft) -> Iterator[Page]:
    """Yield the pages of an interview, one after the other, when these answers are given."""
    interview, step = begun, begun.next()
    while step is not None:
        yield questions.one(interview, step, None, correcting=False)
        name = step.question.id
        if name in answers.unknown:
            interview = interview.unknown(name)
        else:
            interview = interview.answer(name, answers.answers.get(name, ""))
        step = interview.next(name)


def length(pages: Iterable[Page]) -> Length:
    """Count pages, and the words in view before anything is opened."""
    words = [_words_in_view(page) for page in pages]
    return Length(len(words), sum(words))


def among(found: Iterable[Length]) -> Lengths:
    """Return the shortest, the usual (the median) and the longest of some ways, one at least."""
    ordered = sorted(found)
    return Lengths(ordered[0], median_low(ordered), ordered[-1])


def _words_in_view(page: Page) -> int:
    closed = replace(page, blocks=tuple(map(_closed, page.blocks)))
    words = " ".join(lines(closed)).split()
    return sum(any(map(str.isalnum, word)) for word in words)


def _closed(block: Block) -> Block:
    return replace(block, told="") if isinstance(block, Unfold) else block
