"""A model that a person made of a PDF goes on being known, one of an earlier version too."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.files import FORM_FILE
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.editions import FormEditionUnknown
from desktop_app.workflow.documents.forms import fill_pack, inspect
from desktop_app.workflow.packs.own_forms import draft, keep
from tests.helpers import flips
from tests.helpers.authoring import TODAY
from tests.helpers.unknown import flat_form, unknown_form

TOOLS = RealTools()
BLANKS = [pytest.param(unknown_form, id="with fields"), pytest.param(flat_form, id="flat")]


class Made:
    """A model made of a blank, in a folder of the person's own."""

    def __init__(self, blank: bytes, root: Path) -> None:
        self.blank, self.root = blank, root
        catalogue = self.catalogue()
        begun = draft(TOOLS.forms, catalogue, TOOLS.law, blank, title="Ma carte", today=TODAY)
        self.name, folder = keep(begun.form, catalogue, TOOLS.law, today=TODAY)
        self.file = Path(folder) / FORM_FILE

    def catalogue(self) -> FolderCatalogue:
        return FolderCatalogue(data_root("forms"), own=self.root / "own")

    def as_an_earlier_version_kept_it(self) -> None:
        kept = re.sub(r"(?m)^(words|printed|boxes) = .*\n", "", self.file.read_text("utf-8"))
        self.file.write_text(kept, "utf-8")

    def found(self, blank: bytes) -> tuple[str, str]:
        """Return the pack that a PDF is known for, and the one that it resembles."""
        seen = inspect(TOOLS.forms, self.catalogue(), blank)
        return seen.pack, seen.nearest.definition.id if seen.nearest else ""


@pytest.mark.parametrize("blank", BLANKS)
def test_the_same_file_and_one_saved_again_are_known(
    blank: Callable[[], bytes], tmp_path: Path
) -> None:
    made = Made(blank(), tmp_path)
    assert made.found(made.blank) == (made.name, "")
    assert made.found(flips.saved_again(made.blank)) == (made.name, "")


@pytest.mark.parametrize("blank", BLANKS)
def test_of_an_earlier_version_the_file_is_known_and_a_copy_asked(
    blank: Callable[[], bytes], tmp_path: Path
) -> None:
    made = Made(blank(), tmp_path)
    made.as_an_earlier_version_kept_it()
    again = flips.saved_again(made.blank)
    assert made.found(made.blank) == (made.name, "")
    assert made.found(again) == ("", made.name), "another edition, and asked"

    catalogue = made.catalogue()
    answered = Draft(made.name, {})
    with pytest.raises(FormEditionUnknown) as asked:
        fill_pack(TOOLS.forms, catalogue, TOOLS.law, answered, blank=again, today=TODAY)
    comparison = asked.value.found.comparison
    assert (comparison.gone, comparison.new) == ((), ())
    assert len(comparison.matches) == len(catalogue.field_map(made.name).place)
