"""The index of all packs says what the packs say, and is never believed when it is stale."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.index import PackIndex, index_in
from desktop_app.catalogue.indexing import index_of
from desktop_app.core.errors import InvalidPack
from desktop_app.datafiles import data_root

LETTER, FORM, OTHER = "caf-indu-rsa", "exemple-aide-exceptionnelle", "lettre-libre"
KEPT = {"letters": (LETTER, OTHER), "official": (FORM,)}
FIELD = "nouveau_champ"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A few of our packs with all that they share, and their index."""
    root = tmp_path_factory.mktemp("packs") / "forms"
    ours = Path(str(data_root("forms")))
    for folder in ("common", "law", "search", "abbreviations"):
        shutil.copytree(ours / folder, root / folder)
    for shelf, names in KEPT.items():
        for name in names:
            shutil.copytree(ours / shelf / name, root / shelf / name)
    return root, index_of(root)


@pytest.fixture
def root(made: tuple[Path, bytes], tmp_path: Path) -> Path:
    """The same, to be changed, its index written after it."""
    shutil.copytree(made[0], tmp_path / "forms")
    (tmp_path / "packs.json").write_bytes(made[1])
    return tmp_path / "forms"


def indexed(root: Path) -> FolderCatalogue:
    file = root.parent / "packs.json"
    return FolderCatalogue(root, written=PackIndex(root, file))


def rewritten(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_two_builds_are_the_same_bytes(made: tuple[Path, bytes]) -> None:
    root, raw = made
    assert index_of(root) == raw
    assert [type(json.loads(line)) for line in raw.splitlines()] == [dict, dict, dict]
    assert str(root).encode() not in raw


def test_it_says_what_the_packs_say(root: Path) -> None:
    ours, theirs = indexed(root), FolderCatalogue(root)
    assert ours.search() == theirs.search()
    assert ours.search("la caf me réclame des sous") == theirs.search("la caf me réclame des sous")
    assert list(ours.entries()) == list(theirs.entries())
    assert (ours.letter(LETTER), ours.form(FORM)) == (theirs.letter(LETTER), theirs.form(FORM))
    for names in (
        {"nom"},
        {"rien"},
        {field for one in theirs.field_maps(FORM) for field in _of(one)},
    ):
        assert ours.may_resemble((), "", names) == theirs.may_resemble((), "", names)


def _of(field_map: object) -> set[str]:
    return {place.field for place in field_map.place if place.field}  # type: ignore[attr-defined]


def test_no_pack_is_read_to_be_listed_or_compared(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(
        "desktop_app.catalogue.catalogue.read_text", lambda folder, name: read.append(name)
    )
    monkeypatch.setattr("desktop_app.catalogue.folders.read_text", lambda *of: read.append(of[1]))
    found = indexed(root)
    assert {one.id for one in found.search()} == {LETTER, OTHER, FORM}
    assert found.known_blank(b"%PDF-1.7") is None
    assert found.may_resemble(("99999",), "", {"rien"}) == []
    assert read == []


def test_what_was_checked_when_it_was_built_is_not_checked_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[object] = []
    monkeypatch.setattr(
        "desktop_app.core.checks.check", lambda pack, *_, **__: checked.append(pack) or []
    )
    indexed(root).letter(LETTER)
    assert checked == []
    FolderCatalogue(root).letter(LETTER)
    assert len(checked) == 1


def _retitled(root: Path) -> None:
    """Of another size."""
    file = root / "letters" / OTHER / "letter.toml"
    title = indexed(root).letter(OTHER).plain_title
    rewritten(file, f'plain_title = "{title}"', f'plain_title = "{title} ici"')


def _one_sign(root: Path) -> None:
    """Of the same size, its own time put back afterwards."""
    file = root / "letters" / OTHER / "letter.toml"
    before = file.stat()
    title = indexed(root).letter(OTHER).plain_title
    rewritten(file, f'plain_title = "{title}"', f'plain_title = "{title[:-1]}x"')
    assert file.stat().st_size == before.st_size
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _added(root: Path) -> None:
    shutil.copytree(root / "letters" / OTHER, root / "letters" / "autre")
    rewritten(root / "letters" / "autre" / "letter.toml", f'id = "{OTHER}"', 'id = "autre"')


def _taken_away(root: Path) -> None:
    shutil.rmtree(root / "letters" / LETTER)


def _emptied(root: Path) -> None:
    (root / "official" / FORM / "form.toml").unlink()


def _broken(root: Path) -> None:
    (root / "letters" / OTHER / "letter.toml").write_text("id = ", "utf-8")


@pytest.mark.parametrize(
    "change",
    [_retitled, _one_sign, _added, _taken_away, _emptied, _broken],
    ids=lambda one: one.__name__,
)
def test_it_is_not_believed_over_a_pack_that_changed(
    root: Path, change: Callable[[Path], None]
) -> None:
    before = FolderCatalogue(root).search()
    change(root)
    ours, theirs = indexed(root), FolderCatalogue(root)
    assert ours.search() == theirs.search()
    assert ours.broken == theirs.broken
    assert (theirs.search(), theirs.broken) != (before, ()), "nothing changed: nothing was tried"


def test_a_field_added_to_a_form_is_found(root: Path) -> None:
    (fields,) = (root / "official" / FORM).glob("fields*.toml")
    text = fields.read_text("utf-8")
    fields.write_text(text + f'\n[[place]]\nname = "x"\nfield = "{FIELD}"\n', "utf-8")
    assert list(indexed(root).may_resemble((), "", {FIELD})) == [FORM]


def test_a_map_added_to_a_form_is_found(root: Path) -> None:
    new = root / "official" / FORM / "fields-autre.toml"
    new.write_text(f'[[place]]\nname = "x"\nfield = "{FIELD}"\n', "utf-8")
    assert list(indexed(root).may_resemble((), "", {FIELD})) == [FORM]


def test_a_pack_is_checked_again_when_what_it_shares_changed(root: Path) -> None:
    """A letter writes to a body of the law: without it, the letter is refused."""
    indexed(root).letter(LETTER)
    (root / "law" / "bodies.toml").write_text("", "utf-8")
    with pytest.raises(InvalidPack):
        FolderCatalogue(root).letter(LETTER)
    with pytest.raises(InvalidPack):
        indexed(root).letter(LETTER)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b"RSA", b"RSB"),
        lambda raw: raw.replace(b'"format":1', b'"format":2'),
        lambda raw: raw.replace(b'"version":"', b'"version":"9'),
        lambda raw: b"[" * 100_000,
        lambda raw: b"null\n{}\n{}\n",
    ],
    ids=["empty", "cut", "changed", "format", "version", "deep", "null"],
)
def test_a_damaged_index_is_as_none(root: Path, spoil: Callable[[bytes], bytes]) -> None:
    file = root.parent / "packs.json"
    raw = file.read_bytes()
    file.write_bytes(spoil(raw))
    assert file.read_bytes() != raw
    assert indexed(root).search() == FolderCatalogue(root).search()


def test_a_pack_that_breaks_a_rule_is_refused_when_the_program_is_built(root: Path) -> None:
    (root / "law" / "bodies.toml").write_text("", "utf-8")
    with pytest.raises(ValueError, match=LETTER):
        index_of(root)


def test_a_folder_that_has_no_index_is_read(root: Path, tmp_path: Path) -> None:
    assert index_in(root, tmp_path / "absent.json") is None
    assert index_in(root, root.parent / "packs.json") is not None
