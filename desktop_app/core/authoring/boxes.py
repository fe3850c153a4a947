"""The gestures on boxes: put, move, resize, order, take away. Each gives a new form.

A box always lies on its page and is never smaller than can be seen; lengths are in points, from
the lower left.
"""

from collections.abc import Collection, Iterable, Iterator

import msgspec

from desktop_app.core.authoring.edited import EditedForm, names_in
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import Place, Question
from desktop_app.core.packs.parse import sources_in
from desktop_app.core.rect import POINTS_A_MM, Box, rect_of, shared_height

LEAST = 5.0
"""The smallest side of a box."""
NEW_SIZE = (150.0, 18.0)


def add(form: EditedForm, page: int, label: str, after: int = -1) -> tuple[EditedForm, int]:
    """Return the form with a box more in the middle of a page, left empty, and which one it is.

    Args:
        after: the box that it follows in the order of the paper; -1 puts it last.
    """
    width, height = form.page_sizes[page - 1]
    wide, high = min(NEW_SIZE[0], width), min(NEW_SIZE[1], height)
    box = fitted((width - wide) / 2, (height - high) / 2, wide, high, (width, height))
    place = Place(label=unique(label, labels(form)), page=page, box=box)
    at = len(form.places) if after < 0 else after + 1
    places = (*form.places[:at], place, *form.places[at:])
    return msgspec.structs.replace(form, places=places), at


def put(form: EditedForm, page: int, label: str, box: Box) -> tuple[EditedForm, int]:
    """Return the form with a box more at this place, left empty, told where one reads it."""
    place = Place(
        label=unique(label, labels(form)), page=page, box=fitted(*box, form.page_sizes[page - 1])
    )
    at = next((i for i, one in enumerate(form.places) if _reads_before(place, one)), None)
    at = len(form.places) if at is None else at
    places = (*form.places[:at], place, *form.places[at:])
    return msgspec.structs.replace(form, places=places), at


def _reads_before(one: Place, other: Place) -> bool:
    """Tell whether one meets a box before another: on a page before, above it, or at its left."""
    if one.page != other.page:
        return one.page < other.page
    beside = shared_height(rect_of(one.box), rect_of(other.box))
    if beside > min(one.box[3], other.box[3]) / 2:
        return one.box[0] < other.box[0]
    return one.box[1] > other.box[1]


def remove(form: EditedForm, index: int) -> EditedForm:
    """Return the form without a box, and without the question that it alone asked."""
    places = (*form.places[:index], *form.places[index + 1 :])
    return tidy(msgspec.structs.replace(form, places=places))


def move(form: EditedForm, index: int, right: float, up: float) -> EditedForm:
    """Return the form with a box moved, as far as its page goes."""
    x, y, wide, high = form.places[index].box
    return set_box(form, index, (x + right, y + up, wide, high))


def resize(form: EditedForm, index: int, wider: float, lower: float) -> EditedForm:
    """Return the form with a box made wider to the right and lower at its foot."""
    x, y, wide, high = form.places[index].box
    page = form.page_sizes[form.places[index].page - 1]
    wide = min(max(wide + wider, LEAST), page[0] - x)
    taller = min(max(high + lower, LEAST), y + high)
    return set_box(form, index, (x, y + high - taller, wide, taller))


def set_box(form: EditedForm, index: int, box: Box) -> EditedForm:
    """Return the form with a box at this place of its page, or at the nearest one possible."""
    page = form.page_sizes[form.places[index].page - 1]
    return changed(form, index, box=fitted(*box, page))


def set_page(form: EditedForm, index: int, page: int) -> EditedForm:
    """Return the form with a box on another page, at the same height if there is room."""
    page = min(max(page, 1), len(form.page_sizes))
    moved = changed(form, index, page=page)
    return set_box(moved, index, moved.places[index].box)


def millimetres(form: EditedForm, index: int) -> tuple[float, float, float, float]:
    """Return how far a box is from the left and the top of its page, and its size."""
    left, top, wide, high = (round(one / POINTS_A_MM, 1) for one in _from_top(form, index))
    return left, top, wide, high


def set_millimetres(form: EditedForm, index: int, asked: Iterable[float]) -> EditedForm:
    """Return the form with a box there; a length that is as it was said stays exact."""
    before, exact = millimetres(form, index), _from_top(form, index)
    lengths = zip(asked, before, exact, strict=True)
    x, down, wide, high = (e if a == b else a * POINTS_A_MM for a, b, e in lengths)
    page = form.page_sizes[form.places[index].page - 1]
    return set_box(form, index, (x, page[1] - down - high, wide, high))


def _from_top(form: EditedForm, index: int) -> tuple[float, float, float, float]:
    x, y, wide, high = form.places[index].box
    return x, form.page_sizes[form.places[index].page - 1][1] - y - high, wide, high


def reorder(form: EditedForm, index: int, by: int) -> tuple[EditedForm, int]:
    """Return the form with a box told earlier or later, and which one it is now."""
    at = min(max(index + by, 0), len(form.places) - 1)
    rest = [*form.places[:index], *form.places[index + 1 :]]
    rest.insert(at, form.places[index])
    return msgspec.structs.replace(form, places=tuple(rest)), at


def fitted(x: float, y: float, wide: float, high: float, page: tuple[float, float]) -> Box:
    """Return the nearest box that lies on a page, to a hundredth of a point."""
    wide, high = (min(max(wide, LEAST), page[0]), min(max(high, LEAST), page[1]))
    x, y = min(max(x, 0), page[0] - wide), min(max(y, 0), page[1] - high)
    return round(x, 2), round(y, 2), round(wide, 2), round(high, 2)


def changed(form: EditedForm, index: int, **changes: object) -> EditedForm:
    """Return the form with another value of a box."""
    place = msgspec.structs.replace(form.places[index], **changes)
    places = (*form.places[:index], place, *form.places[index + 1 :])
    return msgspec.structs.replace(form, places=places)


def labels(form: EditedForm, but: int = -1) -> set[str]:
    """Return the labels of the boxes, all or all but one."""
    return {place.label for index, place in enumerate(form.places) if index != but}


def unique(label: str, taken: Collection[str]) -> str:
    """Return a label that no other box has: the copy sheet names each box by it."""
    found, number = label, 1
    while found in taken:
        number += 1
        found = f"{label} ({number})"
    return found


def tidy(form: EditedForm) -> EditedForm:
    """Return the form without the questions that nothing uses any more."""
    used = set(_needed(form))
    kept: list[Question] = []
    for question in reversed(form.questions):
        if question.id in used:
            kept.append(question)
            used |= condition_of(question.when).names
    return msgspec.structs.replace(form, questions=tuple(reversed(kept)))


def _needed(form: EditedForm) -> Iterator[str]:
    for place in form.places:
        yield from names_in(place)
    for _path, key, source in sources_in(form.header):
        yield from (condition_of(source) if key == "when" else text_of(source)).names
