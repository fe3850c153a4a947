"""The pages of a form that no pack knows: what is of one thing stands together, as in packs.

Made when the form is read, never kept with it: a draft of before has them too. The paper's order
is kept. A page is named by the thing it asks of the person, else by the part that the paper prints.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from desktop_app.core.generic import own_words
from desktop_app.core.generic.known import area_of
from desktop_app.core.generic.roles import OTHER
from desktop_app.core.generic.wording import plain_words
from desktop_app.core.packs.model import FormDefinition, Question, Section
from desktop_app.core.packs.pages import Asked, together

Thing = tuple[str, tuple[Question, ...]]
"""Questions about one thing, and which: "" for none that is known."""

THINGS = {
    "identite": own_words.YOU,
    "adresse": own_words.ADDRESS,
    "contact": own_words.CONTACT,
    "banque": own_words.BANK,
    "numeros": own_words.NUMBERS,
}
"""The pages of a person's own things, by what is asked there."""
NUMBERS = frozenset(["caf", "sante", "impots", "emploi", "sejour"])
"""Areas of the profile of which a form asks but a number, the person's reference in an office."""
BETWEEN = 2
"""So many boxes of no known meaning, among those of one thing, are of it too."""
HOUSE_NUMBER = frozenset(["n", "no", "numero", "extension"])
"""The words of a box that begins an address, the street being in the next one."""


def paged(definition: FormDefinition) -> FormDefinition:
    """Return a form with its pages; a part that has its own, being of a pack, keeps them."""
    parts = (one if one.page else _paged(one) for one in definition.section)
    return replace(definition, section=tuple(parts))


def _paged(section: Section) -> Section:
    asked: list[Asked] = []
    titles: list[str] = []
    for _, found in groupby(section.question, key=_person):
        things = tuple(_things(tuple(found)))
        for own, held in groupby(zip(_own(things), things, strict=True), key=lambda one: one[0]):
            title = own or section.title
            for _, (area, questions) in held:
                shown = THINGS[area] if own else title
                for one in questions:
                    asked.append(Asked(one, len(titles), f"{area} {len(asked)}", shown))
            titles.append(title)
    return replace(section, page=tuple(page for _, page in together(asked, titles)))


def _person(question: Question) -> str:
    """Whose it is: what is of another one stands on another page; of whom nothing tells, here."""
    return "" if question.whose == OTHER else question.whose


def _own(things: Sequence[Thing]) -> Iterator[str]:
    """Yield for each thing the page of the person's own where it stands; "" for another page.

    Her address has a page of its own; a box alone stands with others.
    """
    pages = [_page_of(*thing) for thing in things]
    for page, found in groupby(zip(pages, things, strict=True), key=lambda one: one[0]):
        sizes = [len(questions) for _, (_, questions) in found]
        yield from [page if sum(sizes) > 1 else ""] * len(sizes)


def _page_of(area: str, questions: Sequence[Question]) -> str:
    hers = not any(one.whose for one in questions)
    if area not in THINGS or not (hers and any(one.remember for one in questions)):
        return ""
    return own_words.ADDRESS if area == "adresse" and len(questions) > 1 else own_words.YOU


def _things(questions: Sequence[Question]) -> Iterator[Thing]:
    """Yield neighbours about one thing, in the paper's order."""
    areas = _joined([_area(one) for one in questions], questions)
    for area, found in groupby(zip(areas, questions, strict=True), key=lambda one: one[0]):
        yield area, tuple(question for _, question in found)


def _area(question: Question) -> str:
    area = question.remember.partition(".")[0] or area_of(question.label)
    return "numeros" if area in NUMBERS else area


def _joined(areas: list[str], questions: Sequence[Question]) -> list[str]:
    """Give to a thing what stands among its boxes, and the number that begins an address."""
    found = list(areas)
    last = -1
    for place, area in enumerate(areas):
        if not area:
            continue
        if last >= 0 and areas[last] == area and place - last <= BETWEEN + 1:
            found[last + 1 : place] = [area] * (place - last - 1)
        elif area == "adresse" and place and not found[place - 1]:
            words = plain_words(questions[place - 1].label).split()
            if words and words[-1] in HOUSE_NUMBER:
                found[place - 1] = area
        last = place
    return found
