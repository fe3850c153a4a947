"""« Tout effacer » in the real program: nothing of the matter is left in memory, nor in the safe.

The journey is that of ``test_renewed_process``; in the place of the lock one hides the page, and
erases what was in view by both gestures. Slow: two processes, and their memory read.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.safe.test_renewed_process import ANSWER, NAME, PHRASE, PROGRAM, Program
from tests.helpers import memory
from tests.safe.conftest import Made
from tests.safe.test_matters import everything

ERASES = """
    from PySide6.QtCore import Qt
    from tests.gui.keyboard import press, tab_to
    press(Qt.Key.Key_F12)
    until(lambda: window.covered and window.context.jobs.idle, seconds=60)
    tell(title=window.windowTitle(), covered=window.covered)
    choose(i18n.text("Tout effacer"))
    until(lambda: window.context.jobs.idle, seconds=60)
    tab_to(i18n.text("Oui, tout effacer"))
    press(Qt.Key.Key_Space)
    tab_to(i18n.text("Effacer pour toujours"))
    press(Qt.Key.Key_Return)
"""


@pytest.fixture
def program(tmp_path: Path, home: Path) -> Iterator[Program]:
    memory.needed()
    assert PROGRAM.count("    window.lock_now()\n") == 1
    code = PROGRAM.replace("    window.lock_now()\n", ERASES)
    begun = Program(tmp_path, home, {"QT_QPA_PLATFORM": "offscreen"}, code)
    yield begun
    begun.end()


@pytest.mark.slow
def test_nothing_of_the_matter_is_left(program: Program, home: Path) -> None:
    before = program.told(0)
    key = str(before["key"])
    (folder,) = home.rglob("*.coffre")
    made = Made(folder, bytes.fromhex(key), (), {})
    assert ANSWER in everything(made), "the watch is blind"
    wanted = memory.shapes({"phrase": PHRASE, "name": NAME, "answer": ANSWER}, key)
    assert memory.found(memory.session(program.process.pid), wanted)["answer"]
    program.go.touch()
    assert program.told(1) == {"title": "Papier libre", "covered": True}
    after = program.told(2)
    assert after["heading"] == "It is erased"
    assert after["title"] == "Papier libre"
    assert after["told"] == [], "what was handed over is in the environment no more"
    left = memory.found(memory.session(program.process.pid), wanted)
    assert +left == {}, f"left after erasing: {left}"
    assert ANSWER not in everything(made)
    for backup in (folder / "backups").iterdir():
        assert ANSWER not in everything(made, backup / "safe.db")
    assert [one for one in home.rglob("*") if one.is_file() and holds(one)] == []


def holds(file: Path) -> bool:
    """Tell whether a file has the answer in clear."""
    return any(ANSWER.encode(code) in file.read_bytes() for code in ("utf-8", "utf-16-le"))
