"""The pages of an interview: which of the questions asked now stand together on each."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.core.packs.model import Question, QuestionPage, Section
from desktop_app.core.packs.resolve import ENCLOSURES_TITLE, AnyDefinition


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of the interview: its place among all of them, asked now or not, from 1.

    There are as many from the first answer to the last: one never goes backwards.
    """

    title: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Together:
    """What is asked on one page.

    Attributes:
        title: its heading; "" where its only question is.
        questions: those that stand there, in their order.
        aside: rare matters, that wait until one asks for them.
        papers: they ask which papers are joined.
        again: how many pages before it have the same heading.
    """

    title: str
    part: Part
    questions: tuple[Question, ...]
    aside: tuple[Question, ...] = ()
    papers: bool = False
    again: int = 0

    @property
    def all(self) -> tuple[Question, ...]:
        """Every question of the page, those that wait too."""
        return (*self.questions, *self.aside)

    @property
    def alone(self) -> Question | None:
        """The question that is its heading, if it is."""
        return None if self.title else self.questions[0]

    def has(self, question: str) -> bool:
        """Tell whether a question stands, or waits, on this page."""
        return any(one.id == question for one in self.all)


def pages(
    definition: AnyDefinition,
    asked: Mapping[str, Question],
    said: Collection[str] = (),
    given: Collection[str] = (),
) -> Iterator[Together]:
    """Yield the pages on which something is asked now.

    What other answers have ``said`` waits with the rare matters; what was ``given`` before the
    first question is not asked again.
    """
    parts, headed = _parts(definition), Counter[str]()
    for section in definition.section:
        for page in section.page or _apart(section):
            now = [asked[name] for name in page.question if name in asked and name not in given]
            if now:
                aside = {one.id for one in now if one.aside or one.id in said}
                found = _page(page, parts[section.id], now, aside)
                yield replace(found, again=headed[page.title] if page.title else 0)
                headed[page.title] += 1


def _page(page: QuestionPage, part: Part, now: list[Question], aside: Collection[str]) -> Together:
    standing = tuple(one for one in now if one.id not in aside)
    waiting = tuple(one for one in now if one.id in aside) if standing else ()
    papers = page.title == ENCLOSURES_TITLE
    return Together(page.title, part, standing or tuple(now), waiting, papers)


def _apart(section: Section) -> tuple[QuestionPage, ...]:
    """Return a page for each question, where no pack told which stand together."""
    return tuple(QuestionPage(title="", question=(one.id,)) for one in section.question)


def _parts(definition: AnyDefinition) -> Mapping[str, Part]:
    """Return the part of each section; neighbours of the same part, or title, are in one."""
    titles: list[str] = []
    places = {}
    for section in definition.section:
        part = section.part or section.title
        if not titles or titles[-1] != part:
            titles.append(part)
        places[section.id] = len(titles)
    return {name: Part(titles[at - 1], at, len(titles)) for name, at in places.items()}
