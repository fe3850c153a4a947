"""One paragraph of the letter: what it says, why, and what can be done with it."""

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayoutItem,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
)

from desktop_app import i18n
from desktop_app.gui.accessible import spoken
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.document.presenter import ParagraphRow
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Words

EDIT_LINES = 6


class Gestures(Protocol):
    """What the screen does for a card; each takes the paragraph's id."""

    def take_out(self, paragraph: str) -> None: ...
    def put_back(self, paragraph: str) -> None: ...
    def our_words(self, paragraph: str) -> None: ...
    def own_words(self, paragraph: str) -> None: ...
    def write_instead(self, paragraph: str, text: str) -> None: ...
    def typing(self, paragraph: str, text: str) -> None:
        """Words are being typed; none once they are given up."""


class ParagraphCard(QFrame):
    """Says the same as the paper, and more; the focus stays in it whatever is done there."""

    def __init__(self, look: Look, row: ParagraphRow, gestures: Gestures) -> None:
        super().__init__()
        self.setProperty("role", "card")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look, self._gestures = look, gestures
        self._edit: QPlainTextEdit | None = None
        self._column = QVBoxLayout(self)
        margin = look.space(2)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space(1))
        self.row = row
        self._fill()

    def show_row(self, row: ParagraphRow) -> None:
        """Show the paragraph as it is now; what is being typed in it stays."""
        if row == self.row:
            return
        self.row = row
        if self._edit is None:
            self._refill()

    def typed(self) -> str:
        """Return the words being typed that are not in the letter yet; "" when there are none."""
        text = self._edit.toPlainText() if self._edit is not None else ""
        return text if text.strip() and text != self.row.text else ""

    # ------------------------------------------------------------------ what is shown

    def _fill(self) -> None:
        row, look = self.row, self._look
        number = i18n.text("Paragraphe {n}").format(n=row.number)
        self._column.addWidget(Words(look, number, "hint"))
        told = list(_told(row))
        for words, role in told:
            self._column.addWidget(Words(look, words, role))
        self._add_buttons(*self._offered())
        # Heard with the first thing that can be done: which words "Le modifier" is about.
        self._first.setAccessibleDescription(spoken(*(words for words, _role in told)))

    def _offered(self) -> list[tuple[str, Callable[[], object]]]:
        row, act, name = self.row, self._gestures, self.row.id
        if row.removed:
            return [(i18n.text("Le remettre"), lambda: act.put_back(name))]
        offered: list[tuple[str, Callable[[], object]]] = []
        if row.optional:
            offered.append((i18n.text("Le retirer"), lambda: act.take_out(name)))
        offered.append((i18n.text("Le modifier"), self._begin))
        if row.edited:
            offered.append((i18n.text("Remettre nos mots"), lambda: act.our_words(name)))
        if row.own:
            offered.append((i18n.text("Reprendre mes mots"), lambda: act.own_words(name)))
        return offered

    def _add_buttons(self, *offered: tuple[str, Callable[[], object]]) -> None:
        buttons, flow = FlowLayout.row(self._look.space(1))
        paragraph = i18n.text("paragraphe {n}").format(n=self.row.number)
        for words, pressed in offered:
            button = Button(self._look, words, pressed)
            button.setAccessibleName(i18n.labelled(words, paragraph))
            flow.addWidget(button)
            if words == offered[0][0]:
                self._first = button
        self._column.addWidget(buttons)
        buttons.show()  # now, not at the next turn: the focus may be put there

    def _refill(self) -> None:
        """Show the paragraph again; the focus that was here goes to what can be done first."""
        held = QApplication.focusWidget()
        was_here = held is not None and self.isAncestorOf(held)
        former = []
        while (item := self._column.takeAt(0)) is not None:
            former.append(item)
        self._edit = None
        self._fill()
        if was_here:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        for item in former:
            _let_go(item)

    # ------------------------------------------------------------------ one's own words

    def _begin(self) -> None:
        """Open the paragraph's words to be changed, in place of what can be done with it."""
        look, buttons = self._look, self._column.takeAt(self._column.count() - 1)
        label = Words(look, i18n.text("Vos mots pour ce paragraphe"))
        edit = self._edit = QPlainTextEdit(self.row.text)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * EDIT_LINES + look.space(4))
        edit.setAccessibleName(label.text())
        edit.textChanged.connect(lambda: self._gestures.typing(self.row.id, edit.toPlainText()))
        label.setBuddy(edit)
        self._empty = Words(
            look, i18n.text("Erreur : écrivez quelques mots, ou laissez comme avant."), "error"
        )
        self._empty.hide()
        for widget in (label, self._empty, edit):
            self._column.addWidget(widget)
        self._add_buttons(
            (i18n.text("Garder ces mots"), self._keep),
            (i18n.text("Laisser comme avant"), self._give_up),
        )
        edit.show()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        _let_go(buttons)

    def _keep(self) -> None:
        assert self._edit is not None
        text = self._edit.toPlainText()
        if not text.strip():
            self._empty.show()
            self._edit.setAccessibleName(
                f"{i18n.text('Vos mots pour ce paragraphe')} — {self._empty.text()}"
            )
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if text == self.row.text:
            self._give_up()
            return
        self._refill()
        self._gestures.write_instead(self.row.id, text)

    def _give_up(self) -> None:
        self._refill()
        self._gestures.typing(self.row.id, "")


def _told(row: ParagraphRow) -> Iterator[tuple[str, str]]:
    """Return what is told of a paragraph, each with its role of the look."""
    if row.removed:
        yield i18n.text("Retiré de la lettre."), "error"
    else:
        yield i18n.cited(row.text), "body"
    if row.edited:
        yield i18n.text("Avec vos mots."), "date"
    if row.lost:
        lost = i18n.text("Vos mots ne disent plus : {facts}. Vérifiez s’ils sont utiles.")
        yield lost.format(facts=" · ".join(row.lost)), "error"
    yield i18n.text("Pourquoi : {meaning}").format(meaning=i18n.pack_text(row.meaning)), "hint"
    if row.basis:
        articles = i18n.cited(", ".join(row.basis))
        yield i18n.text("Textes : {articles}").format(articles=articles), "hint"
    if row.doubts:
        yield i18n.sentence("point-a-verifier", {"day": min(row.doubts)}), "body"


def _let_go(item: QLayoutItem | None) -> None:
    if item is not None and (widget := item.widget()) is not None:
        widget.hide()
        widget.deleteLater()
