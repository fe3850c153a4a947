"""``safe add`` of several files: one document or several, and one that is spoilt stops no other."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.test_safe import safe
from tests.cli.test_safe_matters import _on_a_fixed_day, folder  # noqa: F401
from tests.untrusted.test_sheets import MARK, photo


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two photos, half a one, and a name that leads nowhere."""
    whole = photo(0.0)
    paths = [tmp_path / name for name in ("un.jpg", "deux.jpg", "coupee.jpg", "absente.jpg")]
    for path, data in zip(paths, (whole, whole, whole[: len(whole) // 2]), strict=False):
        path.write_bytes(data)
    return paths


@pytest.mark.slow
def test_photos_are_the_pages_of_one_document(folder: Any, files: list[Path]) -> None:  # noqa: F811
    status, data, _ = safe("add", folder, *files, "--title", "Bail", "--pages")
    assert (status, len(data["ids"])) == (3, 1)
    assert sorted(one["file"].rpartition("/")[2] for one in data["refused"]) == [
        "absente.jpg",
        "coupee.jpg",
    ]
    assert all(one["message"] for one in data["refused"])
    (stored,) = safe("list", folder)[1]["items"]
    assert (stored["media"], stored["pages"]) == ("application/pdf", 2)
    out = folder.parent / "bail.pdf"
    assert safe("show", folder, data["id"], "--out", out)[0] == 0
    assert len(PdfReader(out).pages) == 2
    assert MARK not in out.read_bytes()


@pytest.mark.slow
def test_each_is_kept_as_it_is_and_a_copy_may_be_without_place(
    folder: Any,  # noqa: F811
    files: list[Path],
) -> None:
    data = safe("add", folder, *files[:2], "--title", "Preuve")[1]
    assert data["refused"] == []
    titles = [one["title"] for one in safe("list", folder)[1]["items"]]
    assert sorted(titles) == ["Preuve", "Preuve (2)"]
    same, clean = folder.parent / "same.jpg", folder.parent / "clean.jpg"
    safe("show", folder, data["id"], "--out", same)
    safe("show", folder, data["id"], "--out", clean, "--clean")
    assert same.read_bytes() == files[0].read_bytes()
    assert clean.read_bytes().startswith(b"\xff\xd8\xff")
    assert MARK not in clean.read_bytes()


def test_nothing_that_can_be_a_page_is_refused_in_words(folder: Any, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    status, data, _ = safe("add", folder, tmp_path / "a.pdf", "--title", "x", "--pages")
    assert (status, data["error"]["code"]) == (3, "no-photos")
    assert safe("list", folder)[1]["items"] == []
