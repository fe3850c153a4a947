"""Takes bytes that nothing reads out of a built library, all else staying at its address.

A library is loaded by segments (ELF) or sections (Windows): where the bytes of one are not wanted,
it is cut in two, and the hole between them is memory full of zeros, which no file holds. Nothing
that points anywhere changes. What would differ in memory otherwise is refused (``ValueError``).
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

PAGE = 0x1000
Span = tuple[int, int]
"""Where bytes begin in a file, and where they end."""
LOAD, TABLE = 1, 6
HOLE = 0x40000080  # of a section: to be read, not in the file
ON_DISK = 0x200  # a section begins at a multiple of it


@dataclass(frozen=True)
class Piece:
    """What is loaded at an address: bytes of the file, then zeros up to ``size``."""

    address: int
    content: bytes
    size: int
    entry: bytes
    """Its line of the table, as it was."""


def carved(library: bytes, unwanted: Iterable[Span] = ()) -> bytes:
    """Return a library without spans of its file, and without what pads it.

    Raises:
        ValueError: it is of another kind than 64 bits for Linux or Windows, has a signature, or
            would not be the same in memory.
    """
    cut = _carved_elf if library[:4] == b"\x7fELF" else _carved_pe
    spans = sorted(unwanted)
    blank = bytearray(library)
    for begin, end in spans:
        blank[begin:end] = bytes(end - begin)  # also of the pages where something else is
    light = cut(bytes(blank), spans)
    if _memory(bytes(blank), spans) != _memory(light, ()):
        raise ValueError("not the same in memory")
    return light


def _holes(address: int, offset: int, size: int, unwanted: Iterable[Span]) -> Iterator[Span]:
    """Yield the addresses of whole pages, more than one, that are unwanted in what is loaded."""
    for begin, end in unwanted:
        first = max(begin, offset) - offset + address
        last = min(end, offset + size) - offset + address
        first, last = -(-first // PAGE) * PAGE, last // PAGE * PAGE
        if last - first > PAGE:
            yield first, last


def _pieces(whole: Piece, offset: int, unwanted: Sequence[Span]) -> Iterator[Piece]:
    """Yield what is left of something that is loaded, each piece with the hole after it."""
    start = whole.address
    for first, last in _holes(start, offset, len(whole.content), unwanted):
        content = whole.content[start - whole.address : first - whole.address]
        yield Piece(start, content, last - start, whole.entry)
        start = last
    rest = whole.content[start - whole.address :]
    yield Piece(start, rest, whole.address + whole.size - start, whole.entry)


# --- Linux -------------------------------------------------------------------------------------


Row = tuple[int, int, int, int, int, int, int, int]


def _table(library: bytes) -> list[Row]:
    """Return the program headers: type, flags, offset, address, physical one, sizes, alignment."""
    if library[4:6] != b"\x02\x01":
        raise ValueError("not of 64 bits")
    (begin,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    return [struct.unpack_from("<IIQQQQQQ", library, begin + size * n) for n in range(count)]


def _carved_elf(library: bytes, unwanted: Sequence[Span]) -> bytes:
    table = _table(library)
    parts: list[tuple[Row, list[Piece]]] = []
    for row in table:
        _, _, offset, address, _, filled, size, _ = row
        whole = Piece(address, library[offset : offset + filled], size, b"")
        parts.append((row, list(_pieces(whole, offset, unwanted)) if row[0] == LOAD else []))
    added = sum(max(len(pieces) - 1, 0) for _, pieces in parts)
    where = struct.unpack_from("<Q", library, 32)[0]
    if added:  # the longer table lies in the first page of the first hole
        pieces = next(pieces for _, pieces in parts if len(pieces) > 1)
        first = pieces[0]
        where = first.address + len(first.content)
        pieces[0] = Piece(first.address, first.content + bytes(PAGE), first.size, b"")
    out, at, lines = bytearray(), dict[int, Span](), list[Row]()
    for row, pieces in parts:
        for piece in pieces:
            out += bytes((piece.address - len(out)) % PAGE)
            at[piece.address] = (len(out), len(piece.content))
            sizes = (len(piece.content), piece.size)
            lines.append((LOAD, row[1], len(out), piece.address, piece.address, *sizes, PAGE))
            out += piece.content
        if row[0] != LOAD:
            lines.append(row)
    packed = b""
    for row in lines:
        kind, flags, offset, address, physical, filled, size, aligned = row
        if kind == TABLE:
            address = physical = where
            filled = size = 56 * len(lines)
        if kind != LOAD and filled:
            offset = _moved(at, address)
        packed += struct.pack(
            "<IIQQQQQQ", kind, flags, offset, address, physical, filled, size, aligned
        )
    place = _moved(at, where)
    out[place : place + len(packed)] = packed
    struct.pack_into("<QQ", out, 32, place, 0)  # sections are for those who link: none is left
    struct.pack_into("<HHHH", out, 56, len(lines), 64, 0, 0)
    return bytes(out)


def _moved(at: dict[int, Span], address: int) -> int:
    """Return where the byte of an address is in the new file."""
    for begin, (offset, filled) in at.items():
        if begin <= address < begin + filled:
            return offset + address - begin
    raise ValueError("a header speaks of what was taken out")


# --- Windows -----------------------------------------------------------------------------------


def _sections(library: bytes) -> tuple[int, int, list[tuple[int, int, int, int, bytes]]]:
    """Return where the headers are, their count, and each section: address, sizes, offset, line."""
    (header,) = struct.unpack_from("<I", library, 0x3C)
    count, _, _, _, optional = struct.unpack_from("<HIIIH", library, header + 6)
    if library[header : header + 4] != b"PE\0\0" or library[header + 24 : header + 26] != b"\x0b\2":
        raise ValueError("not of 64 bits")
    lines = [library[header + 24 + optional + 40 * n :][:40] for n in range(count)]
    found = [(struct.unpack_from("<IIII", line, 8), line) for line in lines]
    return header, optional, [(at, size, raw, off, line) for (size, at, raw, off), line in found]


def _carved_pe(library: bytes, unwanted: Sequence[Span]) -> bytes:
    header, optional, sections = _sections(library)
    (heads,) = struct.unpack_from("<I", library, header + 24 + 60)
    if struct.unpack_from("<I", library, header + 24 + 112 + 4 * 8)[0]:
        raise ValueError("signed: it would be so no more")
    out, lines, at = bytearray(library[:heads]), [], {}
    for address, size, raw, offset, line in sections:
        whole = Piece(address, library[offset : offset + raw], max(size, raw), line)
        pieces = list(_pieces(whole, offset, unwanted))
        for piece in pieces:
            out += bytes(-len(out) % ON_DISK)
            filled, last = len(piece.content), piece is pieces[-1]
            told = size - (piece.address - address) if last else filled
            lines.append(_line(line, told, piece.address, filled, len(out)))
            at[piece.address] = (len(out), filled)
            out += piece.content
            if not last:
                hole = (piece.size - filled, piece.address + filled, 0, 0)
                lines.append(_line(line, *hole)[:36] + struct.pack("<I", HOLE))
    begin = header + 24 + optional
    if begin + 40 * len(lines) > heads:
        raise ValueError("no room for more sections")
    out[begin : begin + 40 * len(lines)] = b"".join(lines)
    struct.pack_into("<H", out, header + 6, len(lines))
    struct.pack_into("<I", out, header + 24 + 64, 0)  # its sum, which nobody checks of a library
    _follow(out, header, at)
    return bytes(out + bytes(-len(out) % ON_DISK))


def _line(line: bytes, size: int, address: int, filled: int, offset: int) -> bytes:
    return line[:8] + struct.pack("<IIII", size, address, filled, offset) + line[24:]


def _follow(out: bytearray, header: int, at: dict[int, Span], says: bool = True) -> None:
    """Put right the one table that says places of the file: what is for debuggers.

    Args:
        out: a library, changed.
        header: where its headers are.
        at: address of what is loaded -> where it is in the file, and how long.
        says: false, to write zeros.
    """
    address, size = struct.unpack_from("<II", out, header + 24 + 112 + 6 * 8)
    begin = _moved(at, address) if size else 0
    for entry in range(begin, begin + size, 28):
        (what,) = struct.unpack_from("<I", out, entry + 20)
        if what:
            struct.pack_into("<I", out, entry + 24, _moved(at, what) if says else 0)


# --- What is in memory ---------------------------------------------------------------------------


def _memory(library: bytes, unwanted: Sequence[Span]) -> list[tuple[int, bytes]]:
    """Return each page that is loaded and is not all zeros, without headers, holes and tables."""
    found: dict[int, bytearray] = {}
    skipped: set[int] = set()
    if library[:4] == b"\x7fELF":
        rows = [row for row in _table(library) if row[0] == LOAD]
        parts = [(row[3], library[row[2] : row[2] + row[5]]) for row in rows]
        offsets = [(row[3], row[2], row[5]) for row in rows]
        skipped.add(0)  # the headers
        (where,) = struct.unpack_from("<Q", library, 32)
        skipped.update(
            (at + where - off) // PAGE for at, off, n in offsets if off <= where < off + n
        )
    else:
        header, _, sections = _sections(library)
        told = bytearray(library)  # the one thing that must differ is left out
        _follow(told, header, {at: (off, raw) for at, _, raw, off, _ in sections}, says=False)
        library = bytes(told)
        parts = [(at, library[off : off + raw]) for at, _, raw, off, _ in sections]
        offsets = [(at, off, raw) for at, _, raw, off, _ in sections]
    for address, offset, size in offsets:
        for first, last in _holes(address, offset, size, unwanted):
            skipped.update(range(first // PAGE, last // PAGE))
    for address, content in parts:
        for start in range(address // PAGE * PAGE, address + len(content), PAGE):
            begin = max(start, address)
            part = content[begin - address : start + PAGE - address]
            page = found.setdefault(start // PAGE, bytearray(PAGE))
            page[begin - start : begin - start + len(part)] = part
    return sorted(
        (page, bytes(content))
        for page, content in found.items()
        if page not in skipped and any(content)
    )
