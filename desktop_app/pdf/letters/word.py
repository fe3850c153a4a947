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
from desktop_app.core.spaces import NBSP
from desktop_app.datafiles import data_root
from desktop_app.pdf.letters.letter_data import LATER, letter_data
from desktop_app.pdf.letters.settings import LetterSettings

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "relations.xml",
    "word/_rels/document.xml.rels": "of_document.xml",
    "word/document.xml": "document.xml",
    "word/styles.xml": "styles.xml",
}
"""The parts of the file, and those of ``resources/word`` that they are made of."""
BODY = "<!-- body -->"
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
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in PARTS.items():
            text = (data_root("resources") / "word" / part).read_text("utf-8")
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            made.writestr(info, text.replace(BODY, f"{body}{page}").encode())
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
                yield from (_paragraph([f"–{NBSP}{line}"], hanging=True) for line in piece["lines"])
    yield _paragraph([data["closing"]])
    yield _paragraph([*data["signed_for"], data["signature"]], indent=indent, before=600)
    yield from _joined(data)


def _joined(data: dict[str, Any]) -> Iterator[str]:
    if data["enclosures"]:
        yield _paragraph([data["enclosure_title"]], bold=True)
        for number, one in enumerate(data["enclosures"], 1):
            yield _paragraph([f"{number}.{NBSP}{one}"], hanging=True)
    if data["later"]:
        yield _paragraph([LATER], bold=True)
        yield from (_paragraph([f"–{NBSP}{one}"], hanging=True) for one in data["later"])
    if data["copies"]:
        yield _paragraph([f"Copie à{NBSP}: {', '.join(data['copies'])}"])


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
