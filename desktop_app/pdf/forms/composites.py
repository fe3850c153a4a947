"""A TrueType font made for one document: a glyph a cluster, each made of those of a known font.

The bytes are those of OpenType's tables head, hhea, hmtx, maxp, loca and glyf.
"""

import struct
from collections.abc import Mapping, Sequence

from desktop_app.pdf.forms.shaping import Cluster, harfbuzz, hb_font

# Of each component of a glyph made of others: 16 bits; moved by x and y, as they are; one follows.
MOVED, MORE = 0x0001 | 0x0002 | 0x0800, 0x0020
KEPT = ("head", "hhea", "hmtx", "maxp", "loca", "glyf")


def font_file(face: str, shown: Sequence[Cluster]) -> bytes:
    """A TrueType font whose glyphs 1, 2, … are these clusters; those that they use come after."""
    tables, numbers = _used(face, {part[0] for one in shown for part in one.parts})
    offsets, glyphs = _outlines(tables)
    metrics = _metrics(tables, len(offsets) - 1)
    units = hb_font(face).face.upem
    first = len(shown) + 1
    made, widths = [glyphs[: offsets[1]]], [metrics[0]]
    for one in shown:
        made.append(_composite(one, [first + numbers[gid] - 1 for gid, _, _ in one.parts], units))
        widths.append((round(one.advance * units), round(one.ink[2] * units)))
    for number in range(1, len(offsets) - 1):
        made.append(_renumbered(glyphs[offsets[number] : offsets[number + 1]], first - 1))
        widths.append(metrics[number])
    return _font({**tables, **_glyph_tables(tables, made, widths)})


def _used(face: str, glyphs: set[int]) -> tuple[dict[str, bytes], Mapping[int, int]]:
    """The tables of a font cut down to some glyphs, without hints, and their new numbers."""
    library = harfbuzz()
    asked = library.SubsetInput()
    asked.glyph_set.set({0, *glyphs})
    asked.pin_all_axes_to_default(hb_font(face).face)
    asked.flags = library.SubsetFlags.NO_HINTING | library.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = library.SubsetPlan(hb_font(face).face, asked)
    cut = plan.execute()
    tables = {tag: bytes(cut.reference_table(tag).data) for tag in KEPT}
    return tables, plan.old_to_new_glyph_mapping


def _outlines(tables: Mapping[str, bytes]) -> tuple[list[int], bytes]:
    """Where each glyph begins, and where the last one ends, in the table of them all."""
    loca = tables["loca"]
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return [offset for (offset,) in struct.iter_unpack(">I", loca)], tables["glyf"]
    return [offset * 2 for (offset,) in struct.iter_unpack(">H", loca)], tables["glyf"]


def _metrics(tables: Mapping[str, bytes], count: int) -> list[tuple[int, int]]:
    """Width and left side of each glyph; the last ones share a width."""
    hmtx = tables["hmtx"]
    long_ones = struct.unpack_from(">H", tables["hhea"], 34)[0]
    found = list(struct.iter_unpack(">Hh", hmtx[: long_ones * 4]))
    sides = struct.iter_unpack(">h", hmtx[long_ones * 4 : long_ones * 4 + (count - long_ones) * 2])
    return [(wide, side) for wide, side in found] + [(found[-1][0], side) for (side,) in sides]


def _composite(cluster: Cluster, numbers: Sequence[int], units: int) -> bytes:
    """A glyph made of others, or nothing for a space."""
    if not numbers:
        return b""
    low, top, left, right = (round(side * units) for side in cluster.ink)
    data = struct.pack(">hhhhh", -1, left, low, right, top)
    for place, (number, (_, x, y)) in enumerate(zip(numbers, cluster.parts, strict=True)):
        more = MORE if place < len(numbers) - 1 else 0
        data += struct.pack(">HHhh", MOVED | more, number, x, y)
    return data


def _renumbered(glyph: bytes, shift: int) -> bytes:
    """A glyph of the font, whose components (if it has some) follow ``shift`` others."""
    if len(glyph) < 10 or struct.unpack_from(">h", glyph)[0] >= 0:
        return glyph
    data, place, flags = bytearray(glyph), 10, MORE
    while flags & MORE:
        flags, number = struct.unpack_from(">HH", data, place)
        struct.pack_into(">H", data, place + 2, number + shift)
        place += 8 if flags & 0x0001 else 6
        place += 2 * bool(flags & 0x0008) + 4 * bool(flags & 0x0040) + 8 * bool(flags & 0x0080)
    return bytes(data)


def _glyph_tables(
    tables: Mapping[str, bytes], glyphs: Sequence[bytes], widths: Sequence[tuple[int, int]]
) -> dict[str, bytes]:
    """The tables that depend on the number of glyphs."""
    padded = [glyph + b"\0" * (-len(glyph) % 4) for glyph in glyphs]
    offsets, end = [], 0
    for glyph in padded:
        offsets.append(end)
        end += len(glyph)
    head, hhea, maxp = (bytearray(tables[tag]) for tag in ("head", "hhea", "maxp"))
    struct.pack_into(">I", head, 8, 0)  # the sum of the whole file: no reader of a PDF asks it
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, len(glyphs))
    struct.pack_into(">H", maxp, 4, len(glyphs))
    struct.pack_into(">HH", maxp, 10, 8192, 1024)  # at most, in a glyph made of others: points…
    struct.pack_into(">HH", maxp, 28, 255, 8)  # … and components, one within another
    return {
        "head": bytes(head),
        "hhea": bytes(hhea),
        "maxp": bytes(maxp),
        "hmtx": b"".join(struct.pack(">Hh", *one) for one in widths),
        "loca": struct.pack(f">{len(offsets) + 1}I", *offsets, end),
        "glyf": b"".join(padded),
    }


def _font(tables: Mapping[str, bytes]) -> bytes:
    """A TrueType file: its list of tables, then each of them."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    data = struct.pack(
        ">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    start, bodies = 12 + 16 * count, b""
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(word for (word,) in struct.iter_unpack(">I", padded)) & 0xFFFFFFFF
        data += struct.pack(">4sIII", tag.encode("ascii"), total, start + len(bodies), len(table))
        bodies += padded
    return data + bodies
