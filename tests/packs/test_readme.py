"""``forms/README.md``: its letter works as it stands, and every key, filter and kind is there."""

import re

import msgspec
import pytest

from desktop_app.catalogue.folders import groups_in
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.language.filters import FILTERS
from desktop_app.core.packs import model
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.packs.listed import PackTexts
from desktop_app.core.packs.parse import Example, Expected, ParagraphChanges
from desktop_app.datafiles import data_root
from desktop_app.workflow.packs.checking import check_texts
from tests.helpers.ours import CATALOGUE, LAW

README = (data_root("forms") / "README.md").read_text("utf-8")
LETTER, EXAMPLE, *_ = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
TABLES = [
    found
    for found in vars(model).values()
    if isinstance(found, type) and issubclass(found, msgspec.Struct)
]


def test_the_letter_of_the_page_works_as_it_stands():
    texts = PackTexts(
        "demande-de-copie",
        "forms/README.md",
        {"letter.toml": LETTER.encode(), "examples/1-urgent.toml": EXAMPLE.encode()},
        groups_in(data_root("forms")),
    )

    assert check_texts(texts, LAW).problems == ()


@pytest.mark.parametrize("table", [*TABLES, Example, Expected, ParagraphChanges])
def test_every_key_is_explained(table):
    for key in table.__struct_fields__:
        assert re.search(rf"[`\[.]{key}[`\]]", README), f"{table.__name__}.{key}"


def test_every_filter_is_explained():
    assert [name for name in FILTERS if not re.search(rf"`{name}[`(]", README)] == []


def test_every_kind_and_family_is_explained():
    assert [name for name in (*KINDS, *FAMILIES) if f"`{name}`" not in README] == []


def test_the_commands_of_the_page_name_real_packs():
    for path in re.findall(r"forms/(letters/[a-z-]+)", README):
        assert path.endswith("demande-de-copie") or (data_root("forms") / path).is_dir()
    assert CATALOGUE.broken == ()
