"""Real disks that are full, protected or gone (fault families S4, S6, S7).

Each recipe that this system refuses is skipped by name.
"""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.files import DiskFull, MediaRemoved, ReadOnly
from desktop_app.safe import ballast, sqlite_errors
from desktop_app.safe.door import Door
from desktop_app.safe.errors import StorageFailed
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.migrations import Schemas
from tests.safe import make_samples
from tests.safe.conftest import PHRASE, TODAY, Made, Said
from tests.safe.vectors import SAMPLES


@contextlib.contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """Mount something on a new folder, and take it away afterwards."""
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *options, str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("needs the right to mount (root)")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def tmpfs(place: Path, size: int, inodes: int = 0) -> contextlib.AbstractContextManager[Path]:
    limits = f"size={size}" + (f",nr_inodes={inodes}" if inodes else "")
    return mounted(place, "-t", "tmpfs", "-o", limits, "tmpfs")


def size_of(made: Made) -> int:
    return sum(p.stat().st_size for p in made.path.rglob("*") if p.is_file())


@pytest.fixture
def tight(made: Made, tmp_path: Path) -> Iterator[Made]:
    """The safe on a disk that has 300 KiB left."""
    with tmpfs(tmp_path / "disk", size_of(made) + (300 << 10)) as disk:
        yield made.copied(disk / "coffre")


def test_a_document_too_many(tight: Made) -> None:
    with tight.open_with_key() as safe:
        with pytest.raises(DiskFull):
            safe.add(os.urandom(3_000_000), title="Trop", on=TODAY, person="Nouvelle")
        assert {d.id for d in safe.documents()} == set(tight.contents)
        assert "Nouvelle" not in [person.name for person in safe.people.all()]
        assert all(safe.content(d) == data for d, data in tight.contents.items())
        safe.add(b"petit", title="Petit", on=TODAY)  # without a restart, what fits is saved
    assert len(tight.open_with_key().__enter__().documents()) == len(tight.contents) + 1


def fill(disk: Path) -> Path:
    """Leave not one byte."""
    stuffing = disk / "stuffing"
    with stuffing.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return stuffing


def test_answers_are_saved_on_a_full_disk_thanks_to_the_ballast(tight: Made) -> None:
    with tight.open_with_key() as safe:
        draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
        stuffing = fill(tight.path.parent)
        answers = '{"motif": "' + "é" * 5000 + '"}'
        safe.drafts.save(draft, answers, question="motif", on=TODAY)
        assert not tight.folder.ballast.exists()
        assert safe.drafts.one(draft).content == answers
        fill(tight.path.parent)
        with pytest.raises(DiskFull):
            safe.drafts.save(draft, "{}", question="x", on=TODAY)
        assert safe.drafts.one(draft).content == answers
        for rest in (stuffing, tight.path.parent / "stuffing"):
            rest.unlink(missing_ok=True)
        safe.drafts.save(draft, "{}", question="x", on=TODAY)  # no restart needed
    with tight.open_with_key():
        assert tight.folder.ballast.stat().st_size == ballast.SIZE


def test_without_the_ballast_they_would_be_refused(tight: Made, monkeypatch) -> None:
    """The sabotage."""
    monkeypatch.setattr(ballast, "is_regular", lambda path: False)
    with tight.open_with_key() as safe:
        draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
        fill(tight.path.parent)
        with pytest.raises(DiskFull):
            safe.drafts.save(draft, '"' + "é" * 5000 + '"', question="motif", on=TODAY)


def test_erasing_works_on_a_full_disk(tight: Made) -> None:
    document = next(iter(tight.contents))
    with tight.open_with_key() as safe:
        fill(tight.path.parent)
        safe.bin.erase("document", document, on=TODAY)
        assert len(safe.documents()) == len(tight.contents) - 1


def test_a_safe_opens_on_a_full_disk(tight: Made) -> None:
    """So that its papers can be printed, or erased: the lock's note takes the ballast's room."""
    tight.open().close()
    fill(tight.path.parent)
    with tight.open() as safe:
        assert len(safe.documents()) == len(tight.contents)


def test_a_copy_that_stops_says_by_words_that_the_disk_is_full(made: Made) -> None:
    """SQLite gives it no name of an error: then the disk was asked, which has room again."""
    stopped = sqlite3.OperationalError("database or disk is full")
    stopped.sqlite_errorname = "SQLITE_ERROR"
    assert isinstance(sqlite_errors.meaning(stopped, made.folder.database), DiskFull)


def test_no_room_to_make_a_safe(tmp_path: Path, door: Door) -> None:
    with tmpfs(tmp_path / "disk", 1 << 20) as disk:
        with pytest.raises(DiskFull):
            door.create(disk / "s", PHRASE, on=TODAY, recovery=False)
        assert list(disk.iterdir()) == []


def test_a_safe_of_before_opens_where_there_is_no_room_for_what_it_lacks(tmp_path: Path) -> None:
    before = SAMPLES / "v1-parity"
    size = sum(one.stat().st_size for one in before.iterdir()) + (600 << 10)
    with tmpfs(tmp_path / "disk", size) as disk:
        shutil.copytree(before, disk / "coffre")
        room = shutil.disk_usage(disk).free - (12 << 10)  # what is left is for the lock
        (disk / "full").write_bytes(bytes(room))
        with Door().open(disk / "coffre", make_samples.PHRASE, on=make_samples.DAY) as safe:
            assert safe.content(safe.search("indu")[0].id) == make_samples.PAPER
            assert safe.database.value("SELECT count(*) FROM act") == 0
            assert Schemas().version(safe.database) == 1
        (disk / "full").unlink()
        with Door().open(disk / "coffre", make_samples.PHRASE, on=make_samples.DAY) as safe:
            assert Schemas().version(safe.database) == Schemas().newest


def test_a_disk_out_of_inodes(made: Made, tmp_path: Path) -> None:
    with tmpfs(tmp_path / "disk", 50 << 20, inodes=9) as disk:
        there = made.copied(disk / "coffre")
        with contextlib.suppress(OSError):
            for number in range(20):
                (disk / f"f{number}").touch()
        with there.open_with_key() as safe:
            with pytest.raises(DiskFull):  # the journal cannot be made
                safe.people.add("Zoé", on=TODAY)
            assert len(safe.documents()) == len(made.contents)


def test_a_protected_medium(made: Made, tmp_path: Path) -> None:
    with mounted(tmp_path / "ro", "--bind", str(made.path)) as place:
        protect = ["mount", "-o", "remount,bind,ro", str(place)]
        if subprocess.run(protect, check=False, capture_output=True).returncode:
            pytest.skip("needs read-only bind mounts")
        before = {p.name: p.read_bytes() for p in place.iterdir() if p.is_file()}
        there, said = Made(place, made.key, made.words, made.contents), Said()
        with there.open(tell=said) as safe:
            assert said.codes == ["opened-read-only"]
            assert safe.read_only
            assert all(safe.content(d) == data for d, data in made.contents.items())
            for write in (
                lambda: safe.people.add("Zoé", on=TODAY),
                lambda: safe.add(b"x", title="T", on=TODAY),
                lambda: safe.access.add_phrase("une phrase de plus ici", name="", on=TODAY),
            ):
                with pytest.raises(ReadOnly):
                    write()
        assert {p.name: p.read_bytes() for p in place.iterdir() if p.is_file()} == before


UNPRIVILEGED = """
import sys, datetime as dt
from pathlib import Path
from desktop_app.safe.door import Door
from desktop_app.files import ReadOnly
path, day = Path(sys.argv[1]), dt.date(2026, 11, 24)
try:
    (path / "probe").touch()
    sys.exit("the recipe is wrong: this user can write")
except PermissionError:
    pass
said = []
with Door().open(path, sys.argv[2], on=day, tell=lambda n: said.append(n.code)) as safe:
    print(said, len(safe.documents()))
    try:
        safe.people.add("Zoé", on=day)
    except ReadOnly:
        print("read-only")
"""


def test_another_users_folder(made: Made, tmp_path: Path) -> None:
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("needs root and setpriv")
    for folder in (made.path, *made.path.parents):
        if folder.is_relative_to(Path("/tmp")) and folder != Path("/tmp"):
            folder.chmod(0o755)
    for path in made.path.iterdir():
        path.chmod(0o755 if path.is_dir() else 0o644)
    as_nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    ended = subprocess.run(
        [*as_nobody, sys.executable, "-c", UNPRIVILEGED, str(made.path), PHRASE],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ".", "HOME": "/nonexistent"},
    )
    if "ModuleNotFoundError" in ended.stderr or "Permission denied" in ended.stderr:
        pytest.skip("the checkout is not readable by another user")
    assert ended.stdout.splitlines() == ["['opened-read-only'] 6", "read-only"], ended.stderr


def test_the_key_is_pulled_out(made: Made, tmp_path: Path) -> None:
    """The medium disappears under an open safe, then comes back."""
    stick = tmp_path / "stick"
    stick.mkdir()
    made.copied(stick / "coffre")
    with mounted(tmp_path / "usb", "--bind", str(stick)) as usb:
        there = Made(usb / "coffre", made.key, made.words, made.contents)
        safe = there.open_with_key()
        draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
        subprocess.run(["umount", "-l", str(usb)], check=True)
        with pytest.raises((MediaRemoved, StorageFailed, ReadOnly)) as refusal:
            safe.drafts.save(draft, "[1]", question="x", on=TODAY)
        assert refusal.type is MediaRemoved
        safe.close()
    with Made(stick / "coffre", made.key, (), {}).open_with_key() as again:
        assert again.id == safe.id
        assert again.drafts.one(draft).content == "{}"


def test_what_the_disk_says_when_it_says_nothing_clear(made: Made, monkeypatch) -> None:
    class Unclear(Exception):
        sqlite_errorname = "SQLITE_IOERR_FSYNC"

    assert isinstance(sqlite_errors.meaning(Unclear(), made.folder.database), StorageFailed)
    assert FLOOR is not None


def test_the_probe_leaves_nothing(made: Made) -> None:
    class Unclear(Exception):
        sqlite_errorname = "SQLITE_IOERR_WRITE"

    before = sorted(path.name for path in made.path.iterdir())
    assert type(sqlite_errors.meaning(Unclear(), made.folder.database)) is StorageFailed
    assert sorted(path.name for path in made.path.iterdir()) == before
