"""Where each writing of a PDF ends: what is changed later may be added after it.

Source: ISO 32000-1, § 7.5.5 (trailer), § 7.5.6 (incremental updates), annex F (linearized: a file
made for the web has one more end, whose place is 0).
"""

import re

_END = re.compile(rb"startxref[ \t\r\n]+0*([1-9][0-9]{0,9})[ \t\r\n]+%%EOF[ \t]*(?:\r\n|\r|\n)?")
_TABLE = re.compile(rb"[ \t\r\n]*(?:xref|\d{1,10}[ \t\r\n]+\d{1,5}[ \t\r\n]+obj)")
_NO_OBJECT = re.compile(rb"[ \t\r\n]*xref[ \t\r\n]+0[ ]0[ \t\r\n]+trailer")
_HEAD = 1024  # a reader accepts the mark anywhere in the first kibibyte
MOST = 1_000


def ends(data: bytes) -> list[int]:
    """Return where each writing ends, the first one first; one that names no table is none.

    So a PDF that another one carries, whose places are its own, is not taken for a writing.
    """
    start = max(0, data.find(b"%PDF-", 0, _HEAD))
    found: list[int] = []
    for end in _END.finditer(data):
        place = int(end[1])
        named = (place, place + start) if start else (place,)
        if any(one < end.start() and _TABLE.match(data, one) for one in named):
            found.append(end.end())
        if len(found) > MOST:
            break
    return found


def adds_no_object(data: bytes, end: int) -> bool:
    """Tell whether what follows an end is a table of nothing.

    Word and others end a PDF so, for readers of before version 1.5 (ISO 32000-1, § 7.5.8.4). What
    it shows may still be another: the table may name another beginning.
    """
    return _NO_OBJECT.match(data, end) is not None


def times_changed(data: bytes) -> int:
    """Return how often a PDF was written again after the first time."""
    return max(0, len(ends(data)) - 1)
