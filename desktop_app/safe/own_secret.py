"""What a helper's own phrase gives besides the safe: by it alone her slots of other safes open.

It comes from what her phrase makes of the salt of her slot, so that nobody who opens the same safe
by another phrase can compute it, and nothing of it is kept. After a change of phrase the former one
is kept sealed under the new one, until the slots that it opens were handed over (``circles.py``).
"""

import json
import secrets
from collections.abc import Sequence

from desktop_app.safe.database import Database
from desktop_app.safe.slots import NONCE_BYTES, hkdf
from desktop_app.safe.stick_key import StickKey

_FORMER = b"papier-libre/helper-former/1"
_SLOT, _SECRET = b"papier-libre/circle-slot/1", b"papier-libre/circle-secret/1"
_SETTING = "former-own-"
_MOST = 4
_ROOM = 512  # bytes: how many there are is not seen


def of_circle(own: bytes, circle: bytes) -> StickKey:
    """Return the slot that this secret opens in another safe, and what opens it there."""
    slot = hkdf(own, circle, _SLOT)[:16]
    return StickKey(circle, slot, hkdf(own, circle, _SECRET))


def keep_former(database: Database, new: bytes, slot: bytes, former: Sequence[bytes]) -> None:
    """Keep the former secrets for the one who has the new one; the caller is in an act or not."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    data = json.dumps([one.hex() for one in former[:_MOST]]).encode().ljust(_ROOM)
    sealed = nonce + AESGCM(hkdf(new, b"", _FORMER)).encrypt(nonce, data, slot)
    with database.act():
        database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_SETTING + slot.hex(), sealed.hex()),
        )


def former_of(database: Database, own: bytes, slot: bytes) -> list[bytes]:
    """Return the secrets that this one took the place of, the newest first."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = database.value("SELECT value FROM setting WHERE name = ?", (_SETTING + slot.hex(),))
    if sealed is None or not own:
        return []
    try:
        data = bytes.fromhex(str(sealed))
        cipher = AESGCM(hkdf(own, b"", _FORMER))
        found = json.loads(cipher.decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], slot))
        return [bytes.fromhex(one) for one in found]
    except (ValueError, InvalidTag):
        return []


def forget_former(database: Database, slot: bytes) -> None:
    """Keep no former secret any more; what is not there writes nothing."""
    name = _SETTING + slot.hex()
    if database.value("SELECT 1 FROM setting WHERE name = ?", (name,)) is not None:
        with database.act():
            database.execute("DELETE FROM setting WHERE name = ?", (name,))
