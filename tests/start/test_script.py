"""The script itself: portable, and free of what a shell check finds."""

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SCRIPTS = [
    "start",
    ".ci/run",
    "resources/packaging/renew_locks.sh",
    "resources/packaging/linux/top/papier-libre.sh",
    "tests/packaging/bare_root.sh",
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_for_shellcheck_to_say(script: str) -> None:
    if not shutil.which("shellcheck"):
        pytest.skip("needs shellcheck")
    done = subprocess.run(
        ["shellcheck", PROJECT / script], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""


@pytest.mark.parametrize("script", SCRIPTS)
def test_can_be_executed(script: str) -> None:
    assert (PROJECT / script).stat().st_mode & 0o111 == 0o111


def test_start_is_plain_posix_shell() -> None:
    if not shutil.which("dash"):
        pytest.skip("needs dash")
    subprocess.run(["dash", "-n", PROJECT / "start"], check=True)
