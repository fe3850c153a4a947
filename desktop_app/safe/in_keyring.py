"""What key files say of the keyring: whether it opens a safe too, or alone, and what it holds."""

from collections.abc import Sequence

from desktop_app.safe.errors import KeyringUnavailable, OnlyHereLost
from desktop_app.safe.keystore import Copy, names
from desktop_app.safe.slots import Kind
from desktop_app.safe.system_keyring import Held, SystemKeyring


def named(copies: Sequence[Copy]) -> bool:
    """Tell whether a keyring opens it, perhaps of this computer."""
    return names(copies, Kind.KEYRING)


def alone(copies: Sequence[Copy]) -> bool:
    """Tell whether the newest key file there is names keyrings alone."""
    found = [copy.keys for copy in copies if copy.keys]
    newest = max(found, key=lambda keys: keys.generation, default=None)
    return newest is not None and all(slot.kind is Kind.KEYRING for slot in newest.slots)


def held(keyring: SystemKeyring, copies: Sequence[Copy]) -> Held:
    """Return what this computer's keyring holds for the safe of these key files.

    Raises:
        KeyringUnavailable: the phrase is to be asked.
        OnlyHereLost: there is none.
    """
    ids = {copy.keys.safe_id for copy in copies if copy.keys}
    refused = OnlyHereLost if alone(copies) else KeyringUnavailable
    try:
        found = keyring.read(ids.pop()) if len(ids) == 1 else None
    except KeyringUnavailable as silent:
        raise refused from silent
    if found is None:
        raise refused
    return found
