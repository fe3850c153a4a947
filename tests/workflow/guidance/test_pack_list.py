"""What is at hand is read some at a time, and one that is broken hides no other."""

import shutil
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.packs.listed import BrokenPack
from desktop_app.datafiles import data_root
from desktop_app.workflow.guidance.pack_list import models


def test_only_those_shown_are_read_whole() -> None:
    catalogue = FolderCatalogue(data_root("forms"))
    first = models(catalogue, most=5)
    assert len(catalogue._packs) == 5
    then = models(catalogue, skip=5, most=5)
    assert len(catalogue._packs) == 10
    assert (len(then.models), then.total) == (5, first.total)
    assert then.left == first.total - 10
    assert not {one.id for one in first.models} & {one.id for one in then.models}


def test_they_are_found_by_words() -> None:
    found = models(FolderCatalogue(data_root("forms")), "droit au logement opposable", most=3)
    assert any(one.id.startswith("dalo") for one in found.models)


def test_one_that_is_broken_stands_in_its_place(tmp_path: Path) -> None:
    for name in ("cada", "dalo-refus"):
        shutil.copytree(str(data_root("forms") / "letters" / name), tmp_path / "letters" / name)
    for name in ("common", "law"):
        shutil.copytree(str(data_root("forms") / name), tmp_path / name)
    text = tmp_path / "letters" / "cada" / "letter.toml"
    text.write_text(text.read_text("utf-8") + "\nunknown_key = 1\n", "utf-8")
    found = models(FolderCatalogue(tmp_path), most=5)
    assert [type(one) is BrokenPack for one in found.models].count(True) == 1
    assert (len(found.models), found.total) == (2, 2)
