"""A form made for one PDF, its boxes corrected while it is filled; or kept as a model of one's own.

The gestures are those of the editor (``boxes.py``, ``asking.py``): here the form is taken apart for
them, and put together again with its parts and their pages where they were. Questions keep their
names, and so their answers.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from desktop_app.core.authoring import asking, boxes
from desktop_app.core.authoring.asking import Shape
from desktop_app.core.authoring.edited import EditedForm, edited, names_in
from desktop_app.core.generic import own_words
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.packs.model import Question, Section
from desktop_app.core.rect import Box

ADDED = "ajoutees"
"""Begins the id of a part that holds what was added to the one before it."""


def opened(form: GenericForm, answered: Collection[str]) -> EditedForm:
    """Return a form to be corrected; ``answered``: the questions of which something was said."""
    return knowing(edited(form.definition, form.field_map), answered)


def knowing(form: EditedForm, answered: Collection[str]) -> EditedForm:
    """Return a form that knows which questions were answered, the ones taken out too."""
    return replace(form, answered=frozenset(answered))


def corrected(form: GenericForm, now: EditedForm) -> GenericForm:
    """Return a form, as it is kept, with its boxes and questions as they are now."""
    sections = tuple(_sections(form.definition.section, now))
    field_map = replace(form.field_map, place=now.places)
    definition = replace(form.definition, section=sections)
    return replace(form, definition=definition, field_map=field_map)


def put(form: EditedForm, page: int, label: str, box: Box, shape: Shape) -> tuple[EditedForm, int]:
    """Return the form with one more box, that asks for its own answer, and which one it is."""
    form, at = boxes.put(form, page, label or numbered(form, page), box)
    if shape == "tick":
        form = boxes.changed(form, at, kind="tick")
    if shape == "comb":
        form = boxes.changed(form, at, comb=asking.FIRST_CELLS)
    return asking.ask_own(form, at, "text"), at


def numbered(form: EditedForm, page: int) -> str:
    """Return what a box is called that nothing names."""
    count = sum(one.page == page for one in form.places) + 1
    return own_words.NUMBERED.format(n=count, page=page)


def _sections(sections: Sequence[Section], now: EditedForm) -> Iterator[Section]:
    """Yield the parts with what they ask now.

    A new question stands by that of the nearest box of its page; on a page that asked nothing, it
    is of a part of its own.
    """
    left = {one.id: one for one in now.questions}
    near, alone = _new(now, {one.id for section in sections for one in section.question})

    def pages(after: str) -> Iterator[Section]:
        for page, names in alone.pop(after, {}).items():
            title, asked = own_words.PAGE.format(page=page), (left[one] for one in names)
            yield Section(id=f"{ADDED}_{page}", title=title, question=tuple(asked))

    yield from pages("")
    for section in sections:
        names = [one.id for one in section.question]
        placed = [other for one in names for other in near.get(one, (one,))]
        yield from _part(section, [left[one] for one in placed if one in left])
        for name in names:
            yield from pages(name)


def _part(section: Section, asked: Sequence[Question]) -> Iterator[Section]:
    """Yield a part; one whose pages a pack has made keeps them, and what is new stands after it."""
    before = {one.id for one in section.question}
    stay = tuple(one for one in asked if one.id in before or not section.page)
    if stay or section.page:
        yield replace(section, question=stay)
    if new := tuple(one for one in asked if one not in stay):
        yield Section(id=f"{ADDED}_{section.id}", title=section.title, question=new)


Near = dict[str, tuple[str, ...]]
Alone = dict[str, dict[int, list[str]]]


def _new(now: EditedForm, known: Collection[str]) -> tuple[Near, Alone]:
    """Return the new questions: those by a known one, in order with it, and those of a page alone,
    by the known one that comes before.
    """
    near: Near = {}
    alone: Alone = {}
    waiting: list[str] = []
    last, here, page = "", "", 0
    for name, on in _asked(now):
        if on != page:
            if waiting:
                alone.setdefault(last, {})[page] = waiting
            here, waiting, page = "", [], on
        if name in known:
            near[name] = (*waiting, *near.get(name, (name,)))
            last, here, waiting = name, name, []
        elif here:
            near[here] = (*near[here], name)
        else:
            waiting = [*waiting, name]
    if waiting:
        alone.setdefault(last, {})[page] = waiting
    return near, alone


def _asked(now: EditedForm) -> Iterator[tuple[str, int]]:
    """Yield each question once, where its first box is, in the order of the paper."""
    rank = {one.id: number for number, one in enumerate(now.questions)}
    seen: set[str] = set()
    for place in now.places:
        names = sorted(names_in(place) & rank.keys(), key=rank.__getitem__)[:1]
        for name in names:
            if name not in seen:
                seen.add(name)
                yield name, place.page
