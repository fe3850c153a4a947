"""Photos: shown upright by a child process, whatever phones make; refused when they are broken."""

import io
import os

import pytest
from PIL import ExifTags, Image

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.documents import clean_picture, show_picture
from desktop_app.untrusted.errors import (
    PictureAnimated,
    PictureBlank,
    PictureRefused,
    PictureTooHeavy,
    PictureTooSmall,
    PictureUnreadable,
)
from tests.helpers.pictures import vast_file


def photo(
    size: tuple[int, int], kind: str = "JPEG", *, turned: int = 0, mode: str = "RGB"
) -> bytes:
    """A picture whose left half is black and right half is white."""
    image = Image.new(mode, size, "white")
    image.paste("black", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    if turned:
        exif[ExifTags.Base.Orientation] = turned
    out = io.BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()


def pixel(picture, x: int, y: int) -> tuple[int, ...]:
    at = (y * picture.width + x) * 4
    return tuple(picture.pixels[at : at + 3])


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_it_is_shown_within_the_square_asked(kind: str) -> None:
    shown = show_picture(photo((1200, 600), kind), 300)
    assert (shown.width, shown.height) == (300, 150)
    assert pixel(shown, 20, 75) == (0, 0, 0)
    assert pixel(shown, 280, 75) == (255, 255, 255)


def test_a_photo_taken_upright_is_shown_upright() -> None:
    shown = show_picture(photo((1200, 600), turned=6), 300)
    assert (shown.width, shown.height) == (150, 300)
    assert pixel(shown, 75, 20) == (0, 0, 0)


def test_what_is_transparent_is_white_as_on_paper() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert pixel(show_picture(out.getvalue(), 50), 25, 25) == (255, 255, 255)


def test_a_heavy_photo_of_a_recent_phone() -> None:
    noise = Image.frombytes("RGB", (4000, 3000), os.urandom(4000 * 3000 * 3))
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=93)
    data = out.getvalue()
    assert len(data) > 10 << 20, "as heavy as those of a phone"
    shown = show_picture(data, 1600)
    assert (shown.width, shown.height) == (1600, 1200)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xd8\xff" + b"\0" * 400, id="only the first bytes of a photo"),
        pytest.param(photo((800, 600))[:3000], id="cut"),
        pytest.param(photo((800, 600), "PNG")[:200], id="a scan that is cut"),
        pytest.param(b"GIF89a" + b"\0" * 100, id="another kind"),
        pytest.param(b"%PDF-1.7\n", id="a PDF"),
    ],
)
def test_a_broken_one_is_refused(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        show_picture(data, 300)


def test_a_picture_of_enormous_size_is_refused_before_it_is_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    assert len(out.getvalue()) < 1 << 20
    with pytest.raises(PictureTooHeavy):
        show_picture(out.getvalue(), 300)


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


class TestDrawnAnewForPaper:
    """A logo or a signature: small, upright, on white, and nothing of the former file in it."""

    def test_it_fits_and_its_white_edges_are_cut(self) -> None:
        page = Image.new("RGB", (2000, 1000), "white")
        page.paste("navy", (400, 400, 1600, 600))
        made = clean_picture(saved(page), 600, 300)
        assert (made.width, made.height) == (600, 100) == opened(made.data).size

    def test_no_place_no_date_and_no_words_remain(self) -> None:
        exif = Image.Exif()
        exif[ExifTags.Base.Artist] = "Simone Martin"
        exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
        said: dict[str, object] = {"exif": exif, "comment": b"Lyon", "icc_profile": b"Martin"}
        secret = saved(Image.new("RGB", (300, 200), "navy"), "JPEG", **said)
        assert b"Simone" in secret
        made = clean_picture(secret, 600, 300).data
        assert not opened(made).getexif()
        assert not [word for word in (b"Simone", b"Lyon", b"iCCP") if word in made]

    def test_a_photo_taken_upright_is_upright(self) -> None:
        made = clean_picture(photo((1000, 600), turned=6), 300, 300)
        assert made.width > made.height, "its black half alone is drawn"

    def test_what_is_transparent_is_paper(self) -> None:
        image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
        image.paste((0, 0, 0, 255), (10, 10, 50, 30))
        made = opened(clean_picture(saved(image), 600, 300).data)
        assert (made.mode, made.size) == ("RGB", (40, 20))

    @pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "I;16", "LA"])
    def test_all_kinds_of_colours_are_drawn_in_ours(self, mode: str) -> None:
        image = Image.new("RGB", (100, 60), "white")
        image.paste((200, 0, 0), (0, 0, 50, 60))
        if mode == "I;16":
            image = image.convert("L").convert("I").point(lambda v: v * 256).convert(mode)
        else:
            image = image.convert(mode)
        made = clean_picture(saved(image, "JPEG" if mode == "CMYK" else "PNG"), 600, 300)
        drawn = opened(made.data)
        assert (drawn.mode, drawn.size) == ("RGB", (50, 60))
        assert drawn.getpixel((25, 30))[1] < 120

    def test_a_photo_weighs_little(self) -> None:
        noise = Image.frombytes("RGB", (1500, 900), os.urandom(1500 * 900 * 3))
        made = clean_picture(saved(noise, "JPEG"), 600, 300)
        assert len(made.data) <= ceilings.PAPER_PICTURE_BYTES

    @pytest.mark.parametrize(
        ("data", "refusal"),
        [
            (saved(Image.new("L", (1, 1))), PictureTooSmall),
            (saved(Image.new("RGBA", (90, 90), (0, 0, 0, 0))), PictureBlank),
            (vast_file(), PictureTooHeavy),
            (b"GIF89a" + b"\0" * 100, PictureUnreadable),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureUnreadable),
            (b"", PictureUnreadable),
            (photo((800, 600))[:3000], PictureUnreadable),
        ],
        ids=["a pixel", "transparent", "a bomb", "GIF", "SVG", "empty", "cut"],
    )
    def test_what_paper_cannot_show_is_refused(
        self, data: bytes, refusal: type[PictureRefused]
    ) -> None:
        with pytest.raises(refusal):
            clean_picture(data, 600, 300)

    def test_an_animated_one_is_refused(self) -> None:
        frames = [Image.new("L", (60, 60), shade) for shade in (0, 90)]
        data = saved(frames[0], save_all=True, append_images=frames[1:])
        with pytest.raises(PictureAnimated):
            clean_picture(data, 600, 300)
