"""The real program, as ``./start`` opens it, on a day that does not change: 24 November 2026.

``python -m tests.gui.ears.window [SCREEN]``. Everything is real but the date, and the derivation of
a safe's key at its floor. SCREEN is where one is at once, the example letter in hand.
"""

import datetime as dt
import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.gui import sources
from tests.helpers.clocks import Noon

if TYPE_CHECKING:
    from desktop_app.wiring import RealTools

TODAY = dt.date(2026, 11, 24)


def main() -> int:
    gc.disable()  # as ``__main__.open_window``
    i18n.use(i18n.language_of(os.environ))
    sources.leave_unread()
    from desktop_app.safe.door import Door
    from desktop_app.safe.kdf import FLOOR
    from desktop_app.wiring import RealTools

    class FixedClock(Noon):
        def today(self) -> dt.date:
            return TODAY

    class Tools(RealTools):
        clock = FixedClock()  # type: ignore[assignment]
        safes = Door(choose_kdf=lambda: FLOOR)

    tools = Tools()
    _ = tools.known_safes, tools.mode
    if sys.argv[1:]:
        return _open_at(tools, sys.argv[1])
    from desktop_app.gui.app import run

    return run(tools)


def _open_at(tools: "RealTools", screen: str) -> int:
    from PySide6.QtWidgets import QApplication

    from desktop_app.gui.app import build, dismiss
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.documents.rendering import make_letter
    from desktop_app.workflow.interview.interview import Interview
    from tests.helpers.destinations import destination
    from tests.helpers.safes import new_safe, open_safe

    app = QApplication(["papier-libre", "-style", "fusion"])
    window = build(app, tools)
    window.show()
    context, letter = window.context, tools.demo.letter
    if screen == "coffre":
        window.go(destination(screen, step="phrase"))
    elif screen == "ce-que-nous-gardons":
        safe = open_safe(new_safe(Path(tempfile.mkdtemp()), TODAY), TODAY)
        context.session.open(safe)
        window.go(destination(screen, person=safe.people.add("Ana Diaz", on=TODAY)))
    else:
        interview = Interview(tools.catalogue.letter(letter.pack), letter, TODAY)
        writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
        made = make_letter(tools, letter, TODAY)
        window.go(destination(screen, writing=writing, draft=letter, made=made))
    status = app.exec()
    dismiss(app, window)
    return status


if __name__ == "__main__":
    sys.exit(main())
