"""A form of which one has a photo: a PDF of its pixels, its boxes found as on any scan."""

import pypdfium2
from PIL import ExifTags, Image

from desktop_app.pdf.forms.photographed import as_pdf
from desktop_app.wiring import RealTools
from tests.helpers.pages import printed_pages
from tests.helpers.pictures import saved
from tests.helpers.unknown import flat_form


def test_a_photo_of_a_form_is_a_page_of_its_pixels_with_boxes_to_fill() -> None:
    page = pypdfium2.PdfDocument(flat_form())[0].render(scale=150 / 72).to_pil().convert("RGB")
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Secret"
    photo = saved(page.rotate(90, expand=True), "JPEG", exif=exif, quality=85)
    made = as_pdf(photo)
    assert made == as_pdf(photo), "a form is known by its file"
    assert b"Secret" not in made
    (seen,) = printed_pages(made)
    assert len(seen.pictures) == 1
    found = RealTools().forms.inspect(made)
    ((wide, high),) = found.page_sizes
    assert (round(wide), round(high)) == (595, 842), "upright, and as large as its sheet"
    assert len(found.fields) >= 5


def test_what_is_no_picture_stays_as_it_is() -> None:
    for data in (flat_form(), b"", b"GIF89a"):
        assert as_pdf(data) == data
