"""Makes hostile PDFs: each kind is a function of no argument that returns bytes.

Run as a program, it writes them all into a folder: ``python -m tests.helpers.hostile FOLDER``.
"""

import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

Maker = Callable[[], bytes]
KINDS: dict[str, Maker] = {}
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources 5 0 R>>"
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def kind(name: str) -> Callable[[Maker], Maker]:
    def keep(maker: Maker) -> Maker:
        KINDS[name] = maker
        return maker

    return keep


def document(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, at,
    )  # fmt: skip
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def one_page(contents: bytes, resources: bytes = b"<<>>", *more: bytes) -> bytes:
    return document([CATALOG, PAGES, PAGE, contents, resources, *more])


def with_form(form: bytes, *more: bytes) -> bytes:
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>"
    return document([catalog, PAGES, PAGE, stream(b""), b"<<>>", form, *more])


def widget(entries: bytes) -> bytes:
    return b"<</Type/Annot/Subtype/Widget/Rect[10 10 90 30]%s>>" % entries


@kind("bomb: flate, 2 GiB of contents")
def _() -> bytes:
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    data = b"".join(packer.compress(block) for _ in range(2048)) + packer.flush()
    return one_page(stream(data, b"/Filter/FlateDecode"))


@kind("bomb: flate in flate")
def _() -> bytes:
    inner = zlib.compress(bytes(1 << 28), 9)
    return one_page(stream(zlib.compress(inner, 9), b"/Filter[/FlateDecode/FlateDecode]"))


@kind("bomb: run lengths")
def _() -> bytes:
    return one_page(stream(b"\x81 " * 2_000_000 + b"\x80", b"/Filter/RunLengthDecode"))


@kind("bomb: object stream of 1 GiB")
def _() -> bytes:
    data = zlib.compress(b"7 0 " + bytes(1 << 28), 9)
    body = stream(data, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    return one_page(stream(b""), b"<<>>", body)


@kind("bomb: image of 60,000 by 60,000")
def _() -> bytes:
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(512)) + packer.flush()
    image = (
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 1"
        b"/ColorSpace/DeviceGray/Filter/FlateDecode"
    )
    use = stream(b"200 0 0 200 0 0 cm /I Do")
    return one_page(use, b"<</XObject<</I 6 0 R>>>>", stream(data, image))


@kind("loop: pages that are their own parent")
def _() -> bytes:
    return document([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])


@kind("loop: cross-reference table that points to itself")
def _() -> bytes:
    data = one_page(stream(b""))
    at = data.rindex(b"startxref\n") + 10
    place = int(data[at:].split()[0])
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)


@kind("loop: outlines")
def _() -> bytes:
    catalog = b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>"
    outline = b"<</First 6 0 R/Last 6 0 R/Next 6 0 R/Parent 6 0 R/Count 9/Title(x)>>"
    return document([catalog, PAGES, PAGE, stream(b""), b"<<>>", outline])


@kind("loop: a form drawn by itself")
def _() -> bytes:
    form = stream(b"/F Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 6 0 R>>>>")
    return one_page(stream(b"/F Do"), b"<</XObject<</F 6 0 R>>>>", form)


@kind("loop: fields that are their own kids")
def _() -> bytes:
    return with_form(b"<</Fields[7 0 R]>>", b"<</T(a)/FT/Tx/Kids[7 0 R 8 0 R]>>",
                     b"<</T(b)/Parent 8 0 R/Kids[8 0 R 7 0 R]>>")  # fmt: skip


@kind("loop: a stream whose length is itself")
def _() -> bytes:
    return one_page(b"<</Length 4 0 R>>\nstream\nx\nendstream")


@kind("2 to the 26 nested forms")
def _() -> bytes:
    forms = [
        stream(
            b"/F Do /F Do",
            b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (number + 1),
        )
        for number in range(6, 32)
    ]
    last = stream(b"0 0 1 1 re f", b"/Subtype/Form/BBox[0 0 9 9]")
    return one_page(stream(b"/F Do"), b"<</XObject<</F 6 0 R>>>>", *forms, last)


@kind("arrays 200,000 deep")
def _() -> bytes:
    return one_page(stream(b""), b"[" * 200_000 + b"]" * 200_000)


@kind("dictionaries 50,000 deep in the catalog")
def _() -> bytes:
    deep = b"<</a " * 50_000 + b"1" + b">>" * 50_000
    return document([b"<</Type/Catalog/Pages 2 0 R/X " + deep + b">>", PAGES, PAGE, stream(b"")])


@kind("a million pages announced, one there")
def _() -> bytes:
    return one_page(stream(b"")).replace(b"/Count 1", b"/Count 1000000")


@kind("a million pages, all the same one")
def _() -> bytes:
    kids = b"3 0 R " * 1_000_000
    return document([CATALOG, b"<</Type/Pages/Kids[%s]/Count 1000000>>" % kids, PAGE, stream(b"")])


@kind("a page of 2,000,000 points")
def _() -> bytes:
    return one_page(stream(b"")).replace(b"[0 0 200 200]", b"[0 0 2000000 2000000]")


@kind("a page turned by 37 degrees, boxes upside down")
def _() -> bytes:
    return one_page(stream(b"")).replace(b"[0 0 200 200]", b"[200 200 0 0]/Rotate 37")


@kind("numbers that are none")
def _() -> bytes:
    return one_page(stream(b"")).replace(b"[0 0 200 200]", b"[0 0 1e999 --7]")


@kind("XFA with entities")
def _() -> bytes:
    lines = [b'<!DOCTYPE x [<!ENTITY a0 "lol">']
    lines += [b'<!ENTITY a%d "&a%d;&a%d;">' % (n, n - 1, n - 1) for n in range(1, 40)]
    xfa = stream(b"\n".join(lines) + b"]><x>&a39;</x>")
    return with_form(b"<</Fields[]/XFA 7 0 R>>", xfa)


@kind("30,000 fields of one name")
def _() -> bytes:
    fields = [widget(b"/FT/Tx/T(a)") for _ in range(30_000)]
    refs = b" ".join(b"%d 0 R" % n for n in range(7, 30_007))
    page = PAGE[:-2] + b"/Annots[%s]>>" % refs
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>"
    return document(
        [catalog, PAGES, page, stream(b""), b"<<>>", b"<</Fields[%s]>>" % refs, *fields]
    )


@kind("a field's value of 20 MB")
def _() -> bytes:
    page = PAGE[:-2] + b"/Annots[7 0 R]>>"
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>"
    field = widget(b"/FT/Tx/T(a)/V(%s)" % (b"x" * 20_000_000))
    return document([catalog, PAGES, page, stream(b""), b"<<>>", b"<</Fields[7 0 R]>>", field])


@kind("fields that are numbers, strings and nothing")
def _() -> bytes:
    return with_form(b"<</Fields[1 (a) null 9 0 R 2 0 R /N [3]]/DA 7/DR(x)/NeedAppearances 4>>")


@kind("object stream that holds itself")
def _() -> bytes:
    body = stream(b"6 0 <<>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")
    return one_page(stream(b""), b"<<>>", body)


@kind("broken JBIG2 and JPX images")
def _() -> bytes:
    shared = b"/Type/XObject/Subtype/Image/Width 99/Height 99/BitsPerComponent 1"
    images = [
        stream(b"\x00\xff" * 500, shared + b"/ColorSpace/DeviceGray/Filter/JBIG2Decode"),
        stream(b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\xff" * 500, shared + b"/Filter/JPXDecode"),
    ]
    return one_page(stream(b"/A Do /B Do"), b"<</XObject<</A 6 0 R/B 7 0 R>>>>", *images)


@kind("a font that is a loop of Type 3 letters")
def _() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
        b"/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 7 0 R>>"
        b"/Resources<</Font<</F 6 0 R>>>>>>"
    )
    words = stream(b"BT /F 12 Tf (aaaa) Tj ET")
    return one_page(words, b"<</Font<</F 6 0 R>>>>", font, stream(b"BT /F 1 Tf (a) Tj ET"))


@kind("polyglot: a zip that is a PDF")
def _() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.pdf", one_page(stream(b"")))
    return out.getvalue()


@kind("zero byte")
def _() -> bytes:
    return b""


@kind("only a header")
def _() -> bytes:
    return b"%PDF-1.7\n"


@kind("a megabyte of noise after a header")
def _() -> bytes:
    noise, state = bytearray(b"%PDF-1.7\n"), 1
    for _ in range(1 << 18):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        noise += state.to_bytes(4, "little")
    return bytes(noise)


@kind("encryption that announces a billion rounds")
def _() -> bytes:
    lock = (
        b"/Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -1/O(%s)/U(%s)/OE(%s)/UE(%s)>>/ID[(a)(a)]"
    )
    return one_page(stream(b"")).replace(
        b"/Root 1 0 R", b"/Root 1 0 R" + lock % (b"o" * 48, b"u" * 48, b"o" * 32, b"u" * 32)
    )


def cuts(data: bytes, parts: int = 100) -> list[bytes]:
    """A document cut at each hundredth."""
    return [data[: len(data) * part // parts] for part in range(parts)]


def main(folder: str) -> None:
    for name, make in KINDS.items():
        safe = "".join(letter if letter.isalnum() else "-" for letter in name)
        (Path(folder) / f"{safe}.pdf").write_bytes(make())


if __name__ == "__main__":
    main(sys.argv[1])
