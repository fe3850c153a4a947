"""A photo of a paper, made straight: turned, its sides cut, level; nothing of its file is left."""

import io

import pytest
from PIL import ExifTags, Image, ImageDraw

from desktop_app.untrusted.documents import CleanPicture, sheet_photo
from desktop_app.untrusted.errors import PictureUnreadable

GROUND = (90, 70, 50)
MARK = b"ZKANARI"
A4 = (744, 1052)


def photo(lean: float, turned: int = 1) -> bytes:
    """A page of lines that leans on a table, taken by a phone that knows where it is."""
    page = Image.new("RGB", A4, "white")
    pen = ImageDraw.Draw(page)
    for top in range(90, 960, 30):
        pen.rectangle((80, top, 660, top + 8), fill="black")
    leaning = page.rotate(lean, expand=True, fillcolor=GROUND)
    table = Image.new("RGB", (1080, 1440), GROUND)
    table.paste(leaning, ((1080 - leaning.width) // 2, (1440 - leaning.height) // 2))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = MARK.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
    out = io.BytesIO()
    back = {1: table, 6: table.transpose(Image.Transpose.ROTATE_90)}[turned]
    back.save(out, "JPEG", exif=exif, comment=MARK)
    assert MARK in out.getvalue()
    return out.getvalue()


def shown(made: CleanPicture) -> Image.Image:
    return Image.open(io.BytesIO(made.data)).convert("L")


@pytest.mark.parametrize(
    ("lean", "turned"), [pytest.param(0.0, 1, marks=pytest.mark.slow), (4.0, 6)]
)
def test_it_is_straight_upright_and_alone(lean: float, turned: int) -> None:
    made = sheet_photo(photo(lean, turned))
    assert abs(made.height / made.width - A4[1] / A4[0]) < 0.03
    grey = shown(made).resize(A4)
    for top in range(90, 960, 270):  # each line is level, on the whole of its width
        line = [grey.getpixel((x, top + 4)) for x in range(120, 620, 50)]
        assert max(line) < 128, (top, line)
    assert grey.getpixel((20, 20)) > 200  # the table is gone
    assert MARK not in made.data
    assert not Image.open(io.BytesIO(made.data)).getexif()


def test_half_a_photo_is_refused() -> None:
    data = photo(0.0)
    with pytest.raises(PictureUnreadable):
        sheet_photo(data[: len(data) // 2])
