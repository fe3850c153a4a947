"""What is said of the box in hand, and can be changed: its words, how it is filled, its place."""

from collections.abc import Callable
from functools import cached_property
from typing import cast

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.authoring import asking, boxes, expected, shared_words
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.links import known_data
from desktop_app.core.packs.model import Question
from desktop_app.core.rect import POINTS_A_MM
from desktop_app.gui.context import Context
from desktop_app.gui.look import tokens
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words
from desktop_app.sentences import box_words
from desktop_app.workflow.packs.editing_form import Editing, Gesture

MM_STEP = 0.5


class BoxPanel(QFrame):
    """Shows the box in hand; ``changed`` is called after each change.

    ``typed`` is called at each letter. ``brief``: only what one sees on the paper can be said: its
    words, those of the question that it shares with other boxes, how it is filled, where it is.
    """

    def __init__(
        self,
        context: Context,
        editing: Editing,
        changed: Callable[[], object],
        typed: Callable[[], object],
        *,
        brief: bool = False,
    ) -> None:
        super().__init__()
        self._brief = brief
        self.setProperty("role", "card")
        look = context.look
        self._look, self._catalogue = look, context.tools.catalogue
        self._editing, self._changed = editing, changed
        self._typed = typed
        self._column = QVBoxLayout(self)
        margin = min(look.space(2), 3 * tokens.SPACE)  # with large letters, room for the numbers
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space(1))
        self._title = Words(look, "", "subheading")
        self._column.addWidget(self._title)
        self._set_label = shared_words.set_name if brief else asking.set_label
        self._set_words = shared_words.set_question if brief else asking.set_words
        question = self._line(i18n.text("La question posée"), self._set_words) if brief else None
        self._label = self._line(i18n.text("Ce que dit le papier"), self._set_label)
        self._shape = self._list(i18n.text("Comment la remplit-on ?"), self._reshape)
        self._cells = self._number(
            i18n.text("Combien de petites cases ?"), 2, asking.MOST_CELLS, asking.set_cells
        )
        self._lines = self._number(
            i18n.text("Combien de lignes ?"), 1, asking.MOST_LINES, asking.set_lines
        )
        self._expected = self._list(i18n.text("Qu’y met-on ?"), self._expect)
        self._known = self._list(i18n.text("Laquelle ?"), self._repeat)
        self._words = question or self._line(i18n.text("La question posée"), self._set_words)
        self._add_place()

    def begin(self) -> None:
        """Put the focus on what the paper says at the box, or above it for several."""
        first = self._label if self._words.isHidden() else self._words
        (first if self._brief else self._label).begin()

    def names(self, held: QWidget) -> bool:
        """Tell whether this is where one types what the paper says."""
        return self._label.isAncestorOf(held) or self._words.isAncestorOf(held)

    # ------------------------------------------------------------------ shown

    def show_box(self) -> None:
        """Show the box in hand, as it is now."""
        form, index, place = self._editing.form, self._editing.selected, self._editing.place
        self.setVisible(place is not None)
        if place is None:
            return
        self._title.say(
            i18n.text("Case {n} sur {total}").format(n=index + 1, total=len(form.places))
        )
        self._label.edit.setText(shared_words.name_of(form, index) if self._brief else place.label)
        self._shape.offer(box_words.shapes(), shape := asking.shape_of(place))
        self._put(self._cells, place.comb, shown=shape == "comb")
        self._put(self._lines, place.lines, shown=shape == "text")
        self._put(self._page, place.page, shown=len(form.page_sizes) > 1 and not self._brief)
        awaited = expected.expected(form, index)
        offered = box_words.expectations(form, index)
        if self._brief:
            offered = {kind: words for kind, words in offered.items() if kind in asking.OWN_KINDS}
        self._show(self._expected, not self._brief or awaited in offered)
        if awaited in offered:
            self._expected.offer(offered, awaited)
        if self._brief:
            self._show(self._known, False)
            self._show_words(shared_words.question_of(form, index))
            return
        self._show(self._known, awaited == expected.KNOWN)
        if awaited == expected.KNOWN:
            links = expected.repeatable(form, index, self._known_data)
            self._known.offer(box_words.answers(form, links), expected.repeated(form, index))
        self._show_words(expected.own_words(form, index))

    def _show_words(self, words: str) -> None:
        self._words.edit.setText(words)
        self._words.setVisible(bool(words))

    @cached_property
    def _known_data(self) -> tuple[Question, ...]:
        return known_data(self._catalogue.groups)

    def show_place(self) -> None:
        """Show where the box in hand lies now."""
        if self._editing.place is not None:
            sides = boxes.millimetres(self._editing.form, self._editing.selected)
            for box, value in zip(self._sides, sides, strict=True):
                box.put(value)

    def take_typed(self) -> None:
        """Take the words that are being typed: another box, or another page, comes."""
        self.see_typed()
        for line in (self._label, self._words):
            line.edit.setModified(False)

    def see_typed(self) -> None:
        """Take the words that are being typed, and may be typed on: one step to undo."""
        for line, name, gesture in (
            (self._label, "label", self._set_label),
            (self._words, "words", self._set_words),
        ):
            if line.edit.isModified():
                self._write(name, gesture, line.text())

    def _write(self, name: str, gesture: Callable[..., EditedForm], text: str) -> None:
        self._editing.change(lambda form, index: gesture(form, index, text), name)

    # ------------------------------------------------------------------ changed

    def _do(self, gesture: Gesture, name: str = "") -> None:
        self.take_typed()
        self._editing.change(gesture, name)
        self._changed()

    def _reshape(self, shape: str) -> None:
        self._do(lambda form, index: asking.set_shape(form, index, cast("asking.Shape", shape)))

    def _expect(self, what: str) -> None:
        known = self._known_data
        self._do(lambda form, index: expected.expect(form, index, what, known))

    def _repeat(self, key: str) -> None:
        known = self._known_data
        self._do(lambda form, index: expected.repeat(form, index, key, known))

    def _moved(self) -> None:
        sides = [box.value() for box in self._sides]
        self._editing.change(lambda form, index: boxes.set_millimetres(form, index, sides), "place")
        self._changed()

    # ------------------------------------------------------------------ made

    def _line(self, label: str, gesture: Callable[[EditedForm, int, str], EditedForm]) -> LineField:
        line = LineField(self._look, label)

        def typed() -> None:
            if line.edit.isModified():
                line.edit.setModified(False)
                text = line.text()
                self._editing.change(lambda form, index: gesture(form, index, text))
                self._changed()

        line.edit.editingFinished.connect(typed)
        line.edit.textEdited.connect(lambda _text: self._typed())
        self._column.addWidget(line)
        return line

    def _list(self, question: str, taken: Callable[[str], object]) -> ClosedList:
        label = Words(self._look, question)
        chosen = ClosedList(self._look, label, {}, taken)
        self._column.addWidget(label)
        self._column.addWidget(chosen)
        return chosen

    def _number(
        self,
        question: str,
        least: int,
        most: int,
        gesture: Callable[[EditedForm, int, int], EditedForm],
    ) -> NumberBox:
        def changed() -> None:
            number = round(box.value())
            self._do(lambda form, index: gesture(form, index, number), question)

        label = Words(self._look, question)
        box = NumberBox(self._look, label, least=least, most=most, changed=changed)
        return self._added(label, box)

    def _added(self, label: Words, box: NumberBox) -> NumberBox:
        box.box.setKeyboardTracking(False)  # "1" of "12" is not yet what is meant
        self._column.addWidget(label)
        self._column.addWidget(box)
        return box

    def _add_place(self) -> None:
        pages = len(self._editing.form.page_sizes)
        self._page = self._number(i18n.text("Sur quelle page ?"), 1, pages, boxes.set_page)
        self._sides = [
            self._millimetres(question)
            for question in (
                i18n.text("Distance du bord gauche"),
                i18n.text("Distance du haut"),
                i18n.text("Largeur"),
                i18n.text("Hauteur"),
            )
        ]

    def _millimetres(self, question: str) -> NumberBox:
        label = Words(self._look, question)
        longest = max(map(max, self._editing.form.page_sizes)) / POINTS_A_MM
        box = NumberBox(
            self._look,
            label,
            least=0,
            most=longest,
            step=MM_STEP,
            decimals=1,
            unit="mm",
            changed=self._moved,
        )
        return self._added(label, box)

    def _put(self, box: NumberBox, value: float, *, shown: bool) -> None:
        box.put(value)
        self._show(box, shown)

    def _show(self, widget: QWidget, shown: bool) -> None:
        """Show a control and the question above it, or neither."""
        widget.setVisible(shown)
        at = self._column.indexOf(widget)
        above = self._column.itemAt(at - 1)
        question = above.widget() if above is not None else None
        if question is not None:
            question.setVisible(shown)
