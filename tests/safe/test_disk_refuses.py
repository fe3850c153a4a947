"""What the disk says in the middle of a session is said as it is: a quota, a protection.

The refusals are made by strace in the system calls of a real process, on the safe's own files.
"""

import os
import shutil
import subprocess
import sys

import pytest

from desktop_app.safe.errors import StorageFailed
from tests.safe.conftest import Made

SAVER = """
import sys
from pathlib import Path
from desktop_app.core.errors import AppError
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.safe.conftest import Made, TODAY
made = Made(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), (), {})
safe = made.open_with_key(Door(choose_kdf=lambda: FLOOR))
print("open", flush=True)
sys.stdin.readline()
for gesture in (
    lambda: safe.people.add("Quelqu’un", on=TODAY),
    lambda: safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY),
    lambda: safe.add(bytes(90_000), title="Papier", on=TODAY),
    lambda: safe.access.add_phrase("la phrase de quelqu’un", name="", on=TODAY),
):
    try:
        gesture()
        print("ok", flush=True)
    except AppError as refusal:
        print(refusal.code, flush=True)
"""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param("EDQUOT", "disk-full", id="quota"),
        pytest.param("EROFS", "read-only", id="became read-only"),
        pytest.param("EIO", "storage-failed", id="bad disk"),
    ],
)
def test_what_the_disk_refuses_in_mid_session(made: Made, error: str, code: str) -> None:
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    made.folder.ballast.unlink()  # else the draft would be saved in its place, as it should
    made.folder.ballast.write_bytes(b"")
    child = subprocess.Popen(
        [sys.executable, "-c", SAVER, str(made.path), made.key.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "."},
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    names = ("safe.db", "safe.db-journal", "keys", "keys.part", "ballast.part")
    only = [word for name in names for word in ("-P", str(made.path / name))]
    inject = f"inject=write,pwrite64:error={error}"
    tracer = subprocess.Popen(
        ["strace", "-f", "-p", str(child.pid), *only, "-e", "trace=write,pwrite64", "-e", inject],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr is not None
    if "attached" not in tracer.stderr.readline():
        child.kill()
        pytest.skip("needs the right to trace a process")
    said, _ = child.communicate("\n", timeout=120)
    tracer.communicate(timeout=20)
    assert said.split() == [code] * 4
    with made.open_with_key() as safe:
        assert {document.id for document in safe.documents()} == set(made.contents)
        assert len(safe.access.all()) == 2


def test_the_probe_leaves_nothing(made: Made) -> None:
    from desktop_app.safe.sqlite_errors import meaning

    class Unclear(Exception):
        sqlite_errorname = "SQLITE_IOERR_WRITE"

    before = sorted(path.name for path in made.path.iterdir())
    assert type(meaning(Unclear(), made.folder.database)) is StorageFailed
    assert sorted(path.name for path in made.path.iterdir()) == before
