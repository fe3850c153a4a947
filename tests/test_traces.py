"""The terminal's own test: a session leaves nothing; what is made to leave something is caught."""

import json
import os
from pathlib import Path

import pypdfium2
import pytest

from desktop_app import traces
from desktop_app.cli import selftest_public
from desktop_app.cli.main import run
from desktop_app.core.terminal_trial import Found, Looked
from desktop_app.pages.reading import read
from desktop_app.pages.terminal_traces import page
from desktop_app.traces import TrialFailed, Words, drawn, try_a_session
from desktop_app.wiring import RealTools
from tests.helpers.display import virtual_display

LINUX = pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
LEFT = """
import os, pathlib, tempfile
from desktop_app.gui import session_wipe, terminal_trial
begin, again, tell = terminal_trial.Trial.begin, session_wipe.again, terminal_trial._tell
def begins(trial):
    os.environ["WORD"] = trial._words[2]
    LEAVES
    begin(trial)
def tells(window):
    PASTES
    tell(window)
terminal_trial.Trial.begin, terminal_trial._tell = begins, tells
from desktop_app import __main__ as program
program.try_terminal()
"""


def left(leaves: str = "del os.environ['WORD']", pastes: str = "pass") -> str:
    return LEFT.replace("LEAVES", leaves).replace("PASTES", pastes)


def found_in(found: Found) -> set[str]:
    return {one.where for one in found.places if one.found}


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    (made := tmp_path / "spool").mkdir()
    return made


@LINUX
@pytest.mark.slow
def test_on_a_real_display_a_session_leaves_nothing(
    queue: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with virtual_display() as name:
        monkeypatch.setenv("DISPLAY", name)
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        found = try_a_session(on_screen=True, queue=[queue])
    assert found.nothing_left, found
    memory = next(one for one in found.places if one.where == "memory")
    assert memory.looked
    assert memory.count > 20
    assert sorted(home.rglob("*")) == []


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize(
    ("leaves", "pastes", "where"),
    [
        ("pathlib.Path(tempfile.gettempdir(), 'x').write_text('..' + trial._words[0])", "", "disk"),
        ("pathlib.Path.home().joinpath(trial._words[1].lower()).touch()", "", "disk"),
        ("pathlib.Path(os.environ['SPOOL'], 'd1').write_text(trial._words[3])", "", "queue"),
        ("pass", "pass", "memory"),
        (
            "pass",
            "terminal_trial.QApplication.clipboard().setText(os.environ['WORD'])",
            "paste",
        ),
    ],
)
def test_what_a_session_leaves_is_found(
    leaves: str, pastes: str, where: str, queue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOOL", str(queue))
    if leaves != "pass":
        leaves += "; del os.environ['WORD']"
    found = try_a_session(on_screen=False, code=left(leaves, pastes or "pass"), queue=[queue])
    assert where in found_in(found)
    assert not found.nothing_left


HOLDS = """
import json, os
held = os.read(0, 999)
os.write(1, b'{"written": true}\\n')
os.read(0, 1)
FORGETS
os.write(1, b'{"ended": true, "paste": ["x"]}\\n')
os.read(0, 1)
"""


@LINUX
def test_memory_is_looked_through(queue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slice that is always run: a process that keeps the words, and one that begins anew.

    The whole disk is looked at by the slow ones: its folders may hold half a million files.
    """
    monkeypatch.setattr(traces, "places", lambda: (queue.parent,))
    kept = try_a_session(on_screen=False, code=HOLDS.replace("FORGETS", ""), queue=[queue])
    assert found_in(kept) == {"memory"}
    again = """
import sys
told = "import os; os.write(1, b'{\\"ended\\": true}\\\\n'); os.read(0, 1)"
os.execv(sys.executable, [sys.executable, "-c", told])
"""
    fresh = try_a_session(on_screen=False, code=HOLDS.replace("FORGETS", again), queue=[queue])
    assert found_in(fresh) == set(), fresh


def test_a_session_that_never_wrote_its_words_says_nothing(queue: Path) -> None:
    """Not to find what was never written would say « nothing left »."""
    code = "import json, os; os.read(0, 999); os.write(1, b'{\"written\": true}\\n'); os.read(0, 1)"
    with pytest.raises(TrialFailed):
        try_a_session(on_screen=False, code=code, queue=[queue])


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "print('{', flush=True)", "print('[]')"])
def test_a_session_that_ends_too_soon_is_no_success(code: str, queue: Path) -> None:
    with pytest.raises(TrialFailed):
        try_a_session(on_screen=False, code=code, queue=[queue])


def test_words_are_found_as_each_program_writes_them() -> None:
    words = drawn()
    assert len(set(words.all_of_them)) == 4
    for one in words.all_of_them:
        for code in traces.ENCODINGS:
            for written in (one, one.lower(), one.capitalize()):
                assert words.in_(b"\0" + f"x{written}y".encode(code))
    assert not words.in_(os.urandom(100_000))
    assert repr(words) == "Words()"


def test_a_word_across_two_pieces_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "PIECE", 100)
    for at in range(80, 120):
        (file := tmp_path / "f").write_bytes(b"." * at + b"ZKANARI" + b"." * 50)
        assert traces._holds(file, Words(("zkanari",))), at


SOME = Found(
    (
        Looked("disk", 12, ("/srv/borne/x",), 2),
        Looked("memory", looked=False),
        Looked("paste", 1, ("",)),
        Looked("queue", 0),
    ),
    doubts=("home", "rights", "line", "swap", "screen"),
)


def test_the_page_says_where(monkeypatch: pytest.MonkeyPatch, capsys, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    told = "\n".join(read(page(SOME, RealTools().clock.today()).blocks))
    for words in (
        "/srv/borne/x",
        "pas cherché sur ce système",
        "Presse-papiers : trouvé.",
        "2 n’ont",
    ):
        assert words in told
    monkeypatch.setattr(traces, "try_a_session", lambda **_: SOME)
    monkeypatch.setattr(selftest_public, "_doubts", lambda *_: iter(SOME.doubts))
    out = tmp_path / "page.pdf"
    assert run(["self-test", "--public", "--page", str(out), "--json"], RealTools) == 1
    assert json.loads(capsys.readouterr().out)["ok"] is False
    assert len(pypdfium2.PdfDocument(out)) == 1
