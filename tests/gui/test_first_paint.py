"""At first paint nothing heavy is loaded: told by a fresh process that opens by the program's door.

The lists are exact: a library or a room of ours more at first paint fails here, and must either
be loaded later or be written down.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.gui.sources import TOLD_LATER

PROJECT = Path(__file__).parents[2]
LIBRARIES = {"PySide6", "platformdirs", "shiboken6"}
# Not libraries: a part of PySide6, and what setuptools has every Python of an environment load
# (environments made by Python 3.11 hold setuptools).
NONE_OF_OURS = {"_distutils_hack", "shibokensupport"}
ROOMS = {
    "compiling", "core.errors", "core.months", "core.offset", "core.record", "core.spaces",
    "datafiles", "files", "gui", "hardening", "i18n", "interpreter",
    "messages", "mode", "own_folders", "pages", "pages.blocks", "pages.blocks.actions",
    "pages.blocks.containers", "pages.blocks.content", "pages.blocks.inputs",
    "pages.destinations", "pages.finding", "pages.foot", "pages.gestures", "pages.hidden",
    "pages.home", "pages.page", "pages.titles", "qt_needs",
    "safe.disk", "safe.errors", "safe.folder", "safe.known", "safe.rights",
    "settings", "wiring",
}  # fmt: skip
WINDOW = {
    "accessible", "app", "asker", "bar", "context", "cover", "debounce", "discretion",
    "errors", "for_whom", "garbage", "gestures", "hiding", "input_watcher", "jobs",
    "language", "locking",
    "look", "look.drawings", "look.gestures", "look.look", "look.ring", "look.sheet",
    "look.strokes", "look.system", "look.tokens", "main_window", "never_lost", "notices",
    "page_parts", "page_places", "page_view", "plugged", "reading", "renewing", "saved_line",
    "screens", "screens.accueil", "screens.accueil.reading", "screens.accueil.view",
    "serial_thread",
    "session", "sources", "starting", "strikes", "suspend_watcher", "telling", "there",
    "todays_date", "widgets", "widgets.buttons", "widgets.flow", "widgets.focus_in_view",
    "widgets.leaving", "widgets.line", "widgets.notice", "widgets.page", "widgets.slices",
    "widgets.stops", "widgets.wide_page", "widgets.words", "widgets.wrapping", "window_size",
}  # fmt: skip
# What PySide makes of a class when it is first named: all its lists of values, in Python.
SLOW_NAMES = {
    "QStyle", "QStyleOption", "QStandardPaths", "QFileDialog", "QMessageBox", "QImage", "QPixmap",
    "QIcon", "QPainterPath", "QTextDocument", "QTextOption", "QKeyCombination", "QComboBox",
}  # fmt: skip
SYSTEM = {"_hashlib", "_sqlite3", "_ssl", "asyncio", "email", "http", "multiprocessing", "socket"}
PAINT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from tests.bench import first_paint
from desktop_app.gui import sources
leave_unread, painted = sources.leave_unread, []
def watch():
    leave_unread()
    from desktop_app.gui.widgets.wrapping import LongButton
    paint = LongButton.paintEvent
    def counted(self, event):
        painted.append(self.words())
        paint(self, event)
    LongButton.paintEvent = counted
sources.leave_unread = watch
first_paint.ours()
import time
from PySide6.QtWidgets import QApplication
for _ in range(20):  # a window has its paint asked for 5 ms later
    QApplication.instance().processEvents()
    time.sleep(0.002)
qt = [n for m in ("QtCore", "QtGui", "QtWidgets") for n in vars(sys.modules["PySide6." + m])]
modules = {n: getattr(m, "__file__", None) or "" for n, m in sys.modules.items()}
import linecache
left = sorted(sources.left())
print(json.dumps([modules, sorted(linecache.cache), qt, painted, left]), flush=True)
import os
os._exit(0)
"""


class Painted(NamedTuple):
    """Every module there is, with its file; the sources read; the names of Qt that were made; the
    words of the first page's buttons, each time that one was painted; the files of PySide's own
    modules that nobody asked for.
    """

    modules: dict[str, str]
    sources: list[str]
    qt: list[str]
    buttons: list[str]
    left: list[str]


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Painted:
    """What there is at first paint."""
    home = str(tmp_path_factory.mktemp("home"))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", PAINT, str(PROJECT)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Painted(*json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def loaded(painted: Painted) -> dict[str, str]:
    return painted.modules


def test_no_library_but_qt_at_first_paint(loaded: dict[str, str]) -> None:
    installed = {n for n, file in loaded.items() if "site-packages" in Path(file).parts}
    found = {name.partition(".")[0] for name in installed}
    assert found - NONE_OF_OURS == LIBRARIES


def test_only_the_window_and_what_it_looks_up_at_first_paint(loaded: dict[str, str]) -> None:
    ours = {n.removeprefix("desktop_app.") for n in loaded if n.startswith("desktop_app.")}
    packages = {"cli", "core", "safe", "__main__"}
    rooms = {name for name in ours if not name.startswith(("gui.", "messages."))}
    assert rooms - packages == ROOMS


def test_only_what_the_first_page_needs_of_the_window(loaded: dict[str, str]) -> None:
    prefix = "desktop_app.gui."
    assert {n.removeprefix(prefix) for n in loaded if n.startswith(prefix)} == WINDOW


def test_no_name_of_qt_that_is_slow_to_make_at_first_paint(painted: Painted) -> None:
    """``QStyle`` alone costs 8 ms of the processor: asked for the role of one line of the bar."""
    assert set(painted.qt) & SLOW_NAMES == set()
    assert "QLabel" in painted.qt, "names of Qt are no longer told by its modules"


def test_nothing_heavy_of_python_itself_at_first_paint(loaded: dict[str, str]) -> None:
    assert {name for name in loaded if name in SYSTEM} == set()


def test_no_source_of_the_window_is_read(painted: Painted) -> None:
    """A PySide that reads them again takes a tenth of the time, and 14 MB with a form shown."""
    window = PROJECT / "desktop_app" / "gui"
    read = {Path(one).name for one in painted.sources if Path(one).is_relative_to(window)}
    assert read <= {"__init__.py", "sources.py"}  # imported before they are left unread


def test_what_pyside_says_of_its_functions_is_not_made_at_first_paint(painted: Painted) -> None:
    assert painted.left == sorted(TOLD_LATER)


WRONG = """
import sys
sys.path.insert(0, sys.argv[1])
from desktop_app.gui import sources
sources.leave_unread()
from PySide6.QtCore import QObject
try:
    QObject().setObjectName(3)
except TypeError as problem:
    print(problem)
print(QObject.setObjectName.__doc__)
print(len(sources.left()))
"""


def test_a_wrong_argument_is_still_told_in_pyside_s_words() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRONG, str(PROJECT)], capture_output=True, text=True, check=True
    )
    assert "called with wrong argument types" in done.stdout
    assert done.stdout.count("setObjectName(") > 2  # what was called, and what may be; then its doc
    assert int(done.stdout.split()[-1]) < len(TOLD_LATER)


def test_each_button_of_the_first_page_is_painted_once(painted: Painted) -> None:
    """On a screen of 800 pixels, too narrow for the bar: it folds before the first paint."""
    assert len(set(painted.buttons)) == 6, painted.buttons
    assert sorted(set(painted.buttons)) == sorted(painted.buttons)


OPEN = """
import json, sys
sys.path.insert(0, sys.argv[1])
import importlib
importlib.import_module(sys.argv[2])
print(json.dumps(sorted(sys.modules)))
"""
READING = {"jinja2", "desktop_app.workflow.ports"}
COMPOSING = {f"desktop_app.workflow.documents.{name}" for name in ("preview", "editions")}
MAKING = {"msgspec", "desktop_app.core.checks", "desktop_app.workflow.packs.pack_drafts"}


@pytest.mark.parametrize(
    ("page", "late"),
    [
        ("modeles.view", READING | MAKING),
        ("personnes.one", READING),
        ("dossier.act", {"jinja2"}),
        ("questions.view", COMPOSING),
        ("bureau.opening_sheet", COMPOSING),
    ],
)
def test_what_reads_packs_is_not_loaded_to_open_a_page(page: str, late: set[str]) -> None:
    """The window is held while a page is imported: what the worker alone needs, it imports."""
    screen = f"desktop_app.gui.screens.{page}"
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(PROJECT), screen],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not late & set(json.loads(done.stdout))
