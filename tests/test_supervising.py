"""The window of a terminal comes back by itself, and a window that never opens is no loop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from desktop_app.supervising import LONGEST_S, keep_there, pauses, window_command

PROJECT = Path(__file__).parents[1]


def test_a_window_that_served_is_followed_at_once() -> None:
    assert list(pauses(iter([30.0, 3600.0, 21.0]))) == [0.0, 0.0, 0.0]


def test_windows_that_end_at_once_are_waited_for_longer_and_longer() -> None:
    waits = list(pauses(iter([0.1] * 9)))
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, LONGEST_S, LONGEST_S, LONGEST_S]
    assert list(pauses(iter([0.1, 0.1, 60.0, 0.1]))) == [1.0, 2.0, 0.0, 1.0]


def test_the_window_is_this_very_program() -> None:
    python = [sys.executable]
    for before in (["-I", "-m", "desktop_app"], ["-m", "desktop_app"]):
        assert window_command([*before, "terminal", "--json"]) == [*python, *before]


def test_it_comes_back_after_an_end_a_crash_and_a_kill(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = (
        "import os, signal, sys\n"
        f"count = len(open({str(log)!r}, 'a+').read()) + open({str(log)!r}).read().count('x')\n"
        f"open({str(log)!r}, 'a').write('x')\n"
        "count and os.kill(os.getpid(), [signal.SIGKILL, signal.SIGABRT][count % 2])\n"
    )
    clock = iter(range(0, 10_000, 100))  # each lasted long enough
    assert keep_there([sys.executable, "-c", code], clock=lambda: next(clock), most=4) == 4
    assert log.read_text() == "xxxx"


def test_told_to_stop_it_ends_its_window_and_itself(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    window = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    code = (
        "import sys\nfrom desktop_app.supervising import keep_there\n"
        f"print(keep_there([sys.executable, '-c', {window!r}]), flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as keeper:
        end = time.monotonic() + 30
        while not (mark.exists() and mark.read_text()):
            assert time.monotonic() < end
            time.sleep(0.02)
        keeper.send_signal(signal.SIGTERM)
        assert keeper.stdout is not None
        assert keeper.stdout.read().strip() == "1"
        assert keeper.wait(10) == 0
    child = int(mark.read_text())
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return
    raise AssertionError("its window is still there")


def test_it_refuses_where_nothing_would_be_erased(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "terminal", "--json"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "terminal-not-public" in done.stdout
