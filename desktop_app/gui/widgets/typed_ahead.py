"""A letter typed on a list of choices goes to the next that begins with it, and presses nothing."""

import re

from PySide6.QtWidgets import QWidget

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
    there = [one for one in among.children() if isinstance(one, Wrapping) and one.isVisible()]
    there.sort(key=lambda one: (one.y(), one.x()))
    after = [one for one in there if (one.y(), one.x()) > (held.y(), held.x())]
    turn = [*after, *(one for one in there if one not in after and one is not held)]
    return next((one for one in turn if folded(letter) in initials(one.words())), None)


def initials(words: str) -> tuple[str, ...]:
    """Return the letters that lead to a choice: of its first telling word, and of its first."""
    found = re.findall(r"[^\W_]+", folded(words))
    telling = [one for one in found if one not in SMALL]
    return tuple(one[0] for one in (*telling[:1], *found[:1]))
