"""A letter of a word processor (DOCX, ODT) from elsewhere: its paragraphs, then its words changed.

It is a zip of XML. Nothing of it is run or fetched: what could be (macros, embedded objects, links
to elsewhere, fields that include a file) is refused here, and told. Words are changed where they
stand, byte for byte: all the rest comes out as it came in.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject
from desktop_app.untrusted.operations.word_xml import Paragraph, TooHeavy, Wrong, paragraphs, scan

ENTRIES = 1_000
ENTRY_BYTES = 20 << 20
ALL_BYTES = 60 << 20
TEXT = 500_000
"""Signs of a whole letter: some two hundred pages."""

_DOCX_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_ODT_PARTS = re.compile(r"(content|styles)\.xml")
_ACTIVE = re.compile(
    r"(?i)(^|/)(vba\w*\.(bin|xml)|activex/|embeddings/|customui/|basic/|scripts/|object \d)"
    r"|\.(bin|exe|js|vbs|ole)$"
)
_PLAIN_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_PLAIN_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_PLAIN_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/>'
    b"</office:document-meta>"
)
NAMELESS = {
    "docProps/core.xml": _PLAIN_CORE,
    "docProps/app.xml": _PLAIN_APP,
    "meta.xml": _PLAIN_META,
}
"""What tells who wrote a file, and when: written anew, empty."""


def accept(subject: Subject, asked: Asked) -> Outcome:
    """Say that something was given: ``read`` looks at it."""
    return {"pages": 1, "encrypted": False, "layers": subject.layers}, []


def read(subject: Subject, asked: Asked) -> Outcome:
    """Return its kind and its paragraphs, or why it is refused."""
    try:
        kind, _entries, found = _read(subject)
    except (Wrong, TooHeavy) as refused:
        return {"refused": refused.code, "kind": "", "paragraphs": []}, []
    told = [(part, [one.text for one in inside]) for part, inside in found.items()]
    return {"refused": "", "kind": kind, "paragraphs": told}, []


def write(subject: Subject, asked: Asked) -> Outcome:
    """Return the file with these words in the place of those.

    ``changes``: part, number of a paragraph in it, from which sign to which, and what stands there.
    """
    kind, entries, found = _read(subject)
    for part, inside in found.items():
        changes = [one[1:] for one in asked.arguments["changes"] if one[0] == part]
        entries[part] = _changed(entries[part], inside, changes, kind)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(info, NAMELESS.get(name, data))
    return {"size": out.tell()}, [out.getvalue()]


def _read(subject: Subject) -> tuple[str, dict[str, bytes], dict[str, list[Paragraph]]]:
    entries = _entries(subject.data)
    kind = _kind(entries)
    if any(_ACTIVE.search(name) for name in entries):
        raise Wrong("model-active")
    for name, data in entries.items():
        if name.endswith((".xml", ".rels")):
            scan(name, data, kind)
    parts = _DOCX_PARTS if kind == "docx" else _ODT_PARTS
    found = {
        name: paragraphs(data, kind) for name, data in entries.items() if parts.fullmatch(name)
    }
    if sum(len(one.text) for inside in found.values() for one in inside) > TEXT:
        raise TooHeavy
    return kind, entries, found


def _entries(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given:
            return dict(_unpacked(given))
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as broken:
        raise Wrong("model-unreadable") from broken


def _unpacked(given: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    infos, left = given.infolist(), ALL_BYTES
    if len(infos) > ENTRIES:
        raise TooHeavy
    names = [one.filename for one in infos]
    if len(set(names)) != len(names) or any(".." in name or name[:1] in "/\\" for name in names):
        raise Wrong("model-unreadable")
    for one in infos:
        if one.flag_bits & 1:
            raise Wrong("model-locked")
        if one.is_dir():
            continue
        with given.open(one) as stream:  # what an entry says of its size is not believed
            found = stream.read(min(left, ENTRY_BYTES) + 1)
        if len(found) > min(left, ENTRY_BYTES):
            raise TooHeavy
        left -= len(found)
        yield one.filename, found


def _kind(entries: dict[str, bytes]) -> str:
    types = entries.get("[Content_Types].xml", b"")
    if "word/document.xml" in entries and types:
        if b"macroEnabled" in types or b"vbaProject" in types:
            raise Wrong("model-active")
        return "docx"
    told = entries.get("mimetype", b"").strip()
    if "content.xml" in entries and told in (
        b"application/vnd.oasis.opendocument.text",
        b"application/vnd.oasis.opendocument.text-template",
    ):
        if b"encryption-data" in entries.get("META-INF/manifest.xml", b""):
            raise Wrong("model-locked")
        return "odt"
    raise Wrong("model-unreadable")


def _changed(
    data: bytes,
    inside: list[Paragraph],
    changes: list[tuple[int, int, int, str]],
    kind: str,
) -> bytes:
    """Return a part with its paragraphs changed, from the last to the first."""
    edits: list[tuple[int, int, bytes]] = []
    for number, paragraph in enumerate(inside):
        mine = sorted((one[1], one[2], one[3]) for one in changes if one[0] == number)
        if mine:
            edits += paragraph.edits(mine, data, kind)
    for start, end, words in sorted(edits, reverse=True):
        data = data[:start] + words + data[end:]
    return data
