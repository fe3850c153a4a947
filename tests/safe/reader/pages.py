"""Pages of an SQLCipher database, told authentic without SQLCipher (FORMAT.md § 5)."""

import hmac
from dataclasses import dataclass
from hashlib import pbkdf2_hmac

from tests.safe.reader.keyfile import sub_key

SIZE = 4096


@dataclass(frozen=True)
class Pages:
    """A file of the database, under a key."""

    raw: bytes
    key: bytes

    @property
    def salt(self) -> bytes:
        """The first 16 bytes."""
        return self.raw[:16]

    @property
    def count(self) -> int:
        """Whole pages."""
        return len(self.raw) // SIZE

    def page(self, number: int) -> bytes:
        """One page, from 1."""
        return self.raw[SIZE * (number - 1) : SIZE * number]

    def wrong(self) -> list[int]:
        """Pages that are not authentic."""
        mac_key = self.mac_key()
        return [n for n in range(1, self.count + 1) if not authentic(self.page(n), n, mac_key)]

    def mac_key(self, salt: bytes | None = None) -> bytes:
        """The key of the pages' HMAC."""
        salt = bytes(byte ^ 0x3A for byte in salt or self.salt)
        return pbkdf2_hmac("sha512", self.key, salt, 2, 32)

    def is_of_key(self) -> bool:
        """Whether the first page is there, and of this key."""
        return self.count > 0 and authentic(self.page(1), 1, self.mac_key())

    def sum(self, apart: set[int] = frozenset()) -> int:  # type: ignore[assignment]
        """The sum of the pages that are not apart."""
        label = sub_key(self.key, "papier-libre/page-sum/1")
        total = 0
        for n in range(1, self.count + 1):
            if n not in apart:
                told = n.to_bytes(4, "little") + self.page(n)[-64:]
                total += int.from_bytes(hmac.digest(label, told, "sha256"), "little")
        return total % (1 << 256)


def authentic(page: bytes, number: int, mac_key: bytes) -> bool:
    """Whether a page is the page of this number, under this key."""
    begin = 16 if number == 1 else 0
    told = page[begin:-64] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(mac_key, told, "sha512"), page[-64:])
