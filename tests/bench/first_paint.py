"""A process that shows one window, and says when it was painted and what it weighs.

``python first_paint.py empty`` shows a QMainWindow with nothing in it, which is what any program of
this kind costs; ``window`` starts the program as a person does; ``form`` then has an official form
filled and its first page shown, and stays until its standard input closes, so that its memory and
that of its children can be read.

One line is printed at the first paint: the monotonic clock and the processor time of the process,
in seconds, and its resident memory in kB (0 where the system does not tell). ``form`` prints
another one when the page is there.
"""

import os
import sys
import time

TYPE_CHECKING = False  # that of ``typing`` would be imported: an empty window needs nothing more
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FORM = "exemple-aide-exceptionnelle"


def told() -> str:
    """Return clock, processor time and memory, now."""
    resident = 0
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            resident = int(next(x for x in status if x.startswith("VmRSS")).split()[1])
    except OSError:
        pass
    return f"{time.monotonic()} {time.process_time()} {resident}"


def empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1024, 600)
    window.show()
    painted(app)


def painted(app: object) -> None:
    """Wait until the window is painted, then say so."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    assert isinstance(app, QApplication)
    shown = next(w for w in app.topLevelWidgets() if isinstance(w, QMainWindow))
    handle = shown.windowHandle()
    for _ in range(5000):
        app.processEvents()
        if handle.isExposed():
            break
        time.sleep(0.001)
    app.processEvents()
    print(told(), flush=True)


def ours(then: "Callable[[object], None] | None" = None) -> None:
    """Start the program by its own door, and look at it where it would wait for the person."""
    from desktop_app.__main__ import main
    from desktop_app.gui import sources

    def wait_for_the_person(*_arguments: object) -> int:
        from PySide6.QtWidgets import QApplication

        app = QApplication.instance()
        painted(app)
        if then is not None:
            then(app)
        return 0

    leave_unread = sources.leave_unread

    def stop_there() -> None:
        """Stop Qt alone, once the program imports it: all before is what a person waits for."""
        leave_unread()
        from PySide6.QtWidgets import QApplication

        QApplication.exec = wait_for_the_person  # type: ignore[assignment]

    sources.leave_unread = stop_there
    sys.argv = ["papier-libre"]
    main()


def blank_of_a_person() -> bytes:
    """Return an empty form: a person's comes as a file, too."""
    root = os.path.join(os.path.dirname(__file__), "..", "..")
    with open(os.path.join(root, "resources", "demo", "formulaire-exemple.pdf"), "rb") as file:
        return file.read()


def show_a_form(app: object) -> None:
    """Have an official form filled and its first page shown, as the person does it."""
    from PySide6.QtWidgets import QApplication, QLabel

    from desktop_app.core.answers.answer_file import read_draft
    from desktop_app.datafiles import data_root
    from desktop_app.gui.main_window import MainWindow
    from desktop_app.pages import destinations as to
    from desktop_app.workflow.documents.rendering import make_on_blank

    assert isinstance(app, QApplication)
    window = next(w for w in app.topLevelWidgets() if isinstance(w, MainWindow))
    example = data_root("forms") / "official" / FORM / "examples" / "1-chaudiere.toml"
    draft = read_draft(example.read_bytes(), FORM, "1-chaudiere.toml")
    window.go(to.FilledForm(draft=draft))
    page: Any = window.page()
    blank = blank_of_a_person()
    page._make(lambda: make_on_blank(*page._subject(), blank))
    for _ in range(6000):
        app.processEvents()
        if any(not label.pixmap().isNull() for label in page.findChildren(QLabel)):
            break
        time.sleep(0.005)
    else:
        raise AssertionError("the form is not shown")
    app.processEvents()
    print(told(), flush=True)
    sys.stdin.read(1)


if __name__ == "__main__":
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", ".."))
    {"empty": empty, "window": ours, "form": lambda: ours(show_a_form)}[sys.argv[1]]()
    sys.stdout.flush()
    os._exit(0)  # what is measured is over
