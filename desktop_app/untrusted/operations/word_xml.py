"""The XML of a word processor: what is refused in it, and where its words stand, byte by byte."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape

DEPTH = 300
ELEMENTS = 400_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ODF_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
XLINK = "http://www.w3.org/1999/xlink href"
_FETCHES = re.compile(r"(?i)\b(INCLUDE\w*|DDE\w*|LINK|IMPORT|DATABASE|HYPERLINK|MACROBUTTON)\b")
_FIELDS = {"instrText", "fldSimple"}
_ODF_ACTIVE = {
    "event-listener", "event-listeners", "script", "scripts", "execute-macro", "dde-connection",
    "dde-connection-decl", "dde-source", "plugin", "applet", "floating-frame", "object",
    "object-ole", "database-display", "section-source", "form",
}  # fmt: skip
_INSIDE = re.compile(r"(\./)?(Pictures|media|Configurations2|Thumbnails)/[^:]*|#.*|")
_NOT_TOLD = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))
_DROP = str.maketrans("", "", _NOT_TOLD)


class Wrong(Exception):
    """Why it is refused, as a code of the messages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TooHeavy(Exception):
    """It is too large, or unfolds too far."""

    code = "model-too-heavy"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph, from which byte to which; ``end`` is -1 for a tab or a line break."""

    text: str
    start: int
    end: int
    tag: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its words, in order."""

    words: list[Words] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return it as it is read."""
        return "".join(one.text for one in self.words)

    def edits(
        self, changes: Sequence[tuple[int, int, str]], data: bytes, kind: str
    ) -> Iterator[tuple[int, int, bytes]]:
        """Yield which bytes become which; ``changes``: from a sign to another, and the new words.

        New words take the looks of the first ones that they replace.
        """
        at = 0
        for one in self.words:
            first, last = at, at + len(one.text)
            at = last
            mine = [c for c in changes if c[0] < last and c[1] > first]
            if not mine or one.end < 0:
                continue
            parts, done = [], first
            for start, end, words in mine:
                parts.append(one.text[done - first : max(start, first) - first])
                parts.append(words if start >= first else "")
                done = min(end, last)
            parts.append(one.text[done - first :])
            yield from _written(one, "".join(parts), data, kind)


def _written(one: Words, words: str, data: bytes, kind: str) -> Iterator[tuple[int, int, bytes]]:
    """Yield what puts these words there; in DOCX the spaces at their ends are to be kept."""
    lines = [escape(line.translate(_DROP)).encode() for line in words.split("\n")]
    prefix = one.tag.partition(":")[0].encode() + b":" if ":" in one.tag else b""
    tag = one.tag.encode()
    if kind == "odt":
        yield one.start, one.end, (b"<" + prefix + b"line-break/>").join(lines)
        return
    begin = data.rindex(b"<", 0, one.start)
    kept = b"<" + tag + b' xml:space="preserve">'
    again = b"</" + tag + b"><" + prefix + b"br/>" + kept
    yield begin, one.end, kept + again.join(lines)


def paragraphs(data: bytes, kind: str) -> list[Paragraph]:
    """Return the paragraphs of a part, in the order in which they begin."""
    return _Reader(data, kind).found


def scan(name: str, data: bytes, kind: str) -> None:
    """Refuse what a part could run or fetch; raises Wrong, TooHeavy."""
    rels, field_words = name.endswith(".rels"), list[str]()

    def started(tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        if rels and local == "Relationship":
            if attributes.get("TargetMode", "") == "External":
                raise Wrong("model-outside")
            if re.search(r"(?i)afchunk|oleobject|package$|vba|control", attributes.get("Type", "")):
                raise Wrong("model-active")
        if kind == "docx" and local == "fldSimple":
            field_words.append(" ".join(attributes.values()))
        if kind == "odt":
            _expect_inside(tag, local, attributes)

    def said(words: str, open_tags: Sequence[str]) -> None:
        if open_tags and open_tags[-1].rpartition(" ")[2] in _FIELDS:
            field_words.append(words)

    _parse(data, started, said)
    if _FETCHES.search("".join(field_words)):  # a field may be cut in several runs
        raise Wrong("model-outside")


def _expect_inside(tag: str, local: str, attributes: dict[str, str]) -> None:
    if local in _ODF_ACTIVE and not tag.startswith("http://www.w3.org/"):
        raise Wrong("model-active")
    if not _INSIDE.fullmatch(attributes.get(XLINK, "")):
        raise Wrong("model-outside")


class _Reader:
    """Notes where the words of each paragraph stand."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.found: list[Paragraph] = []
        self._open: list[Paragraph | None] = []
        self._docx = kind == "docx"
        self._here: tuple[int, list[str], str] | None = None
        self._names: list[str] = []
        _parse(data, self._started, self._said, self._ended, place=self)
        del self._open

    index: Callable[[], int]

    def _started(self, tag: str, _attributes: dict[str, str]) -> None:
        self._close()
        space, _, local = tag.rpartition(" ")
        mine = space in ((WORD, STRICT) if self._docx else (ODF_TEXT,))
        if mine and local in (("p",) if self._docx else ("p", "h")):
            paragraph = Paragraph()
            self.found.append(paragraph)
            self._open.append(paragraph)
        elif mine and local in ("tab", "br", "cr", "line-break", "s") and self._paragraph():
            self._paragraph().words.append(Words(" ", 0, -1, ""))  # type: ignore[union-attr]
            self._open.append(None)
        else:
            self._open.append(None)

    def _ended(self, _tag: str) -> None:
        self._close()
        self._open.pop()

    def _said(self, words: str, tags: Sequence[str]) -> None:
        space, _, local = tags[-1].rpartition(" ")
        in_words = (space in (WORD, STRICT) and local == "t") if self._docx else True
        if not in_words or self._paragraph() is None:
            return
        if self._here is None:
            self._here = (self.index(), [], "")
        self._here[1].append(words)

    def _close(self) -> None:
        """Words end where any tag begins."""
        if self._here is None:
            return
        start, words, _tag = self._here
        self._here = None
        paragraph = self._paragraph()
        assert paragraph is not None
        paragraph.words.append(Words("".join(words), start, self.index(), self.tag_at(start)))

    def tag_at(self, start: int) -> str:
        """Return the tag, with its prefix, that a word's tag is written with."""
        begin = self.data.rindex(b"<", 0, start)
        found = re.match(rb"</?([^\s/>]+)", self.data[begin : begin + 200])
        return found[1].decode() if found else ""

    data: bytes

    def _paragraph(self) -> Paragraph | None:
        return next((one for one in reversed(self._open) if one is not None), None)


def _parse(
    data: bytes,
    started: Callable[[str, dict[str, str]], None],
    said: Callable[[str, Sequence[str]], None],
    ended: Callable[[str], None] = lambda _tag: None,
    place: Any = None,
) -> None:
    """Read a part; nothing is defined in it, fetched for it, or deeper than any letter."""
    parser = expat.ParserCreate(None, " ")
    parser.buffer_text = False
    tags, count = list[str](), 0
    if place is not None:
        place.index, place.data = lambda: parser.CurrentByteIndex, data

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > ELEMENTS or len(tags) >= DEPTH:
            raise TooHeavy
        started(tag, attributes)
        tags.append(tag)

    def end(tag: str) -> None:
        ended(tag)
        tags.pop()

    def doctype(*_told: object) -> None:
        raise Wrong("model-unreadable")

    def declared(_version: str, encoding: str | None, _alone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
            raise Wrong("model-unreadable")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda words: said(words, tags)
    parser.StartDoctypeDeclHandler, parser.XmlDeclHandler = doctype, declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError as broken:
        raise Wrong("model-unreadable") from broken
