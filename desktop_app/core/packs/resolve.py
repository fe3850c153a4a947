"""A definition with everything that it borrows: shared groups, and the questions on enclosures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.addressed import addressed
from desktop_app.core.packs.bodies import Bodies
from desktop_app.core.packs.model import (
    BodyRef,
    Choice,
    ConditionalText,
    Enclosure,
    FormDefinition,
    LetterDefinition,
    PackHeader,
    Question,
    QuestionGroup,
    QuestionPage,
    Section,
)
from desktop_app.core.packs.pages import Asked, put
from desktop_app.core.packs.pleading import Pleading
from desktop_app.core.packs.ways import both, ways_of

AnyDefinition = LetterDefinition | FormDefinition
Header = TypeVar("Header", bound=PackHeader)
Groups = Mapping[str, QuestionGroup]

ENCLOSURES_SECTION = "pieces"
JOINED, LATER, NOT_JOINED = "jointe", "suivra", "non"

# The words of the implied questions; resources/packaging/pack_words.py gives them to translators.
ENCLOSURES_TITLE = "Les papiers à joindre"
PAGES_LABEL = "Combien de pages a ce papier ?"
ENCLOSURE_CHOICES = (
    Choice(id=JOINED, label="Je le joins"),
    Choice(id=LATER, label="Je l’enverrai plus tard", hint="La lettre dira qu’il suivra."),
    Choice(id=NOT_JOINED, label="Je ne le joins pas"),
)


NO_BODIES = Bodies()
STREET_ON_A_FORM = 100
"""Signs of a street that a form asks: three lines of an envelope."""


def resolve(definition: Header, groups: Groups, bodies: Bodies = NO_BODIES) -> Header:
    """Return the definition with the questions of its groups and of its enclosures in place.

    A letter's recipient has the lines and the calls of the bodies it may be written to. A group or
    a body that is not there is left out: ``checks/includes.py`` and ``checks/bodies.py`` report it.
    """
    included = [
        groups[name] for part in definition.section for name in part.include if name in groups
    ]
    sections = [*_filled(definition.section, groups)]
    if definition.enclosure:
        sections.append(_about_enclosures(definition.enclosure))
    changes: dict[str, object] = {
        "section": tuple(sections),
        "deadline": tuple(way for rule in definition.deadline for way in ways_of(rule, groups)),
    }
    if isinstance(definition, FormDefinition):
        changes["section"] = tuple(
            msgspec.structs.replace(one, question=tuple(map(on_paper, one.question)))
            for one in sections
        )
    if isinstance(definition, LetterDefinition):
        asked = {question.id for section in sections for question in section.question}
        changes["warning"] = (*definition.warning, *_warnings(included, asked))
        changes["pleading"] = _saying(definition.pleading, included, asked)
        for key in ("sender", "place", "signature"):
            changes[key] = getattr(definition, key) or _borrowed(included, key)
        changes["phrase"] = tuple(one for group in included for one in group.phrase)
        changes["recipient"] = addressed(
            definition.recipient, bodies_of(definition, groups), bodies
        )
    return msgspec.structs.replace(definition, **changes)


def on_paper(question: Question) -> Question:
    """Return a question of a form: the room for a street is its box, not an envelope's window."""
    if question.kind != "address_line" or question.max_length:
        return question
    return msgspec.structs.replace(question, max_length=STREET_ON_A_FORM)


def bodies_of(definition: LetterDefinition, groups: Groups) -> tuple[BodyRef, ...]:
    """Return whom a letter may be written to: its own candidates, then those of its groups."""
    borrowed = [
        BodyRef(id=one.id, when=both(section.when, one.when))
        for section in definition.section
        for name in section.include
        if name in groups
        for one in groups[name].body
    ]
    own = definition.recipient.body
    return own if definition.recipient.line else (*own, *borrowed)


def questions_of(definition: PackHeader) -> Iterator[Question]:
    """Yield the questions of a resolved definition, in order."""
    for section in definition.section:
        yield from section.question


def enclosure_question(enclosure: str) -> str:
    """Return the id of the question that asks whether a paper is joined."""
    return f"piece_{enclosure}"


def pages_question(enclosure: str) -> str:
    """Return the id of the question that asks its number of pages."""
    return f"piece_{enclosure}_pages"


def _filled(sections: Sequence[Section], groups: Groups) -> tuple[Section, ...]:
    """Put the shared questions first, page by page, and the section's condition on each."""
    bare = [
        msgspec.structs.replace(one, when="", include=(), without=(), question=(), together="")
        for one in sections
    ]
    asked = [
        one for place, section in enumerate(sections) for one in _asked(place, section, groups)
    ]
    return put(bare, asked)


def _asked(place: int, section: Section, groups: Groups) -> Iterator[Asked]:
    for group in (groups[name] for name in section.include if name in groups):
        for question in group.question:
            if question.id in section.without:
                continue
            page = section.together or question.page or group.page
            yield Asked(_under(section, question), place, group.id, group.title, page)
    for question in section.question:
        page = question.page or section.together
        yield Asked(_under(section, question), place, "", section.title, page)


def _under(section: Section, question: Question) -> Question:
    return msgspec.structs.replace(question, when=both(section.when, question.when))


def _borrowed(included: list[QuestionGroup], key: str) -> tuple[ConditionalText, ...]:
    return tuple(line for group in included for line in getattr(group, key))


def _warnings(included: list[QuestionGroup], asked: set[str]) -> tuple[ConditionalText, ...]:
    """Return those of the groups that are about this letter: it asks all that they depend on.

    They come after the letter's own, which begin with the gravest: whom to call, what runs out.
    """
    found = _borrowed(included, "warning")
    return tuple(one for one in found if condition_of(one.when).names <= asked)


def _saying(pleading: Pleading, included: list[QuestionGroup], asked: set[str]) -> Pleading:
    """Return it with what the answers of groups say of arguments, where all of it is asked."""
    found = tuple(
        one for group in included for one in group.said if condition_of(one.when).names <= asked
    )
    return msgspec.structs.replace(pleading, said=(*pleading.said, *found)) if found else pleading


def as_label(text: str) -> str:
    """Return the paper's name before anything is answered."""
    return text_of(text).render({}, blank="…").text


def _about_enclosures(enclosures: tuple[Enclosure, ...]) -> Section:
    questions: list[Question] = []
    for paper in enclosures:
        asked = enclosure_question(paper.id)
        questions.append(
            Question(
                id=asked,
                kind="choice",
                label=as_label(paper.text),
                hint=paper.help,
                when=paper.when,
                choices=ENCLOSURE_CHOICES,
            )
        )
        questions.append(
            Question(
                id=pages_question(paper.id),
                kind="integer",
                label=PAGES_LABEL,
                hint=as_label(paper.text),
                when=f"{asked} == '{JOINED}'",
                unknown=True,
                minimum="1",
                maximum="999",
                aside=True,
            )
        )
    page = QuestionPage(title=ENCLOSURES_TITLE, question=tuple(one.id for one in questions))
    return Section(
        id=ENCLOSURES_SECTION, title=ENCLOSURES_TITLE, question=tuple(questions), page=(page,)
    )
