"""A form of one's own: what is to correct is said with its box, samples show what does not fit."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.authoring import asking, boxes
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.pack import pack_texts
from desktop_app.core.errors import InvalidPack
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.placed import empty_pages
from desktop_app.wiring import RealTools
from desktop_app.workflow.packs.checking import check_packs
from desktop_app.workflow.packs.own_forms import (
    FormWithoutBox,
    box_of,
    check_edited,
    keep,
    texts_for,
    try_samples,
)
from tests.helpers.authoring import TODAY, a_form

NAME, ACCEPT, CODE, NAME_AGAIN, SIGNATURE = range(5)
TOOLS = RealTools()
LONG = " ".join(["mot"] * 16)


@pytest.fixture
def catalogue(tmp_path: Path) -> FolderCatalogue:
    return FolderCatalogue(data_root("forms"), own=tmp_path / "own")


@pytest.mark.parametrize(
    ("form", "code", "box"),
    [
        pytest.param(
            asking.set_words(a_form(), CODE, LONG), "pack-long-label", CODE, id="a long question"
        ),
        pytest.param(
            asking.set_words(a_form(), CODE, "Votre mot de passe ?"),
            "pack-asks-secret",
            CODE,
            id="a secret",
        ),
        pytest.param(
            boxes.changed(a_form(), SIGNATURE, box=(500, 80, 200, 60)),
            "pack-box",
            SIGNATURE,
            id="a box out of its page",
        ),
        pytest.param(
            boxes.changed(a_form(), NAME, label="Nom\u202e"), "pack-invisible", NAME, id="hidden"
        ),
    ],
)
def test_what_is_wrong_is_found_with_its_box(form: EditedForm, code: str, box: int) -> None:
    (problem,) = check_edited(form, TOOLS.law, TODAY).problems
    assert (problem.code, box_of(form, problem.path)) == (code, box)


def test_what_is_wrong_with_no_box_names_none() -> None:
    header = msgspec.structs.replace(a_form().header, source=())
    form = msgspec.structs.replace(a_form(), header=header)
    (problem,) = check_edited(form, TOOLS.law, TODAY).problems
    assert (problem.code, box_of(form, problem.path)) == ("pack-no-source", None)


def test_nothing_is_written_of_a_form_to_correct(catalogue: FolderCatalogue) -> None:
    with pytest.raises(InvalidPack):
        keep(asking.set_words(a_form(), CODE, LONG), catalogue, TOOLS.law, today=TODAY)
    assert not any(catalogue.is_own(item.id) for item in catalogue.search())


def test_a_form_that_asks_nothing_is_not_kept(catalogue: FolderCatalogue) -> None:
    form = a_form()
    for index in range(len(form.places)):
        form = asking.leave_empty(form, index)
    assert check_edited(form, TOOLS.law, TODAY).ok
    with pytest.raises(FormWithoutBox):
        keep(form, catalogue, TOOLS.law, today=TODAY)
    with pytest.raises(FormWithoutBox):
        try_samples(TOOLS.forms, form, empty_pages(form.page_sizes), TODAY)


def test_its_name_never_changes_once_saved(catalogue: FolderCatalogue) -> None:
    name, folder = keep(a_form(), catalogue, TOOLS.law, today=TODAY)
    other, _ = keep(a_form(), catalogue, TOOLS.law, today=TODAY)
    again, same = keep(a_form(), catalogue, TOOLS.law, today=TODAY, name=name)
    assert (name, other) == ("perso-demande-d-essai", "perso-demande-d-essai-2")
    assert (again, same) == (name, folder)
    assert [pack.ok for pack in check_packs(catalogue, TOOLS.law, [folder])] == [True]


def test_samples_show_the_box_that_is_too_small() -> None:
    blank = empty_pages(a_form().page_sizes)
    header = a_form().header
    known = (msgspec.structs.replace(header.blank[0], sha256=(hashlib.sha256(blank).hexdigest(),)),)
    header = msgspec.structs.replace(header, blank=known)
    form = msgspec.structs.replace(a_form(), header=header)
    tried = try_samples(TOOLS.forms, form, blank, TODAY)
    assert (tried.proof.verified, tried.proof.total, tried.boxes) == (4, 4, ())
    small = boxes.set_box(form, NAME_AGAIN, (60, 600, 6, 8))
    assert try_samples(TOOLS.forms, small, blank, TODAY).boxes == (NAME_AGAIN,)


def test_the_texts_are_those_of_the_pack_under_its_name() -> None:
    name, texts = texts_for(a_form(), TOOLS.law, taken=(), today=TODAY)
    assert sorted(texts) == ["examples/1-exemple.toml", "fields-1.toml", "form.toml"]
    assert f'id = "{name}"' in texts["form.toml"].decode()
    assert texts["fields-1.toml"] == pack_texts(a_form(), TODAY)["fields-1.toml"]
