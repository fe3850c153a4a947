"""A child plays its part once, on a tiny form of ours, before the sandbox closes.

What libraries open, import or build the first time they are used would be refused later (qpdf's
source of randomness for AES-256, codecs, Pillow's encoders); and it is then already done when the
person's document comes.
"""

import codecs
import io
from collections.abc import Mapping

from desktop_app.untrusted.operations.subject import Asked, Operation, Subject

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Annots[5 0 R 6 0 R]>>"
LOOKS = b"/AP<</N<</Oui 7 0 R/Off 7 0 R>>>>/AS/Off"
OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R]/DA(/Helv 9 Tf 0 g)>>>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    PAGE,
    b"<</Length 37>>\nstream\nBT /Helv 9 Tf 5 5 Td (Bonjour) Tj ET  \nendstream",
    b"<</Type/Annot/Subtype/Widget/Rect[9 9 90 30]/FT/Tx/T(nom)/MK<</BC[0]/BG[1 1 1]>>>>",
    b"<</Type/Annot/Subtype/Widget/Rect[9 50 19 60]/FT/Btn/T(case)" + LOOKS + b">>",
    b"<</Subtype/Form/BBox[0 0 9 9]/Length 11>>\nstream\n0 0 9 9 re s\nendstream",
)


def tiny_form() -> bytes:
    """A page with printed words, a text field and a tick box."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(OBJECTS, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table)
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(places) + 1, len(out))
    )


def tiny_update() -> bytes:
    """The same form, its words written again, as another program does: at its end."""
    before = tiny_form()
    at, words = (
        len(before),
        b"<</Length 37>>\nstream\nBT /Helv 9 Tf 5 5 Td (Bonsoir) Tj ET  \nendstream",
    )
    new = b"4 0 obj\n%s\nendobj\n" % words
    return (
        before
        + new
        + b"xref\n4 1\n%010d 00000 n \n" % at
        + b"trailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(OBJECTS) + 1, before.rindex(b"xref\n0 "), at + len(new))
    )


ANSWERS = [
    {"field": 0, "text": "é", "chosen": [], "on": []},
    {"field": 1, "text": "", "chosen": [], "on": [0]},
]
QUESTION = {
    "editable": False,
    "pages": [
        {
            "page": 1,
            "texts": [{"box": (9, 9, 90, 30), "lines": [(9, 9, 90, 30)]}],
            "ticks": [{"rect": (9, 50, 19, 60)}],
            "drawing": 1,
            "free": [(9, 50, 19, 60)],
        }
    ],
}
PARTS: dict[str, Asked] = {
    "open": Asked(),
    "inspect": Asked({"thorough": True}),
    "labels": Asked({"fields": [0, 1]}),
    "begin": Asked({"flat": True, "answers": ANSWERS}),
    "prepare": Asked(),
    "write": Asked({}, (b"",)),
    "lock": Asked({"phrase": "é"}),
    "blank": Asked({"pages": [1]}),
    "expect": Asked(QUESTION, (tiny_form(),)),
    "measure": Asked({}, (tiny_form(),)),
    "text": Asked(),
    "render": Asked({"page": 1, "dpi": 72}),
    "show": Asked({"side": 16}),
    "sheet": Asked(),
    "clean": Asked({"wide": 16, "tall": 16}),
    "detect": Asked({"as_picture": True}),
    "straight": Asked({"page": 1}),
    "around": Asked(),
    "printed": Asked({"page": 1, "boxes": [("text", (9, 9, 90, 30))]}),
    "words": Asked(),
    "rows": Asked(),
    "compare": Asked(),
    "grey": Asked({"page": 1, "side": 16}),
    "model": Asked(),
    "change": Asked({"changes": [("word/document.xml", 0, 0, 1, "é")]}),
    "recognise": Asked({"width": 40, "height": 20, "turn": 0, "shrink": 2}, (b"\xff" * 800,)),
}
# Codecs are modules, looked up by the names that documents give.
CODECS = (
    "ascii utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-8-sig latin-1 cp1252 mac-roman gbk "
    "unicode_escape raw_unicode_escape charmap idna hex base64 zlib"
)


def tiny_model() -> bytes:
    """A letter of a word processor, of one sign."""
    import zipfile

    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    words = f'<w:document xmlns:w="{space}"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", words)
    return out.getvalue()


def tiny_pictures() -> list[bytes]:
    """A turned JPEG and a transparent PNG of a few pixels."""
    from PIL import ExifTags, Image

    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    photo, drawing = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(photo, "JPEG", exif=turned)
    Image.new("RGBA", (20, 20), (0, 0, 0, 9)).save(drawing, "PNG")
    return [photo.getvalue(), drawing.getvalue()]


def tiny_tables() -> list[bytes]:
    """A spreadsheet with a day, and a text."""
    import datetime as dt

    import openpyxl

    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in (["Né", "Nom"], [dt.date(1982, 3, 14), "É"], [dt.time(9), 1.5]):
        book.active.append(row)
    book.save(made)
    return [made.getvalue(), "Nom;Prénom\nA;B\n".encode("cp1252")]


def rehearse(operations: Mapping[str, Operation], document: bytes = b"") -> None:
    """Do every operation of a role once, in its usual order, on a document of ours."""
    for codec in CODECS.split():
        codecs.lookup(codec)
    if operations.keys() & {"inspect", "detect"}:
        _decrypt()
    changed = "compare" in operations
    subject = Subject(document or (tiny_update() if changed else tiny_form()), "", {})
    for name, operation in operations.items():
        if name in PARTS:
            operation(subject, PARTS[name])


def _decrypt() -> None:
    """Make qpdf find its source of randomness, which decrypting AES-256 asks for."""
    import pikepdf

    written = io.BytesIO()
    pikepdf.new().save(written, encryption=pikepdf.Encryption(owner="", user="", R=6))
    pikepdf.open(written).close()
