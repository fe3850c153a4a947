"""The font embedded for shaped lines: one glyph a cluster, and each says its own letters.

A letter and its marks, or letters that melt into one, become one glyph made of those of the font:
whoever copies or searches finds the letters that were typed, whatever their shapes share.
"""

import hashlib
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from desktop_app.pdf.forms.composites import font_file
from desktop_app.pdf.forms.shaping import Cluster, clusters, hb_font
from desktop_app.pdf.library import Canvas, pdfdoc

MAPPED = 100  # entries of a block of a character map, at most
SYMBOLIC = 4

_of_document: WeakKeyDictionary[Any, dict[str, "ShapedFont"]] = WeakKeyDictionary()


def shown(canvas: Canvas, line: str, size: float) -> str:
    """Return the operators that write a line, within a text object."""
    code: list[tuple[str, list[str]]] = []
    for one in clusters(line):
        font = font_of(canvas._doc, one.face)
        chosen = f"/{font.name} {size:g} Tf "
        if not code or code[-1][0] != chosen:
            code.append((chosen, []))
        code[-1][1].append(f"{font.code(one):04X}")
    return "".join(f"{chosen}<{''.join(codes)}> Tj " for chosen, codes in code)


def font_of(document: Any, face: str) -> "ShapedFont":
    """The font of a face in a document being drawn."""
    fonts = _of_document.setdefault(document, {})
    if face not in fonts:
        fonts[face] = ShapedFont(face)
        document.delayedFonts.append(fonts[face])  # reportlab has it add its objects at the end
    return fonts[face]


class ShapedFont:
    """The clusters of one face that a document shows; ``code`` numbers them from 1."""

    def __init__(self, face: str) -> None:
        self.name = f"Shaped{face}"
        self._face = face
        self._codes: dict[Cluster, int] = {}

    def code(self, cluster: Cluster) -> int:
        """The number by which the page shows a cluster."""
        return self._codes.setdefault(cluster, len(self._codes) + 1)

    def addObjects(self, document: Any) -> None:  # noqa: N802 (reportlab calls it)
        """Add the font to the document, among those that every page may use."""
        file = font_file(self._face, list(self._codes))
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(file).digest()[:6])
        name = pdfdoc.PDFName(f"{tag}+PapierLibre{self._face}")
        units = hb_font(self._face).face.upem
        embedded = _stream(file, Length1=len(file))
        lows, tops, lefts, rights = zip(*(one.ink for one in self._codes), strict=True)
        box = [min(lefts), min(lows), max(rights), max(tops)]
        descriptor = _dictionary(
            Type=pdfdoc.PDFName("FontDescriptor"), FontName=name, Flags=SYMBOLIC, ItalicAngle=0,
            FontBBox=pdfdoc.PDFArray([round(one * 1000) for one in box]),
            Ascent=round(max(tops) * 1000), Descent=round(min(lows) * 1000), CapHeight=714,
            StemV=80, FontFile2=document.Reference(embedded),
        )  # fmt: skip
        widths = [round(round(one.advance * units) * 1000 / units, 2) for one in self._codes]
        descendant = _dictionary(
            Type=pdfdoc.PDFName("Font"), Subtype=pdfdoc.PDFName("CIDFontType2"), BaseFont=name,
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"),
                Supplement=0,
            ),
            FontDescriptor=document.Reference(descriptor), CIDToGIDMap=pdfdoc.PDFName("Identity"),
            W=pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
        )  # fmt: skip
        font = _dictionary(
            Type=pdfdoc.PDFName("Font"), Subtype=pdfdoc.PDFName("Type0"), BaseFont=name,
            Encoding=pdfdoc.PDFName("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
            ToUnicode=document.Reference(_stream(to_unicode(self._codes))),
        )  # fmt: skip
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.name] = document.Reference(font)


def _dictionary(**entries: Any) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _stream(content: bytes, **entries: Any) -> Any:
    return pdfdoc.PDFStream(_dictionary(**entries), content, [pdfdoc.PDFZCompress])


def to_unicode(codes: Mapping[Cluster, int]) -> bytes:
    """The letters of each code (ISO 32000, 9.10.3).

    Those read from right to left are listed as they stand, from left to right: poppler, PDFium and
    MuPDF turn all the letters of such a line, and those of one code with them.
    """
    lines = [
        f"<{code:04X}> <{one.text[:: -1 if one.backwards else 1].encode('utf-16-be').hex()}>"
        for one, code in codes.items()
    ]
    blocks = [lines[start : start + MAPPED] for start in range(0, len(lines), MAPPED)]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        + "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode("ascii")
