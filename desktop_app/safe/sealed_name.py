"""The name of who writes, in the note of the lock: sealed for those who can open the safe."""

import json
import secrets

from desktop_app.safe.slots import NONCE_BYTES, sub_key

_LABEL = b"papier-libre/lock-who/1"
_ROOM = 256  # bytes: its length says nothing of the name
_LONGEST = 60  # characters


def seal(name: str, key: bytes, safe_id: bytes) -> str:
    """Return a name as those who open the safe read it, in hexadecimal; "" of no name."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not name:
        return ""
    nonce = secrets.token_bytes(NONCE_BYTES)
    data = json.dumps(name[:_LONGEST], ensure_ascii=False).encode("utf-8").ljust(_ROOM)
    return (nonce + AESGCM(sub_key(key, _LABEL)).encrypt(nonce, data, safe_id)).hex()


def unseal(sealed: object, key: bytes, safe_id: bytes) -> str:
    """Return the name; "" where there is none, or where it was not sealed under this key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        data = bytes.fromhex(sealed) if isinstance(sealed, str) else b""
        if len(data) <= NONCE_BYTES:
            return ""
        cipher = AESGCM(sub_key(key, _LABEL))
        found = json.loads(cipher.decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], safe_id))
    except (ValueError, InvalidTag):
        return ""
    return found if isinstance(found, str) else ""
