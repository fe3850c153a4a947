"""Which questions stand on one page: one thing a page, not one field.

Questions that name the same page stand together, at the place of the first of them. The others
stand with their neighbours of the same section, as long as one can read the page at a glance; a
group is not cut in two to fill what is left of a page.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, takewhile

import msgspec

from desktop_app.core.language.syntax import Refused
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import Question, QuestionPage, Section

MOST_WORDS = 85
"""Of questions packed on a page by themselves: what stands on a small screen, with its boxes."""
BOX = 4
"""What a box to fill weighs, in words."""
MOST_BOXES = 8
"""On such a page, of those that are asked at once: short ones, on a few heights of the window."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and where it comes from.

    Attributes:
        section: its place among the sections.
        origin: the group that it comes from; "" for the section itself.
        title: the group's, or the section's.
        page: the page that it names; "" for none.
    """

    question: Question
    section: int
    origin: str
    title: str
    page: str = ""


def together(asked: Sequence[Asked], titles: Sequence[str]) -> Iterator[tuple[int, QuestionPage]]:
    """Yield the pages, each with the section where it stands; each question is on one.

    Args:
        asked: all that a definition asks, in order.
        titles: those of its sections.
    """
    rest = list(asked)
    while rest:
        first = rest[0]
        taken = _named(rest) if first.page else _packed(rest)
        yield first.section, _page(titles[first.section], taken)
        held = {id(one) for one in taken}  # a pack that asks one twice is told so elsewhere
        rest = [one for one in rest if id(one) not in held]


def _named(rest: Sequence[Asked]) -> list[Asked]:
    """Return those of the first one's page; what depends on an answer stays after it."""
    later = {one.question.id for one in rest}
    found: list[Asked] = []
    for one in rest:
        if one.page == rest[0].page and not _needs(one.question) & later:
            found.append(one)
            later.discard(one.question.id)
    return found or [rest[0]]


def _needs(question: Question) -> Set[str]:
    """Return the questions whose answers say whether, and within what, this one is asked."""
    days = {question.not_before.partition(" ")[0], question.not_after.partition(" ")[0]}
    return _names(question.when) | days


def _names(when: str) -> Set[str]:
    """Return what a condition names; one that cannot be read is told by ``pack check``."""
    try:
        return condition_of(when).names
    except Refused:
        return frozenset()


def put(sections: Sequence[Section], asked: Sequence[Asked]) -> tuple[Section, ...]:
    """Return the sections with what they ask, page by page."""
    known = {one.question.id: one.question for one in asked}
    found: list[list[QuestionPage]] = [[] for _ in sections]
    for place, page in together(asked, [one.title for one in sections]):
        found[place].append(page)
    return tuple(
        msgspec.structs.replace(
            section,
            question=tuple(known[name] for page in pages for name in page.question),
            page=tuple(pages),
        )
        for section, pages in zip(sections, found, strict=True)
    )


def _packed(rest: Sequence[Asked]) -> list[Asked]:
    """Return what stands with the first one: whole neighbours, or what a page holds of its own."""
    section = rest[0].section
    near = takewhile(lambda one: not one.page and one.section == section, rest)
    units = [list(unit) for _, unit in groupby(near, key=lambda one: one.origin)]
    held = list(_fitting(units[0]))
    if len(held) < len(units[0]):
        return held
    for unit in units[1:]:
        if not _is_read_at_a_glance([*held, *unit]):
            break
        held += unit
    return held


def _fitting(unit: Sequence[Asked]) -> Iterator[Asked]:
    held: list[Asked] = []
    for one in unit:
        if held and not _is_read_at_a_glance([*held, one]):
            return
        held.append(one)
        yield one


def _is_read_at_a_glance(asked: Sequence[Asked]) -> bool:
    """Tell whether they fit on a page: what an answer of the page opens is mostly not asked."""
    here = {one.question.id for one in asked}
    shown = [
        one.question
        for one in asked
        if not one.question.aside and not _names(one.question.when) & here
    ]
    return len(shown) <= MOST_BOXES and sum(map(_words, shown)) <= MOST_WORDS


def _words(question: Question) -> int:
    texts = [question.label, question.hint, question.example]
    for choice in question.choices:
        texts += [choice.label, choice.hint]
    return len(" ".join(texts).split()) + BOX


def _page(section: str, asked: Sequence[Asked]) -> QuestionPage:
    """Return their page: named as they say, else as the group of all of them, or as the part."""
    titles = {one.title for one in asked}
    title = asked[0].page or (titles.pop() if len(titles) == 1 else section)
    return QuestionPage(
        title=title if len(asked) > 1 else "", question=tuple(one.question.id for one in asked)
    )
