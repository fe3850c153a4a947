"""Decides what is filled on a page, what each row says, and which question a box leads to."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.packs.model import FieldMap, Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.gui.widgets.outline import Outline
from desktop_app.gui.writing import Writing
from desktop_app.pages.wrong import sentence
from desktop_app.workflow.documents.on_page import PageRow, row_at, rows_of, written
from desktop_app.workflow.interview.interview import Interview, Trouble


class OnPagePresenter:
    """Leads one interview by the boxes of its form; ``page`` is the one in view."""

    def __init__(self, writing: Writing, field_map: FieldMap) -> None:
        self.writing, self._map = writing, field_map
        self._values: Sequence[PlacedValue] = ()
        self._known: tuple[Interview, tuple[PageRow, ...]] | None = None
        self._labels = {one.id: one for one in questions_of(writing.interview.definition)}
        self.page = self._first_page()

    @property
    def pages(self) -> int:
        return len(self._map.page_sizes)

    @property
    def rows(self) -> tuple[PageRow, ...]:
        """What is filled on the page in view, in the order of the paper."""
        return tuple(row for row in self._rows() if row.page == self.page)

    def show(self, form: FilledForm) -> None:
        """Take what stands in the boxes now."""
        self._values = form.values

    def words(self, row: PageRow) -> str:
        """Return what a row says: the words of the paper, what is written, what is wrong."""
        value = written(row, self._values) if self._values else ""
        name = self._name(row)
        # A box to tick often says its question too: "Déjà reçue cette année ? : Oui".
        value = value.removeprefix(f"{name} : ") or i18n.text("Pas de réponse")
        # A question has its own mark: "… naissance ? 14 02 1988".
        said = f"{name} {value}" if name.endswith("?") else i18n.labelled(name, value)
        found = (self.wrong(name) for name in (row.question, *row.others))
        wrong = next(filter(None, found), None)
        if wrong is not None:
            words = i18n.text("{row} — Erreur : {sentence}")
            return words.format(row=said, sentence=sentence(wrong))
        return said

    def wrong(self, question: str) -> Trouble | None:
        """Return what is wrong with an answer that was given; an empty one can wait."""
        found = self.writing.interview.trouble(question)
        return None if found is None or found.can_wait else found

    def again(self, row: PageRow) -> PageRow:
        """Return a row as it is now: other answers may have joined it with another."""
        return next((one for one in self._rows() if row.places[0] in one.places), row)

    def outlines(self, chosen: str, *, with_text: bool) -> tuple[Outline, ...]:
        """Return the boxes to outline, those of the chosen question stronger."""
        return tuple(
            self._outline(index, row.question == chosen, with_text=with_text)
            for row in self._rows()
            for index in row.places
        )

    def at(self, page: int, across: float, down: float) -> PageRow | None:
        """Return what is filled where the page was clicked, as parts of its width and height."""
        if not 1 <= page <= self.pages:
            return None
        wide, high = self._map.page_sizes[page - 1]
        return row_at(self._rows(), self._map, page, (across * wide, (1 - down) * high))

    def after(self, row: PageRow) -> PageRow | None:
        """Return the next row that asks something else: on the page in view, else on the next."""
        later = (one for one in self._rows() if one.places[0] > row.places[0])
        return next((one for one in later if one.asked and one.question != row.question), None)

    def _rows(self) -> tuple[PageRow, ...]:
        interview = self.writing.interview
        if self._known is None or self._known[0] is not interview:
            self._known = interview, rows_of(interview, self._map)
        return self._known[1]

    def _first_page(self) -> int:
        rows = self._rows()
        here = next((row for row in rows if row.question == self.writing.question), None)
        return here.page if here else rows[0].page if rows else 1

    def _name(self, row: PageRow) -> str:
        """One box has the paper's words; several have those of their question."""
        question: Question = self._labels[row.question]
        several = len(row.places) > 1
        return i18n.pack_text(question.label if several else self._map.place[row.places[0]].label)

    def _outline(self, index: int, strong: bool, *, with_text: bool) -> Outline:
        place = self._map.place[index]
        x, y, wide, high = place.box
        text = ""
        if with_text and self._values:
            value = self._values[index]
            text = "✗" if value.tick else value.text
        size = self._map.page_sizes[place.page - 1]
        return Outline(place.page, (x, y, x + wide, y + high), size, strong, text)
