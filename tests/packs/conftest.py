"""The letter on an RSA debt, and its simplest answers, to change one at a time."""

import tomllib
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.datafiles import data_root
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import PACK, TODAY, Compose

SIMPLE = "1-je-ne-dois-rien.toml"


@pytest.fixture(scope="module")
def catalogue() -> FolderCatalogue:
    return CATALOGUE


@pytest.fixture(scope="module")
def letter(catalogue: FolderCatalogue) -> LetterDefinition:
    return catalogue.letter(PACK)


@pytest.fixture(scope="module")
def simple() -> dict[str, Any]:
    """Return the answers of the simplest example, to change one at a time."""
    file = data_root("forms") / "letters" / PACK / "examples" / SIMPLE
    return dict(tomllib.loads(file.read_text("utf-8"))["answers"])


@pytest.fixture(scope="module")
def compose(letter: LetterDefinition, simple: dict[str, Any]) -> Compose:
    def composed(*, unknown: frozenset[str] = frozenset(), **changes: Any) -> LetterDocument:
        given = {k: v for k, v in {**simple, **changes}.items() if v is not None}
        draft = Draft(PACK, {k: v for k, v in given.items() if k not in unknown}, unknown)
        return compose_letter(letter, validate(letter, draft, TODAY), TODAY)

    return composed
