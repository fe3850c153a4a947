"""Words around the boxes of a form, with the eyes that find boxes where there are none."""

import time
from dataclasses import dataclass
from typing import Any

from desktop_app.core.rect import Rect
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.headings import headings
from desktop_app.untrusted.detection.labels import name
from desktop_app.untrusted.detection.order import in_reading_order
from desktop_app.untrusted.detection.sheet import Kind, Mark
from desktop_app.untrusted.model import Field, Widget
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.inspection import label_all, numbers_of, reading_of
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown
from desktop_app.untrusted.surroundings import Beside, Surroundings, Title

SECONDS = 6.0  # of this process: later pages keep the words that inspecting found
LINE = 13.0  # points: a box two lines high is written in on several
KINDS: dict[str, Kind] = {"tick": "tick", "one_of": "tick"}


@dataclass(frozen=True, slots=True)
class _Place:
    """One widget of one field, and the mark that stands for it."""

    field: int
    widget: int
    mark: Mark


def around(subject: Subject, asked: Asked) -> Outcome:
    """Name each widget of each field, order the fields, and tell the titles of the pages.

    ``boxes`` are the rectangles, page by page, of boxes that were found: only titles are wanted.
    """
    boxes: dict[int, list[Rect]] = {}
    for page, rect in asked.arguments.get("boxes", ()):
        boxes.setdefault(int(page), []).append(rect)
    reading = reading_of(subject)
    document: Any = shown(subject)
    places: list[_Place] = []
    ordered: list[Mark] = []
    titles: list[Title] = []
    began = time.process_time()
    for number, seen in enumerate(reading.pages[: ceilings.PAGES], 1):
        here = _places(reading.fields, number)
        marks = in_reading_order(one.mark for one in here)
        if time.process_time() - began < SECONDS and (here or number in boxes):
            page = document[number - 1]
            sheet = sheet_of(page, seen)
            page.close()
            if not is_garbled(" ".join(word.text for word in sheet.words)):
                name(marks, sheet)
                rects = [*(mark.rect for mark in marks), *boxes.get(number, ())]
                titles += [
                    Title(page=number, rect=one.rect, text=one.text)
                    for one in headings(sheet, rects)
                ]
        places += here
        ordered += marks
    known = label_all(subject)
    answer = Surroundings(
        titles=tuple(titles),
        fields=_named(reading.fields, places, known),
        order=_order(len(reading.fields), places, ordered),
        numbers=numbers_of(subject),
    )
    return answer, []


def _places(fields: list[Field], page: int) -> list[_Place]:
    return [
        _Place(index, place, _mark(field, widget))
        for index, field in enumerate(fields)
        for place, widget in enumerate(field.widgets)
        if widget.page == page and field.fillable
    ]


def _mark(field: Field, widget: Widget) -> Mark:
    high = widget.rect[3] - widget.rect[1]
    lines = max(1, int(high // LINE)) if field.multi_line else 1
    return Mark(
        KINDS.get(field.type) or ("comb" if field.comb else "text"),
        widget.rect,
        cells=field.max_length if field.comb else 0,
        lines=lines,
        leading=high / lines,
    )


def _named(fields: list[Field], places: list[_Place], known: dict[int, str]) -> tuple[Beside, ...]:
    marks = {(one.field, one.widget): one.mark for one in places}
    found = []
    for index, field in enumerate(fields):
        own = [marks.get((index, place)) for place in range(len(field.widgets))]
        questions = [mark.question for mark in own if mark is not None and mark.question]
        found.append(
            Beside(
                words=tuple(mark.label[: ceilings.LABEL_LENGTH] if mark else "" for mark in own),
                asked=questions[0][: ceilings.LABEL_LENGTH] if questions else "",
                known=known.get(index, ""),
            )
        )
    return tuple(found)


def _order(count: int, places: list[_Place], ordered: list[Mark]) -> tuple[int, ...]:
    """Fields as one reads, by the first of their widgets; those on no page come last."""
    fields = {id(one.mark): one.field for one in places}
    rank: dict[int, int] = {}
    for number, mark in enumerate(ordered):
        rank.setdefault(fields[id(mark)], number)
    return tuple(sorted(range(count), key=lambda index: rank.get(index, len(ordered) + index)))
