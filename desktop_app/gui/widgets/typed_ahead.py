"""A letter typed on a list of choices goes to the next that begins with it.

Of several among which one is chosen it chooses it, as an arrow does; a tick or a button it does not
press.
"""

import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget

from desktop_app.core.folding import folded
from desktop_app.gui.widgets.wrapping import Wrapping

SMALL = {
    "a", "au", "aux", "d", "de", "des", "du", "en", "j", "je", "l", "la", "le", "les", "m", "ma",
    "mes", "mon", "on", "s", "un", "une",
}  # fmt: skip
"""Words before the one that tells choices apart: most begin with "La" or "Je"."""


def following(held: QWidget | None, letter: str) -> Wrapping | None:
    """Return the choice after ``held``, or before it, that begins with a letter; None elsewhere."""
    among = held.parentWidget() if isinstance(held, Wrapping) else None
    if held is None or among is None:
        return None
    there = [one for one in among.children() if isinstance(one, Wrapping)]
    at = _place(held)
    turn = sorted(there, key=lambda one: (_place(one) <= at, _place(one)))
    return _first([one for one in turn if one is not held], letter)


def beginning(among: QWidget, letter: str) -> Wrapping | None:
    """Return the first choice in there that begins with a letter, or None."""
    there = [one for one in among.findChildren(QAbstractButton) if isinstance(one, Wrapping)]
    return _first(sorted(there, key=lambda one: _place(one, among)), letter)


def reach(choice: Wrapping | None) -> bool:
    """Go to a choice, and choose it where one of several is chosen; tell whether there is one."""
    if choice is not None:
        choice.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(choice, QRadioButton):
        choice.click()  # one that is chosen stays so
    return choice is not None


def initials(words: str) -> tuple[str, ...]:
    """Return the letters that lead to a choice: of its first telling word, and of its first.

    A number before it, where choices are numbered, is passed over.
    """
    found = re.findall(r"[^\W\d_]+", folded(words))
    telling = [one for one in found if one not in SMALL]
    return tuple(one[0] for one in (*telling[:1], *found[:1]))


def _first(choices: list[Wrapping], letter: str) -> Wrapping | None:
    begin = (one for one in choices if folded(letter) in initials(one.words()))
    return next((one for one in begin if one.isVisible() and one.isEnabled()), None)


def _place(widget: QWidget, within: QWidget | None = None) -> tuple[int, int]:
    at = widget.mapTo(within, QPoint()) if within is not None else widget.pos()
    return at.y(), at.x()
