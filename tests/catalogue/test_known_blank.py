"""A PDF that no pack knows is told at once: the marks of all forms were read with their names."""

import shutil
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.editions.identity import Sight
from desktop_app.datafiles import data_root

FORMS = ("13880-rsa", "15692-demande-mdph")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in FORMS:
        shutil.copytree(str(data_root("forms") / "official" / name), tmp_path / "official" / name)
    shutil.copytree(str(data_root("forms") / "common"), tmp_path / "common")
    return tmp_path


def test_no_form_is_read_again_for_a_pdf_that_is_none_of_them(shelf: Path) -> None:
    catalogue = FolderCatalogue(shelf)
    assert {one.id for one in catalogue.search()} == set(FORMS)
    shutil.rmtree(shelf / "official")
    seen = Sight(fields="fields:" + "0" * 32, words="pages:" + "0" * 32)
    assert catalogue.known_blank(b"%PDF-1.7", seen) is None


def test_the_one_that_bears_its_mark_is_read_and_no_other(shelf: Path) -> None:
    catalogue = FolderCatalogue(shelf)
    (blank, *_) = FolderCatalogue(shelf).form(FORMS[0]).blank
    seen = Sight(
        fields=blank.signature, words=blank.words, printed=blank.printed, boxes=blank.boxes
    )
    found = catalogue.known_blank(b"", seen)
    assert found is not None
    assert found[0].id == FORMS[0]
    assert list(catalogue._packs) == [FORMS[0]]
