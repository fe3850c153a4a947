"""A safe in the folder of a group, used by two accounts of one computer (office A3)."""

import os
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import nobody
from tests.safe.conftest import PHRASE

GROUP, FIRST, SECOND = 4100, 4001, 4002
HELPER = "la phrase de la bénévole Zoé"
ROTATED = "une phrase pour toute l’équipe"

ACT = """
import sys
from pathlib import Path
from desktop_app.core.errors import AppError
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import Kdf
from tests.safe.conftest import TODAY
path, phrase, *acts = sys.argv[1:]
door = Door(choose_kdf=lambda: Kdf(19_456, 1, 1))
said = []
try:
    if acts == ["create"]:
        door.create(Path(path), phrase, on=TODAY)
    else:
        with door.open(Path(path), phrase, on=TODAY, tell=lambda n: said.append(n.code)) as safe:
            for act in acts:
                what, _, value = act.partition(":")
                if what == "add":
                    safe.access.add_phrase(value, name="Zoé", on=TODAY)
                elif what == "change":
                    safe.access.change_phrase("", value, on=TODAY)
                elif what == "person":
                    safe.people.add(value, on=TODAY)
                elif what == "backup":
                    safe.back_up_here(on=TODAY)
                elif what == "rotate":
                    safe.rotate(value, on=TODAY)
    print(*said, "ok")
except AppError as refusal:
    print(*said, refusal.code)
"""


@dataclass
class Shared:
    """Two accounts that may run the program, and the safe of the first one."""

    place: Path
    python: str

    @property
    def safe(self) -> Path:
        return self.place / "asso" / "coffre"

    def run(self, user: int, phrase: str, *acts: str) -> str:
        done = subprocess.run(
            [
                *("setpriv", f"--reuid={user}", f"--regid={user}", f"--groups={GROUP}"),
                *(self.python, "-c", ACT, str(self.safe), phrase, *acts),
            ],
            cwd=self.place,
            env={"HOME": "/nonexistent", "PYTHONPATH": str(self.place), "LANG": "C.UTF-8"}
            | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def share(self) -> None:
        """Do what an administrator does: the group may read and write all of it."""
        for path in (self.safe, *self.safe.rglob("*")):
            os.chown(path, -1, GROUP)
            path.chmod(0o2770 if path.is_dir() else 0o660)

    def rights(self) -> dict[str, tuple[int, int]]:
        """Return the mode and group of each file and folder, by its kind."""
        return {
            str(path.relative_to(self.safe)): (stat.S_IMODE(found.st_mode), found.st_gid)
            for path in self.safe.rglob("*")
            if (found := path.lstat())
        }


@pytest.fixture
def shared() -> Iterator[Shared]:
    nobody.needed()
    with nobody.folder() as place:
        made = Shared(place, nobody.python(place))
        made.safe.parent.mkdir()
        made.safe.parent.chmod(0o777)
        assert made.run(FIRST, PHRASE, "create") == "ok"
        yield made


def test_a_private_safe_stays_private_and_says_whose_right_is_missing(shared: Shared) -> None:
    assert shared.run(FIRST, PHRASE, "add:" + HELPER, "backup") == "ok"
    assert all(mode & 0o077 == 0 for mode, _ in shared.rights().values())
    assert shared.run(SECOND, HELPER) == "not-allowed"


def test_two_accounts_change_the_keys_in_turn(shared: Shared) -> None:
    shared.share()
    assert shared.run(FIRST, PHRASE, "add:" + HELPER, "backup") == "ok"
    assert shared.run(SECOND, HELPER, "person:Ana", "change:" + HELPER + " neuve", "backup") == "ok"
    told = shared.run(FIRST, PHRASE, "person:Béa", "rotate:" + ROTATED)
    assert told == "changed-passphrase ok", "the other's change is told"
    assert shared.run(SECOND, ROTATED, "person:Cléo", "backup") == "ok"
    for name, (mode, group) in shared.rights().items():
        folder = (shared.safe / name).is_dir()
        assert (mode, group) == (0o2770 if folder else 0o660, GROUP), name


@pytest.mark.parametrize(
    "name",
    [
        "keys",
        pytest.param("keys.2", marks=pytest.mark.slow),
        pytest.param("safe.db", marks=pytest.mark.slow),
        "lock",
    ],
)
def test_one_file_that_an_account_may_not_use_is_no_damage(shared: Shared, name: str) -> None:
    """What a former version left behind a change of keys: files of their owner alone."""
    shared.share()
    assert shared.run(FIRST, PHRASE, "add:" + HELPER) == "ok"
    (shared.safe / name).chmod(0o600)
    before = {path: path.stat().st_mtime_ns for path in shared.safe.iterdir()}
    assert shared.run(SECOND, HELPER, "person:Ana") == "not-allowed"
    assert {path: path.stat().st_mtime_ns for path in shared.safe.iterdir()} == before
    assert shared.run(FIRST, PHRASE, "person:Béa") == "ok"
