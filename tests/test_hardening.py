"""No core file and no debugger, in every process that holds a key or a document: fault test L6."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import nobody
from tests.untrusted.test_documents import two_pages

RUN = ("-I", "-m", "desktop_app")
CHILD = """
import sys
from desktop_app.untrusted.viewer import Viewer
viewer = Viewer(drafts=sys.argv[1] == "drafts")
viewer.draw(sys.stdin.buffer.read(int(sys.argv[2])), 1, 100)
print(viewer._worker._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def python() -> Iterator[str]:
    """The interpreter that nobody runs.

    Skips where an ordinary process of nobody cannot be taken either: nothing would be shown.
    """
    nobody.needed("gcore")
    with nobody.folder() as home, nobody.running(["sleep", "60"], home) as plain:
        nobody.wait(lambda: nobody.has_loaded(plain.pid, "bin/sleep"), plain, "sleep runs")
        if not nobody.dumped(plain.pid, home):
            pytest.skip("here gcore takes no process of an ordinary user")
        if not nobody.leaves_core(plain.pid, home, lambda: plain.poll() is not None):
            pytest.skip("here no process leaves a core file in its folder")
    with nobody.folder() as checkout:
        yield nobody.python(checkout)


@pytest.fixture
def home() -> Iterator[Path]:
    with nobody.folder() as folder:
        yield folder


def _not_taken(process: "subprocess.Popen[bytes]", home: Path) -> None:
    assert not nobody.dumped(process.pid, home), "another program of this user reads its memory"
    left = nobody.leaves_core(process.pid, home, lambda: process.poll() is not None)
    assert not left, "a crash leaves its memory on the disk"


def test_a_command_that_waits_for_a_phrase(python: str, home: Path) -> None:
    command = [python, *RUN, "safe", "create", str(home / "c"), "--phrase-fd", "0"]
    with nobody.running(command, home) as process:
        nobody.wait(lambda: nobody.waits_on_input(process.pid), process, "it reads the phrase")
        _not_taken(process, home)


def test_the_window(python: str, home: Path) -> None:
    with nobody.running([python, *RUN], home) as process:
        loaded = "libQt6Widgets"
        nobody.wait(lambda: nobody.has_loaded(process.pid, loaded), process, "the window is there")
        _not_taken(process, home)


@pytest.mark.parametrize("kind", ["elsewhere", "drafts"])
def test_a_child_that_holds_a_document(kind: str, python: str, home: Path) -> None:
    """Its parent, a script of the test, lets its own memory go: the child must not."""
    document = two_pages()
    command = [python, "-I", "-c", CHILD, kind, str(len(document))]
    with nobody.running(command, home) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(document)
        process.stdin.flush()
        pid = int(process.stdout.readline())
        assert not nobody.dumped(pid, home), "another program of this user reads its memory"
        gone = Path(f"/proc/{pid}/maps")  # empty once it is dead, though not waited for
        assert not nobody.leaves_core(pid, home, lambda: not _memory(gone))


def _memory(maps: Path) -> str:
    try:
        return maps.read_text("utf-8", "replace")
    except OSError:
        return ""
