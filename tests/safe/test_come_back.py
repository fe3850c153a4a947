"""A medium that is pulled under an open safe, and put back: what waits in memory is then saved."""

import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.files import MediaRemoved
from desktop_app.safe.errors import AlreadyOpen, SafeDamaged
from tests.safe.conftest import TODAY, Made
from tests.safe.test_full_disk import mounted, tmpfs

ROOM = 64 << 20


def pulled(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], check=True)


def save(safe: object, draft: str, words: str) -> None:
    safe.drafts.save(draft, words, question="x", on=TODAY)  # type: ignore[attr-defined]


@pytest.mark.parametrize("same", [True, False], ids=["the same device", "another number"])
def test_what_waited_is_saved_once_it_is_back(same: bool, made: Made, tmp_path: Path) -> None:
    """A stick put back often has another number: the files that were open lead nowhere then."""
    usb, stick = tmp_path / "usb", tmp_path / "stick"
    stick.mkdir()
    made.copied(stick / "coffre")
    with mounted(usb, "--bind", str(stick)):
        there = Made(usb / "coffre", made.key, made.words, made.contents)
        safe = there.open_with_key()
        draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
        pulled(usb)
        with pytest.raises(MediaRemoved):
            save(safe, draft, "[1]")
        with pytest.raises(MediaRemoved):
            safe.come_back()
        if not same:
            shutil.copytree(stick, tmp_path / "again")
        with mounted(usb, "--bind", str(stick if same else tmp_path / "again")):
            safe.come_back()
            save(safe, draft, "[1]")
            with pytest.raises(AlreadyOpen):
                there.open_with_key()
            safe.close()
            with there.open_with_key() as again:
                assert again.drafts.one(draft).content == "[1]"


def test_an_older_copy_in_its_place_is_refused(made: Made, tmp_path: Path) -> None:
    """Saving there would lose what was acknowledged since."""
    with tmpfs(tmp_path / "usb", ROOM) as usb:
        there = made.copied(usb / "coffre")
        shutil.copytree(there.path, tmp_path / "older" / "coffre")
        with there.open_with_key() as safe:
            draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
            save(safe, draft, "[1]")
            pulled(usb)
            older = mounted(usb, "--bind", str(tmp_path / "older"))
            with older, pytest.raises(SafeDamaged):
                safe.come_back()


def test_a_medium_that_never_went_is_left_alone(made: Made) -> None:
    with made.open_with_key() as safe:
        connection = safe.database._connection
        safe.come_back()
        assert safe.database._connection is connection
