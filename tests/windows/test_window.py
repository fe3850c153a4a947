"""The window on Windows: what is heard of sleep and locks, captures refused, a fresh process."""

import os
import subprocess
import sys
import time

import pytest

if sys.platform != "win32":
    pytest.skip("needs Windows: ./start test --windows", allow_module_level=True)

from desktop_app.gui import capture, windows_session
from tests.helpers import elsewhere

SENDS = """
import ctypes, sys
user = ctypes.WinDLL("user32")
user.FindWindowW.restype = ctypes.c_void_p
found = user.FindWindowW("PapierLibreListens", None)
assert found, "no window listens"
user.SendMessageW(ctypes.c_void_p(found), int(sys.argv[1]), int(sys.argv[2]), 0)
"""
MESSAGES = [
    pytest.param(windows_session.POWER, windows_session.SLEEPS, True, id="falls asleep"),
    pytest.param(windows_session.POWER, windows_session.WAKES, True, id="wakes"),
    pytest.param(windows_session.POWER, 0xA, False, id="goes on the battery"),
    pytest.param(windows_session.SESSION, 7, True, id="locks"),
    pytest.param(windows_session.SESSION, 2, True, id="another person's turn"),
    pytest.param(windows_session.SESSION, 8, False, id="is unlocked"),
]


@pytest.fixture
def app():
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["test", "-style", "fusion"])


@pytest.mark.parametrize(("message", "what", "away"), MESSAGES)
def test_windows_tells_our_window(app, message: int, what: int, away: bool) -> None:
    """Sent by another process, as Windows does, and taken out by Qt's own loop."""
    told: list[float] = []
    try:
        listener = windows_session.Listener(lambda: told.append(time.monotonic()))
    except OSError:
        pytest.skip("this Wine makes no window: no display, and no driver without one")
    sent = subprocess.Popen([sys.executable, "-c", SENDS, str(message), str(what)])
    end = time.monotonic() + 20 * elsewhere.SLOWER
    while sent.poll() is None and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    assert sent.wait() == 0
    app.processEvents()
    assert bool(told) is away
    listener.close()


def test_an_open_safe_locks_when_windows_says_so(app) -> None:
    """The whole way: the watcher of an open safe, its signal, the lock."""
    from PySide6.QtCore import QObject, Signal

    from desktop_app.gui.suspend_watcher import SuspendWatcher

    class Session(QObject):
        changed = Signal()
        safe: object | None = None

    locked: list[int] = []
    parent, session = QObject(), Session()
    watcher = SuspendWatcher(parent, jobs=None, session=session, lock=lambda: locked.append(1))
    session.safe = object()
    session.changed.emit()
    if getattr(watcher, "_windows", None) is None:
        pytest.skip("this Wine makes no window: no display, and no driver without one")
    sent = subprocess.Popen([sys.executable, "-c", SENDS, str(windows_session.SESSION), "7"])
    while sent.poll() is None:
        app.processEvents()
        time.sleep(0.01)
    app.processEvents()
    assert locked == [1]
    watcher._windows.close()


SHOWS = """
import ctypes
from PySide6.QtWidgets import QApplication, QWidget
from desktop_app.gui import capture
app = QApplication([])
window = QWidget()
window.show()
taken, found = capture.refuse(window), ctypes.c_uint32()
told = ctypes.WinDLL("user32").GetWindowDisplayAffinity(
    ctypes.c_void_p(int(window.winId())), ctypes.byref(found)
)
print(taken, found.value)
"""


def test_the_window_is_left_out_of_captures() -> None:
    """A true window: by Qt's own means for Windows, not the ones of the other tests."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "windows"}
    done = subprocess.run(
        [sys.executable, "-c", SHOWS], env=surroundings, capture_output=True, text=True, check=False
    )
    if done.returncode and elsewhere.WINE:
        pytest.skip("this Wine makes no window: no display")
    taken, affinity = done.stdout.split()
    if taken == "False" and elsewhere.WINE:
        pytest.skip("Wine refuses to leave a window out of captures: a real Windows tells")
    assert int(affinity) in (capture.EXCLUDED, capture.BLACK)


def test_a_fresh_process_follows_with_the_same_words(tmp_path) -> None:
    """A lock on Windows: the process ends, and another of the same command has its place."""
    program = tmp_path / "un programme été.py"
    program.write_text(
        "import os, sys, time\n"
        "from desktop_app.gui import renewing\n"
        "told = os.environ.get('PAPIER_LIBRE_LOCKED')\n"
        f"with open({str(tmp_path / 'said')!r}, 'a', encoding='utf-8') as said:\n"
        "    said.write(f'{os.getpid()} {told} {sys.argv[1:]}\\n')\n"
        "if told is None: renewing.again({'PAPIER_LIBRE_LOCKED': 'dit à « l’autre »'})\n",
        "utf-8",
    )
    command = [sys.executable, "-X", "utf8", str(program), "un mot", "é"]
    assert subprocess.run(command, check=False).returncode == 0
    end = time.monotonic() + 10 * elsewhere.SLOWER
    while time.monotonic() < end:
        lines = (tmp_path / "said").read_text("utf-8").splitlines()
        if len(lines) == 2:
            break
        time.sleep(0.1)
    first, second = (line.split(" ", 1) for line in lines)
    assert first[0] != second[0]
    assert first[1] == "None ['un mot', 'é']"
    assert second[1] == "dit à « l’autre » ['un mot', 'é']"
