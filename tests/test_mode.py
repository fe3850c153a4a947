"""Who decides whether anything is kept: the machine's manager, by one small file."""

from pathlib import Path

import pytest

from desktop_app.mode import read_mode


def test_without_a_file_one_is_at_home(tmp_path: Path) -> None:
    assert read_mode([tmp_path / "absent"]) == "home"


@pytest.mark.parametrize("mode", ["home", "association", "public"])
def test_the_file_says_the_mode(tmp_path: Path, mode: str) -> None:
    (tmp_path / "m").write_text(f'mode = "{mode}"\n')
    assert read_mode([tmp_path / "m"]) == mode


def test_the_nearest_file_decides(tmp_path: Path) -> None:
    (tmp_path / "a").write_text('mode = "public"')
    (tmp_path / "b").write_text('mode = "home"')
    assert read_mode([tmp_path / "a", tmp_path / "b"]) == "public"


@pytest.mark.parametrize(
    "content",
    [b"", b"mode = ", b'mode = "publik"', b"\xff\xfe", b"mode = 3"],
    ids=["empty", "cut", "spelling mistake", "not UTF-8", "not a word"],
)
def test_what_cannot_be_understood_keeps_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m").write_bytes(content)
    assert read_mode([tmp_path / "m"]) == "public"
