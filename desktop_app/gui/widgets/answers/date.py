"""Day, month, year in three boxes, and the date read back in words."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.definitions.model import Question
from desktop_app.gui.accessible import announce
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget, describe_control, mark
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Words

_CHARACTERS = (2, 2, 4)
PAUSE_MS = 400
"""After the last key, before a date is said back."""


def _names() -> tuple[str, str, str]:
    return i18n.text("Jour"), i18n.text("Mois"), i18n.text("Année")


class DateAnswer(AnswerWidget):
    """Three boxes in a group named by the question; what is typed is kept even when impossible."""

    in_group = True

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        super().__init__(look, question, label)
        self._boxes: list[QLineEdit] = []
        self._group = QGroupBox()
        self._group.setFlat(True)
        self._captions: list[Words] = []
        flow = FlowLayout(self._group, look.space(1))
        for name, characters in zip(_names(), _CHARACTERS, strict=True):
            flow.addWidget(self._box(name, characters))
        self._words = Words(look, "", "body")
        # Said once the person has stopped typing: "20" is a year too, on the way to 2026.
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._say_it_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        column.addWidget(self._words)
        self.describe("", "")
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
        # The hint is the group's, the error the first box's: they are heard once, not at each box.
        self.describe_group(self._group, hint, "")
        for box, caption in zip(self._boxes, self._captions, strict=True):
            describe_control(box, caption, "", error if box is self._boxes[0] else "")
            mark(box, wrong=bool(error))

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
        self._boxes.append(edit)
        self._captions.append(caption)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(caption)
        column.addWidget(edit)
        return box

    def _edited(self) -> None:
        before = self._words.text()
        self._read_back()
        if self._words.text() != before:
            self._soon.start()
        self.changed.emit()

    def _say_it_back(self) -> None:
        if found := self._read(str(self.answer())):
            announce(self._words, i18n.weekday_date(found))

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
