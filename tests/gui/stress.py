"""Keys and clicks at random over every screen.

``python -m tests.gui.stress SEED GESTURES SCREENS``: so many gestures over so many openings.

The window lives in its own loop, as it does for a person, so that pages really end; Python's
garbage is collected far more often than usual, so that what ends on the wrong thread is met soon.
One line a screen on standard output, then ``Qt: …`` for each message of Qt, then ``done``. What
kills the process is on standard error (``faulthandler``).
"""

import faulthandler
import gc
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.wiring import RealTools
from tests.gui.harness.screens import OPENINGS, Material
from tests.gui.harness.shown import Rig

OFTEN = 60
"""Objects made between two collections of garbage; Python's own measure is 700 or more."""
A_TURN_MS = 3
MOST_TURNS = 30
OFFSCREEN = "This plugin does not support"
"""Said by Qt of a screen that does not exist, whatever is done."""
PATIENCE_S = 1500

KEYS = (
    *[Qt.Key.Key_Tab] * 8,
    *[Qt.Key.Key_Return] * 4,
    *[Qt.Key.Key_Space] * 4,
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right) * 2,
    *(Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_A, Qt.Key.Key_Slash),
    *(Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
)
MOVES = (
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
)


class Restless:
    """Someone who presses anything, anywhere, while pages are replaced."""

    def __init__(self, rig: Rig, chance: random.Random) -> None:
        self._rig, self._chance = rig, chance

    def gesture(self) -> None:
        """Press a key, or click somewhere."""
        handle = self._rig.window.windowHandle()
        drawn = self._chance.random()
        if drawn < 0.65:
            QTest.keyClick(handle, self._chance.choice(KEYS))
        elif drawn < 0.72:
            QTest.keyClick(handle, *self._chance.choice(MOVES))
        else:
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=self._somewhere())

    def _somewhere(self) -> QPoint:
        """Return a point of the window: on a control in view more often than not."""
        window = self._rig.window
        stops = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy()]
        places = [one.mapTo(window, one.rect().center()) for one in stops]
        seen = [place for place in places if window.rect().contains(place)]
        if seen and self._chance.random() < 0.8:
            return self._chance.choice(seen)
        size = window.size()
        return QPoint(self._chance.randrange(size.width()), self._chance.randrange(size.height()))


def leave_windows() -> None:
    """Leave by Escape what Qt opens over ours: it waits in a loop of its own."""
    over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if over is not None:
        QTest.keyClick(over, Qt.Key.Key_Escape)


def turns(rig: Rig, chance: random.Random, gestures: int, names: list[str]) -> Iterator[None]:
    """Open each screen and give it its share of the gestures; one turn of the loop each."""
    restless = Restless(rig, chance)
    for number, name in enumerate(names):
        share = gestures * (number + 1) // len(names) - gestures * number // len(names)
        print(name, share, flush=True)
        rig.begin(name, chance.choice(("clair", "contraste")), chance.choice((1.0, 2.0)))
        for _ in range(chance.randrange(MOST_TURNS)):
            yield  # some pages are met before they are ready, others after
        for _ in range(share):
            restless.gesture()
            yield


def main(seed: int, gestures: int, screens: int) -> int:
    """Live through so many gestures on so many openings drawn by chance."""
    faulthandler.enable()
    faulthandler.dump_traceback_later(PATIENCE_S, exit=True)
    said: list[str] = []
    qInstallMessageHandler(
        lambda _kind, _where, words: None if OFFSCREEN in words else said.append(words)
    )
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        rig = Rig(Material(RealTools(), Path(home)))
        rig.window.lock = bool  # the safe of the material serves every screen
        rig.window.closeEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        app = rig.app
        names = list(OPENINGS)
        drawn = chance.sample(names, min(screens, len(names)))
        going = turns(rig, chance, gestures, drawn)
        gc.set_threshold(OFTEN, 5, 5)
        status = [3]

        def turn() -> None:
            try:
                next(going)
            except StopIteration:
                status[0] = 0
                app.exit()
            except BaseException:
                sys.excepthook(*sys.exc_info())
                app.exit()
            else:
                timer.start(chance.randrange(A_TURN_MS))

        over = QTimer(interval=20)
        over.timeout.connect(leave_windows)
        over.start()
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(turn)
        sys.excepthook = _telling(status, sys.excepthook)
        timer.start(0)
        app.exec()
        rig.jobs.stop()
    for words in said:
        print(f"Qt: {words}")
    print("done" if status[0] == 0 else "stopped", flush=True)
    os._exit(status[0])


def _telling(status: list[int], before: object) -> object:
    """Return a hook that also remembers that an error went through a slot."""

    def hook(*error: object) -> None:
        status[0] = 4
        before(*error)  # type: ignore[operator]

    return hook


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:4]))
