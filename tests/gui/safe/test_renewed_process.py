"""A lock ends with its process, the real program: nothing of anybody is left in its memory.

Fault test L5. One unlocks by typing, writes for a named person, sees her letter beside the
question (drawn by a child), and locks. The memory of every process of ours is read before, to know
that it would be seen, and after.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers import memory

PROJECT = Path(__file__).parents[3]
PATIENCE = 120.0
# Said backwards, so that what is looked for is in no argument of the fresh process.
PHRASE, NAME, ANSWER = "orage tissu moulin vague citron lampe", "Zkanarienne", "Zkanariflor"
BACKWARDS = {"PHRASE": PHRASE[::-1], "NAME": NAME[::-1], "ANSWER": ANSWER[::-1]}
PROGRAM = """
import json, os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.gui import app as program
from desktop_app import __main__ as papier_libre, i18n
from tests.gui.keyboard import choose, until, write
from tests.gui.safe.conftest import TODAY, DrivenTools

def backwards(name):
    return os.environ[name][::-1]

def tell(**facts):
    print(json.dumps(facts), flush=True)

def shown():
    return window.page().heading.text()

def state():
    place = window.geometry()
    return dict(
        title=window.windowTitle(), heading=shown(), theme=window.context.look.theme,
        zoom=window.context.look.zoom, language=i18n.current(),
        place=[place.x(), place.y(), place.width(), place.height()],
        told=sorted(name for name in os.environ if name.startswith("PAPIER_LIBRE")),
    )

def first():
    from desktop_app.pages import destinations as to
    from desktop_app.gui.starting import start
    from desktop_app.workflow.safes.care import make_safe

    tools = window.context.tools
    make_safe(tools.safes, tools.known_safes, backwards("PHRASE"), on=TODAY).safe.close()
    window.restart(to.OpenSafe())
    window.activateWindow()
    until(lambda: window.page() is not None and QApplication.focusWidget() is not None)
    write(backwards("PHRASE"))
    choose("Ouvrir")
    session = window.context.session
    until(lambda: session.safe is not None, seconds=60)
    until(lambda: window.context.jobs.idle, seconds=60)
    made = []
    window.context.jobs.run(
        lambda: made.append(session.safe.people.add(backwards("NAME"), on=TODAY)),
        done=bool, failed=made.append,
    )
    until(lambda: made, seconds=60)
    session.write_for(made[0], backwards("NAME"))
    window.go(to.Person(made[0]))
    until(lambda: backwards("NAME") in shown(), seconds=60)
    start(window.context, window.page(), "caf-indu-rsa")
    until(lambda: session.writing is not None, seconds=60)
    until(lambda: window.context.jobs.idle, seconds=60)
    session.writing.say("nom", backwards("ANSWER"))
    session.writing.keep()
    until(lambda: window.context.jobs.idle, seconds=60)
    window.go(to.PaperSoFar(session.writing))
    until(lambda: window.context.jobs.idle, seconds=60)
    window.context.look.set_zoom(1.5)
    window.context.look.set_theme("sombre")
    i18n.use("en")
    window.speak()
    window.setGeometry(40, 50, 700, 500)  # inside the screen of the tests, 800 wide
    until(lambda: window.context.jobs.idle, seconds=60)
    tell(key=bytes(session.safe._key).hex(), **state())
    until(lambda: os.path.exists(os.environ["GO"]), seconds=120)
    window.lock_now()

def again():
    until(lambda: window.isVisible() and window.context.jobs.idle, seconds=60)
    tell(**state())

build = program.build

def built(*given, **options):
    global window
    after_a_lock = len(given) > 3 and given[3] is not None
    window = build(*given, **options)
    QTimer.singleShot(0, again if after_a_lock else first)
    return window

program.build = built
papier_libre.real_tools = DrivenTools
sys.argv = ["papier-libre"]
sys.exit(papier_libre.main())
"""


class Program:
    """The program as a process, which tells facts on its standard output, one line each."""

    def __init__(
        self, folder: Path, home: Path, display: dict[str, str], code: str = PROGRAM
    ) -> None:
        self.go = folder / "go"
        self.said = folder / "said"
        environment = (
            os.environ
            | display
            | BACKWARDS
            | {"GO": str(self.go), "PYTHONPATH": str(PROJECT), "LANG": "C.UTF-8", "HOME": str(home)}
        )
        with self.said.open("wb") as said, (folder / "errors").open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code],
                env=environment, stdout=said, stderr=errors, start_new_session=True,
            )  # fmt: skip
        self.errors = folder / "errors"

    def told(self, line: int) -> dict[str, object]:
        """Wait for a line, from 0."""
        self.wait(lambda: len(self.said.read_text().splitlines()) > line)
        found: dict[str, object] = json.loads(self.said.read_text().splitlines()[line])
        return found

    def wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            said = self.errors.read_text()
            assert self.process.poll() is None, said
            assert "Traceback" not in said, said
            assert time.monotonic() < end, said
            time.sleep(0.05)

    def end(self) -> None:
        for pid in memory.session(self.process.pid):
            if pid != os.getpid():
                with_no_complaint(pid)
        self.process.wait(20)


def with_no_complaint(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        return


@pytest.fixture
def program(tmp_path: Path, home: Path) -> Iterator[Program]:
    memory.needed()
    begun = Program(tmp_path, home, {"QT_QPA_PLATFORM": "offscreen"})
    yield begun
    begun.end()


def test_nothing_is_left_in_memory_and_the_window_comes_back_as_it_was(program: Program) -> None:
    before = program.told(0)
    texts = {"phrase": PHRASE, "name": NAME, "answer": ANSWER}
    wanted = memory.shapes(texts, str(before["key"]))
    seen = memory.found(memory.session(program.process.pid), wanted)
    # The phrase, typed a while ago, may be written over already: chance, and no promise.
    shown = ("name", "answer", "key", "key in hex")
    assert all(seen[name] for name in shown), f"the watch is blind: {seen}"
    program.go.touch()
    after = program.told(1)
    pids = memory.session(program.process.pid)
    assert program.process.pid in pids, "the process is the same, its memory is not"
    left = memory.found(pids, wanted)
    assert +left == {}, f"left after the lock: {left}"
    said = program.errors.read_text("utf-8", "replace")
    assert not [name for name, text in texts.items() if text in said], "said aside"
    for kept in ("theme", "zoom", "language", "place"):
        assert after[kept] == before[kept]
    assert after["told"] == [], "what was handed over is in the environment no more"
