"""A model in the making kept in a real safe: as it was left, never made twice, never an answer."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft_json import DraftNewer, DraftTooLong, DraftUnreadable
from desktop_app.core.authoring import boxes
from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring.kept import KeptModel, read_kept, write_kept
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview import saving
from desktop_app.workflow.packs import pack_drafts
from desktop_app.workflow.packs.own_forms import begin
from desktop_app.workflow.packs.own_forms import keep as keep_pack
from desktop_app.workflow.packs.own_letters import copy_letter
from desktop_app.workflow.store import Safe
from tests.helpers.authoring import TODAY, a_form
from tests.helpers.paper import flat_sheet, paper
from tests.helpers.safes import new_safe, open_safe

FORM = KeptModel(form=boxes.changed(a_form(), 0, label="Nom de l’élève"), selected=2)
TOOLS = RealTools()


@pytest.fixture
def catalogue(tmp_path: Path) -> FolderCatalogue:
    return FolderCatalogue(data_root("forms"), own=tmp_path / "own")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return new_safe(tmp_path, TODAY)


@pytest.fixture
def safe(place: Path) -> Iterator[Safe]:
    with open_safe(place, TODAY) as opened:
        yield opened


def a_letter(catalogue: FolderCatalogue) -> KeptModel:
    letter = letters.remove(copy_letter(catalogue, "caf-indu-rsa", "Ma lettre"), 1)
    questions = {asked.id: asked for asked in questions_of(catalogue.letter("caf-indu-rsa"))}
    return KeptModel(letter=letter, origin="caf-indu-rsa", questions=questions)


class TestWritten:
    def test_a_form_and_a_letter_are_read_as_they_were(self, catalogue: FolderCatalogue) -> None:
        for model in (FORM, a_letter(catalogue)):
            assert read_kept(write_kept(model)) == model

    def test_half_a_pair_typed_by_a_keyboard_is_kept(self) -> None:
        odd = KeptModel(form=boxes.changed(a_form(), 0, label="Nom \ud83d"))
        assert read_kept(write_kept(odd)) == odd

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"version":1,"other":2}', "[" * 100_000])
    def test_what_is_no_model_is_refused(self, text: str) -> None:
        with pytest.raises(DraftUnreadable):
            read_kept(text)

    def test_a_later_version_is_said_to_be_one(self) -> None:
        with pytest.raises(DraftNewer):
            read_kept(write_kept(FORM).replace('"version":1', '"version":2'))

    def test_what_no_safe_would_hold_is_refused_before(self) -> None:
        long = KeptModel(form=boxes.changed(a_form(), 0, label="é" * 200_000))
        with pytest.raises(DraftTooLong):
            write_kept(long)


def test_it_is_taken_up_with_its_blank_when_the_file_is_gone(
    place: Path, catalogue: FolderCatalogue
) -> None:
    with open_safe(place, TODAY) as safe:
        kept = pack_drafts.keep(safe, FORM, blank=b"%PDF", on=TODAY)
        later = msgspec.structs.replace(FORM, selected=1)
        assert pack_drafts.keep(safe, later, blank=b"%PDF", draft_id=kept, on=TODAY) == kept
    with open_safe(place, TODAY) as safe:
        (one,) = pack_drafts.unfinished(safe)
        assert (one.id, one.title, one.letter) == (kept, FORM.title, False)
        assert pack_drafts.take_up(safe, catalogue, kept) == (later, b"%PDF")


def test_a_letter_is_taken_up(safe: Safe, catalogue: FolderCatalogue) -> None:
    model = a_letter(catalogue)
    kept = pack_drafts.keep(safe, model, on=TODAY)
    (one,) = pack_drafts.unfinished(safe)
    assert (one.title, one.letter) == ("Ma lettre", True)
    assert pack_drafts.take_up(safe, catalogue, kept) == (model, b"")


def test_it_is_not_offered_among_answers_nor_once_it_ended(
    safe: Safe, catalogue: FolderCatalogue
) -> None:
    kept = pack_drafts.keep(safe, FORM, blank=b"%PDF", on=TODAY)
    assert not saving.unfinished(safe, catalogue, TODAY)[0]
    pack_drafts.finish(safe, kept, on=TODAY)
    assert not pack_drafts.unfinished(safe)
    assert (len(safe.documents()), len(safe.bin.all())) == (0, 1), "its blank is in the bin"


def test_one_that_became_a_pack_just_before_the_end_is_not_made_twice(
    safe: Safe, catalogue: FolderCatalogue
) -> None:
    blank, tools = paper(flat_sheet, size=(595, 842)), TOOLS
    form = begin(tools.forms, catalogue, tools.law, blank, title="Aide", today=TODAY).form
    kept = pack_drafts.keep(safe, KeptModel(form=form), blank=blank, on=TODAY)
    name, _folder = keep_pack(form, catalogue, tools.law, today=TODAY)
    assert pack_drafts.take_up(safe, catalogue, kept)[0].name == name
