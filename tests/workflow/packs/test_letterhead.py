"""The head of an association's paper: set once, on all its letters, checked like the rest."""

import io
import os
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.authoring.letter import EditedLetter, with_head
from desktop_app.core.errors import InvalidPack, PackNotOwn
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.packs.checking import check_packs
from desktop_app.workflow.packs.own_letters import (
    copy_letter,
    heads,
    keep_letter,
    own_letters,
    put_head,
    reopen_letter,
)
from tests.helpers.pictures import logo_file, printed, saved, vast_file

LAW = RealTools().law
LINES = ("Association Les Tilleuls", "01 99 00 12 34")
LOGO = printed(logo_file())


@pytest.fixture
def catalogue(tmp_path: Path) -> FolderCatalogue:
    return FolderCatalogue(data_root("forms"), own=tmp_path / "own")


def a_letter(catalogue: FolderCatalogue, title: str = "Ma lettre") -> EditedLetter:
    return copy_letter(catalogue, "cada", title)


def kept(catalogue: FolderCatalogue, title: str = "Ma lettre") -> tuple[str, Path]:
    """Save a letter with a head and a logo; return its id and its folder."""
    letter = with_head(a_letter(catalogue, title), LINES, LOGO)
    name, folder = keep_letter(letter, catalogue, LAW)
    return name, Path(folder)


def codes(catalogue: FolderCatalogue, folder: Path) -> list[str]:
    (checked,) = check_packs(catalogue, LAW, [str(folder)])
    return [problem.code for problem in checked.problems]


def test_it_is_kept_in_the_letter_s_folder_and_read_again(catalogue: FolderCatalogue) -> None:
    name, folder = kept(catalogue)
    assert (folder / "logo.png").read_bytes() == LOGO.data
    assert codes(catalogue, folder) == []
    again = reopen_letter(catalogue, name)
    assert (again.definition.letterhead.lines, again.logo) == (LINES, LOGO)


def test_it_can_be_taken_off(catalogue: FolderCatalogue) -> None:
    name, folder = kept(catalogue)
    keep_letter(with_head(reopen_letter(catalogue, name), (), None), catalogue, LAW, name=name)
    assert not (folder / "logo.png").exists()
    assert "letterhead" not in (folder / "letter.toml").read_text("utf-8")


def test_a_copy_of_it_keeps_it(catalogue: FolderCatalogue) -> None:
    name, _ = kept(catalogue)
    copy = copy_letter(catalogue, name, "Une autre")
    assert (copy.definition.letterhead.lines, copy.logo) == (LINES, LOGO)


def test_it_is_offered_to_the_other_letters_once(catalogue: FolderCatalogue) -> None:
    kept(catalogue, "Une"), kept(catalogue, "Deux")
    (head,) = heads(catalogue)
    assert (head.lines, head.logo) == (LINES, LOGO)
    name, _ = keep_letter(a_letter(catalogue, "Trois"), catalogue, LAW)
    assert len(heads(catalogue, but=name)) == 1


def test_it_is_put_on_all_letters_of_one_s_own_at_once(catalogue: FolderCatalogue) -> None:
    with_it, _ = kept(catalogue, "Une")
    without, folder = keep_letter(a_letter(catalogue, "Deux"), catalogue, LAW)
    assert put_head(catalogue, LAW, LINES, LOGO, own_letters(catalogue)) == (without,)
    assert reopen_letter(catalogue, without).logo == LOGO
    assert codes(catalogue, Path(folder)) == []
    assert set(own_letters(catalogue)) == {with_it, without}


def test_a_letter_of_ours_is_never_changed(catalogue: FolderCatalogue) -> None:
    name, _ = keep_letter(a_letter(catalogue), catalogue, LAW)
    with pytest.raises(PackNotOwn):
        put_head(catalogue, LAW, LINES, None, (name, "cada"))
    assert heads(catalogue) == (), "the one before it neither"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("Une ligne",) * 6, "letterhead-lines"),
        (("W" * 56,), "letterhead-long"),
        (("{{ nom }}",), "letterhead-plain"),
    ],
)
def test_what_the_page_cannot_hold_is_not_saved(
    catalogue: FolderCatalogue, lines: tuple[str, ...], code: str
) -> None:
    with pytest.raises(InvalidPack) as told:
        keep_letter(with_head(a_letter(catalogue), lines, None), catalogue, LAW)
    assert [problem.code for problem in told.value.problems] == [code]


class TestAPackOfAStranger:
    def named(self, folder: Path, logo: str) -> None:
        file = folder / "letter.toml"
        text = file.read_text("utf-8")
        assert 'logo = "logo.png"' in text
        file.write_text(text.replace('"logo.png"', f'"{logo}"'), "utf-8")

    @pytest.mark.parametrize(
        "logo", ["../logo.png", "/etc/logo.png", "C:\\\\logo.png", "Logo.PNG", "logo.svg", "é.png"]
    )
    def test_no_name_leads_out_of_its_folder(self, catalogue: FolderCatalogue, logo: str) -> None:
        name, folder = kept(catalogue)
        (folder.parent / "logo.png").write_bytes(logo_file())
        self.named(folder, logo)
        assert codes(catalogue, folder) == ["letterhead-logo-name"]
        catalogue._forget()
        with pytest.raises(InvalidPack):
            catalogue.letter(name)

    def test_a_link_out_of_its_folder_is_no_picture(
        self, catalogue: FolderCatalogue, tmp_path: Path
    ) -> None:
        _, folder = kept(catalogue)
        (tmp_path / "secret.png").write_bytes(logo_file())
        (folder / "logo.png").unlink()
        (folder / "logo.png").symlink_to(tmp_path / "secret.png")
        assert codes(catalogue, folder) == ["letterhead-logo-missing"]

    def test_a_picture_that_is_not_there_is_told(self, catalogue: FolderCatalogue) -> None:
        _, folder = kept(catalogue)
        (folder / "logo.png").unlink()
        assert codes(catalogue, folder) == ["letterhead-logo-missing"]

    def test_a_tube_does_not_hold_the_check(self, catalogue: FolderCatalogue) -> None:
        _, folder = kept(catalogue)
        (folder / "logo.png").unlink()
        os.mkfifo(folder / "logo.png")
        assert codes(catalogue, folder) == ["letterhead-logo-missing"]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"GIF89a" + b"\0" * 90, "picture-unreadable"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unreadable"),
            (vast_file(), "picture-too-heavy"),
            (saved(Image.new("L", (1, 1))), "picture-too-small"),
            (b"\x89PNG\r\n\x1a\n" + b"\0" * (3 << 20), "file-too-big"),
        ],
        ids=["GIF", "SVG", "a bomb", "a pixel", "3 MB"],
    )
    def test_what_it_is_counts_not_its_name(
        self, catalogue: FolderCatalogue, data: bytes, code: str
    ) -> None:
        _, folder = kept(catalogue)
        (folder / "logo.png").write_bytes(data)
        assert codes(catalogue, folder) == [code]

    def test_the_place_where_a_photo_was_taken_never_reaches_paper(
        self, catalogue: FolderCatalogue
    ) -> None:
        name, folder = kept(catalogue)
        exif = Image.Exif()
        exif[ExifTags.Base.ImageDescription] = "chez Simone"
        photo = saved(Image.new("RGB", (300, 200), "navy"), "JPEG", exif=exif)
        (folder / "logo.png").write_bytes(photo)
        assert codes(catalogue, folder) == [], "a JPEG, whatever its name"
        drawn = catalogue.picture(name, "logo.png").data
        assert b"Simone" not in drawn
        assert not Image.open(io.BytesIO(drawn)).getexif()
