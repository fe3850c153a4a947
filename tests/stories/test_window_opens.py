"""`./start` on a computer with a display opens the window, and its keys are heard."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.helpers.display import Hands, virtual_display

PROJECT = Path(__file__).parents[2]
UNWANTED = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


def test_start_opens_the_window(tmp_path: Path) -> None:
    if not (PROJECT / ".venv" / "ready").is_file():
        pytest.skip("needs a prepared checkout: ./start")
    with virtual_display() as display:
        hands = Hands(display)
        environment = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        environment |= {"DISPLAY": display, "HOME": str(tmp_path), "LANG": "fr_FR.UTF-8"}
        with subprocess.Popen(
            [str(PROJECT / "start")], env=environment, cwd=tmp_path, stderr=subprocess.PIPE
        ) as program:
            try:
                title = hands.title("Que vous arrive-t-il ?")
                assert title == "Que vous arrive-t-il ? — Papier libre"
                hands.press("F1")
                hands.title("Aide")
                hands.press("alt+Left")
                hands.title("Que vous arrive-t-il ?")
            finally:
                program.send_signal(signal.SIGTERM)
                said = program.communicate()[1]
    assert said == b""
