"""Photos: shown upright by a child process, whatever phones make; refused when they are broken."""

import io
import os

import pytest
from PIL import ExifTags, Image

from desktop_app.untrusted.documents import show_picture
from desktop_app.untrusted.errors import PictureTooHeavy, PictureUnreadable


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
