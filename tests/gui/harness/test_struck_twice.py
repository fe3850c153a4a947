"""Whatever answers or leaves, on every screen: struck twice by a hand that trembles, it acts once.

Nothing is left meanwhile: what each control leads to is taken away from it, and counted instead.
"""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from tests.gui.harness.screens import OPENINGS
from tests.gui.harness.shown import Rig, Shown, name_of
from tests.gui.keyboard import click, strike

SOON = 100
NOT_BY_SPACE = "Effacer pour toujours"
"""Space ticks the box before it: the same key never does both (``test_erasing.py``)."""
FAST = {"questions", "document", "coffre:ouvrir", "reglages", "imprimer", "verifier"}
"""The others are slow: to open them all takes some minutes."""
ALL = [pytest.param(one, marks=() if one in FAST else pytest.mark.slow) for one in OPENINGS]


def controls(shown: Shown) -> list[QAbstractButton]:
    """Return what can be pressed in the page; the bar, which stays, is not taken apart."""
    return [
        one
        for one in shown.page.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("screen", ALL)
def test_struck_twice_it_acts_once(rig: Rig, screen: str) -> None:
    shown = rig.open(screen, "clair", 1.0)
    faults = [fault for one in controls(shown) for fault in struck_twice(shown, one)]
    assert not faults, faults


def struck_twice(shown: Shown, control: QAbstractButton) -> list[str]:
    acted: list[object] = []
    control.clicked.disconnect()
    control.clicked.connect(lambda: acted.append(control))
    is_button = isinstance(control, QPushButton)
    strikes = {"space": Qt.Key.Key_Space, "click": None}
    if name_of(control) == NOT_BY_SPACE:
        del strikes["space"]
    if is_button:
        strikes["enter"] = Qt.Key.Key_Return
    faults = []
    for called, key in strikes.items():
        control.setFocus(Qt.FocusReason.TabFocusReason)
        if control is not QApplication.focusWidget():
            continue  # another radio of its group was chosen meanwhile
        acted.clear()
        for after in (None, SOON):
            if key is None:
                kind = QEvent.Type.MouseButtonPress if after is None else _SECOND
                click(control, after=after, kind=kind)
            else:
                strike(key, after=after)
        if len(acted) != 1:
            faults.append(f"{name_of(control)}: {called} twice acts {len(acted)} times")
        acted.clear()
        shown.window.turned.emit()
        if key is None:
            click(control, after=SOON)
        else:
            strike(key, after=SOON)
        if acted:
            faults.append(f"{name_of(control)}: {called} answers a page that just turned")
    return faults


_SECOND = QEvent.Type.MouseButtonDblClick
