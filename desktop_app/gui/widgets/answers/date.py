"""Day, month, year in three boxes, and the date read back in words.

A day may be typed in one go, or pasted whole in any box: it is spread over the three. What could
be two days stays where it was put, and is asked.
"""

import datetime as dt
import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QLineEdit, QSizePolicy, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds import date as days
from desktop_app.core.answers.kinds.base import Context
from desktop_app.core.packs.model import Question
from desktop_app.gui.accessible import announce
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget, describe_control, mark
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.words import Words

_CHARACTERS = (2, 2, 4)
_SHORT_RUN, _RUN = 6, 8
"""Digits of a whole day, with two of the year, or four."""
_AS_TYPED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
"""A day that stands in its boxes as it is."""
_SEPARATORS = ("/", ".", ",", " ", "-")
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
        self._were = ["", "", ""]
        self._had = ""  # in the first box, when one came to it
        flow = FlowLayout(self._group, look.space(1))
        boxes = [self._box(*one) for one in zip(_names(), _CHARACTERS, strict=True)]
        # Day, month, year from left to right, as on the French paper it is copied from.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for box in reversed(boxes) if mirrored else boxes:
            flow.addWidget(box)
        self._words = Words(look, "", "body")
        # Said once the person has stopped typing: "20" is a year too, on the way to 2026.
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._say_it_back)
        column = column_in(self)
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
        shown = days.show(found) if found and not _AS_TYPED.fullmatch(text) else text
        # Cut twice at most: what is wrong may have more slashes, and none is lost.
        self._fill([*shown.split("/", 2), "", "", ""])
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
        if event.type() == QEvent.Type.FocusIn and watched is self._boxes[0]:
            self._had = self._boxes[0].text()
        # A slash, dot, space or dash ends a part, as on paper.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            index = self._boxes.index(watched) if watched in self._boxes else 2
            if event.text() in _SEPARATORS and index < 2 and self._boxes[index].text():
                self._end_day(index)
                self._boxes[index + 1].setFocus(Qt.FocusReason.TabFocusReason)
                self._boxes[index + 1].selectAll()
                return True
            if event.text() in _SEPARATORS and watched in self._boxes[1:]:
                # After a separator that ended the part before: "5 / 11 / 2026".
                return not self._boxes[self._boxes.index(watched)].text()
        return super().eventFilter(watched, event)

    def _box(self, name: str, characters: int) -> QWidget:
        edit = QLineEdit()
        edit.setProperty("characters", characters)
        edit.textEdited.connect(lambda _: self._edited(edit))
        edit.installEventFilter(self)
        caption = Words(self.look, name, "hint")
        caption.setWordWrap(False)
        self._boxes.append(edit)
        self._captions.append(caption)
        box = QWidget()
        # No wider than it is, lest the row be filled: the three are read as one date.
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = column_in(box)
        column.addWidget(caption)
        column.addWidget(edit)
        return box

    def _fill(self, parts: Sequence[str]) -> None:
        for box, part in zip(self._boxes, parts, strict=False):
            if box.text() != part:
                box.setText(part)
        self._were = [box.text() for box in self._boxes]
        self._had = self._were[0]

    def _spread(self, box: QLineEdit) -> None:
        """Give each box its part of what was typed or pasted in one of them."""
        index, text = self._boxes.index(box), box.text()
        was, self._were[index] = self._were[index], text
        pasted = len(text) - len(was) > 1
        if whole := self._whole(index, text, pasted=pasted):
            day, month, year = whole
            self._fill((day, month, year or self._boxes[2].text()))
            self._go(2)
        elif (
            index < 2
            and text[:2] == was
            and len(text) == 3
            and text.isascii()
            and text.isdigit()
            and box.cursorPosition() == 3
            and not self._boxes[index + 1].text()
        ):
            # No day or month has three digits: the third begins what follows, while it is empty.
            box.setText(was)
            self._boxes[index + 1].setText(text[2])
            self._were[index : index + 2] = was, text[2]
            self._go(index + 1)

    def _whole(self, index: int, text: str, *, pasted: bool) -> tuple[str, str, str] | None:
        """Return the day that is said whole in one box, by itself or beside the one that it had."""
        found = days.spread(text)
        if found and pasted:
            return found
        beside = self._beside(text) if index == 0 else ()
        if not beside:
            self._had = ""  # it was written over
        ways = beside or (text,) * (index == 0)
        whole = next(filter(self._is_day, ways), text if len(text) >= _RUN else "")
        return days.spread(whole)

    def _beside(self, text: str) -> tuple[str, ...]:
        """Return what stands after and before what the first box had, where it still stands."""
        return tuple(
            one
            for one in (text.removeprefix(self._had), text.removesuffix(self._had))
            if one != text
        )

    def _is_day(self, digits: str) -> bool:
        whole = digits.isdigit() and len(digits) in (_SHORT_RUN, _RUN)
        return whole and self._read(digits) is not None

    def _end_day(self, index: int) -> None:
        """A day of more than two digits was written beside the one that the box had: it goes."""
        text = self._boxes[0].text()
        rest = next((one for one in self._beside(text) if one), "")
        if index == 0 and rest and text.isdigit() and len(rest) <= _CHARACTERS[0] < len(text):
            self._fill([rest])
            self._read_back()
            self.changed.emit()

    def _go(self, index: int) -> None:
        self._boxes[index].setFocus(Qt.FocusReason.TabFocusReason)
        self._boxes[index].end(False)

    def _edited(self, box: QLineEdit) -> None:
        self._spread(box)
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
