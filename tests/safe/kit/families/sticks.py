"""A file on a USB stick, which opens a safe beside its phrase (FORMAT.md § 3)."""

import hashlib
import struct
from collections.abc import Iterator

from tests.safe.kit.bases import ID_A, ID_B, base
from tests.safe.kit.case import FOLDER, TUBE, Case, Special, link, safe
from tests.safe.kit.database import flipped, sql, told
from tests.safe.kit.keyfiles import OWN_KEYS, Kind, edited, sealed, slot, slots_of

_AT = "stick/papier-libre-0badcafe.cle"
_SECRET = bytes(range(100, 132))
_SLOT = slot(Kind.KEY_FILE, _SECRET, "stick")
_KEYS = sealed([*slots_of(OWN_KEYS), _SLOT])
_NAMED = told(
    base("a4").db,
    sql(
        "INSERT INTO helper (uid, slot, name, added_on) "
        f"VALUES ('0123456789abcdef', x'{_SLOT[4:20].hex()}', '', '2026-11-24')"
    ),
)


def _file(
    *, version: int = 1, flags: int = 0, safe_id: bytes = ID_A, secret: bytes = _SECRET,
    magic: bytes = b"\x89PLOPEN\n", after: bytes = b"",
) -> bytes:  # fmt: skip
    head = struct.pack("<8sHH4x16s16s", magic, version, flags, safe_id, _SLOT[4:20])
    return _ended(head + secret + after)


def _ended(content: bytes) -> bytes:
    return content + hashlib.sha256(content).digest()


def _case(name: str, why: str, code: str, file: "bytes | Special | None", **changed: bytes) -> Case:
    files = safe(**{"db": _NAMED, "parity": None, "keys": _KEYS, "keys_2": _KEYS, **changed})
    if file is not None:
        files[_AT] = file
    return Case(f"stick/{name}", why, code, files, stick=_AT)


def cases() -> Iterator[Case]:
    right = _file()
    yield _case("right", "the file of a slot that is on the list", "ok", right)
    for name, file, why in (
        ("bit-magic", flipped(right, 1), "one bit of its magic"),
        ("bit-secret", flipped(right, 60), "one bit of the secret"),
        ("bit-digest", flipped(right, 100), "one bit of its digest"),
        ("cut", right[:-1], "its last byte is missing"),
        ("empty", b"", "an empty file"),
        ("longer", right + b"\0", "a byte after its end"),
        ("longer-digest-right", _file(after=b"\0"), "a byte more, its digest made anew"),
        ("other-magic", _file(magic=b"\x89PLKEYS\n"), "another magic, its digest made anew"),
        ("flags", _file(flags=1), "a flag that this version does not have"),
        ("version-0", _file(version=0), "version 0 never was"),
        ("huge", bytes(70_000), "longer than any"),
        ("tube", TUBE, "a tube in its place: nothing waits on it"),
        ("folder", FOLDER, "a folder in its place"),
        ("link", link("../keys"), "a link in its place is not followed"),
    ):
        yield _case(name, f"the file on the stick: {why}", "stick-key-damaged", file)
    yield _case("missing", "no such file", "stick-key-missing", None)
    yield _case("later-version", "a file of a later format", "safe-newer", _file(version=2))
    short = _ended(b"\x89PLOPEN\n\2\0 anything")
    yield _case("later-version-short", "the same, of another shape", "safe-newer", short)
    yield _case(
        "other-safe", "a good file, of another safe", "stick-key-other-safe", _file(safe_id=ID_B)
    )
    yield _case(
        "other-secret", "a file of this safe that opens no slot", "slot-removed",
        _file(secret=bytes(32)),
    )  # fmt: skip
    yield _case(
        "taken-away", "its slot was taken away from the key file", "slot-removed", right,
        keys=OWN_KEYS, keys_2=OWN_KEYS,
    )  # fmt: skip
    yield _case(
        "not-on-the-list", "its slot is in the key file, and not on the list", "slot-removed",
        right, db=base("a4").db,
    )  # fmt: skip
    proof = flipped(_KEYS, len(_KEYS) - 1)
    yield _case(
        "keys-edited", "the key file was edited", "keys-damaged", right, keys=proof, keys_2=proof
    )
    newer = edited(8, b"\2")
    yield _case("keys-newer", "keys of a later format", "safe-newer", right, keys=newer)
