"""Watches a command and all its children from outside, by the system calls that they make."""

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

TALKING = ("socket", "connect", "bind", "sendto", "sendmsg", "sendmmsg")
WRITING = (
    *("openat", "open", "creat", "memfd_create"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("mkdir", "mkdirat"),
)


def system_calls(
    command: Sequence[str], names: Sequence[str], log: Path, environment: Mapping[str, str]
) -> list[str]:
    """Run a command to its end and return the calls of these names that succeeded, one a line.

    Skips by name where strace is missing or not permitted. The command itself must succeed.
    """
    if not shutil.which("strace"):
        pytest.skip("needs strace")
    traced = ["strace", "-f", "-qq", "-y", "-s", "4096", "-o", str(log)]
    done = subprocess.run(
        [*traced, "-e", f"trace={','.join(names)}", *command],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("needs the right to trace a process")
    assert done.returncode == 0, done.stdout + done.stderr
    return whole_calls(log.read_text("utf-8", "replace"))


def whole_calls(log: str) -> list[str]:
    """Return each call on one line, without the process number: strace splits those that wait."""
    begun: dict[str, str] = {}
    calls = []
    for line in log.splitlines():
        process, _, call = line.partition(" ")
        if call.endswith("<unfinished ...>"):
            begun[process] = call.removesuffix("<unfinished ...>")
            continue
        resumed = re.match(r"\s*<\.\.\. \w+ resumed>", call)
        if resumed:
            call = begun.pop(process, "") + call[resumed.end() :]
        call = call.strip()
        if re.match(r"\w+\(", call) and not re.search(r"\) += -1 E", call):  # no signal, no end
            calls.append(call)
    return calls
