"""A form of the person's own: saved whole, known at once, never in the place of one of ours."""

from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.authoring.first import entitled
from desktop_app.core.authoring.pack import pack_texts
from desktop_app.core.errors import PackNameTaken, UnknownPack
from desktop_app.files import NotWritten
from tests.helpers.authoring import TODAY, a_form
from tests.helpers.packs import LETTER

TEXTS = pack_texts(a_form(), TODAY)
ID = a_form().header.id


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    (tmp_path / "ours" / "letters" / "essai").mkdir(parents=True)
    (tmp_path / "ours" / "letters" / "essai" / "letter.toml").write_text(LETTER, "utf-8")
    return tmp_path / "ours"


@pytest.fixture
def catalogue(tmp_path: Path, ours: Path) -> FolderCatalogue:
    return FolderCatalogue(ours, own=tmp_path / "own")


def test_it_is_known_as_soon_as_it_is_saved(catalogue: FolderCatalogue) -> None:
    with pytest.raises(UnknownPack):
        catalogue.form(ID)
    assert [item.id for item in catalogue.search("essai", "form")] == []
    folder = catalogue.keep_pack(ID, TEXTS)
    assert Path(folder).name == ID
    assert [item.id for item in catalogue.search("essai", "form")] == [ID]
    assert catalogue.form(ID).title == "Demande d'essai"
    assert len(catalogue.field_map(ID).place) == 5
    assert catalogue.recognise(b"") is None
    assert (catalogue.is_own(ID), catalogue.is_own("essai")) == (True, False)


def test_saving_again_replaces_it(catalogue: FolderCatalogue) -> None:
    catalogue.keep_pack(ID, TEXTS)
    assert catalogue.form(ID)
    catalogue.keep_pack(ID, pack_texts(entitled(a_form(), "Autre titre"), TODAY))
    assert catalogue.form(ID).title == "Autre titre"


def test_it_takes_the_name_of_none_of_ours(catalogue: FolderCatalogue) -> None:
    with pytest.raises(PackNameTaken):
        catalogue.keep_pack("essai", TEXTS)


def test_without_a_folder_of_one_s_own_nothing_is_written(ours: Path) -> None:
    with pytest.raises(NotWritten):
        FolderCatalogue(ours).keep_pack(ID, TEXTS)


def test_one_being_written_is_not_listed(catalogue: FolderCatalogue, tmp_path: Path) -> None:
    folder = Path(catalogue.keep_pack(ID, TEXTS))
    folder.rename(folder.with_name(".0123.part"))
    again = FolderCatalogue(tmp_path / "ours", own=tmp_path / "own")
    assert [item.id for item in again.search(kind="form")] == []
    assert again.broken == ()
