"""J1 whole: a first start, a power cut, a letter printed, posted, followed, erased.

On a real X display of 1024 × 600, by keyboard only, over a real safe, through a real print queue;
nothing is at hand but what a person sees.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.display import virtual_display
from tests.printing.geometry import MOST_MM, distance
from tests.printing.queue import cups

PROJECT = Path(__file__).parents[2]
PATIENCE = 240
UNWANTED = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


def sit(name: str, environment: Mapping[str, str], *, cut: bool = False) -> dict[str, Any]:
    """Let a sitting happen; return what was seen by its kind."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.stories.journey_one", name],
        cwd=PROJECT,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == (-signal.SIGKILL if cut else 0), done.stdout + done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line.pop("seen"): line for line in lines}


def command(environment: Mapping[str, str], *words: str) -> Any:
    """Run a command on the same safe, with the same phrase."""
    reading, writing = os.pipe()
    os.write(writing, environment["PHRASE"].encode())
    os.close(writing)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", *words, "--phrase-fd", str(reading), "--json"],
            cwd=PROJECT,
            env=dict(environment),
            pass_fds=[reading],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        os.close(reading)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def test_j1_by_keyboard_with_a_real_safe_and_a_real_print(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with virtual_display() as display, cups() as service:
        printer = service.add_printer("Bureau", default=True)
        environment = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        environment |= {**service.environment, "DISPLAY": display, "HOME": str(home)}
        environment |= {"QT_QPA_PLATFORM": "xcb", "LANG": "fr_FR.UTF-8"}
        first = sit("first", environment, cut=True)
        assert first["points"]["size"] >= 14
        assert first["look"] == {"zoom": 1.5, "theme": "contraste"}
        environment["PHRASE"] = first["phrase"]["words"]

        second = sit("second", environment)
        assert second["look"] == first["look"], "kept at the next start"
        assert second["date"]["words"].endswith("2026")
        _sheet, letter = printer.printed(2)

        (safe,) = (home / ".local/share/papier-libre/coffres").iterdir()
        documents = command(environment, "safe", "list", str(safe))["items"]
        filed = next(one for one in documents if one["kind"] == "letter")
        command(environment, "safe", "show", str(safe), filed["id"], "--out", str(tmp_path / "l"))
        printed = distance((tmp_path / "l").read_bytes(), letter)
        assert printed.mm <= MOST_MM
        assert printed.pages == filed["pages"] > 1
        kinds = [e["kind"] for e in told(environment, safe, filed["dossier_id"])["events"]]
        assert {"letter-printed", "posted", "silence-expected"} <= set(kinds)

        third = sit("third", environment)
        assert "Une réponse est-elle arrivée ?" in third["reminder"]["words"]
        assert command(environment, "safe", "list", str(safe))["items"] == []
    left = [path for path in home.rglob("*") if path.is_file() and b"Martin" in path.read_bytes()]
    assert left == [], "nothing of the person lies outside the safe"


def told(environment: Mapping[str, str], safe: Path, dossier: str) -> Any:
    return command(environment, "safe", "dossier", str(safe), dossier)


@pytest.mark.parametrize("name", ["third"])
def test_a_sitting_that_does_not_see_its_page_fails(tmp_path: Path, name: str) -> None:
    """Sabotage: without a safe nothing can be taken up, and the sitting says so."""
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment["PATIENCE"] = "3"
    with pytest.raises(AssertionError, match="AssertionError"):
        sit(name, environment)
