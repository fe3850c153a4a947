"""How long it is to answer a letter or a form: its pages of questions, and the words in view."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median_low

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import Question
from desktop_app.pages import questions, together
from desktop_app.pages.page import Block, Page, Unfold
from desktop_app.pages.reading import lines
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.together import Together


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
    interview = begun
    page = next(iter(interview.pages), None)
    while page is not None:
        name = page.all[0].id
        while (now := interview.page(name)) is not None and (
            left := [one for one in now.all if not interview.met(one.id)]
        ):
            interview = _answered(interview, left[0], answers)
        yield of_page(interview, now or page)
        page = interview.page_after(name)


def of_page(interview: Interview, asked: Together) -> Page:
    """Return the page of these questions, nothing being known."""
    place = together.place_words(interview, asked)
    if (alone := asked.alone) is not None:
        return questions.one(interview, alone, place, None, correcting=False)
    return together.page(interview, asked, {}, correcting=False, more=False)


def _answered(interview: Interview, question: Question, answers: Draft) -> Interview:
    if question.id in answers.unknown:
        return interview.unknown(question.id)
    said = answers.answers.get(question.id, interview.shown(question))
    return interview.answer(question.id, said)


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
