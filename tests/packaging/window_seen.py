"""Run by the program's own Python, ``papier-libre.exe -I window_seen.py FILE``: what one sees.

Opens the window as the program does, and writes down after each change, whole or not at all, what
the page is called, what has the keyboard, and the words there. It presses nothing.
"""

import json
import os
import sys
from pathlib import Path

EACH_MS = 100


def watch(window, file):  # type: ignore[no-untyped-def]
    """Look at a window for as long as it is there."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    before = ""

    def look() -> None:
        nonlocal before
        page, held = window.page(), QApplication.focusWidget()
        seen = {
            "heading": page.heading.text() if page is not None else "",
            "held": (held.accessibleName() or str(held.property("text") or "")) if held else "",
            "who": id(held),
            "active": window.isActiveWindow(),
            "unsaved": getattr(window.context.session.writing, "unsaved", None),
            "words": [one.text() for one in page.findChildren(QLabel)] if page is not None else [],
        }
        now = json.dumps(seen)
        if now != before:
            before = now
            whole = file.with_suffix(".part")
            whole.write_text(now, "utf-8")
            os.replace(whole, file)

    timer = QTimer(window, interval=EACH_MS)
    timer.timeout.connect(look)
    timer.start()


def main(file):  # type: ignore[no-untyped-def]
    """Open the window; watch it once it is there."""
    from desktop_app.__main__ import main as program
    from desktop_app.gui import app

    give_icon = app._give_icon

    def give_icon_and_watch(window):  # type: ignore[no-untyped-def]
        give_icon(window)
        watch(window, file)

    app._give_icon = give_icon_and_watch
    sys.argv = sys.argv[:1]
    return program()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
