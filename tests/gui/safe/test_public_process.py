"""A public terminal, the real program from its start to its end, watched by its system calls.

A reader finds a letter, answers, sees it, opens a PDF that nobody mapped, fills it on its page,
presses « Terminer »; a fresh process follows. No file is opened for writing, no socket but the
desktop's own, and nothing is new in any folder.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.display import virtual_display
from tests.helpers.strace import TALKING, WRITING, system_calls
from tests.helpers.unknown import unknown_form

PROJECT = Path(__file__).parents[3]
READER = """
import os, sys, pathlib, traceback
from desktop_app import mode
mode.places = lambda: (pathlib.Path(os.environ["PUBLIC_FILE"]),)

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.gui import app as program
from desktop_app import __main__ as papier_libre
from tests.gui.answering import _answer
from tests.gui.keyboard import choose, until
from tests.gui.letters import told
from desktop_app.gui.screens.cases.view import Boxes
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.sur_la_page.view import OnPage
from desktop_app.gui.starting import start

def shown():
    return window.page().heading.text()

def journey():
    if shown() == "Tout est effacé":
        print("erased", flush=True)
        choose("Commencer")
        until(lambda: shown() == "Votre langue – Your language")
        print("first page again", flush=True)
        window.close_anyway()
        return
    start(window.context, window.page(), "caf-indu-rsa")
    until(lambda: isinstance(window.page(), Questions))
    while isinstance(page := window.page(), Questions):
        _answer(page)
    print(shown(), flush=True)
    draft = papier_libre.real_tools().demo.letter
    from desktop_app.pages import destinations as to
    window.go(to.Letter(draft))
    until(lambda: "relues" in told(window.page()))
    print(" ".join(told(window.page()).split()), flush=True)
    window.go(to.OpenPdf())
    window.page().open(os.environ["UNKNOWN_PDF"])
    until(lambda: isinstance(window.page(), Boxes))
    choose("Répondre aux questions")
    until(lambda: isinstance(window.page(), Questions))
    _answer(window.page())
    choose("Remplir sur la page")
    until(lambda: isinstance(window.page(), OnPage))
    print("on the page", flush=True)
    QApplication.clipboard().setText("ZKANARI")
    choose("Terminer")
    until(lambda: shown() == "Terminer votre séance ?")
    choose("Terminer et tout effacer")

build = program.build

def built(*given, **named):
    global window
    window = build(*given, **named)
    QTimer.singleShot(300, live)
    return window

def live():
    try:
        journey()
    except BaseException:
        traceback.print_exc()
        os._exit(9)  # or the window stays open for ever

program.build = built
sys.argv = ["papier-libre"]
sys.exit(papier_libre.main())
"""


@pytest.fixture(params=[pytest.param("offscreen", marks=pytest.mark.slow), "xcb"])
def display(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The variables of a display: Qt's own without one, or a real X server."""
    if request.param == "offscreen":
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with virtual_display() as name:
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": name}


def written(call: str) -> bool:
    """Tell whether a call makes or changes a file: what is no descriptor of a device or a pipe."""
    name = call.partition("(")[0]
    if name not in WRITING or name == "memfd_create":
        return False
    if name in ("open", "openat"):
        if not re.search(r"O_(WRONLY|RDWR|CREAT|TMPFILE)", call):
            return False
        return not re.search(r"= \d+<(/dev/|/proc/|pipe:|socket:|anon_inode:|/memfd:)", call)
    return True


def test_a_reader_leaves_nothing(display: dict[str, str], tmp_path: Path, home: Path) -> None:
    (tmp_path / "papier-libre.toml").write_text('mode = "public"\n')
    (temporary := tmp_path / "tmp").mkdir()
    (unknown := tmp_path / "carte.pdf").write_bytes(unknown_form())
    environment = (
        os.environ
        | display
        | {
            "UNKNOWN_PDF": str(unknown),
            "PUBLIC_FILE": str(tmp_path / "papier-libre.toml"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(PROJECT),
            "TMPDIR": str(temporary),
            "LANG": "C.UTF-8",
        }
    )
    environment.pop("PAPIER_LIBRE_ENDED", None)
    log = tmp_path / "calls"
    said = tmp_path / "said"
    command = ["sh", "-c", 'exec "$@" >"$0"', str(said), sys.executable, "-c", READER]
    calls = system_calls(command, WRITING + TALKING, log, environment)
    lines = said.read_text("utf-8").splitlines()
    assert lines[0] == "Vérifiez vos réponses"
    assert "relues" in lines[1]
    assert lines[2:] == ["on the page", "erased", "first page again"]
    ours = [call for call in calls if str(said) not in call]
    assert [call for call in ours if written(call)] == []
    families = {found[1] for call in ours if (found := re.match(r"socket\((AF_\w+)", call))}
    assert families <= {"AF_UNIX", "AF_NETLINK"}
    assert sorted(home.rglob("*")) == []
    assert sorted(temporary.rglob("*")) == []


def test_the_watch_sees_a_settings_file(tmp_path: Path) -> None:
    """Sabotage: what Qt's file dialog would write by itself must be caught."""
    code = (
        "from PySide6.QtCore import QSettings\n"
        f"QSettings({str(tmp_path / 'Qt.conf')!r}, QSettings.Format.IniFormat).setValue('a', 1)"
    )
    calls = system_calls([sys.executable, "-c", code], WRITING, tmp_path / "calls", os.environ)
    assert [call for call in calls if written(call)]
