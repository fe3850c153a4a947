"""What changed between two moments of a file, kept instead of the whole of it."""

import struct

_HEAD = struct.Struct("<II")
_GRAIN = 16


def delta(old: bytes, new: bytes) -> bytes:
    """The size of the new file, then each run that changed: place, size, bytes."""
    out = [len(new).to_bytes(4, "little")]
    place = 0
    while place < len(new):
        end = place
        while end < len(new) and old[end : end + _GRAIN] != new[end : end + _GRAIN]:
            end += _GRAIN
        end = min(end, len(new))
        if end > place:
            out.append(_HEAD.pack(place, end - place) + new[place:end])
        place = end + _GRAIN
    return b"".join(out)


def patched(old: bytes, delta: bytes) -> bytes:
    """The new file."""
    size = int.from_bytes(delta[:4], "little")
    new = bytearray(old[:size].ljust(size, b"\0"))
    at = 4
    while at < len(delta):
        place, length = _HEAD.unpack_from(delta, at)
        at += _HEAD.size
        new[place : place + length] = delta[at : at + length]
        at += length
    return bytes(new)
