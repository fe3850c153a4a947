"""What a pipe of a Windows console is given: its own letters, and near ones for the others."""

import json
import subprocess
import sys

import pytest

from desktop_app.cli import letters_of_console as letters

FRENCH = "À poster : l’œuvre « d’été » – 12 € → 3 mois…"


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (850, "À poster : l'oeuvre « d'été » - 12 EUR -> 3 mois..."),
        (437, "? poster : l'oeuvre « d'été » - 12 EUR -> 3 mois..."),
        (1252, "À poster : l’œuvre « d’été » – 12 € -> 3 mois…"),
        (65001, FRENCH),
        (0, FRENCH),
        (99999, FRENCH),
    ],
)
def test_what_is_read_there(number: int, read: str) -> None:
    encoding = letters.page(number)
    assert FRENCH.encode(encoding, letters.NEAR).decode(encoding) == read


CONSOLE = """
import ctypes, subprocess, sys
kernel = ctypes.windll.kernel32
kernel.FreeConsole()
assert kernel.AllocConsole()
assert kernel.SetConsoleOutputCP(int(sys.argv[1])), "no such page"
command = [sys.executable, "-I", "-X", "utf8", "-m", "desktop_app", *sys.argv[2:]]
done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
open(1, "wb", closefd=False).write(done.stdout)
"""


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows: ./start test --windows")
@pytest.mark.parametrize("number", [850, 1252, 65001])
def test_a_pipe_of_windows_is_read_in_the_console_s_own_letters(number: int) -> None:
    def said(*words: str) -> bytes:
        command = [sys.executable, "-c", CONSOLE, str(number), *words]
        return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout

    encoding = letters.page(number)
    shown = said("catalogue", "--search", "caf").decode(encoding)
    assert "Caf" in shown
    assert "é" in shown
    assert "Ã" not in shown
    assert json.loads(said("catalogue", "--search", "caf", "--json").decode("utf-8"))
