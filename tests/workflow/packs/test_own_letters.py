"""A letter of one's own: copied from ours, saved once the check passes, found beside the others."""

from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.authoring import letter as letters
from desktop_app.core.errors import InvalidPack, UnknownPack
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.packs.checking import check_packs
from desktop_app.workflow.packs.own_letters import (
    copy_letter,
    keep_letter,
    letter_files_for,
    reopen_letter,
)

LAW = RealTools().law
OURS = "caf-indu-rsa"


@pytest.fixture
def catalogue(tmp_path: Path) -> FolderCatalogue:
    return FolderCatalogue(data_root("forms"), own=tmp_path / "own")


def test_it_is_found_beside_ours_marked_and_passes_the_check(catalogue: FolderCatalogue) -> None:
    letter = copy_letter(catalogue, OURS, "Notre recours RSA")
    letter, _ = letters.add(letter, 0, "Notre association la soutient.")
    name, folder = keep_letter(letters.remove(letter, 4), catalogue, LAW)
    found = {item.id: item for item in catalogue.search("recours RSA", "letter")}
    assert (name, found[name].own, found[OURS].own) == ("perso-notre-recours-rsa", True, False)
    assert [pack.ok for pack in check_packs(catalogue, LAW, [folder])] == [True]
    assert catalogue.letter(name).paragraph[1].text == "Notre association la soutient."
    assert catalogue.letter(name).source == catalogue.letter(OURS).source


def test_it_is_opened_again_and_replaced_under_its_name(catalogue: FolderCatalogue) -> None:
    name, folder = keep_letter(copy_letter(catalogue, OURS, "Ma lettre"), catalogue, LAW)
    other, _ = keep_letter(copy_letter(catalogue, OURS, "Ma lettre"), catalogue, LAW)
    letter = letters.entitled(reopen_letter(catalogue, name), "Autre titre")
    assert keep_letter(letter, catalogue, LAW, name=name) == (name, folder)
    assert (catalogue.letter(name).title, other) == ("Autre titre", "perso-ma-lettre-2")


def test_nothing_is_written_of_a_letter_to_correct(catalogue: FolderCatalogue) -> None:
    letter = letters.set_text(copy_letter(catalogue, OURS, "Ma lettre"), 2, "Le {{ jourr }}")
    with pytest.raises(InvalidPack) as refused:
        keep_letter(letter, catalogue, LAW)
    (problem,) = refused.value.problems
    assert (problem.code, letters.paragraph_of(letter, problem)) == ("pack-unknown-name", 2)
    assert not any(item.own for item in catalogue.search())


def test_only_a_letter_is_copied(catalogue: FolderCatalogue) -> None:
    form = catalogue.search(kind="form")[0].id
    for pack in (form, "inconnu"):
        with pytest.raises(UnknownPack):
            copy_letter(catalogue, pack, "Ma lettre")


@pytest.mark.slow
def test_every_letter_of_ours_can_be_copied_and_changed(catalogue: FolderCatalogue) -> None:
    for item in catalogue.search(kind="letter"):
        letter = copy_letter(catalogue, item.id, "Ma version")
        letter, _ = letters.move(letters.add(letter, 0, "Un mot de plus.")[0], 2, -2)
        # It raises what is wrong.
        letter_files_for(
            letters.remove(letter, 1), catalogue, LAW, taken=()
        )  # raises what is wrong
