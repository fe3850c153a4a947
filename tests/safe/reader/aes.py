"""AES-256-GCM and one block of CBC, opening only, in plain Python (FIPS 197); HKDF (RFC 5869)."""

import hmac


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """32 bytes: one block of HKDF-SHA-256."""
    drawn = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(drawn, info + b"\x01", "sha256")


def open_gcm(key: bytes, nonce: bytes, sealed: bytes, beside: bytes) -> bytes | None:
    """What was sealed, or None: its tag is wrong."""
    rounds = _expand(key)
    text, tag = sealed[:-16], sealed[-16:]
    if not hmac.compare_digest(_tag(rounds, nonce, text, beside), tag):
        return None
    stream = b"".join(
        _encrypt(rounds, nonce + (2 + i).to_bytes(4, "big")) for i in range((len(text) + 15) // 16)
    )
    return bytes(a ^ b for a, b in zip(text, stream, strict=False))


def open_block(key: bytes, before: bytes, block: bytes) -> bytes:
    """One block of AES-256-CBC; ``before``: the block before it, or the initialisation vector."""
    state = list(block)
    for number, round_ in reversed(list(enumerate(_expand(key)))):
        state = [a ^ b for a, b in zip(state, round_, strict=True)]
        if 0 < number < 14:  # the mix of columns is its own inverse, four times
            state = _mixed(_mixed(_mixed(state)))
        if number:
            state = [_S.index(state[_SHIFT.index(i)]) for i in range(16)]
    return bytes(a ^ b for a, b in zip(state, before, strict=True))


def _tag(rounds: list[bytes], nonce: bytes, text: bytes, beside: bytes) -> bytes:
    hash_key = int.from_bytes(_encrypt(rounds, bytes(16)), "big")
    sizes = (8 * len(beside)).to_bytes(8, "big") + (8 * len(text)).to_bytes(8, "big")
    data = beside + bytes(-len(beside) % 16) + text + bytes(-len(text) % 16) + sizes
    y = 0
    for i in range(0, len(data), 16):
        y = _times(y ^ int.from_bytes(data[i : i + 16], "big"), hash_key)
    mask = int.from_bytes(_encrypt(rounds, nonce + b"\0\0\0\1"), "big")
    return (y ^ mask).to_bytes(16, "big")


def _times(x: int, y: int) -> int:
    z = 0
    for i in range(127, -1, -1):
        if x >> i & 1:
            z ^= y
        y = y >> 1 ^ (0xE1 << 120 if y & 1 else 0)
    return z


def _double(byte: int) -> int:
    return byte << 1 ^ (0x11B if byte & 0x80 else 0)


def _sbox() -> bytes:
    powers, at, x = {}, [], 1
    for i in range(255):  # powers of 3
        powers[x] = i
        at.append(x)
        x ^= _double(x)
    box = bytearray(256)
    for byte in range(256):
        s = inverse = at[-powers[byte] % 255] if byte else 0
        for _ in range(4):
            inverse = inverse << 1 & 0xFF | inverse >> 7
            s ^= inverse
        box[byte] = s ^ 0x63
    return bytes(box)


_S = _sbox()
_SHIFT = [(i + 4 * (i % 4)) % 16 for i in range(16)]


def _expand(key: bytes) -> list[bytes]:
    words = [key[i : i + 4] for i in range(0, 32, 4)]
    constant = 1
    for i in range(8, 60):
        last = words[-1]
        if i % 8 == 0:
            last = bytes(_S[b] for b in last[1:] + last[:1])
            last = bytes((last[0] ^ constant,)) + last[1:]
            constant = _double(constant)
        elif i % 8 == 4:
            last = bytes(_S[b] for b in last)
        words.append(bytes(a ^ b for a, b in zip(words[i - 8], last, strict=True)))
    return [b"".join(words[i : i + 4]) for i in range(0, 60, 4)]


def _encrypt(rounds: list[bytes], block: bytes) -> bytes:
    state = [a ^ b for a, b in zip(block, rounds[0], strict=True)]
    for number, round_ in enumerate(rounds[1:], 1):
        state = [_S[state[i]] for i in _SHIFT]
        if number < len(rounds) - 1:
            state = _mixed(state)
        state = [a ^ b for a, b in zip(state, round_, strict=True)]
    return bytes(state)


def _mixed(state: list[int]) -> list[int]:
    mixed = []
    for i in range(0, 16, 4):
        column = state[i : i + 4]
        every = column[0] ^ column[1] ^ column[2] ^ column[3]
        for j in range(4):
            mixed.append(column[j] ^ every ^ _double(column[j] ^ column[(j + 1) % 4]))
    return mixed
