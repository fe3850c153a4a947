"""The short code of each helper, by which she comes back to the page that she hid.

Kept in the table ``setting``, under the helper's id: parameters, salt and what Argon2id makes of
the code, never the code. It opens nothing: it is asked while the safe is open.
"""

import hmac
import json
import secrets
from dataclasses import dataclass, field

from desktop_app.core.short_code import check, code_bytes
from desktop_app.safe.database import Database
from desktop_app.safe.errors import KdfRefused
from desktop_app.safe.kdf import FLOOR, SALT_BYTES, Kdf, derive

_BEGINS = "short-code-"
# Not what opens the safe: the least that is never weak, for it is typed fifteen times a day.
_KDF = FLOOR


@dataclass(frozen=True, slots=True)
class ShortCode:
    """What proves a code, in memory: no disk is read to come back, for the medium may be gone."""

    salt: bytes = field(repr=False)
    made: bytes = field(repr=False)
    kdf: Kdf = field(repr=False)

    def proves(self, typed: str) -> bool:
        """Tell whether this is the code; for the worker: it is slow on purpose.

        Raises:
            NotEnoughMemory.
            CodeTooLong, CodeNotText: nothing that could be it.
        """
        return hmac.compare_digest(derive(code_bytes(typed), self.salt, self.kdf), self.made)


class ShortCodes:
    """The codes of the helpers of an open safe; a helper is an id, "" where none is known."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, helper: str) -> ShortCode | None:
        """Return what proves a helper's code; None where she has none, or it cannot be read."""
        found = self._database.value(
            "SELECT value FROM setting WHERE name = ?", (_BEGINS + helper,)
        )
        return None if found is None else _read(str(found))

    def keep(self, helper: str, code: str, *, name: str = "") -> None:
        """Give a helper this code from now on; ``name``: hers, which is refused as a code.

        Raises:
            CodeTooShort, CodeTooLong, CodeTooCommon, CodeNotText; ReadOnly, DiskFull…
        """
        check(code, name)
        salt = secrets.token_bytes(SALT_BYTES)
        made = derive(code_bytes(code), salt, _KDF)
        parameters = [_KDF.memory, _KDF.iterations, _KDF.lanes]
        with self._database.act():
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (_BEGINS + helper, json.dumps([parameters, salt.hex(), made.hex()])),
            )

    def forget(self, helper: str) -> None:
        """Leave a helper without a code."""
        with self._database.act():
            self._database.execute("DELETE FROM setting WHERE name = ?", (_BEGINS + helper,))


def _read(text: str) -> ShortCode | None:
    try:
        parameters, salt, made = json.loads(text)
        kdf = Kdf(*(int(one) for one in parameters))
        kdf.check()
        return ShortCode(bytes.fromhex(salt), bytes.fromhex(made), kdf)
    except (KdfRefused, ValueError, TypeError, AttributeError, OverflowError):
        return None  # written by another version: the phrase is asked
