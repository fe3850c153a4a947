"""What it costs to look at what hands do: the mouse over the window, with a safe open.

Compared with the same moves over a window of Qt's own, where nobody looks: the rest is Qt's work.
"""

import datetime as dt
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.frame import Row, in_turn

MOVES = 10_000


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        yield from _moves(Path(home))


def _moves(home: Path) -> Iterator[Row]:
    from PySide6.QtWidgets import QMainWindow, QPlainTextEdit

    from tests.bench.in_window import Bench
    from tests.helpers.safes import new_safe, open_safe

    bench = Bench()
    plain = QMainWindow()
    plain.setCentralWidget(QPlainTextEdit())
    plain.resize(bench.window.size())
    plain.show()
    today = dt.date(2026, 11, 24)
    opened: list[object] = []
    bench.context.jobs.run(
        lambda: opened.append(open_safe(new_safe(home, today), today)),
        done=lambda _none: None,
        failed=opened.append,
    )
    bench.until(lambda: opened)
    bench.context.session.open(opened[0], str(home))  # type: ignore[arg-type]
    bench.window.activateWindow()
    bench.quiet()
    ours, qts = in_turn([_over(bench.window), _over(plain)])
    name = f"{MOVES:,} moves of the mouse, a safe open"
    yield Row(name, ours, qts, "a window of Qt's own")
    plain.close()
    bench.context.jobs.run(
        opened[0].close,  # type: ignore[attr-defined]
        done=lambda _none: None,
        failed=lambda _problem: None,
    )
    bench.until(lambda: bench.context.jobs.idle)
    bench.close()


def _over(window: object) -> Callable[[], None]:
    """Return what moves the mouse over a window, from its middle."""
    from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    assert isinstance(window, QWidget)
    handle, none = window.windowHandle(), Qt.MouseButton.NoButton
    middle = QPointF(window.rect().center())
    events = []
    for step in range(100):
        place = middle + QPointF(step, step % 7)
        glob = window.mapToGlobal(place)
        held = Qt.KeyboardModifier.NoModifier
        events.append(QMouseEvent(QEvent.Type.MouseMove, place, glob, none, none, held))

    def move() -> None:
        for turn in range(MOVES):
            QCoreApplication.sendEvent(handle, events[turn % len(events)])

    return move
