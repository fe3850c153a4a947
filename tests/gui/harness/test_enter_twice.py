"""Enter, Enter from the heading of every screen, and of what it asks: nothing is taken away."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.pages.blocks.actions import Loss
from tests.gui.harness.screens import OPENINGS
from tests.gui.harness.shown import Rig, name_of
from tests.gui.keyboard import press

FAST = {
    "dossier", "acte:corriger", "personne", "corbeille", "fin", "fermer", "modeles:commencé",
    "papier",
}  # fmt: skip
"""Where something can be taken away. The others are slow: to open them all takes some minutes."""
ALL = [pytest.param(one, marks=() if one in FAST else pytest.mark.slow) for one in OPENINGS]
TAKES_AWAY = re.compile(
    r"mettre .*corbeille|effacer|retirer|supprimer|abandonner|perdre|oublier|pas une case",
    re.IGNORECASE,
)
"""Their words: also of screens written by hand, which name no gesture."""


@pytest.mark.parametrize("screen", ALL)
def test_enter_on_what_is_read_leads_to_no_loss(rig: Rig, screen: str) -> None:
    shown = rig.open(screen, "clair", 1.0)
    page = shown.page
    assert not leads_to(page.heading), "from the heading"
    asking = [one for one, _ in getattr(page, "_pressed", ()) if isinstance(one, Loss)]
    for does in asking:
        if type(does).__name__.startswith("AskTo"):
            page.do(does)
            assert not page.wrong, "a question is no error"
            assert not leads_to(page._error_told), "from what is asked"
            page.clear_problem()


LEADS = ("Reprendre", "Écrire la lettre", "Ne rien effacer")
"""What these lead to may bear such words."""


def leads_to(words: QWidget) -> str:
    """Press Enter there; return what it goes to, where that takes something away."""
    words.setFocus(Qt.FocusReason.OtherFocusReason)
    press(Qt.Key.Key_Return)
    held = QApplication.focusWidget()
    if not isinstance(held, QAbstractButton):
        return ""
    said = f"{name_of(held)} {held.text()}"
    return said if TAKES_AWAY.search(said) and not said.startswith(LEADS) else ""
