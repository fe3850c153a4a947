"""The boxes of a form as a person fills them on its page: each led to the question that feeds it.

Boxes of one question that follow one another are one thing to answer: the day, month and year of a
date, the squares of a choice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.documents.model import PlacedValue
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.outline import Outline
from desktop_app.core.packs.model import FieldMap, Place
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.rect import rect_of
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.interview import Interview, Trouble

SLACK = 4.0  # points around a box where a click still means it


@dataclass(frozen=True, slots=True)
class PageRow:
    """Boxes answered together.

    Attributes:
        places: their indexes in the map, in the order of the paper.
        question: the one that feeds them; of several, the first that is asked now.
        others: the others that are asked now and are shown, or decide of what is shown, there.
        asked: whether it is asked now; else earlier answers leave these boxes empty.
    """

    page: int
    places: tuple[int, ...]
    question: str
    asked: bool
    others: tuple[str, ...] = ()


def rows_of(interview: Interview, field_map: FieldMap) -> tuple[PageRow, ...]:
    """Return what there is to fill, in the order of the paper; not what the office fills."""
    rows: list[PageRow] = []
    order = {question: rank for rank, question in enumerate(_questions(interview))}
    for index, place in enumerate(field_map.place):
        names = _names(place, order)
        if not names:
            continue
        asked = [name for name in names if interview.step(name)]
        lead = (asked or names)[0]
        row = PageRow(place.page, (index,), lead, bool(asked), tuple(asked[1:]))
        if rows and _continues(rows[-1], row):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
    return tuple(rows)


def prepare(field_map: FieldMap) -> None:
    """Read the texts and conditions of the boxes, which are then remembered: for the worker.

    A form may have eight hundred; ``rows_of`` is asked on the window's thread.
    """
    for place in field_map.place:
        text_of(place.value)
        condition_of(place.when)


def _continues(last: PageRow, row: PageRow) -> bool:
    """Tell whether a box follows those of the same question at once."""
    same = (last.page, last.question) == (row.page, row.question)
    return same and last.places[-1] + 1 == row.places[0]


def _joined(last: PageRow, row: PageRow) -> PageRow:
    others = tuple(dict.fromkeys((*last.others, *row.others)))
    return PageRow(last.page, last.places + row.places, last.question, last.asked, others)


def row_at(
    rows: Sequence[PageRow], field_map: FieldMap, page: int, at: tuple[float, float]
) -> PageRow | None:
    """Return what is filled at a point of a page, in points from the lower left.

    The nearest box, and the smallest of those that hold it.
    """
    found = [
        (_away(place := field_map.place[index], *at), place.box[2] * place.box[3], row)
        for row in rows
        if row.page == page
        for index in row.places
    ]
    near = [one for one in found if one[0] <= SLACK]
    return min(near, key=lambda one: one[:2])[2] if near else None


def written(row: PageRow, values: Sequence[PlacedValue]) -> str:
    """Return what stands in these boxes now, in words; empty when nothing does."""
    shown = (values[index] for index in row.places)
    return " ".join(one.label if one.tick else one.text for one in shown if one.tick or one.text)


class Filling:
    """Leads one interview by the boxes of its form.

    Attributes:
        page: the one in view.
        values: what stands in the boxes now; nothing before it is known.
    """

    def __init__(self, hand: InHand, field_map: FieldMap) -> None:
        self.hand = hand
        self.values: Sequence[PlacedValue] = ()
        self._known: tuple[Interview, tuple[PageRow, ...]] | None = None
        self.renew(field_map)
        rows = self.all_rows
        here = self.of_question(hand.question)
        self.page = here.page if here else rows[0].page if rows else 1

    def renew(self, field_map: FieldMap) -> None:
        """Go on with other boxes; of more, or fewer, what stands in them is not known yet."""
        self._map, self._known = field_map, None
        if not self.fits(self.values):
            self.values = ()
        self._labels = {one.id: one.label for one in questions_of(self.hand.interview.definition)}

    def fits(self, values: Sequence[PlacedValue]) -> bool:
        """Tell whether these are of the boxes of now: others may be on their way."""
        return len(values) == len(self._map.place)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._map.page_sizes)

    @property
    def rows(self) -> tuple[PageRow, ...]:
        """What is filled on the page in view, in the order of the paper."""
        return tuple(row for row in self.all_rows if row.page == self.page)

    @property
    def all_rows(self) -> tuple[PageRow, ...]:
        """What is filled on every page."""
        interview = self.hand.interview
        if self._known is None or self._known[0] is not interview:
            self._known = interview, rows_of(interview, self._map)
        return self._known[1]

    def written(self, row: PageRow) -> str:
        """Return what stands in these boxes now; empty when nothing does, or it is not known."""
        return written(row, self.values) if self.values else ""

    def label(self, row: PageRow) -> str:
        """Return the paper's words of one box; several have those of their question."""
        several = len(row.places) > 1
        return self._labels[row.question] if several else self._map.place[row.places[0]].label

    def labels(self, row: PageRow) -> tuple[tuple[int, str], ...]:
        """Return the paper's words of each box of a row, by its index in the map."""
        return tuple((index, self._map.place[index].label) for index in row.places)

    def of_question(self, question: str) -> PageRow | None:
        """Return the first row that a question feeds."""
        return next((one for one in self.all_rows if one.question == question), None)

    def row_of(self, box: int) -> PageRow | None:
        """Return the row that holds a box, by its index in the map."""
        return next((one for one in self.all_rows if box in one.places), None)

    def wrong(self, question: str) -> Trouble | None:
        """Return what is wrong with an answer that was given; an empty one can wait."""
        found = self.hand.interview.trouble(question)
        return None if found is None or found.can_wait else found

    def again(self, row: PageRow) -> PageRow:
        """Return a row as it is now: other answers may have joined it with another."""
        return next((one for one in self.all_rows if row.places[0] in one.places), row)

    def after(self, row: PageRow) -> PageRow | None:
        """Return the next row that asks something else: on the page in view, else on the next."""
        later = (one for one in self.all_rows if one.places[0] > row.places[0])
        return next((one for one in later if one.asked and one.question != row.question), None)

    def at(self, page: int, across: float, down: float) -> PageRow | None:
        """Return what is filled where a page was clicked, as parts of its width and height."""
        if not 1 <= page <= self.pages:
            return None
        wide, high = self._map.page_sizes[page - 1]
        return row_at(self.all_rows, self._map, page, (across * wide, (1 - down) * high))

    def outlines(self, chosen: str) -> tuple[Outline, ...]:
        """Return the boxes to outline, those of the chosen question stronger."""
        return tuple(
            _outline(self._map, index, row.question == chosen)
            for row in self.all_rows
            for index in row.places
        )


def outlines_of(field_map: FieldMap, question: str) -> tuple[Outline, ...]:
    """Return the boxes where the answer to a question goes; none of a paper that nobody saw."""
    return tuple(
        _outline(field_map, index, strong=True)
        for index, place in enumerate(field_map.place)
        if place.page and question in (text_of(place.value).names or condition_of(place.when).names)
    )


def _outline(field_map: FieldMap, index: int, strong: bool) -> Outline:
    place = field_map.place[index]
    size = field_map.page_sizes[place.page - 1]
    return Outline(place.page, rect_of(place.box), size, strong)


def _names(place: Place, order: Mapping[str, int]) -> list[str]:
    """Return the questions of a box: those of what is written, before those that decide of it."""
    found = (text_of(place.value).names, condition_of(place.when).names)
    ranked = (sorted(names & order.keys(), key=order.__getitem__) for names in found)
    return list(dict.fromkeys(name for names in ranked for name in names))


def _questions(interview: Interview) -> Iterator[str]:
    for section in interview.definition.section:
        yield from (question.id for question in section.question)


def _away(place: Place, x: float, y: float) -> float:
    """Return how far a point is from a box; 0 inside."""
    left, low, wide, high = place.box
    return max(left - x, x - left - wide, low - y, y - low - high, 0.0)
