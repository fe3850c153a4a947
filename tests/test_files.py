"""Reading what a person names, writing what she asks for: whole, or not at all."""

import os
import subprocess
import tracemalloc
from pathlib import Path

import pytest

from desktop_app import files
from desktop_app.core.errors import AppError
from tests.helpers import elsewhere


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    files.write_file(tmp_path / "lettre.pdf", b"contenu")
    assert files.read_file(tmp_path / "lettre.pdf") == b"contenu"
    assert elsewhere.has_mode(tmp_path / "lettre.pdf", 0o600)
    assert [f.name for f in tmp_path.iterdir()] == ["lettre.pdf"]


def test_a_name_already_taken_is_kept_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"ancien")
    with pytest.raises(files.NotWritten):
        files.write_file(tmp_path / "a", b"nouveau", replace=False)
    assert (tmp_path / "a").read_bytes() == b"ancien"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(lambda p: None, files.FileMissing, id="nothing there"),
        pytest.param(Path.mkdir, files.FileNotRegular, id="a folder"),
        pytest.param(os.mkfifo, files.FileNotRegular, id="a tube, without waiting for it"),
        pytest.param(lambda p: p.write_bytes(b"x" * 11), files.FileTooBig, id="too big"),
        pytest.param(lambda p: p.symlink_to("/dev/zero"), files.FileNotRegular, id="a device"),
    ],
)
def test_what_is_not_an_ordinary_file_is_refused(tmp_path, make, expected) -> None:
    make(tmp_path / "f")
    with pytest.raises(expected):
        files.read_file(tmp_path / "f", limit=10)


def test_a_small_file_takes_no_more_memory_than_its_size(tmp_path: Path) -> None:
    """Under Wine what is asked for and not used is never given back: it filled the computer."""
    (tmp_path / "f").write_bytes(b"x" * 1000)
    tracemalloc.start()
    try:
        assert len(files.read_file(tmp_path / "f")) == 1000
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < files.MEGABYTE


def test_a_file_whose_size_the_system_does_not_tell_is_read_whole() -> None:
    assert os.stat("/proc/self/status").st_size == 0
    assert files.read_file("/proc/self/status").startswith(b"Name:")


def test_writing_over_a_folder_or_into_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    with pytest.raises(files.FileNotRegular):
        files.write_file(tmp_path / "d", b"x")
    with pytest.raises(files.NotWritten):
        files.write_file(tmp_path / "absent" / "f", b"x")


@pytest.fixture
def small_disk(tmp_path: Path):
    folder = tmp_path / "petit"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk (tmpfs)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_former_file_and_nothing_else(small_disk: Path) -> None:
    files.write_file(small_disk / "f", b"ancien")
    with pytest.raises(AppError) as refusal:
        files.write_file(small_disk / "f", b"x" * 200_000)
    assert refusal.value.code == "disk-full"
    assert (small_disk / "f").read_bytes() == b"ancien"
    assert [f.name for f in small_disk.iterdir()] == ["f"]


def test_a_read_only_disk_says_so(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(files.ReadOnly):
        files.write_file(small_disk / "f", b"x")


PACK = {"form.toml": b"nouveau", "examples/1.toml": b"exemple"}


def names(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def test_a_folder_is_written_whole_with_the_folders_above(tmp_path: Path) -> None:
    files.write_folder(tmp_path / "a" / "b", PACK)
    assert names(tmp_path) == ["a/b/examples/1.toml", "a/b/form.toml"]
    assert (tmp_path / "a" / "b" / "form.toml").read_bytes() == b"nouveau"


def test_a_former_folder_is_replaced_whole(tmp_path: Path) -> None:
    files.write_folder(tmp_path / "a", {"form.toml": b"ancien", "autre.toml": b"ancien"})
    files.write_folder(tmp_path / "a", PACK)
    assert names(tmp_path) == ["a/examples/1.toml", "a/form.toml"]
    assert (tmp_path / "a" / "form.toml").read_bytes() == b"nouveau"


def test_a_full_disk_leaves_the_former_folder_and_nothing_else(small_disk: Path) -> None:
    files.write_folder(small_disk / "a", {"form.toml": b"ancien"})
    with pytest.raises(files.DiskFull):
        files.write_folder(small_disk / "a", {**PACK, "z.toml": b"x" * 200_000})
    assert names(small_disk) == ["a/form.toml"]
    assert (small_disk / "a" / "form.toml").read_bytes() == b"ancien"


def test_a_folder_where_nothing_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(files.NotWritten):
        files.write_folder(tmp_path / "a" / "b", PACK)
