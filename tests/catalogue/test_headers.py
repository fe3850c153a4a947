"""The first lines of a pack, read at sight or parsed: always the same."""

import tomllib

import pytest

from desktop_app.catalogue import headers
from desktop_app.catalogue.headers import read_header
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.datafiles import data_root
from tests.helpers import packs

LETTER = packs.changed('keywords = ["essai"]\n', "")


def changed(old: str, new: str) -> str:
    """The letter, which no word helps to find, with one thing changed."""
    return packs.changed(old, new, LETTER)


KEYWORDS = 'family = "caf"\nkeywords = ["un", "deux mots"]'
MANY_LINES = 'family = "caf"\nkeywords = [\n  "un", # note\n  "deux mots",\n]'


def header(text: str) -> CatalogueItem:
    return read_header(text.encode(), "letter.toml")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="simple"),
        pytest.param(LETTER.replace("\n", "\r\n"), id="lines of Windows"),
        pytest.param(changed('"Essayer une lettre"', "'Essayer une lettre'"), id="other quotes"),
        pytest.param(changed('"Essayer une lettre"', '"Essayer une lettre" # note'), id="a note"),
        pytest.param(changed('"Essayer une lettre"', '"Essayer une\\u0020lettre"'), id="escape"),
        pytest.param(
            changed("schema = 1", 'schema = 1\nx = """\nid = "faux"\n"""'), id="long text"
        ),
        pytest.param(changed("schema = 1", "schema = 1\nx = [\n[1]\n]"), id="brackets"),
    ],
)
def test_however_it_is_written(text):
    assert header(text) == CatalogueItem(
        "essai", "letter", "Lettre d'essai", "Essayer une lettre", "caf", "",
        seen_on="2026-11-24",
    )  # fmt: skip


@pytest.mark.parametrize("more", [0, 1])
def test_wherever_the_part_that_is_read_ends(more):
    text = LETTER + "# " + "x" * more + "é" * headers._CUT
    assert headers._at_sight(text.encode()) is not None


@pytest.mark.parametrize(
    ("written", "withdrawn"), [("true", True), ("false", False), ("true # replaced", True)]
)
def test_a_form_the_office_no_longer_takes(written, withdrawn):
    text = changed(
        'family = "caf"',
        f'family = "caf"\nedition = "1*02"\nwithdrawn = {written}\nsuccessor = "2*01"',
    )
    found = header(text)
    assert (found.withdrawn, found.edition, found.successor) == (withdrawn, "1*02", "2*01")


@pytest.mark.parametrize("keywords", [KEYWORDS, MANY_LINES])
def test_keywords(keywords):
    assert header(changed('family = "caf"', keywords)).keywords == ("un", "deux mots")


@pytest.mark.parametrize("written", ['["refus", "silence"]', "['refus', 'silence']"])
def test_situations(written):
    text = changed('family = "caf"', f'family = "caf"\nsituations = {written}')
    assert header(text).situations == ("refus", "silence")


def test_situations_are_a_list_of_texts():
    with pytest.raises(InvalidPack):
        header(changed('family = "caf"', 'family = "caf"\nsituations = "refus"'))


def test_a_key_twice_is_refused():
    with pytest.raises(InvalidPack):
        header(changed("schema = 1", 'id = "autre"'))


@pytest.mark.parametrize("shelf", ["letters", "official"])
def test_ours_are_read_at_sight_as_they_are_parsed(shelf):
    for folder in (data_root("forms") / shelf).iterdir():
        file = next(f for f in folder.iterdir() if f.name in ("letter.toml", "form.toml"))
        raw = file.read_bytes()
        parsed = tomllib.loads(raw.decode())

        seen = headers._at_sight(raw)
        assert seen is not None, "written simply"
        assert seen == {key: parsed[key] for key in seen}
