"""A public terminal, and "essayer d'abord": to the letter itself, nothing is written."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.helpers.strace import WRITING, system_calls

JOURNEY = """
import datetime as dt, sys, time
from PySide6.QtWidgets import QApplication
from desktop_app.datafiles import data_root
from desktop_app.gui import app as gui_app
from desktop_app.gui.writing import Writing
from desktop_app.wiring import RealTools
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.workflow.interview.interview import Interview

tools = RealTools()
tools.__dict__["mode"] = sys.argv[1]
app = QApplication([])
from tests.gui.letters import told
from tests.helpers.destinations import destination
window = gui_app.build(app, tools)
window.show()
jobs = window.context.jobs

def settle():
    end = time.monotonic() + 90
    while jobs._waiting:
        assert time.monotonic() < end
        app.processEvents()
        time.sleep(0.002)
    app.processEvents()

folder = data_root("forms") / "letters" / "caf-indu-rsa" / "examples" / "2-je-ne-comprends-pas.toml"
draft = read_draft(folder.read_bytes(), "caf-indu-rsa", "example")
writing = Writing(
    Interview(tools.catalogue.letter(draft.pack), draft, dt.date(2026, 11, 25)),
    runner=jobs, bar=window, holder=window.context.session,
)
window.resize(1366, 768)  # wide: the page stands beside the questions
for screen, parameters in (
    ("questions", {"writing": writing}), ("apercu", {"writing": writing}),
    ("accueil", {}), ("trouver", {"kind": "lettre"}), ("coffre", {}), ("semaine", {}),
    ("documents", {}), ("personnes", {}), ("document", {"draft": draft}),
):
    window.go(destination(screen, **parameters))
    settle()
    print(window.page().heading.text())
assert "relues" in told(window.page()), told(window.page())
window.close()
jobs.stop()
"""


def written(call: str) -> bool:
    """Tell whether a successful call makes or changes a file of a disk."""
    if call.startswith(("open(", "openat(")):
        if not re.search(r"O_WRONLY|O_RDWR|O_CREAT", call):
            return False
        return not re.search(r'"/(dev|proc)/', call)
    return not call.startswith("memfd_create(")


@pytest.mark.parametrize("mode", ["public", "home"])
def test_nothing_is_written(mode: str, tmp_path: Path, home: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    before = sorted(home.rglob("*"))
    calls = system_calls(
        [sys.executable, "-c", JOURNEY, mode], WRITING, tmp_path / "calls", environment
    )
    assert [call for call in calls if written(call)] == []
    assert sorted(home.rglob("*")) == before


def test_the_watch_sees_a_file_that_is_written(tmp_path: Path) -> None:
    code = f"open({str(tmp_path / 'seen')!r}, 'w').close()"
    calls = system_calls([sys.executable, "-c", code], WRITING, tmp_path / "calls", os.environ)
    assert [call for call in calls if written(call)]
