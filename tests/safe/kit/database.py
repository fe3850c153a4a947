"""Pages of a database written anew by who has its key, the others left as they are."""

import hashlib
import hmac
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.safe.kit.bases import KEY_A

SIZE = 4096
_RESERVED = 80
_MAGIC = b"SQLite format 3\0"


def page(db: bytes, number: int) -> bytes:
    """One page, from 1."""
    return db[SIZE * (number - 1) : SIZE * number]


def with_page(db: bytes, number: int, content: bytes) -> bytes:
    """The database with another page in this place."""
    return db[: SIZE * (number - 1)] + content + db[SIZE * number :]


def flipped(data: bytes, at: int) -> bytes:
    """The same with one bit changed."""
    return data[:at] + bytes((data[at] ^ 0x10,)) + data[at + 1 :]


def changed_pages(old: bytes, new: bytes) -> list[int]:
    """Numbers of the pages that differ, of those that both have."""
    count = min(len(old), len(new)) // SIZE
    return [n for n in range(1, count + 1) if page(old, n) != page(new, n)]


def clear(db: bytes, key: bytes = KEY_A) -> bytes:
    """The database as plain SQLite has it."""
    return b"".join(_clear(page(db, n), n, key) for n in range(1, len(db) // SIZE + 1))


def sealed(plain: bytes, like: bytes, key: bytes = KEY_A) -> bytes:
    """Encrypt: a page that is the same in clear as in ``like`` stays the page of ``like``."""
    salt = like[:16]
    out = []
    for number in range(1, len(plain) // SIZE + 1):
        former = page(like, number)
        content = page(plain, number)[:-_RESERVED]
        if len(former) == SIZE and _clear(former, number, key)[:-_RESERVED] == content:
            out.append(former)
        else:
            out.append(_sealed(content, number, salt, key))
    return b"".join(out)


def told(like: bytes, work: Callable[[Any], None], key: bytes = KEY_A) -> bytes:
    """Let SQL change the database, in clear; the setting that sums its pages goes, which is
    as in a safe of before: so that what is found is what was changed."""
    return sealed(_worked(clear(like, key), work), like, key)


def without_sum(connection: Any) -> None:
    """Drop the sum of the pages."""
    connection.execute("DELETE FROM setting WHERE name = 'pages'")


def sql(*statements: str, keep_sum: bool = False) -> Callable[[Any], None]:
    """Work made of statements."""

    def work(connection: Any) -> None:
        for statement in statements:
            connection.execute(statement)
        if not keep_sum:
            without_sum(connection)

    return work


def _worked(plain: bytes, work: Callable[[Any], None]) -> bytes:
    from sqlcipher3 import dbapi2

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plain.db")
        path.write_bytes(plain)
        connection = dbapi2.connect(str(path), isolation_level=None)
        work(connection)
        connection.close()
        return path.read_bytes()


def _clear(page: bytes, number: int, key: bytes) -> bytes:
    first = 16 if number == 1 else 0
    vector = page[-_RESERVED : -_RESERVED + 16]
    opener = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return (_MAGIC if first else b"") + opener.update(page[first:-_RESERVED]) + bytes(_RESERVED)


def _sealed(content: bytes, number: int, salt: bytes, key: bytes) -> bytes:
    first = 16 if number == 1 else 0
    vector = hashlib.sha256(number.to_bytes(4, "little") + content).digest()[:16]
    closer = Cipher(algorithms.AES256(key), modes.CBC(vector)).encryptor()
    body = closer.update(content[first:]) + vector
    mac = hmac.digest(_mac_key(salt, key), body + number.to_bytes(4, "little"), "sha512")
    return salt[:first] + body + mac


@cache
def _mac_key(salt: bytes, key: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
