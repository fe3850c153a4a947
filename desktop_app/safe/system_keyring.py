"""The system's keyring: the only way in until a phrase or words come, and never waited for.

Only ``keyring_slot.py``, ``door.py`` and ``ways.py`` use it. Each call runs in a thread of its own
that may be left behind: a keyring can wait for a person who is not there, for ever, and nothing
interrupts it.
"""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop_app.safe.errors import KeyringUnavailable
from desktop_app.safe.keys import NewKeys

SERVICE = "papier-libre"
SECONDS = 10.0
_PATIENCE = 12
_FORM = "1"
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Held:
    """What the keyring holds for a safe: the id of this computer's slot, and what opens it."""

    slot: bytes
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class HeldKeys:
    """The keys of a safe that this computer's keyring alone opens, and what the keyring holds."""

    keys: NewKeys
    held: Held


class SystemKeyring:
    """One secret for each safe, under the safe's random id.

    Args:
        seconds: how long an answer is waited for. To write, twelve times as long: the person is
            there and asked for it, and a locked keyring asks for its own password meanwhile.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds

    def read(self, safe_id: bytes) -> Held | None:
        """Return what is held for a safe, None when nothing that we wrote is.

        Raises:
            KeyringUnavailable: no keyring, locked, refused, or too slow.
        """
        return _decoded(self._ask(lambda backend: backend.get_password(SERVICE, safe_id.hex())))

    def write(self, safe_id: bytes, held: Held) -> None:
        """Hold a secret, and prove that it is held.

        Raises:
            KeyringUnavailable.
        """
        content = ":".join((_FORM, held.slot.hex(), held.secret.hex()))

        def put(backend: Any) -> object:
            backend.set_password(SERVICE, safe_id.hex(), content)
            return backend.get_password(SERVICE, safe_id.hex())

        if self._ask(put, _PATIENCE) != content:
            raise KeyringUnavailable

    def forget(self, safe_id: bytes) -> None:
        """Hold nothing more for a safe.

        Raises:
            KeyringUnavailable.
        """
        if self.read(safe_id) is not None:
            self._ask(lambda backend: backend.delete_password(SERVICE, safe_id.hex()))

    def _ask(self, question: Callable[[Any], object], patience: float = 1) -> object:
        answers: list[object] = []

        def ask() -> None:
            try:
                answers.append(question(_backend()))
            except BaseException:
                # Backends raise what they like. Their words may hold the secret: they are dropped.
                return

        thread = threading.Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds * patience)
        if not answers:
            raise KeyringUnavailable
        return answers[0]


def new_secret() -> bytes:
    """Draw what a keyring slot is opened with."""
    return secrets.token_bytes(_SECRET_BYTES)


def _backend() -> Any:
    import keyring
    from keyring import core

    backend = keyring.get_keyring()
    if not core.recommended(backend):  # none at all, or one that would write it in clear
        raise KeyringUnavailable
    return backend


def _decoded(content: object) -> Held | None:
    parts = content.split(":") if isinstance(content, str) else []
    if len(parts) != 3 or parts[0] != _FORM:
        return None
    try:
        held = Held(bytes.fromhex(parts[1]), bytes.fromhex(parts[2]))
    except ValueError:
        return None
    return held if len(held.secret) == _SECRET_BYTES else None
