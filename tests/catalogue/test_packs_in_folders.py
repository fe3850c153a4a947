"""The packs at hand: listed by their first lines, read when used, none in the way of another."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.catalogue import folders
from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.folders import packs_under
from desktop_app.core.editions.identity import Sight
from desktop_app.core.errors import InvalidPack, UnknownPack
from desktop_app.datafiles import data_root
from desktop_app.files import FileMissing
from tests.core.documents.test_compose_form import FIELDS, FORM
from tests.helpers.packs import EXAMPLE, IDENTITY, LETTER, changed


def put(root: Path, name: str, **texts: str) -> Path:
    """Write a pack; dots of names are slashes: ``examples.simple`` is examples/simple.toml."""
    shelf = "official" if "form" in texts else "letters"
    folder = root / shelf / name
    for key, text in texts.items():
        place = folder / f"{key.replace('.', '/')}.toml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "common").mkdir()
    (tmp_path / "common" / "identite.toml").write_text(IDENTITY, "utf-8")
    put(tmp_path, "essai", letter=LETTER, **{"examples.simple": EXAMPLE})
    put(tmp_path, "essai-form", form=FORM, **{"fields-1": FIELDS})
    return tmp_path


SEEN = Sight("fields:0123", "pages:4567", ((1.0, 2, 3, 4, 2, 3),), ((5.0, 6, 7, 8),), 1)
KNOWN = """signature = "fields:0123"
words = "pages:4567"
printed = [[1, 2, 3, 4, 2, 3]]
boxes = [[5, 6, 7, 8]]"""


def ids(catalogue: FolderCatalogue, *words: str) -> list[str]:
    return [item.id for item in catalogue.search(*words)]


def test_every_pack_is_listed(root):
    catalogue = FolderCatalogue(root)

    assert ids(catalogue) == ["essai", "essai-form"]
    assert ids(catalogue, "", "form") == ["essai-form"]
    assert catalogue.broken == ()


def test_a_definition_comes_with_its_groups_and_enclosure_questions(root):
    letter = FolderCatalogue(root).letter("essai")

    asked = [question.id for section in letter.section for question in section.question]
    assert asked[0] == "nom"
    assert asked[-2:] == ["piece_decision", "piece_decision_pages"]
    assert letter.signature


def test_the_boxes_of_an_edition(root):
    catalogue = FolderCatalogue(root)

    assert len(catalogue.field_map("essai-form").place) == 6
    assert catalogue.field_map("essai-form", "99999*01").edition == "99999*01"
    with pytest.raises(UnknownPack) as refusal:
        catalogue.field_map("essai-form", "99999*02")
    assert refusal.value.wording == "unknown-pack-edition"


@pytest.mark.parametrize(
    ("ask", "wording"),
    [
        (lambda c: c.letter("esai"), "unknown-pack-near"),
        (lambda c: c.letter("zzzzzz"), "unknown-pack"),
        (lambda c: c.letter("essai-form"), "unknown-pack-form"),
        (lambda c: c.form("essai"), "unknown-pack-letter"),
        (lambda c: c.field_map("essai"), "unknown-pack-letter"),
        (lambda c: c.letter("../letters/essai"), "unknown-pack-near"),
    ],
)
def test_a_name_that_is_not_there(root, ask, wording):
    with pytest.raises(UnknownPack) as refusal:
        ask(FolderCatalogue(root))
    assert refusal.value.wording == wording


BROKEN = {
    "not TOML": ("letter", "id = \n", "pack-toml"),
    "no title": ("letter", changed('title = "Lettre d\'essai"', ""), "pack-missing-key"),
    "title is a number": (
        "letter",
        changed('plain_title = "Essayer une lettre"', "plain_title = 3"),
        "pack-header",
    ),
    "name of another folder": ("letter", LETTER, "pack-other-folder"),
    "mark of direction": (
        "letter",
        changed("Essayer une lettre", "Essayer \u202eune lettre"),
        "pack-header",
    ),
    "title of 100 kB": ("letter", changed("Essayer une lettre", "x" * 100_000), "pack-header"),
    "NUL": ("letter", 'id = "\0"\n', "pack-nul"),
}


@pytest.mark.parametrize(("file", "text", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_pack_is_reported_and_hides_no_other(root, file, text, code):
    put(root, "casse", **{file: text})
    catalogue = FolderCatalogue(root)

    assert ids(catalogue) == ["essai", "essai-form"]
    assert [(lost.id, lost.problems[0].code) for lost in catalogue.broken] == [("casse", code)]
    with pytest.raises(InvalidPack):
        catalogue.letter("casse")


def test_a_tube_named_like_a_pack_is_reported_without_waiting(root):
    folder = root / "letters" / "tube"
    folder.mkdir()
    os.mkfifo(folder / "letter.toml")

    (lost,) = FolderCatalogue(root).broken
    assert (lost.id, lost.problems[0].code) == ("tube", "file-not-regular")


def test_a_pack_broken_below_its_first_lines_is_refused_when_used(root):
    put(
        root,
        "casse",
        letter=changed('id = "essai"', 'id = "casse"').replace("{{ recits }}", "{{ recit }}"),
    )
    catalogue = FolderCatalogue(root)

    assert "casse" in ids(catalogue)
    with pytest.raises(InvalidPack) as refusal:
        catalogue.letter("casse")
    assert refusal.value.problems[0].code == "pack-unknown-name"


def test_a_persons_folder_cannot_take_the_place_of_ours(root, tmp_path_factory):
    own = tmp_path_factory.mktemp("own")
    put(own, "essai", letter=changed("Essayer une lettre", "Une autre"))
    put(own, "a-moi", letter=changed('id = "essai"', 'id = "a-moi"'))

    catalogue = FolderCatalogue(root, own)

    assert ids(catalogue) == ["essai", "a-moi", "essai-form"], "a withdrawn form comes last"
    assert catalogue.search()[0].plain_title == "Essayer une lettre"
    assert [lost.problems[0].code for lost in catalogue.broken] == ["pack-id-taken"]
    assert catalogue.letter("a-moi").sender, "groups of ours serve a person's pack"


def test_a_form_that_asks_for_a_secret_is_never_asked(root):
    put(
        root,
        "voleur",
        letter=changed('id = "essai"', 'id = "voleur"').replace(
            "Quelle rue ?", "Votre mot de passe ?"
        ),
    )

    with pytest.raises(InvalidPack) as refusal:
        FolderCatalogue(root).letter("voleur")
    assert refusal.value.problems[0].code == "pack-asks-secret"


def test_a_missing_folder_is_an_empty_catalogue(tmp_path):
    assert ids(FolderCatalogue(tmp_path / "nothing")) == []


def test_a_blank_is_recognised_by_its_fingerprint_or_its_signature(root):
    data = b"%PDF-1.4 a blank"
    digest = hashlib.sha256(data).hexdigest()
    known = f'map = "fields-1.toml"\nsha256 = ["{digest}"]\n{KNOWN}'
    put(root, "essai-form", form=changed('map = "fields-1.toml"', known, FORM))
    catalogue = FolderCatalogue(root)

    form, edition = catalogue.recognise(data) or (None, "")
    assert (form and form.id, edition) == ("essai-form", "99999*01")
    assert catalogue.recognise(b"re-saved", SEEN) is not None
    assert catalogue.recognise(b"other", replace(SEEN, words="pages:9999")) is None
    assert catalogue.recognise(b"") is None


def test_the_packs_below_a_path(root):
    catalogue = FolderCatalogue(root)

    assert [t.id for t in catalogue.texts_under(str(root))] == ["essai", "essai-form"]
    (texts,) = catalogue.texts_under(str(root / "letters" / "essai"))
    assert sorted(texts.texts) == ["examples/simple.toml", "letter.toml"]
    assert list(texts.groups) == ["identite.toml"]
    assert catalogue.texts_under(str(root / "common")) == []
    with pytest.raises(FileMissing):
        catalogue.texts_under(str(root / "nowhere"))


def test_links_are_not_followed_out_of_the_folder(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    put(elsewhere, "secret", letter=LETTER)
    (root / "letters" / "lien").symlink_to(elsewhere / "letters", target_is_directory=True)

    assert [t.id for t in FolderCatalogue(root).texts_under(str(root))] == ["essai", "essai-form"]


def test_our_own_packs_are_found_and_none_is_broken():
    catalogue = FolderCatalogue(data_root("forms"))

    assert {"caf-indu-rsa", "15548-domiciliation"} <= set(ids(catalogue))
    assert catalogue.broken == ()


def test_folders_that_are_closed_to_us_are_passed_over() -> None:
    """A link to "/" was an unforeseen error (attack F10): another process's folders are closed."""
    if not Path("/proc/1/fd").exists() and not Path("/proc/1").is_dir():
        pytest.skip("needs /proc")
    assert list(packs_under(Path("/proc/1"))) == []


def test_what_packs_share_is_read_once_for_all_of_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "essai-2", letter=LETTER.replace('"essai"', '"essai-2"'))
    real, read = folders.groups_in, []
    monkeypatch.setattr(folders, "groups_in", lambda one: read.append(str(one)) or real(one))
    texts = FolderCatalogue(root).all_texts()
    assert len(texts) == 3
    assert all("identite.toml" in one.groups for one in texts)
    assert read == [str(root)]
