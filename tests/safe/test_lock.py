"""One opener at a time, on this computer and on others (fault family S13)."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.safe import lock
from desktop_app.safe.door import Door
from desktop_app.safe.errors import AlreadyOpen, SafeLockedElsewhere
from tests.safe.conftest import TODAY, Made

HOLDER = """
import sys, time, datetime as dt
from pathlib import Path
from desktop_app.safe import lock
from desktop_app.safe.door import Door
safe = Door().open(Path(sys.argv[1]), sys.argv[2], on=dt.date(2026, 11, 24))
print("open", flush=True)
time.sleep(60)
"""


def hold(made: Made) -> "subprocess.Popen[str]":
    from tests.safe.conftest import PHRASE

    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(made.path), PHRASE],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def end(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.wait()
    assert child.stdout is not None
    child.stdout.close()


def test_a_second_opening_is_told_and_writes_nothing(made: Made) -> None:
    child = hold(made)
    try:
        before = {p.name: p.read_bytes() for p in made.path.iterdir() if p.is_file()}
        note = json.loads(before["lock"])
        assert note["process"] == child.pid
        assert set(note) == {"host", "machine", "process", "time"}
        with pytest.raises(AlreadyOpen):
            made.open()
        assert {p.name: p.read_bytes() for p in made.path.iterdir() if p.is_file()} == before
    finally:
        end(child)


def test_a_stopped_owner_still_owns_and_a_killed_one_does_not(made: Made) -> None:
    if not hasattr(signal, "SIGSTOP"):
        pytest.skip("Windows stops no process for a while")
    child = hold(made)
    try:
        child.send_signal(signal.SIGSTOP)
        time.sleep(0.2)
        with pytest.raises(AlreadyOpen):
            made.open()
    finally:
        end(child)
    assert (made.folder.lock).stat().st_size > 0  # its note is still there
    made.open().close()
    assert made.folder.lock.read_bytes() == b""


def test_the_same_process_is_a_second_opening_too(made: Made) -> None:
    with made.open(), pytest.raises(AlreadyOpen):
        made.open()
    made.open().close()


@pytest.mark.parametrize(
    "note",
    [
        pytest.param({"host": "autre-pc", "machine": "0" * 16}, id="another name"),
        pytest.param({"machine": "0" * 16}, id="the same name, another machine"),
    ],
)
def test_another_computer_that_has_not_finished(made: Made, note: dict[str, str]) -> None:
    ours = {"host": socket.gethostname(), "process": 1, "time": int(time.time())}
    made.folder.lock.write_text(" " + json.dumps({**ours, **note}))
    with pytest.raises(SafeLockedElsewhere):
        made.open()
    with made.open(read_only=True) as safe:
        assert len(safe.documents()) == len(made.contents)
    made.open(from_elsewhere=True).close()
    made.open().close()


@pytest.mark.parametrize("note", [b"", b" {", b"\0" * 200, b"[1]", b"\xff" * 5000, b"[" * 4000])
def test_a_torn_note_stops_nobody(made: Made, note: bytes) -> None:
    made.folder.lock.write_bytes(note)
    made.open().close()


WRITER = """
import sys, datetime as dt, time
from pathlib import Path
from desktop_app.safe import lock
from desktop_app.safe.door import Door
from desktop_app.safe.errors import AlreadyOpen
from tests.safe.conftest import Made
name, count = sys.argv[3], int(sys.argv[4])
made = Made(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), (), {})
saved = told = 0
while saved < count:
    try:
        with made.open_with_key() as safe:
            safe.people.add(f"{name} {saved}", on=dt.date(2026, 11, 24))
        saved += 1
    except AlreadyOpen:
        told += 1
        time.sleep(0.001)
print(told)
"""


def test_two_programs_that_save_in_turn_lose_nothing(made: Made, record_property) -> None:
    count = 40
    children = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(made.path), made.key.hex(), name, str(count)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": "."},
        )
        for name in ("Ana", "Béa")
    ]
    told = sum(int(child.communicate(timeout=60)[0]) for child in children)
    assert all(child.returncode == 0 for child in children)
    record_property("saves, refusals", (2 * count, told))
    with made.open_with_key() as safe:
        names = {person.name for person in safe.people.all()}
    assert {f"{name} {n}" for name in ("Ana", "Béa") for n in range(count)} <= names


def test_without_the_lock_the_second_would_enter(made: Made, monkeypatch) -> None:
    """The sabotage: a lock that always says yes."""
    import filelock

    monkeypatch.setattr(filelock, "lock_descriptor", lambda descriptor, blocking: True)
    with made.open(), made.open() as second:
        assert len(second.documents()) == len(made.contents)


def test_a_read_only_opening_writes_nothing(made: Made, tmp_path: Path) -> None:
    before = {p.name: p.read_bytes() for p in made.path.iterdir() if p.is_file()}
    with made.open(read_only=True) as safe:
        assert safe.read_only
        safe.back_up_if_due(on=TODAY)
    assert {p.name: p.read_bytes() for p in made.path.iterdir() if p.is_file()} == before
    assert list(made.folder.backups.iterdir()) == []
    assert Door is not None


def test_a_computer_that_changed_its_name_is_the_same(made: Made) -> None:
    note = {**lock._here(), "host": "ancien-nom", "process": 1, "time": 1}
    made.folder.lock.write_text(" " + json.dumps(note))
    made.open().close()
