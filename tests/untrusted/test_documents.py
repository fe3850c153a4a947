"""Foreign PDFs seen through the child: what is answered, what is refused."""

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.untrusted.documents import inspect_form, read_text, render_page
from desktop_app.untrusted.errors import PdfEmpty, PdfEncrypted, PdfUnreadable, PdfWrongPassword


def two_pages() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200))
    canvas.drawString(20, 100, "Première page")
    canvas.showPage()
    canvas.drawString(20, 100, "Deuxième page")
    canvas.save()
    return out.getvalue()


def locked(**passwords: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(two_pages())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(R=6, **passwords))
    return out.getvalue()


def test_words_of_every_page() -> None:
    text = read_text(two_pages())
    assert text.pages == 2
    assert [page.strip() for page in text.texts] == ["Première page", "Deuxième page"]


def test_a_page_as_pixels_of_exactly_its_size() -> None:
    picture = render_page(two_pages(), 2, dpi=144)
    assert (picture.width, picture.height) == (600, 400)
    assert len(picture.pixels) == 600 * 400 * 4
    assert len(set(picture.pixels)) > 2  # something is drawn


def test_a_flat_pdf_has_words_and_no_field() -> None:
    form = inspect_form(two_pages())
    assert (form.kind, form.fields, len(form.pages)) == ("flat", (), 2)


def test_owner_lock_opens_by_itself() -> None:
    assert read_text(locked(owner="maître", user="")).pages == 2


def test_user_lock_asks_then_opens() -> None:
    data = locked(owner="o", user="clé é")
    with pytest.raises(PdfEncrypted):
        read_text(data)
    with pytest.raises(PdfWrongPassword):
        read_text(data, "autre")
    assert read_text(data, "clé é").pages == 2


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(b"", PdfEmpty, id="zero bytes"),
        pytest.param(b"Bonjour", PdfUnreadable, id="not a PDF"),
        pytest.param(two_pages()[:400], PdfUnreadable, id="cut"),
    ],
)
def test_refusals(data: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        inspect_form(data)
