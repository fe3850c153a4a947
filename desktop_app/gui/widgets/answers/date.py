"""Day, month, year in three boxes, and the date read back in words."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.definitions.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget, describe_control
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Words

_CHARACTERS = (2, 2, 4)


def _names() -> tuple[str, str, str]:
    return i18n.text("Jour"), i18n.text("Mois"), i18n.text("Année")


class DateAnswer(AnswerWidget):
    """Three boxes in a group named by the question; what is typed is kept even when impossible."""

    def __init__(self, look: Look, question: Question, label: QLabel) -> None:
        super().__init__(look, question, label)
        self._boxes: list[QLineEdit] = []
        self._group = QGroupBox()
        self._group.setFlat(True)
        self._group.setAccessibleName(label.text())
        flow = FlowLayout(self._group, look.space(1))
        for name, characters in zip(_names(), _CHARACTERS, strict=True):
            flow.addWidget(self._box(name, characters))
        self._words = Words(look, "", "body")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        column.addWidget(self._words)
        label.setBuddy(self._boxes[0])
        look.changed.connect(self._dress)
        self._dress()

    def answer(self) -> Typed:
        day, month, year = (box.text().strip() for box in self._boxes)
        return f"{day}/{month}/{year}" if day or month or year else ""

    def put(self, typed: Typed) -> None:
        text = typed if isinstance(typed, str) else ""
        found = self._read(text)
        parts = [f"{found.day}", f"{found.month}", f"{found.year}"] if found else text.split("/")
        for box, part in zip(self._boxes, [*parts, "", "", ""], strict=False):
            box.setText(part)
        self._read_back()

    def first(self) -> QWidget:
        return self._boxes[0]

    def describe(self, hint: str, error: str) -> None:
        for box, name in zip(self._boxes, _names(), strict=True):
            describe_control(box, name, hint, error)
        self._group.setAccessibleDescription(" ".join(part for part in (error, hint) if part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A slash, dot, space or dash ends a part, as on paper.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            index = self._boxes.index(watched) if watched in self._boxes else 2
            if event.text() in ("/", ".", " ", "-") and index < 2 and self._boxes[index].text():
                self._boxes[index + 1].setFocus(Qt.FocusReason.TabFocusReason)
                self._boxes[index + 1].selectAll()
                return True
        return super().eventFilter(watched, event)

    def _box(self, name: str, characters: int) -> QWidget:
        edit = QLineEdit()
        edit.setProperty("characters", characters)
        edit.textEdited.connect(self._edited)
        edit.installEventFilter(self)
        caption = Words(self.look, name, "hint")
        caption.setWordWrap(False)
        caption.setBuddy(edit)
        self._boxes.append(edit)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(caption)
        column.addWidget(edit)
        return box

    def _edited(self) -> None:
        self._read_back()
        self.changed.emit()

    def _read(self, text: str) -> dt.date | None:
        today = dt.date.today()  # noqa: DTZ011 (only to guess the century of "26")
        value = KINDS["date"].read(text, Context(self.question, today)).value if text else None
        return value if isinstance(value, dt.date) else None

    def _read_back(self) -> None:
        found = self._read(str(self.answer()))
        self._words.say(f"→ {i18n.weekday_date(found)}" if found else "")

    def _dress(self) -> None:
        for box in self._boxes:
            box.setFont(self.look.font())
            letter = box.fontMetrics().horizontalAdvance("0")
            box.setFixedWidth(letter * (box.property("characters") + 1) + self.look.space(4))
