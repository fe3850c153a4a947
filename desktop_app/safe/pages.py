"""Every page's proof, checked without SQLCipher: what tells damage from a wrong key.

Source: SQLCipher 4's page format (https://www.zetetic.net/sqlcipher/design/), also FORMAT.md § 5:
a page of 4096 bytes ends with a 16-byte initialisation vector and a 64-byte HMAC-SHA512.
"""

import contextlib
import hashlib
import hmac
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from desktop_app.safe.database import PAGE

SALT = 16
PROOF = 64
_RESERVED = 80
_IV = 16


@dataclass(frozen=True, slots=True)
class PageReport:
    """How many pages a database has, and the numbers (from 1) of those that are not authentic."""

    pages: int
    damaged: tuple[int, ...]


class PageCheck:
    """Knows the key of one database file, from the salt at its beginning."""

    def __init__(self, salt: bytes, key: bytes) -> None:
        self._key = key
        mac_salt = bytes(byte ^ 0x3A for byte in salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, 32)

    def is_authentic(self, page: bytes, number: int) -> bool:
        """Tell whether a whole page is as SQLCipher wrote it, at this place."""
        if len(page) != PAGE:
            return False
        body = page[SALT if number == 1 else 0 : -_RESERVED + _IV]
        found = hmac.digest(self._mac_key, body + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(found, page[-_RESERVED + _IV :])

    def clear(self, page: bytes, number: int = 0) -> bytes:
        """Return what an authentic page holds; the place of the salt is zeros on the first one."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        salt = SALT if number == 1 else 0
        vector = page[-_RESERVED : -_RESERVED + _IV]
        opener = Cipher(algorithms.AES256(self._key), modes.CBC(vector)).decryptor()
        return bytes(salt) + opener.update(page[salt:-_RESERVED])


class PageFile:
    """The pages of a database, read beside SQLite while it works.

    It stays open as long as the database: closing any file takes away the locks that SQLite holds
    on it in the same process (POSIX).
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._turn = Lock()
        self.salt = self._file.read(SALT)

    def __len__(self) -> int:
        return self.size // PAGE

    @property
    def size(self) -> int:
        """How many bytes the file has."""
        return os.fstat(self._file.fileno()).st_size

    def page(self, number: int) -> bytes:
        """Return a page as it lies on the disk; shorter where the file ends."""
        return self._read((number - 1) * PAGE, PAGE)

    def proof(self, number: int) -> bytes:
        """Return the 64 bytes by which a page is known: of two pages, never the same."""
        return self._read(number * PAGE - PROOF, PROOF)

    def close(self) -> None:
        self._file.close()

    def __del__(self) -> None:
        with contextlib.suppress(AttributeError):  # it could not be opened
            self.close()

    def _read(self, place: int, size: int) -> bytes:
        if hasattr(os, "pread"):  # one call where a seek would be a second; Windows has none
            return os.pread(self._file.fileno(), size, place)
        with self._turn:
            self._file.seek(place)
            return self._file.read(size)


def check_pages(path: Path, key: bytes) -> PageReport:
    """Check every page of a database file."""
    damaged, count = [], 0
    with path.open("rb") as file:
        check = PageCheck(file.read(SALT), key)
        file.seek(0)
        for page in _pages(file.read, PAGE):
            count += 1
            if not check.is_authentic(page, count):
                damaged.append(count)
    return PageReport(count, tuple(damaged))


def first_page_is_authentic(path: Path, key: bytes) -> bool:
    """Tell whether a database file is of this key, by its first page alone."""
    with path.open("rb") as file:
        page = file.read(PAGE)
    return PageCheck(page[:SALT], key).is_authentic(page, 1)


def _pages(read, size: int) -> Iterator[bytes]:  # type: ignore[no-untyped-def]
    while page := read(size):
        yield page
