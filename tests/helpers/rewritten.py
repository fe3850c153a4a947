"""PDFs changed after they were written, as other programs do: what is new is added at the end."""

import io
import re
from collections.abc import Callable

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

Change = Callable[[pypdf.PdfWriter], object]
WORDS = (90, 690, 300, 715)
"""Where the first words of a page stand."""
ASIDE = (90, 200, 300, 225)


def pdf(*pages: str, box: bool = False) -> bytes:
    """Return pages of these words, perhaps with a box to fill under them."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for words in pages:
        canvas.drawString(100, 700, words)
        if box:
            canvas.acroForm.textfield(name="nom", x=100, y=500, width=200, height=20)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def rewritten(data: bytes, *changes: Change) -> bytes:
    """Return a PDF with changes added at its end, one after the other."""
    for change in changes:
        writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
        change(writer)
        out = io.BytesIO()
        writer.write(out)
        assert out.getvalue().startswith(data)
        data = out.getvalue()
    return data


def with_an_empty_table(data: bytes) -> bytes:
    """Return a PDF that ends as Word ends its own: a table of no object, after the first end."""
    trailer = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)", re.DOTALL).search(data)
    assert trailer is not None
    second = b"xref\r\n0 0\r\ntrailer\r\n<<%b/Prev %b>>\r\n" % trailer.groups()
    place = len(data.rstrip()) + 2
    return b"%b\r\n%bstartxref\r\n%d\r\n%%%%EOF" % (data.rstrip(), second, place)


def titled(writer: pypdf.PdfWriter) -> None:
    """Change what no page shows."""
    writer.add_metadata({"/Title": "changé"})


def filled(writer: pypdf.PdfWriter) -> None:
    """Fill the box of the first page."""
    writer.update_page_form_field_values(writer.pages[0], {"nom": "Dupont"})


def one_page_more(writer: pypdf.PdfWriter) -> None:
    """Add a page."""
    writer.add_blank_page(300, 300)


def other_words(words: str) -> Change:
    """Return what makes the first page say something else."""

    def change(writer: pypdf.PdfWriter) -> None:
        page = pypdf.PdfReader(io.BytesIO(pdf(words))).pages[0]
        stream = DecodedStreamObject()
        stream.set_data(page["/Contents"].get_object().get_data())
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    return change


def laid(kind: str, place: tuple[int, int, int, int] = WORDS, field: str = "") -> Change:
    """Return what lays a white frame with words over the first page, whatever it is called."""

    def change(writer: pypdf.PdfWriter) -> None:
        box = {"/Type": NameObject("/Annot"), "/Subtype": NameObject(kind), "/F": NumberObject(4)}
        box["/Rect"] = ArrayObject(map(FloatObject, place))
        if field:
            box |= {"/FT": NameObject(field), "/T": TextStringObject("autre")}
        look = writer._add_object(_frame(place[2] - place[0], place[3] - place[1]))
        box["/AP"] = DictionaryObject({NameObject("/N"): look})
        one = writer._add_object(DictionaryObject({NameObject(k): v for k, v in box.items()}))
        page = writer.pages[0]
        page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", []), one])
        if field:
            root = writer.root_object
            fields = DictionaryObject({NameObject("/Fields"): ArrayObject()})
            root.setdefault(NameObject("/AcroForm"), fields)["/Fields"].append(one)

    return change


def _frame(wide: int, high: int) -> DecodedStreamObject:
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject(
        {
            NameObject("/F"): DictionaryObject(
                {NameObject(key): NameObject(value) for key, value in font.items()}
            )
        }
    )
    frame = DecodedStreamObject()
    frame.set_data(b"1 g 0 0 %d %d re f 0 g BT /F 12 Tf 5 9 Td (Je renonce) Tj ET" % (wide, high))
    frame.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, wide, high))),
            NameObject("/Resources"): DictionaryObject({NameObject("/Font"): fonts}),
        }
    )
    return frame
