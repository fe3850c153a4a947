"""A letter of ours for a word processor (DOCX): the same words, for a colleague to change.

It is written by hand, in the few elements that a letter needs: the usual library would bring one
that weighs more than all the rest of a package. Who wrote it, and when, is told nowhere in it.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from desktop_app.core.documents.model import LetterDocument
from desktop_app.pdf.letters.letter_data import letter_data
from desktop_app.pdf.letters.settings import LetterSettings

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
    ' ContentType="application/xml"/><Override PartName="/word/document.xml"'
    f' ContentType="{_PART}.document.main+xml"/><Override PartName="/word/styles.xml"'
    f' ContentType="{_PART}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts'
    ' w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="fr-FR"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276"'
    ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr>'
    "<w:b/></w:rPr></w:style></w:styles>"
)
_MM = 56.7  # twentieths of a point in a millimetre
RECIPIENT_MM, MARGIN_MM = 90, 20


def docx(document: LetterDocument, settings: LetterSettings | None = None) -> bytes:
    """Return the letter; its pictures are left out: a colleague's version is signed by hand."""
    data = letter_data(document, settings or LetterSettings())
    body = "".join(_body(data))
    margins = " ".join(
        f'w:{side}="{round(MARGIN_MM * _MM)}"' for side in ("top", "right", "bottom", "left")
    )
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    words = f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/_rels/document.xml.rels", _OF_DOCUMENT),
            ("word/document.xml", words),
            ("word/styles.xml", _STYLES),
        ):
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode())
    return out.getvalue()


def _body(data: dict[str, Any]) -> Iterator[str]:
    """Yield the paragraphs, in the order of the page."""
    indent = (RECIPIENT_MM - MARGIN_MM) * _MM
    if data["letterhead"]:
        yield _paragraph(data["letterhead"], indent=indent, bold=True)
    yield _paragraph(data["sender"])
    if data["recipient"]:
        yield _paragraph(data["recipient"], indent=indent)
    yield _paragraph([data["place_date"]], indent=indent)
    if data["references"]:
        yield _paragraph(data["references"])
    yield _paragraph([data["subject_line"]], style="Heading1")
    yield _paragraph([data["call"]])
    for one in data["paragraphs"]:
        if one["heading"]:
            yield _paragraph([one["heading"]], bold=True)
        for piece in one["pieces"]:
            if piece["kind"] == "lines":
                yield _paragraph(piece["lines"])
            else:
                yield from (_paragraph([f"–\xa0{line}"], hanging=True) for line in piece["lines"])
    yield _paragraph([data["closing"]])
    yield _paragraph([*data["signed_for"], data["signature"]], indent=indent, before=600)
    yield from _joined(data)


def _joined(data: dict[str, Any]) -> Iterator[str]:
    if data["enclosures"]:
        yield _paragraph([data["enclosure_title"]], bold=True)
        for number, one in enumerate(data["enclosures"], 1):
            yield _paragraph([f"{number}.\xa0{one}"], hanging=True)
    if data["later"]:
        yield _paragraph(["Suivra dès que possible\xa0:"], bold=True)
        yield from (_paragraph([f"–\xa0{one}"], hanging=True) for one in data["later"])
    if data["copies"]:
        yield _paragraph([f"Copie à\xa0: {', '.join(data['copies'])}"])


def _paragraph(
    lines: Sequence[str],
    *,
    indent: float = 0,
    bold: bool = False,
    hanging: bool = False,
    style: str = "",
    before: int = 0,
) -> str:
    """Return one paragraph of these lines; ``indent`` in twentieths of a point."""
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if before:
        looks += f'<w:spacing w:before="{before}"/>'
    if indent:
        looks += f'<w:ind w:left="{round(indent)}"/>'
    if hanging:
        looks += '<w:ind w:left="340" w:hanging="227"/>'
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in lines)
    return f"<w:p><w:pPr>{looks}</w:pPr><w:r>{run}{words}</w:r></w:p>"
