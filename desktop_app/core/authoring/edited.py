"""A form under a person's hands: its boxes in the order of the paper, and what each one asks.

``edited`` takes a pack apart, ``finished`` puts it together again; between the two, ``boxes.py``
and ``asking.py`` give a new value for each gesture. A box is known by its place in the order.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from desktop_app.core.generic import own_words
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import FieldMap, FormDefinition, Place, Question, Section
from desktop_app.core.packs.resolve import questions_of


class EditedForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form that is being made.

    Attributes:
        header: the definition, without its sections.
        questions: what is asked, in the order of asking; each is used by a box or by a condition.
        places: the boxes, in the order of the paper; labels are unique.
        page_sizes: width and height of each page, in points.
        parts: question -> title of the part of the paper where it was first asked.
        answered: questions that a person who fills it has answered: the answer of a box that was
            taken out is still there, and no new box may find it.
    """

    header: FormDefinition
    questions: tuple[Question, ...]
    places: tuple[Place, ...]
    page_sizes: tuple[tuple[float, float], ...]
    parts: Mapping[str, str]
    answered: frozenset[str] = frozenset()

    def question(self, index: int) -> Question | None:
        """Return what a box asks; None when it stays empty, or says what no one answers."""
        named = names_in(self.places[index])
        return next((one for one in self.questions if one.id in named), None)

    def users(self, question: str) -> tuple[int, ...]:
        """Return the boxes that write or decide with an answer."""
        return tuple(
            index for index, place in enumerate(self.places) if question in names_in(place)
        )

    def usage(self) -> Mapping[str, tuple[int, ...]]:
        """Return the boxes of every answer at once: a form may have seven hundred."""
        found: dict[str, tuple[int, ...]] = {}
        for index, place in enumerate(self.places):
            for name in names_in(place):
                found[name] = (*found.get(name, ()), index)
        return found


def names_in(place: Place) -> frozenset[str]:
    """Return the questions that a box depends on."""
    return _names(place.value, place.when)


@lru_cache(maxsize=8192)
def _names(value: str, when: str) -> frozenset[str]:
    return text_of(value).names | condition_of(when).names


def edited(definition: FormDefinition, field_map: FieldMap) -> EditedForm:
    """Return a form to be changed, of a resolved definition and the map of one edition."""
    return EditedForm(
        header=msgspec.structs.replace(definition, section=()),
        questions=tuple(questions_of(definition)),
        places=field_map.place,
        page_sizes=field_map.page_sizes,
        parts={
            question.id: section.title
            for section in definition.section
            for question in section.question
        },
    )


def finished(form: EditedForm) -> tuple[FormDefinition, FieldMap]:
    """Return the definition and the map: questions as they are met, part by part."""
    definition = msgspec.structs.replace(form.header, section=tuple(_sections(form)))
    field_map = FieldMap(edition=form.header.edition, page_sizes=form.page_sizes, place=form.places)
    return definition, field_map


def _sections(form: EditedForm) -> Iterator[Section]:
    """Yield the sections: a new question stands in the part of the one before, or on its page."""
    parts: list[tuple[str, list[Question]]] = []
    page, usage = 0, form.usage()
    for question in in_order(form):
        users = usage.get(question.id, ())
        before, page = page, form.places[users[0]].page if users else page
        own = own_words.PAGE.format(page=page or 1)
        title = form.parts.get(question.id) or (parts[-1][0] if page == before and parts else own)
        if not parts or parts[-1][0] != title:
            parts.append((title, []))
        parts[-1][1].append(question)
    for number, (title, asked) in enumerate(parts, 1):
        yield Section(id=f"partie_{number}", title=title, question=tuple(asked))


def in_order(form: EditedForm) -> tuple[Question, ...]:
    """Return the questions in the order of their boxes, unless one depends on another."""
    if any(question.when for question in form.questions):
        return form.questions
    usage = form.usage()
    return tuple(sorted(form.questions, key=lambda one: min(usage.get(one.id, (0,)))))
