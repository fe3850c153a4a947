"""Two accounts of one computer, one folder of a group: the second one reads at once."""

import os
import subprocess
from collections.abc import Iterator

import pytest

from tests.safe.conftest import PHRASE
from tests.safe.test_shared_folder import FIRST, GROUP, SECOND, Shared, shared

assert shared is not None  # the fixture

HELD = """
import sys
from pathlib import Path
from desktop_app.safe.door import Door
from tests.safe.conftest import TODAY
with Door(names_who=True).open(Path(sys.argv[1]), sys.argv[2], on=TODAY) as safe:
    safe.people.add("Ana", on=TODAY)
    print("open", flush=True)
    sys.stdin.read()
"""
READS = """
import sys
from pathlib import Path
from desktop_app.core.errors import AppError
from desktop_app.safe.door import Door
from tests.safe.conftest import TODAY
said = []
door = Door(names_who=True)
path, phrase = Path(sys.argv[1]), sys.argv[2]
safe = door.open(path, phrase, on=TODAY, or_read=True, tell=lambda n: said.append(n.code))
who = safe.beside.writer().here if safe.beside else None
print(safe.read_only, who, [one.name for one in safe.people.all()], said)
"""


def as_user(shared: Shared, user: int, code: str) -> list[str]:
    return [
        *("setpriv", f"--reuid={user}", f"--regid={user}", f"--groups={GROUP}"),
        *(shared.python, "-c", code, str(shared.safe), PHRASE),
    ]


def reads(shared: Shared) -> str:
    done = subprocess.run(
        as_user(shared, SECOND, READS),
        cwd=shared.place,
        env=surroundings(shared),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def surroundings(shared: Shared) -> dict[str, str]:
    return {"HOME": "/nonexistent", "PYTHONPATH": str(shared.place), "LANG": "C.UTF-8"} | {
        "PYTHONDONTWRITEBYTECODE": "1"
    }


@pytest.fixture
def held(shared: Shared) -> Iterator[Shared]:
    """The safe of a group that the first account writes now."""
    shared.share()
    child = subprocess.Popen(
        as_user(shared, FIRST, HELD),
        cwd=shared.place,
        env=surroundings(shared),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "open\n"
    yield shared
    child.communicate("")


def test_the_second_account_reads_beside_the_first(held: Shared) -> None:
    assert reads(held) == "True True ['Ana'] []"


@pytest.mark.slow
def test_an_account_that_may_only_read_is_not_refused(held: Shared) -> None:
    for path in (held.safe, *held.safe.rglob("*")):
        os.chmod(path, 0o2750 if path.is_dir() else 0o640)
    assert reads(held) == "True True ['Ana'] ['opened-read-only']"


@pytest.mark.slow
def test_it_reads_where_nobody_writes_too(shared: Shared) -> None:
    shared.share()
    for path in (shared.safe, *shared.safe.rglob("*")):
        os.chmod(path, 0o2750 if path.is_dir() else 0o640)
    assert reads(shared) == "True None [] ['opened-read-only']"
