"""What a blind person hears: the real window, a real bus, the real Orca, and its words on paper.

``Ear`` presses keys on an X display of its own and gives back what Orca said. It waits for no
clock: it waits until every process of its desktop rests, and nothing more is said.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.gui.ears.resting import Rest
from tests.helpers.display import virtual_display

ROOT = Path(__file__).parents[3]
SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's, which has Orca
NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "orca")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 120.0
SCREEN = "1024x600x24"


def need_orca() -> None:
    """Skip, by the name of what is missing, where a screen reader cannot run."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if not any(map(os.path.exists, LAUNCHERS)):
        missing.append("at-spi2-core")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    asked = [SYSTEM_PYTHON, "-c", "import gi, orca; gi.require_version('Atspi', '2.0')"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("needs python3-gi, gir1.2-atspi-2.0 and orca for the system's Python")


class Ear:
    """One person at one window. ``version`` is Orca's."""

    def __init__(self, environment: dict[str, str], record: Path, rest: Rest) -> None:
        self._environment, self._record, self._rest = environment, record, rest
        self._read = 0
        self.version = ""

    def wait_for_orca(self) -> None:
        self._until(lambda: any("ready" in line for line in self._lines()), "Orca never speaks")
        self.version = next(line["ready"] for line in self._lines() if "ready" in line)

    def press(self, *keys: str) -> list[str]:
        """Press keys one after the other, each once all is quiet; return what the last one says.

        What the voice was cut in the middle of, without a key, was not heard: it is left out.
        """
        for key in keys:
            self._read = len(self._lines())
            self._xdotool("key", "--clearmodifiers", key)
            heard = self.listen()
        return heard

    def type(self, text: str) -> list[str]:
        """Type a text, as fast as a person does; return what is heard after it."""
        self._read = len(self._lines())
        self._xdotool("type", "--delay", "20", text)
        return self.listen()

    def listen(self) -> list[str]:
        """Return what is said until all is quiet, since the last key."""
        self._rest.wait()
        lines = self._lines()
        heard: list[str] = []
        for line in lines[self._read :]:
            if "cut" in line:
                heard.clear()
            elif "say" in line:
                heard.append(line["say"])
        return heard

    def title(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self._xdotool("getactivewindow", "getwindowname").strip()

    def wait_for_window(self, program: "subprocess.Popen[str]") -> None:
        """Wait until the window has the keyboard."""

        def open_or_over() -> bool:
            assert program.poll() is None, "the program has stopped: see window.log"
            return "Papier libre" in self.title()

        self._until(open_or_over, "the window never opens")

    def _until(self, condition: Any, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, what
            time.sleep(0.05)

    def _lines(self) -> list[dict[str, Any]]:
        if not self._record.exists():
            return []
        whole = self._record.read_text("utf-8").rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()]

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout


@contextlib.contextmanager
def listening(folder: Path, program: Sequence[str] = ()) -> Iterator[Ear]:
    """Run a desktop with a screen reader and the window; everything ends with it."""
    need_orca()
    record = folder / "said.jsonl"
    with virtual_display(SCREEN) as display, contextlib.ExitStack() as stack:
        environment = _environment(folder, display)
        started: list[int] = []

        def start(*command: str, log: str, **more: Any) -> subprocess.Popen[str]:
            out = stack.enter_context((folder / f"{log}.log").open("w"))
            process = subprocess.Popen(
                command, env=environment, cwd=ROOT, stderr=out, text=True, **more
            )
            stack.callback(_end, process)
            started.append(process.pid)
            return process

        bus = start(
            "dbus-daemon", "--session", "--nofork", "--print-address",
            log="bus", stdout=subprocess.PIPE,
        )  # fmt: skip
        assert bus.stdout is not None
        stack.enter_context(bus.stdout)
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        start("openbox", log="openbox", stdout=subprocess.DEVNULL)
        orca = str(Path(__file__).with_name("orca_recorded.py"))
        start(SYSTEM_PYTHON, orca, str(record), str(folder), log="orca", stdout=subprocess.DEVNULL)
        ear = Ear(environment, record, Rest(started))
        ear.wait_for_orca()
        window = start(*(program or (sys.executable, "-m", "tests.gui.ears.window")), log="window")
        ear.wait_for_window(window)
        yield ear


def _environment(folder: Path, display: str) -> dict[str, str]:
    """A desktop of one's own: nothing of the computer's is read, written or asked."""
    keep = ("PATH", "PYTHONPATH", "XDG_DATA_DIRS", "VIRTUAL_ENV")
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    return {
        **{name: os.environ[name] for name in keep if name in os.environ},
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "GSETTINGS_BACKEND": "memory",
        "GTK_A11Y": "none",
        "NO_AT_BRIDGE": "1",
        "LANG": "C.UTF-8",  # the reader's own words, such as "button", are everywhere the same
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
