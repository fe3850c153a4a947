"""A secret phrase: hidden or shown, pasted if one likes, and Caps Lock is said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.line import Edit
from desktop_app.gui.widgets.words import Words

_CHARACTERS = 40


class _Edit(Edit):
    """Guesses Caps Lock from what a key gives, the one way that every system has."""

    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)


class PhraseField(QWidget):
    """A label, the phrase, "Montrer"; ``entered`` when Enter is pressed, ``typed`` at each key."""

    entered = Signal()
    typed = Signal()

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        caption = Words(look, label)
        self._edit = _Edit(look, _CHARACTERS)
        self._edit.setAccessibleName(label)
        self._edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        caption.setBuddy(self._edit)
        self._show = Button(look, i18n.text("Montrer"), self._toggle)
        self._notice = Words(look, "", "error")
        self._notice.hide()
        column = column_in(self, look.space(1))
        column.addWidget(caption)
        line = QWidget()
        flow = FlowLayout(line, look.space(1))
        flow.addWidget(self._edit)
        flow.addWidget(self._show)
        column.addWidget(line)
        column.addWidget(self._notice)
        self._edit.capitals.connect(self._say_capitals)
        self._edit.returnPressed.connect(self.entered)
        self._edit.textChanged.connect(lambda _text: self.typed.emit())
        self._set_shown(False)

    def text(self) -> str:
        """Return what was typed, every space kept."""
        return self._edit.text()

    def put(self, phrase: str) -> None:
        """Show a phrase already there."""
        self._edit.setText(phrase)

    def begin(self) -> None:
        """Put the focus where the phrase is typed, all of it selected."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def forget(self) -> None:
        """Leave nothing of the phrase, not even to undo."""
        self._edit.clear()

    def _toggle(self) -> None:
        self._set_shown(self._edit.echoMode() == QLineEdit.EchoMode.Password)

    def _set_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._edit.setEchoMode(mode)
        words = i18n.text("Cacher") if shown else i18n.text("Montrer")
        self._show.say(words, i18n.labelled(words, self._edit.accessibleName()))

    def _say_capitals(self, locked: bool) -> None:
        words = i18n.text("Attention : les majuscules sont verrouillées (touche Verr. Maj.).")
        if locked and self._notice.isHidden():
            announce(self._edit, words, urgent=True)
        self._notice.say(words)
        self._notice.setVisible(locked)


def keyboard_words() -> str:
    """Return the keyboard in use, in words: a wrong one is a common reason of a wrong phrase."""
    name = QGuiApplication.inputMethod().locale().nativeLanguageName()
    return i18n.text("Clavier : {name}").format(name=name) if name else ""
