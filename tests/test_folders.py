"""What is read of a folder: nothing hidden, nothing opened, nothing that waits."""

import datetime as dt
import os
from pathlib import Path

import pytest

from desktop_app import folders
from desktop_app.core.file_names import LONGEST, checked, numbered
from desktop_app.folders import FolderGone, FolderMissing, FolderRefused, free_name, listed, what_is


def names(found: folders.Listing) -> list[str]:
    return [one.name for one in found.files]


def test_what_is_wanted_newest_first_and_nothing_hidden(tmp_path: Path) -> None:
    for age, name in enumerate(["b.PDF", "a.pdf", ".secret.pdf", "~$a.pdf", "c.odt"]):
        (tmp_path / name).write_bytes(b"12345")
        os.utime(tmp_path / name, (1_700_000_000 - age, 1_700_000_000 - age))
    for name in ("Été", "avril", ".git"):
        (tmp_path / name).mkdir()
    found = listed(tmp_path, (".pdf",))
    assert names(found) == ["b.PDF", "a.pdf"]
    assert [one.name for one in found.folders] == ["avril", "Été"]
    assert (found.others, found.cut, found.writable) == (1, False, True)
    assert found.files[0].size == 5
    assert found.files[0].modified == dt.datetime.fromtimestamp(1_700_000_000)  # noqa: DTZ006


def test_links_tubes_and_odd_names_hurt_nothing(tmp_path: Path) -> None:
    (tmp_path / "dead.pdf").symlink_to("nowhere")
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    os.mkfifo(tmp_path / "tube.pdf")
    (tmp_path / "real.pdf").write_bytes(b"")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    (tmp_path / "here").symlink_to(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.pdf")).write_bytes(b"")
    found = listed(tmp_path, (".pdf",))
    assert sorted(names(found)) == sorted(["link.pdf", "real.pdf", os.fsdecode(b"\xff\n.pdf")])
    assert [one.name for one in found.folders] == ["here"]


def test_a_clock_gone_wrong_is_a_day_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    assert folders._day(1e30) == folders._TIMELESS
    assert folders._day(-1e30) == folders._TIMELESS


def test_a_folder_beyond_measure_is_cut_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST", 3)
    for number in range(5):
        (tmp_path / f"{number}.pdf").touch()
    found = listed(tmp_path, (".pdf",))
    assert len(found.files) == 3
    assert found.cut
    assert listed(tmp_path, (".pdf",), lambda: True).files == ()


def test_why_a_folder_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    for missing in (tmp_path / "none", tmp_path / "file", "a\0b"):
        with pytest.raises(FolderMissing):
            listed(missing)
    for refusal, told in ((PermissionError, FolderRefused), (OSError(5, "io"), FolderGone)):

        def refuse(_folder: object, refusal: BaseException | type = refusal) -> object:
            raise refusal

        monkeypatch.setattr("desktop_app.folders.os.scandir", refuse)
        with pytest.raises(told):
            listed(tmp_path)


def test_what_a_path_leads_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dead").symlink_to("nowhere")
    told = {"": "folder", "file": "file", "none": "", "dead": "other"}
    assert {name: what_is(tmp_path / name) for name in told} == told
    assert what_is("/dev/null") == "other"
    assert what_is("a\0b") == ""


def test_a_name_that_is_free(tmp_path: Path) -> None:
    for name in ("l.pdf", "l (2).pdf"):
        (tmp_path / name).touch()
    (tmp_path / "l (3).pdf").symlink_to("nowhere")
    assert free_name(tmp_path / "l.pdf").name == "l (4).pdf"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lettre", "lettre.pdf"),
        ("lettre.pdf", "lettre.pdf"),
        ("Lettre.PDF", "Lettre.pdf"),
        ("  ma lettre. ", "ma lettre.pdf"),
        ("lettre.odt", "lettre.odt.pdf"),
        ("été 2026", "été 2026.pdf"),
    ],
)
def test_a_name_as_it_is_written(typed: str, name: str) -> None:
    assert checked(typed, ".pdf") == name


def test_a_number_never_makes_a_name_too_long() -> None:
    name = "é" * 125 + ".pdf"
    made = numbered(name, 12, ".pdf")
    assert made.endswith("é (12).pdf")
    assert len(made.encode()) <= LONGEST
