"""Sessions of a public terminal, one after the other, on a real display: does anything grow?

    python -m tests.bench.terminal_sessions --sessions 120 --every 60

Each session writes a letter and its answers, looks at how it would print, copies, and ends: the
process becomes a fresh one, whose memory, files, threads and handles are told then. Two hours, as
asked, by default; fewer with ``--sessions``, closer with ``--every``.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.display import virtual_display

PROJECT = Path(__file__).parents[2]
CHILD = """
import json, os
from desktop_app import __main__ as program
from desktop_app.gui import app, terminal_trial
tools = program.real_tools()
tools.__dict__["mode"] = "public"
def begun(window):
    pages = int(open("/proc/self/statm").read().split()[1])
    there = {"megabytes": pages * os.sysconf("SC_PAGE_SIZE") / 1e6}
    there["handles"] = len(os.listdir("/proc/self/fd"))
    there["threads"] = len(os.listdir("/proc/self/task"))
    there["variables"] = len(os.environ)
    terminal_trial._say({"now": there})
    terminal_trial.Trial(window, ["Zaabb", "Zccdd", "Zeeff", "Zgghh"]).begin()
app.run(tools, begun=begun)
"""


@dataclass(frozen=True)
class Moment:
    """A process that has just become a fresh one; ``seconds`` since the session before began."""

    megabytes: float
    handles: int
    threads: int
    variables: int
    seconds: float


def sessions(count: int, every: float) -> Iterator[Moment]:
    """Yield how each fresh process is, once a session has ended before it."""
    with virtual_display() as name:
        environment = os.environ | {
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(PROJECT),
        }
        environment.pop("PAPIER_LIBRE_ENDED", None)
        with subprocess.Popen(
            [sys.executable, "-c", CHILD],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as child:
            try:
                yield from _moments(child, count, every)
            finally:
                child.kill()


def _moments(child: "subprocess.Popen[bytes]", count: int, every: float) -> Iterator[Moment]:
    assert child.stdin is not None
    assert child.stdout is not None
    begun, seen = time.monotonic(), -1
    for line in child.stdout:
        told = json.loads(line)
        if "written" in told:
            time.sleep(max(0.0, begun + every - time.monotonic()))
            child.stdin.write(b"\n")
            child.stdin.flush()
        elif "now" in told:
            seen += 1
            if seen:
                yield Moment(**told["now"], seconds=time.monotonic() - begun)
            begun = time.monotonic()
            if seen == count:
                return
        else:
            raise AssertionError(told)
    raise AssertionError(f"ended after {seen} sessions")


def grows(found: list[Moment]) -> list[str]:
    """Return what is larger in the last third than in the first: by 5 % of memory, or by one."""
    third = max(1, len(found) // 3)

    def middle(name: str, some: list[Moment]) -> float:
        values = sorted(getattr(one, name) for one in some)
        return float(values[len(values) // 2])

    faults = []
    for name, room in (("megabytes", 0.05), ("handles", 0), ("threads", 0), ("variables", 0)):
        first, last = middle(name, found[:third]), middle(name, found[-third:])
        if last > first * (1 + room):
            faults.append(f"{name}: {first:.1f} then {last:.1f}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=120)
    parser.add_argument("--every", type=float, default=60.0, help="seconds")
    options = parser.parse_args()
    found: list[Moment] = []
    for one in sessions(options.sessions, options.every):
        found.append(one)
        sys.stdout.write(
            f"{len(found):4} {one.seconds:7.1f} s {one.megabytes:7.1f} MB {one.handles:4} handles "
            f"{one.threads:3} threads {one.variables:3} variables\n"
        )
        sys.stdout.flush()
    faults = grows(found)
    sys.stdout.write("flat\n" if not faults else "grows: " + "; ".join(faults) + "\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
