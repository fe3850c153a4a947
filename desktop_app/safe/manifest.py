"""What a backup says of itself, sealed under the safe's key. Bytes in ``FORMAT.md`` § 7."""

import datetime as dt
import json
import re
import secrets
import struct
from dataclasses import dataclass

from desktop_app.safe.errors import BackupNotVerified, BackupOtherSafe, SafeNewer
from desktop_app.safe.slots import NONCE_BYTES, sub_key

MAGIC = b"\x89PLBACK\n"
VERSION = 2
LIMIT = 64 << 10
_HEADER = struct.Struct("<8sHHI16s12s")
_LABEL = b"papier-libre/backup-seal/1"
WHOLE, LAYER, KEYS, MANIFEST = "safe.db", "pages", "keys", "manifest"
MEMBERS = (WHOLE, KEYS)
MEMBERS_OF_LAYER = (LAYER, KEYS)
_NAME = re.compile("[0-9a-f]{16}")
_MOST_UNDER = 100


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages of a backup are, where they are the safe's own.

    ``total``: their sum (``page_sum``). ``erased``: the number of the last erasure before it.
    ``under``: the names of the backups that it lies on, the whole one first; none: it is whole.
    """

    count: int
    salt: bytes
    total: int
    erased: int
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Attributes:
    safe_id: of the safe that was copied.
    made_on: the day, on the computer that copied.
    saves: how many times the safe had been saved: the order of backups, whatever the clock says.
    keys_generation: of the key file beside it.
    schema: version of the database.
    files: name -> (size in bytes, SHA-256 in hexadecimal).
    pages: what they are, where they are the safe's own; None for a copy under a new salt.
    """

    safe_id: bytes
    made_on: dt.date
    saves: int
    keys_generation: int
    schema: int
    files: dict[str, tuple[int, str]]
    pages: Pages | None = None

    @property
    def under(self) -> tuple[str, ...]:
        """The names of the backups that it lies on."""
        return self.pages.under if self.pages is not None else ()


def seal(manifest: Manifest, key: bytes) -> bytes:
    """Return the bytes of a manifest; only the safe's id can be read without the key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    version = VERSION if manifest.under else 1  # a whole one is read by former programs too
    header = _HEADER.pack(MAGIC, version, 0, 0, manifest.safe_id, secrets.token_bytes(NONCE_BYTES))
    content = {
        "made_on": manifest.made_on.isoformat(),
        "saves": manifest.saves,
        "keys_generation": manifest.keys_generation,
        "schema": manifest.schema,
        "files": {
            name: {"size": size, "sha256": digest}
            for name, (size, digest) in manifest.files.items()
        },
        **({"pages": _told(manifest.pages)} if manifest.pages is not None else {}),
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")
    cipher = AESGCM(sub_key(key, _LABEL))
    return header + cipher.encrypt(header[-NONCE_BYTES:], text, header)


def unseal(data: bytes, key: bytes, safe_id: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        BackupNotVerified: changed, or sealed under another key.
        BackupOtherSafe: of another safe.
        SafeNewer: a version that this program does not know.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(data) < _HEADER.size or not data.startswith(MAGIC):
        raise BackupNotVerified(reason="manifest")
    _, version, flags, reserved, of_safe, nonce = _HEADER.unpack_from(data)
    if version > VERSION:
        raise SafeNewer
    if flags or reserved:
        raise BackupNotVerified(reason="manifest")
    if of_safe != safe_id:
        raise BackupOtherSafe
    header = data[: _HEADER.size]
    try:
        text = AESGCM(sub_key(key, _LABEL)).decrypt(nonce, data[_HEADER.size :], header)
        return _decoded(text, of_safe)
    except (InvalidTag, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupNotVerified(reason="manifest") from error


def _decoded(text: bytes, safe_id: bytes) -> Manifest:
    """Its maker knew the key and may still be hostile: every value is checked."""
    content = json.loads(text)
    numbers = {name: content[name] for name in ("saves", "keys_generation", "schema")}
    files = {
        name: (found["size"], found["sha256"]) for name, found in dict(content["files"]).items()
    }
    sizes = [size for size, _ in files.values()]
    if any(type(n) is not int or not 0 <= n < 1 << 62 for n in (*numbers.values(), *sizes)):
        raise ValueError
    pages = _pages(content["pages"]) if "pages" in content else None
    if sorted(files) != sorted(MEMBERS_OF_LAYER if pages and pages.under else MEMBERS):
        raise ValueError
    if any(len(bytes.fromhex(digest)) != 32 for _, digest in files.values()):
        raise ValueError
    day = dt.date.fromisoformat(content["made_on"])
    return Manifest(safe_id, day, files=files, pages=pages, **numbers)


def _told(pages: Pages) -> dict[str, int | str | list[str]]:
    return {
        "count": pages.count,
        "salt": pages.salt.hex(),
        "total": f"{pages.total:064x}",
        "erased": pages.erased,
        "under": list(pages.under),
    }


def _pages(content: dict[str, object]) -> Pages:
    match content:
        case {
            "count": int(count), "salt": str(salt), "total": str(total), "erased": int(erased),
            "under": list(under),
        } if len(total) == 64 and len(salt) == 32 and len(under) <= _MOST_UNDER:  # fmt: skip
            names = tuple(str(name) for name in under)
            if all(map(_NAME.fullmatch, names)) and 0 < count < 1 << 32 and 0 <= erased < 1 << 62:
                return Pages(count, bytes.fromhex(salt), int(total, 16), erased, names)
    raise ValueError
