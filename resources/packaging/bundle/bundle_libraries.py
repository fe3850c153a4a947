"""Makes built libraries light: symbols of debuggers, fonts and data that we do not use."""

import re
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from bundle_carve import Span, carved
from bundle_rules import Cut

FONT = re.compile(rb"OTTO|\x00\x01\x00\x00\x00[\x04-\x28]")
ICU = b"CmnD"
ICU_BEFORE = 12  # bytes of its header before that name


def stripped(library: Path) -> None:
    """Take out of a library of Linux what only debuggers and linkers read.

    Raises:
        FileNotFoundError: binutils is not here.
    """
    program = shutil.which("strip")
    if not program:
        raise FileNotFoundError("strip: apt-get install binutils")
    subprocess.run([program, "--strip-unneeded", library], check=True)


def cut(library: Path, how: Cut) -> None:
    """Cut a library as a rule says; nothing to cut is an error, for the rule speaks of nothing."""
    content = library.read_bytes()
    if how.of == "icu":
        light = _less_icu(content, how)
    else:
        light = carved(content, _joined(fonts(content)) if how.of == "fonts" else ())
    if len(light) >= len(content):
        raise ValueError(f"{library.name}: {how.of}")
    library.write_bytes(light)


def _less_icu(library: bytes, how: Cut) -> bytes:
    """Write the shorter table in place of the whole one, and cut the rest out."""
    begin = library.index(ICU) - ICU_BEFORE
    less = icu(library[begin:], how.keeps)
    end = next(
        offset + filled
        for kind, offset, filled in _loads(library)
        if kind == 1 and offset <= begin < offset + filled
    )
    return carved(library[:begin] + less + library[begin + len(less) :], [(begin + len(less), end)])


def _loads(library: bytes) -> Iterator[tuple[int, int, int]]:
    (table,) = struct.unpack_from("<Q", library, 32)
    for n in range(struct.unpack_from("<H", library, 56)[0]):
        kind, _, offset, _, _, filled = struct.unpack_from("<IIQQQQ", library, table + 56 * n)
        yield kind, offset, filled


def fonts(library: bytes) -> Iterator[Span]:
    """Yield where fonts lie in a library, each from its first table to the end of its last."""
    end = 0
    for found in FONT.finditer(library):
        size = _size_of_font(library, found.start())
        if size and found.start() >= end:
            end = found.start() + size
            yield found.start(), end


def _size_of_font(library: bytes, begin: int) -> int:
    """Return how many bytes a font has, 0 where it is none."""
    (count,) = struct.unpack_from(">H", library, begin + 4)
    tables = begin + 12
    if not 4 <= count <= 40 or tables + 16 * count > len(library):
        return 0
    end, names = 0, []
    for n in range(count):
        name, _, offset, size = struct.unpack_from(">4sIII", library, tables + 16 * n)
        if offset < 12 + 16 * count or begin + offset + size > len(library):
            return 0
        names.append(name)
        end = max(end, offset + size)
    return end if {b"head", b"cmap"} <= set(names) and names == sorted(names) else 0


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in one wherever they touch."""
    joined: list[Span] = []
    for begin, end in spans:
        if joined and begin - joined[-1][1] < 16:  # the next one begins at a round address
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def icu(package: bytes, keeps: Callable[[PurePosixPath], bool]) -> bytes:
    """Return ICU's data with what is kept of it alone: same format, same order.

    Source: ICU, "ICU Data File Formats" (`udata`): a header, a table of names and places, contents.
    """
    (header,) = struct.unpack_from("<H", package)
    body = memoryview(package)[header:]
    (count,) = struct.unpack_from("<I", body)
    rows = [struct.unpack_from("<II", body, 4 + 8 * n) for n in range(count)]
    texts = [bytes(body[name : name + 200]).split(b"\0")[0] for name, _ in rows]
    ends = [*(place for _, place in rows[1:]), rows[-1][1]]
    kept = [
        (text, bytes(body[begin:end]))
        for text, (_, begin), end in zip(texts, rows, ends, strict=True)
        if keeps(PurePosixPath(text.decode()).relative_to(texts[0].split(b"/")[0].decode()))
    ]
    names = b"".join(text + b"\0" for text, _ in kept)
    table, start = b"", 4 + 8 * len(kept)
    place = -(-(start + len(names)) // 16) * 16
    contents, name_at = b"", start
    for text, content in kept:
        padded = content + bytes(-len(content) % 16)
        table += struct.pack("<II", name_at, place + len(contents))
        name_at += len(text) + 1
        contents += padded
    front = struct.pack("<I", len(kept)) + table + names
    return package[:header] + front + bytes(place - len(front)) + contents
