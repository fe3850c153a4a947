"""Pages that nothing holds but themselves, their timers running, while the worker makes objects.

``python -m tests.gui.left_behind``: Python's garbage is kept for the window's thread; with
``anywhere``, it is collected wherever an object is made, as Python does alone. Says on which
threads they ended, then lets Qt's loop turn: a timer that ended elsewhere is struck there, dead.
"""

import faulthandler
import gc
import os
import sys
import threading
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.jobs import Jobs

PAGES = 30
PATIENCE_S = 30
ended_on: set[str] = set()


class Witness:
    """Goes with its page."""

    def __del__(self) -> None:
        main = threading.current_thread() is threading.main_thread()
        ended_on.add("window" if main else "worker")


class Page(QWidget):
    """Only a collection ends it: it holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself, self.witness = self, Witness()
        QTimer(self, interval=5).start()


def main(anywhere: bool) -> None:
    faulthandler.enable()
    app = QApplication([])
    jobs = Jobs(app)
    wherever = anywhere or gc.isenabled()
    gc.disable()  # until the worker works: else chance would say where
    pages = [Page() for _ in range(PAGES)]
    pages.clear()

    def work() -> int:
        if wherever:
            gc.enable()
        return len([[n] for n in range(5000)])

    jobs.run(work, done=bool, failed=print)
    end = time.monotonic() + PATIENCE_S
    while not ended_on and time.monotonic() < end:
        app.processEvents()
    print(*ended_on, flush=True)
    for _ in range(50):
        app.processEvents()
        time.sleep(0.002)
    jobs.stop()


if __name__ == "__main__":
    main("anywhere" in sys.argv)
