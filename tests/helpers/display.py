"""A real X display of the test's own, which nobody sees, and keys pressed on it from outside."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

SCREEN = "1024x600x24"
PATIENCE = 30.0


@contextlib.contextmanager
def virtual_display(screen: str = SCREEN) -> Iterator[str]:
    """Run an X server; yield its name for DISPLAY. Skips by name where Xvfb is missing."""
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    reader, writer = os.pipe()
    # Else it begins anew whenever its last client leaves, and refuses who comes meanwhile: a desk
    # has a window manager, which never leaves.
    command = ["Xvfb", "-noreset", "-displayfd", str(writer), "-screen", "0", screen]
    command += ["-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()


class Hands:
    """Presses keys on a display and reads the titles of its windows, as another program."""

    def __init__(self, display: str) -> None:
        if not shutil.which("xdotool"):
            pytest.skip("needs xdotool")
        self._environment = {**os.environ, "DISPLAY": display}

    def title(self, begins: str) -> str:
        """Wait for a window whose title begins so, give it the keyboard, return the title."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for window in self._do("search", "--onlyvisible", "--name", ".").split():
                found = self._do("getwindowname", window).strip()
                if found.startswith(begins):
                    self._do("windowfocus", window)
                    return found
            time.sleep(0.1)
        raise AssertionError(f"no window is called « {begins} »")

    def press(self, *keys: str) -> None:
        self._do("key", "--clearmodifiers", *keys)

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout
