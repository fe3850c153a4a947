"""What Qt needs is asked before Qt is imported: it would abort without a word."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.display import virtual_display

SCRIPT = Path(__file__).parents[2] / "desktop_app" / "qt_needs.py"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux: others bring these")


def ask(question: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", SCRIPT, question],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({}, id="none"),
        pytest.param({"DISPLAY": ":990"}, id="X server that is not there"),
        pytest.param(
            {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/tmp"}, id="dead Wayland"
        ),
    ],
)
def test_no_display(environment: dict[str, str]) -> None:
    assert ask("display", **environment).returncode == 1


def test_display_that_answers() -> None:
    with virtual_display() as display:
        assert ask("display", DISPLAY=display).returncode == 0


SOCKETS = Path("/tmp/.X11-unix")


@contextlib.contextmanager
def a_door_that_hangs_up_once(real: str) -> Iterator[str]:
    """Stand before a display, as a server that begins anew: the first client is dropped."""
    number = next(n for n in range(700, 900) if not (SOCKETS / f"X{n}").exists())
    path = SOCKETS / f"X{number}"
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()

        def pass_on(source: socket.socket, target: socket.socket) -> None:
            with contextlib.suppress(OSError):
                while said := source.recv(65536):
                    target.sendall(said)
                target.shutdown(socket.SHUT_WR)

        def serve() -> None:
            with contextlib.suppress(OSError):
                door.accept()[0].close()
                while True:
                    client = door.accept()[0]
                    server = socket.socket(socket.AF_UNIX)
                    server.connect(str(SOCKETS / f"X{real.removeprefix(':')}"))
                    for pair in [(client, server), (server, client)]:
                        threading.Thread(target=pass_on, args=pair, daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield f":{number}"
        finally:
            path.unlink()


def test_a_display_that_begins_anew_is_asked_again() -> None:
    with virtual_display() as real, a_door_that_hangs_up_once(real) as display:
        assert ask("display", DISPLAY=display).returncode == 0


def test_missing_library_is_named_by_its_package() -> None:
    lacking = (
        "import ctypes, runpy, sys\n"
        "real = ctypes.CDLL\n"
        "def load(name, *rest, **more):\n"
        "    if name == 'libxcb-cursor.so.0':\n"
        "        raise OSError(name)\n"
        "    return object()\n"
        "ctypes.CDLL = load\n"
        f"sys.argv = ['qt_needs.py', 'packages']\n"
        f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", lacking], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["libxcb-cursor0"]


def test_what_lies_there_is_not_loaded_by_the_start_of_the_window() -> None:
    """A library that is not where the system keeps its own is asked of the loader, as ever."""
    asked = (
        "import runpy, sys\n"
        f"needs = runpy.run_path({str(SCRIPT)!r})\n"
        "missing, names = needs['missing_packages'], needs['PACKAGE_OF']\n"
        "there = [one for one in names if needs['lies_there'](one)]\n"
        "loaded = []\n"
        "missing.__globals__['loads'] = lambda name: loaded.append(name) or name == 'libGL.so.1'\n"
        "names['libnowhere.so.9'] = 'nowhere'\n"
        "print(len(there) + len(loaded) - len(names), 'nowhere' in missing(at_sight=True))\n"
        "print(len(there) + len(loaded) - len(names), set(there) & set(loaded))\n"
        "missing()\n"
        "print(len(loaded) >= len(names))\n"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0].endswith("True")
    assert done.stdout.splitlines()[1:] == ["0 set()", "True"]


def test_qt_starts_where_nothing_is_said_to_be_missing() -> None:
    if ask("packages").stdout.strip():
        pytest.skip(f"needs {' '.join(ask('packages').stdout.split())}")
    window = "from PySide6.QtWidgets import QApplication; QApplication([])"
    done = subprocess.run(
        [sys.executable, "-c", window],
        env={"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", "HOME": "/nonexistent"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
