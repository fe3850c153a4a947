"""Small letters of a word processor, as programs write them: right ones, and hostile ones."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
DOCX_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
RELS = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return out.getvalue()


def paragraph(*runs: str) -> str:
    """Return a paragraph of DOCX, each run with looks of its own."""
    told = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{one}</w:t></w:r>" for one in runs)
    return f"<w:p>{told}</w:p>"


def docx(*paragraphs: str, **more: str | bytes) -> bytes:
    """Return a DOCX; ``more``: other parts, "__" standing for "/" in their names."""
    body = "".join(paragraphs)
    core = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc='
        '"http://purl.org/dc/elements/1.1/"><dc:creator>Nadia Secrète</dc:creator>'
        "</cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": DOCX_TYPES,
            "_rels/.rels": RELS,
            "docProps/core.xml": core,
            "word/document.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<w:document xmlns:w="{W}" xmlns:w14="urn:x" xmlns:mc="urn:mc" mc:Ignorable="w14">'
            f"<w:body>{body}</w:body></w:document>",
            **{name.replace("__", "/").replace("DOT", "."): data for name, data in more.items()},
        }
    )


def odt(*paragraphs: str, **more: str | bytes) -> bytes:
    """Return an ODT."""
    body = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    spaces = {"office": "office", "text": "text", "draw": "drawing"}
    names = " ".join(f'xmlns:{name}="{ODF}:{one}:1.0"' for name, one in spaces.items())
    manifest = (
        f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type='
        '"application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path='
        '"content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": '<?xml version="1.0" encoding="UTF-8"?>'
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' office:version="1.2"><office:body><office:text>{body}</office:text></office:body>'
            "</office:document-content>",
            "META-INF/manifest.xml": manifest,
            **{name.replace("__", "/").replace("DOT", "."): data for name, data in more.items()},
        }
    )


def external(kind: str, target: str) -> str:
    """Return the relations of a document with one to elsewhere."""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r9" Type="{R}/{kind}"'
        f' Target="{target}" TargetMode="External"/></Relationships>'
    )


DEEP = "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<x>&b;</x>"
)
FIELD = (
    "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE"
    ' "http://x.invalid/a.png"</w:instrText></w:r></w:p>'
)


def hostile() -> dict[str, tuple[bytes, str]]:
    """Return hostile files, each with the code of its refusal."""
    rels = "word/_rels/document.xml.rels"

    def with_part(name: str, data: str | bytes) -> bytes:
        inside = zipfile.ZipFile(io.BytesIO(docx(paragraph("a"))))
        return zipped({**{one: inside.read(one) for one in inside.namelist()}, name: data})

    macro = DOCX_TYPES.replace("document.main", "document.macroEnabled.main")
    link = '<text:a xlink:href="http://x.invalid/">a</text:a>'
    image = '<draw:frame><draw:image xlink:href="http://x.invalid/a.png"/></draw:frame>'
    local = '<draw:frame><draw:image xlink:href="file:///etc/passwd"/></draw:frame>'
    listener = "<office:event-listeners/>"
    return {
        "nothing": (b"", "model-unreadable"),
        "not a zip": (b"PK\x03\x04 no", "model-unreadable"),
        "a pdf": (b"%PDF-1.7", "model-unreadable"),
        "another zip": (zipped({"a.txt": "a"}), "model-unreadable"),
        "macro": (with_part("word/vbaProject.bin", b"\xd0\xcf"), "model-active"),
        "macro type": (with_part("[Content_Types].xml", macro), "model-active"),
        "object": (with_part("word/embeddings/oleObject1.bin", b"a"), "model-active"),
        "activex": (with_part("word/activeX/activeX1.xml", "<a/>"), "model-active"),
        "image": (with_part(rels, external("image", "http://x.invalid/a")), "model-outside"),
        "template": (
            with_part(
                "word/_rels/settings.xml.rels", external("attachedTemplate", "\\\\x\\a.dotm")
            ),
            "model-outside",
        ),
        "link": (with_part(rels, external("hyperlink", "http://x.invalid/")), "model-outside"),
        "field": (docx(FIELD), "model-outside"),
        "dde": (docx('<w:p><w:fldSimple w:instr="DDEAUTO c cmd"/></w:p>'), "model-outside"),
        "entities": (with_part("word/styles.xml", BOMB), "model-unreadable"),
        "utf-16": (
            with_part(
                "word/document.xml", '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")
            ),
            "model-unreadable",
        ),
        "broken": (with_part("word/document.xml", "<w:document"), "model-unreadable"),
        "deep": (docx(DEEP), "model-too-heavy"),
        "bomb": (with_part("word/media/a.xml", b"\0" * (21 << 20)), "model-too-heavy"),
        "bombs": (
            zipped({"word/document.xml": "<a/>"} | {f"a{n}": b"\0" * (19 << 20) for n in range(4)}),
            "model-too-heavy",
        ),
        "entries": (zipped({f"a{n}": "" for n in range(1_100)}), "model-too-heavy"),
        "path": (with_part("../../etc/passwd", "a"), "model-unreadable"),
        "odt link": (odt(link), "model-outside"),
        "odt image": (odt(image), "model-outside"),
        "odt file": (odt(local), "model-outside"),
        "odt script": (odt(listener), "model-active"),
        "odt macros": (odt("a", Basic__aDOTxml="<a/>"), "model-active"),
    }
