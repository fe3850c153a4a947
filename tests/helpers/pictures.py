"""Pictures for tests: a logo and a signature of nobody, as files that people have."""

import io
from functools import cache

from PIL import Image, ImageDraw

from desktop_app.core.documents.model import PrintedPicture
from tests.helpers.pages import printed_pages


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """Return an image as a file."""
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def pictures_in(pdf: bytes) -> int:
    """Return how many pictures the pages of a PDF show."""
    return sum(len(page.pictures) for page in printed_pages(pdf))


@cache
def vast_file() -> bytes:
    """Return 400 million points that weigh nothing on the disk: half a second to make."""
    return saved(Image.new("1", (20_000, 20_000)))


@cache
def logo_file(wide: int = 300, tall: int = 300) -> bytes:
    """Return a disc of two colours, on nothing."""
    image = Image.new("RGBA", (wide, tall), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((0, 0, wide - 1, tall - 1), fill="navy")
    draw.rectangle((wide // 3, tall // 3, 2 * wide // 3, 2 * tall // 3), fill="orange")
    return saved(image)


@cache
def signature_file() -> bytes:
    """Return a stroke of a pen on a sheet."""
    image = Image.new("RGB", (1200, 500), "white")
    points = [(200, 300), (350, 120), (420, 380), (560, 200), (700, 330), (1000, 180)]
    ImageDraw.Draw(image).line(points, fill="midnightblue", width=14, joint="curve")
    return saved(image, "JPEG")


@cache
def printed(data: bytes) -> PrintedPicture:
    """Return a picture as paper takes it, drawn by the real child process."""
    from desktop_app.wiring import clean_foreign_picture

    return clean_foreign_picture(data)
