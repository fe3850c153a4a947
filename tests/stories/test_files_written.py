"""Nothing readable is left behind: the journey writes in the folder it was told, and only there.

Fault test L3.
"""

import os
import re
import sys
from pathlib import Path

from tests.helpers.strace import WRITING, system_calls
from tests.stories.conftest import Watched

DEVICES = ("/dev/null", "/dev/tty", "/dev/urandom", "/dev/ptmx")


def written(calls: list[str]) -> set[str]:
    """Return the paths that these calls made or opened for writing."""
    paths = set()
    for call in calls:
        name = call.partition("(")[0]
        if name not in WRITING:
            continue
        if name in ("openat", "open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TMPFILE)", call):
            continue
        # -y shows what the descriptor returned really is, links and relative names resolved.
        returned = re.search(r"= \d+<([^>]*)>$", call)
        paths.add(returned[1] if returned else re.findall(r'"([^"]*)"', call)[-1])
    return paths


def outside(paths: set[str], folder: Path) -> list[str]:
    """Return what was written neither in this folder nor to a device."""
    return sorted(
        path
        for path in paths
        if path != str(folder) and not path.startswith((f"{folder}/", *DEVICES))
    )


def test_journey_writes_only_where_it_was_told(watched: Watched) -> None:
    out = watched.journey.out
    paths = written(watched.calls)
    assert any(path.startswith(f"{out}/safe") for path in paths), "the watch saw nothing"
    assert outside(paths, out) == []


def test_nothing_is_left_at_home_or_among_temporary_files(watched: Watched) -> None:
    top = watched.journey.top
    assert [path for name in ("home", "tmp") for path in (top / name).rglob("*")] == []


def test_the_watch_sees_a_temporary_file(tmp_path: Path) -> None:
    """Sabotage: one temporary file, removed at once, must be caught."""
    command = [sys.executable, "-c", "import tempfile; tempfile.TemporaryFile().write(b'x')"]
    place = tmp_path / "temporary"
    place.mkdir()
    environment = {**os.environ, "TMPDIR": str(place)}
    calls = system_calls(command, WRITING, tmp_path / "calls", environment)
    assert [p for p in outside(written(calls), tmp_path / "out") if p.startswith(str(place))]
