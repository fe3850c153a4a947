"""SQLCipher, taken only when it is what a safe relies on.

A plain SQLite under the same name would ignore the key in silence and write a safe in clear; an
engine of other defaults would make safes that no other program opens, and call ours damaged.
"""

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from desktop_app.safe.errors import EngineUnfit

OLDEST_SQLITE = (3, 42, 0)  # the word index's own "secure-delete"
_OPTIONS = {
    "FTS5": r"ENABLE_FTS5",
    "TEMP_STORE": r"TEMP_STORE=[23]",  # nothing temporary is written in clear on a disk
    "THREADSAFE": r"THREADSAFE=[12]",  # threads take turns at one connection
}
_PAGES = {  # FORMAT.md § 5: what any SQLCipher 4 makes unless it was built otherwise
    "page_size": "4096",
    "use_hmac": "1",
    "plaintext_header_size": "0",
    "hmac_algorithm": "HMAC_SHA512",
}


@cache
def library() -> Any:
    """Return the engine of every database.

    Raises:
        EngineUnfit: it is not one that a safe may be given to; nothing was opened.
    """
    # The OpenSSL inside the wheel would read a configuration file of the system, or of nobody.
    os.environ["OPENSSL_CONF"] = os.devnull
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:  # none, or one for another system
        raise EngineUnfit(lacking="sqlcipher3") from error
    lacking = ", ".join(lacks(dbapi2))
    if lacking:
        raise EngineUnfit(lacking=lacking)
    return dbapi2


def lacks(engine: Any) -> Iterator[str]:
    """Yield each thing that a safe relies on and an engine has not, in its own words."""
    connection = engine.connect(":memory:")
    try:

        def told(pragma: str) -> list[str]:
            return [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}")]

        yield from _lacks(told, engine.sqlite_version_info)
    finally:
        connection.close()


def _lacks(told: Callable[[str], list[str]], version: tuple[int, ...]) -> Iterator[str]:
    if version < OLDEST_SQLITE:
        yield "SQLite " + ".".join(map(str, OLDEST_SQLITE))
    options = told("compile_options")
    for name, wanted in _OPTIONS.items():
        if not any(re.fullmatch(wanted, one) for one in options):
            yield name
    if not any(version.startswith("4.") for version in told("cipher_version")):
        yield "SQLCipher 4"
        return
    pages = "\n".join(told("cipher_default_settings"))
    for name, value in _PAGES.items():
        if f"PRAGMA cipher_default_{name} = {value};" not in pages:
            yield f"cipher_{name}"
