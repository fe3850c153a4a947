"""Argon2id in plain Python (RFC 9106, version 0x13): slow, and read in one sitting."""

import struct
from functools import cache
from hashlib import blake2b

_WORDS = 128  # words of 64 bits in a block
_MASK = (1 << 64) - 1
_LOW = (1 << 32) - 1
_SLICES = 4
_Block = list[int]


@cache
def argon2id(
    secret: bytes, salt: bytes, memory: int, passes: int, lanes: int, size: int = 32
) -> bytes:
    """The key of a secret (RFC 9106, § 3.2)."""
    return derive(secret, salt, memory, passes, lanes, size)


def derive(
    secret: bytes,
    salt: bytes,
    memory: int,
    passes: int,
    lanes: int,
    size: int,
    extra: tuple[bytes, bytes] = (b"", b""),
) -> bytes:
    """The same, with the secret key and the associated data of RFC 9106."""
    head = struct.pack("<6I", lanes, size, memory, passes, 0x13, 2)
    for part in (secret, salt, *extra):
        head += struct.pack("<I", len(part)) + part
    first = blake2b(head).digest()
    length = memory // (4 * lanes) * 4
    blocks: list[list[_Block]] = [[[] for _ in range(length)] for _ in range(lanes)]
    for lane in range(lanes):
        for column in range(2):
            made = _long_hash(first + struct.pack("<2I", column, lane), 1024)
            blocks[lane][column] = list(struct.unpack("<128Q", made))
    for pass_ in range(passes):
        for slice_ in range(_SLICES):
            for lane in range(lanes):
                _fill(blocks, pass_, slice_, lane, passes)
    last = [0] * _WORDS
    for row in blocks:
        last = [a ^ b for a, b in zip(last, row[-1], strict=True)]
    return _long_hash(struct.pack("<128Q", *last), size)


def _fill(blocks: list[list[_Block]], pass_: int, slice_: int, lane: int, passes: int) -> None:
    """One segment (§ 3.4)."""
    lanes, length = len(blocks), len(blocks[0])
    segment = length // _SLICES
    row = blocks[lane]
    by_data = pass_ > 0 or slice_ >= 2
    header = [pass_, lane, slice_, lanes * length, passes, 2, 0] + [0] * (_WORDS - 7)
    addresses: _Block = []
    zero = [0] * _WORDS
    for index in range(2 if pass_ == slice_ == 0 else 0, segment):
        column = slice_ * segment + index
        before = row[column - 1]
        if by_data:
            random = before[0]
        else:
            if not addresses or index % _WORDS == 0:
                header[6] = index // _WORDS + 1
                addresses = _compress(zero, _compress(zero, header))
            random = addresses[index % _WORDS]
        low, high = random & _LOW, random >> 32
        from_lane = lane if pass_ == slice_ == 0 else high % lanes
        done = slice_ * segment if pass_ == 0 else length - segment
        area = done + index - 1 if from_lane == lane else done - (index == 0)
        start = 0 if pass_ == 0 or slice_ == 3 else (slice_ + 1) * segment
        at = (start + area - 1 - (area * (low * low >> 32) >> 32)) % length
        made = _compress(before, blocks[from_lane][at])
        old = row[column]
        row[column] = [a ^ b for a, b in zip(made, old, strict=True)] if old else made


def _compress(x: _Block, y: _Block) -> _Block:
    """G (§ 3.5)."""
    r = [a ^ b for a, b in zip(x, y, strict=True)]
    q = r[:]
    for i in range(0, 128, 16):
        q[i : i + 16] = _permute(q[i : i + 16])
    for i in range(0, 16, 2):
        column = [q[i + 16 * j + k] for j in range(8) for k in (0, 1)]
        column = _permute(column)
        for j in range(8):
            q[i + 16 * j : i + 16 * j + 2] = column[2 * j : 2 * j + 2]
    return [a ^ b for a, b in zip(q, r, strict=True)]


_ROUNDS = (
    (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
    (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
)  # fmt: skip


def _permute(v: list[int], mask: int = _MASK, low: int = _LOW) -> list[int]:
    """P (§ 3.6): BLAKE2b's round, with products."""
    for ia, ib, ic, id_ in _ROUNDS:
        a, b, c, d = v[ia], v[ib], v[ic], v[id_]
        a = (a + b + 2 * (a & low) * (b & low)) & mask
        d ^= a
        d = d >> 32 | (d & low) << 32
        c = (c + d + 2 * (c & low) * (d & low)) & mask
        b ^= c
        b = b >> 24 | (b << 40) & mask
        a = (a + b + 2 * (a & low) * (b & low)) & mask
        d ^= a
        d = d >> 16 | (d << 48) & mask
        c = (c + d + 2 * (c & low) * (d & low)) & mask
        b ^= c
        v[ia], v[ib], v[ic], v[id_] = a, b >> 63 | (b << 1) & mask, c, d
    return v


def _long_hash(data: bytes, size: int) -> bytes:
    """H' (§ 3.3)."""
    data = struct.pack("<I", size) + data
    if size <= 64:
        return blake2b(data, digest_size=size).digest()
    piece = blake2b(data).digest()
    made = piece[:32]
    left = size - 32
    while left > 64:
        piece = blake2b(piece).digest()
        made += piece[:32]
        left -= 32
    return made + blake2b(piece, digest_size=left).digest()
