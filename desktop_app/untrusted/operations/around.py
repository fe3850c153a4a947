"""Words around the boxes of a form, with the eyes that find boxes where there are none."""

import time
from dataclasses import dataclass, field
from typing import Any

from desktop_app.core.rect import Rect
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detection.garbled import is_garbled
from desktop_app.untrusted.detection.labels import name
from desktop_app.untrusted.detection.layout.page import laid_out
from desktop_app.untrusted.detection.order import in_reading_order
from desktop_app.untrusted.detection.sheet import Kind, Mark, Sheet
from desktop_app.untrusted.model import Field, Widget
from desktop_app.untrusted.operations.drawings import sheet_of
from desktop_app.untrusted.operations.inspection import label_all, numbers_of, reading_of
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.words import shown
from desktop_app.untrusted.surroundings import Beside, Path, Surroundings, Title

SECONDS = 6.0  # of this process: later pages keep the words that inspecting found
LINE = 13.0  # points: a box two lines high is written in on several
KINDS: dict[str, Kind] = {"tick": "tick", "one_of": "tick"}


@dataclass(frozen=True, slots=True)
class _Place:
    """One widget of one field, and the mark that stands for it."""

    field: int
    widget: int
    mark: Mark


@dataclass(slots=True)
class _Seen:
    """What is seen of the pages, under collection; paths by the page and rectangle of a box."""

    places: list[_Place] = field(default_factory=list)
    ordered: list[Mark] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    reserved: list[Title] = field(default_factory=list)
    paths: dict[tuple[int, Rect], Path] = field(default_factory=dict)
    unseen: list[int] = field(default_factory=list)


def around(subject: Subject, asked: Asked) -> Outcome:
    """Name each widget of each field, order the fields, and tell how the pages are laid out.

    ``boxes`` are the page and the rectangle of each box that was found: they have names already.
    """
    found = [
        (int(page), (float(x0), float(y0), float(x1), float(y1)))
        for page, (x0, y0, x1, y1) in asked.arguments.get("boxes", ())
    ]
    reading = reading_of(subject)
    document: Any = shown(subject)
    seen = _Seen()
    began = time.process_time()
    for number, page_seen in enumerate(reading.pages[: ceilings.PAGES], 1):
        here = _places(reading.fields, number)
        marks = in_reading_order(one.mark for one in here)
        boxes = [rect for page, rect in found if page == number]
        sheet = None
        if time.process_time() - began < SECONDS and (here or boxes):
            page = document[number - 1]
            sheet = sheet_of(page, page_seen)
            page.close()
        if sheet is not None and not is_garbled(" ".join(word.text for word in sheet.words)):
            name(marks, sheet)
            _look(seen, number, sheet, [*(mark.rect for mark in marks), *boxes])
        elif here or boxes:
            seen.unseen.append(number)
        seen.places += here
        seen.ordered += marks
    known = label_all(subject)
    answer = Surroundings(
        titles=tuple(seen.titles),
        reserved=tuple(seen.reserved),
        paths=tuple(seen.paths.get(one, Path()) for one in found),
        fields=_named(reading.fields, seen, known),
        order=_order(len(reading.fields), seen.places, seen.ordered),
        numbers=numbers_of(subject),
        unseen=tuple(seen.unseen),
    )
    return answer, []


def _look(seen: _Seen, number: int, sheet: Sheet, rects: list[Rect]) -> None:
    """Keep how a page is laid out around its boxes."""
    laid = laid_out(sheet, rects)
    most = ceilings.LABEL_LENGTH
    seen.titles += [Title(page=number, rect=one.rect, text=one.text) for one in laid.titles]
    seen.reserved += [Title(page=number, rect=one.rect, text=one.text) for one in laid.reserved]
    for rect, one in zip(rects, laid.paths, strict=True):
        path = Path(lead=one.lead[:most], row=one.row[:most], column=one.column[:most])
        seen.paths[number, rect] = path


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
        walled=True,
    )


def _named(fields: list[Field], seen: _Seen, known: dict[int, str]) -> tuple[Beside, ...]:
    marks = {(one.field, one.widget): one.mark for one in seen.places}
    found = []
    for index, one in enumerate(fields):
        own = [marks.get((index, place)) for place in range(len(one.widgets))]
        first = next((widget for widget in one.widgets if widget.page), None)
        questions = [mark.question for mark in own if mark is not None and mark.question]
        found.append(
            Beside(
                words=tuple(mark.label[: ceilings.LABEL_LENGTH] if mark else "" for mark in own),
                asked=questions[0][: ceilings.LABEL_LENGTH] if questions else "",
                known=known.get(index, ""),
                path=seen.paths.get((first.page, first.rect), Path()) if first else Path(),
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
