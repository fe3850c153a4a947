"""What the user's surroundings would have the program load is not loaded: a canary for each.

The canaries are seen by the same program with its gate taken away: that is the sabotage.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import hardening
from desktop_app.gui import capture
from tests.helpers import memory, nobody

PROJECT = Path(__file__).parents[1]
OPEN = """
import sys
from desktop_app import __main__ as program, hardening
if sys.argv[1] == "sabotaged":
    program.drop_loaders = lambda environment: None
sys.argv = ["papier-libre"]
sys.exit(program.main())
"""
INSTALLED = """
import sys
from desktop_app import __main__ as program
run = program.main if sys.argv.pop(1) == "sabotaged" else program.installed
sys.exit(run())
"""
gates = pytest.mark.parametrize("gate", ["kept", "sabotaged"])
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A folder of plugins of Qt, of modules of Python, and of settings that lead there."""
    import PySide6

    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    for kind in ("platforms", "imageformats", "iconengines"):
        shutil.copytree(plugins / kind, tmp_path / kind)
    (tmp_path / "qt.conf").write_text(f"[Paths]\nPlugins = {tmp_path}\nPrefix = {tmp_path}\n")
    for module in ("sitecustomize", "argparse"):
        line = f"open({str(tmp_path / (module + '.loaded'))!r}, 'a').write('x')\n"
        (tmp_path / f"{module}.py").write_text(line)
    return tmp_path


@linux
@gates
def test_no_plugin_of_qt_but_its_own(gate: str, canary: Path, tmp_path: Path) -> None:
    """Named by the surroundings, or by a qt.conf in the folder one is in."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_PLUGIN_PATH": str(canary),
        "QT_QPA_PLATFORM_PLUGIN_PATH": str(canary / "platforms"),
        "SSLKEYLOGFILE": str(canary / "keys.log"),
        "QT_DEBUG_PLUGINS": "1",
        "PYTHONPATH": str(PROJECT),
    }
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", OPEN, gate], env=environment, cwd=canary, stderr=said
        )
    try:
        nobody.wait(lambda: nobody.has_loaded(process.pid, "libqoffscreen"), process, "a window")
        loaded = Path(f"/proc/{process.pid}/maps").read_text()
        assert (str(canary) in loaded) is (gate == "sabotaged")
        told = b"plugin" in (tmp_path / "said").read_bytes()
        assert told is (gate == "sabotaged"), "what is loaded is told to nobody"
        assert not (canary / "keys.log").exists()
    finally:
        process.kill()
        process.wait()


@gates
def test_the_installed_command_loads_no_module_of_the_surroundings(gate: str, canary: Path) -> None:
    """Python itself loaded what it found before it ran us: not what we then become."""
    done = subprocess.run(
        [sys.executable, "-c", INSTALLED, gate, "--help"],
        env=os.environ | {"PYTHONPATH": f"{canary}{os.pathsep}{PROJECT}"},
        cwd=canary, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    seen = {path.stem: len(path.read_text()) for path in canary.glob("*.loaded")}
    assert seen.get("sitecustomize") == 1, "the watch is blind"
    assert ("argparse" in seen) is (gate == "sabotaged"), done.stderr
    if gate == "kept":
        assert done.returncode == 0, done.stderr
        assert "papier-libre" in done.stdout


def test_everything_that_loads_is_dropped_and_nothing_else() -> None:
    mine = {"PATH": "/bin", "LANG": "fr_FR.UTF-8", "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}
    given = mine | dict.fromkeys(hardening.LOADERS, "/somewhere")
    hardening.drop_loaders(given)
    assert given == mine


@linux
def test_a_key_is_never_swapped_out() -> None:
    """The page of the buffer is locked; before, it is not: the watch sees the difference."""
    buffer = bytearray(1 << 20)  # a mapping of its own
    assert memory.locked_kb(buffer) == 0
    assert hardening.keep_in_memory(buffer)
    assert memory.locked_kb(buffer) >= 1024
    assert not hardening.keep_in_memory(bytearray())


def test_the_window_asks_not_to_be_captured() -> None:
    """Where the system has such a function; an older one knows a black window only."""
    from PySide6.QtWidgets import QApplication, QWidget

    _ = QApplication.instance() or QApplication([])
    window, asked = QWidget(), []

    def older(place: int, what: int) -> int:
        asked.append((place, what))
        return int(what == capture.BLACK)

    assert capture.refuse(window, older)
    assert asked == [(int(window.winId()), capture.EXCLUDED), (int(window.winId()), capture.BLACK)]
    if sys.platform != "win32":
        assert not capture.refuse(window)


def test_a_command_that_is_isolated_does_not_begin_again() -> None:
    code = "from desktop_app.hardening import begin_isolated; begin_isolated('nowhere')"
    done = subprocess.run([sys.executable, "-I", "-c", code], check=False, timeout=60)
    assert done.returncode == 0
