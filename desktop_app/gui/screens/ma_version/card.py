"""One paragraph of a letter of one's own: its words, and what can be done with it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.lines import LinesField
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.own_letter import ParagraphRow


class Gestures(Protocol):
    """What the screen does for a card; each takes the paragraph's place."""

    def change(self, index: int) -> None: ...
    def typed(self, index: int) -> None: ...
    def keep_words(self, index: int) -> None: ...
    def give_up(self, index: int) -> None: ...
    def carry(self, index: int, by: int) -> None: ...
    def take_out(self, index: int) -> None: ...
    def add_after(self, index: int) -> None: ...


class OwnParagraph(QFrame):
    """Filled again only when its paragraph is another, or is opened or closed."""

    def __init__(self, look: Look, row: ParagraphRow, gestures: Gestures) -> None:
        super().__init__()
        self.setProperty("role", "card")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look, self._gestures, self.row = look, gestures, row
        self._field: LinesField | None = None
        self._column = QVBoxLayout(self)
        margin = look.space(2)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space(1))
        self._fill()

    def typed(self) -> str | None:
        """Return the words being typed; None when the paragraph is not open."""
        return self._field.text() if self._field is not None else None

    def begin(self) -> None:
        """Put the focus in the words being changed, or on what can be done first."""
        if self._field is not None:
            self._field.begin()
            self._field.select(*self.row.mark)
        else:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        row, look, column = self.row, self._look, self._column
        column.addWidget(Words(look, i18n.text("Paragraphe {n}").format(n=row.number), "hint"))
        if row.wrong:
            column.addWidget(Words(look, row.wrong, "error"))
        if not row.open:
            column.addWidget(Words(look, i18n.cited(row.text)))
        if row.sometimes:
            told = i18n.text("Ce paragraphe ne paraît que quand {why}.").format(why=row.sometimes)
            column.addWidget(Words(look, told, "hint"))
        if row.open:
            self._open()
        self._add_buttons(self._when_open() if row.open else self._offered())

    def _open(self) -> None:
        """Show the words to be changed, what their signs stand for, and the answers to add."""
        row, look, column = self.row, self._look, self._column
        told = i18n.text("Les mots entre crochets se remplissent avec les réponses. Gardez-les.")
        column.addWidget(Words(look, told))
        self._field = LinesField(look, i18n.text("Vos mots pour ce paragraphe"), row.source)
        self._field.edit.textChanged.connect(lambda: self._gestures.typed(row.number - 1))
        column.addWidget(self._field)
        for sentence in row.signs.told:
            column.addWidget(Words(look, sentence, "hint"))
        label = Words(look, i18n.text("Ajouter une réponse dans ce paragraphe"))
        self._answers = ClosedList(look, label, {words: words for words in row.signs.answers})
        for widget in (label, self._answers):
            column.addWidget(widget)
        words = i18n.text("Mettre cette réponse ici")
        column.addWidget(Button(look, words, self._bring))

    def _bring(self) -> None:
        """Write the chosen answer where one was typing."""
        if self._field is not None and self._answers.value():
            self._field.edit.insertPlainText(f"[{self._answers.value()}]")
            self._field.begin()

    def _when_open(self) -> list[tuple[str, Callable[[], object]]]:
        act, index = self._gestures, self.row.number - 1
        return [
            (i18n.text("Garder ces mots"), lambda: act.keep_words(index)),
            (i18n.text("Laisser comme avant"), lambda: act.give_up(index)),
        ]

    def _offered(self) -> list[tuple[str, Callable[[], object]]]:
        act, row, index = self._gestures, self.row, self.row.number - 1
        offered: list[tuple[str, Callable[[], object]]] = [
            (i18n.text("Le modifier"), lambda: act.change(index))
        ]
        if not row.first:
            offered.append((i18n.text("Le monter"), lambda: act.carry(index, -1)))
        if not row.last:
            offered.append((i18n.text("Le descendre"), lambda: act.carry(index, 1)))
        if not (row.first and row.last):
            offered.append((i18n.text("Le retirer"), lambda: act.take_out(index)))
        offered.append((i18n.text("Ajouter un paragraphe après"), lambda: act.add_after(index)))
        return offered

    def _add_buttons(self, offered: list[tuple[str, Callable[[], object]]]) -> None:
        buttons, flow = FlowLayout.row(self._look.space(1))
        paragraph = i18n.text("paragraphe {n}").format(n=self.row.number)
        made = [Button(self._look, words, pressed) for words, pressed in offered]
        for button, (words, _) in zip(made, offered, strict=True):
            button.setAccessibleName(i18n.labelled(words, paragraph))
            flow.addWidget(button)
        self._first = made[0]
        if not self.row.open:  # which words "Le modifier" is about
            self._first.setAccessibleDescription(i18n.cited(self.row.text))
        self._column.addWidget(buttons)
