"""An answer on one line; with its unit beside it for amounts."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy

from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget, describe_control
from desktop_app.gui.widgets.words import Words

WHOLE_LINE = 44
# Widths in characters: a box as long as what it expects tells what it expects.
WIDTHS = {
    "amount": 12,
    "integer": 8,
    "postal_code": 8,
    "phone": 18,
    "caf_number": 12,
    "month": 14,
    "nir": 24,
    "nif": 20,
    "siret": 22,
    "iban": 40,
    **dict.fromkeys(("address_line", "country", "email", "name", "text"), WHOLE_LINE),
}
"""A kind that has no widget of its own has its width here."""
_UNITS = {"amount": "€"}


class LineAnswer(AnswerWidget):
    """A line edit as wide as what it expects."""

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        super().__init__(look, question, label)
        self._edit = QLineEdit()
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.textEdited.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit, 100)  # up to its own width: the rest of the line is left empty
        self._characters = WIDTHS.get(question.kind, WHOLE_LINE)
        self._unit = _UNITS.get(question.kind, "")
        if self._unit:
            row.addWidget(Words(look, self._unit))
        row.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def answer(self) -> Typed:
        return self._edit.text()

    def put(self, typed: Typed) -> None:
        self._edit.setText(typed if isinstance(typed, str) else ", ".join(typed))

    def first(self) -> QLineEdit:
        return self._edit

    def expect(self, characters: int) -> None:
        """Be as wide as so many characters: what is asked is shorter than its kind."""
        self._characters = characters
        self._dress()

    def describe(self, hint: str, error: str) -> None:
        describe_control(self._edit, self.label, f"{hint} {self._unit}".strip(), error)

    def _dress(self) -> None:
        letter = self._edit.fontMetrics().averageCharWidth()
        self._edit.setFont(self.look.font())
        self._edit.setMaximumWidth(letter * self._characters + self.look.space(4))
