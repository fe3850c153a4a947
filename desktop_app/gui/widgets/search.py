"""A search box that answers while one types: accents ignored, mistakes understood."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.look import tokens
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages.finding import MOST, Offer, matching

PAUSE_MS = 120


class SearchBox(QWidget):
    """A box, and under it the situations found, each a sentence that can be chosen."""

    def __init__(self, context: Context, chosen: Callable[[Offer], object]) -> None:
        super().__init__()
        self._context, self._chosen = context, chosen
        self._job: Job | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look = context.look
        label = Words(
            look, i18n.text("Écrivez avec vos mots, par exemple : la caf me réclame de l’argent")
        )
        self.box = QLineEdit()
        self.box.setAccessibleName(label.text())
        self.box.setClearButtonEnabled(False)
        label.setBuddy(self.box)
        self._found = QVBoxLayout()
        self._told = Words(look, "", "hint")
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(1))
        for widget in (label, self.box, self._told):
            column.addWidget(widget)
        column.addLayout(self._found)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.box.textEdited.connect(lambda _text: self._pause.start())
        self.box.returnPressed.connect(self._take_first)
        look.changed.connect(self._dress)
        self._dress()

    def results(self) -> list[LongButton]:
        """Return the situations shown, the best first."""
        items = [self._found.itemAt(index) for index in range(self._found.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, LongButton)]

    def _search(self) -> None:
        if self._job is not None:
            self._job.cancel()
        words, tools = self.box.text(), self._context.tools
        self._job = self._context.jobs.run(
            lambda: matching(tools.catalogue, tools.law, words), done=self._show, failed=self._fail
        )

    def _show(self, offers: Sequence[Offer]) -> None:
        while self._found.count():
            self._take_away(0)
        self._add(offers[:MOST], offers[MOST:])
        told = ""
        if offers:
            told = i18n.plural("{n} situation trouvée", "{n} situations trouvées", len(offers))
        elif self.box.text().strip():
            told = i18n.text("Rien n’est trouvé. Essayez un autre mot, ou choisissez plus bas.")
        self._told.say(told)
        self._told.setVisible(bool(told))
        if told:
            announce(self._told, told)

    def _add(self, offers: Sequence[Offer], others: Sequence[Offer]) -> None:
        for offer in offers:
            button = LongButton(self._context.look, offer.words, offer.drawing)
            button.clicked.connect(lambda _=False, chosen=offer: self._choose(chosen))
            self._found.addWidget(button)
        if others:
            words = i18n.plural("Voir {n} autre", "Voir les {n} autres", len(others))
            more = Button(self._context.look, words, lambda: self._show_others(others))
            self._found.addWidget(more)

    def _show_others(self, others: Sequence[Offer]) -> None:
        place = self._found.count() - 1
        self._take_away(place)
        self._add(others, ())
        if (item := self._found.itemAt(place)) is not None and (first := item.widget()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, place: int) -> None:
        item = self._found.takeAt(place)
        if item is not None and (button := item.widget()) is not None:
            button.hide()
            button.deleteLater()

    def _choose(self, offer: Offer) -> None:
        if offer.place is not None:
            self._context.navigator.go(offer.place)
        else:
            self._chosen(offer)

    def _fail(self, _problem: BaseException) -> None:
        self._show([])

    def _take_first(self) -> None:
        # The first press goes to the best answer, so that it is read before it is chosen.
        if results := self.results():
            results[0].setFocus()

    def _dress(self) -> None:
        self.box.setFont(self._context.look.font())
        letter = self.box.fontMetrics().averageCharWidth()
        self.box.setMaximumWidth(letter * tokens.MEASURE)
