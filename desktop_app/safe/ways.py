"""Which ways lead into a safe that is closed, or into a backup: nothing is opened nor written."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.safe import backups, keystore, stick_key
from desktop_app.safe.container import source
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import BackupOnlyThere, KeyringUnavailable, OnlyHereLost
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.keystore import Copy, Given
from desktop_app.safe.restore import key_copy
from desktop_app.safe.slots import Kind
from desktop_app.safe.stick_key import StickKey
from desktop_app.safe.system_keyring import Held, SystemKeyring


class Ways:
    """What key files say of who may open, and what this computer's keyring answers."""

    def __init__(self, disk: Disk, keyring: SystemKeyring) -> None:
        self._disk = disk
        self._keyring = keyring

    def knows(self, path: Path, given: Given) -> bool:
        """Tell whether this is the phrase, the words or the file of a safe that is not opened."""
        return keystore.knows(keystore.read_copies(SafeFolder(path), self._disk), given)

    def stick_key(self, file: Path) -> StickKey:
        """Read a file that opens a safe; raises as ``stick_key.read``."""
        return stick_key.read(file, self._disk)

    def may_open_by_stick(self, path: Path) -> bool:
        """Tell whether a file on a stick opens a safe; no stick is looked at."""
        return keystore.names(self._key_copies(SafeFolder(path)), Kind.KEY_FILE)

    def may_open_without_phrase(self, path: Path) -> bool:
        """Tell whether a safe has a keyring slot, perhaps of this computer; nothing is asked."""
        return keystore.names(self._key_copies(SafeFolder(path)), Kind.KEYRING)

    def only_here(self, path: Path) -> bool:
        """Tell whether nothing opens a safe but the keyring of a computer; nothing is asked."""
        return _keyrings_alone(self._key_copies(SafeFolder(path)))

    def backup_only_here(self, path: Path) -> bool:
        """Tell whether nothing restores a backup but the keyring of the account that made it.

        Raises:
            What is wrong with the file.
        """
        with source(path) as backup:
            return _keyrings_alone([key_copy(backup)])

    def ask_keyring(self, path: Path) -> Held:
        """Return what this computer's keyring holds for a safe, which is neither opened nor locked.

        Raises:
            KeyringUnavailable: the phrase is to be asked.
            OnlyHereLost: there is none.
            NotASafe.
        """
        folder = SafeFolder(path)
        folder.expect_safe()
        return self._held(self._key_copies(folder))

    def ask_keyring_of_backup(self, path: Path) -> Held:
        """Return what this computer's keyring holds for the safe that a backup is of.

        Raises:
            BackupOnlyThere: nothing that opens it: it was made by another account, or the keyring
            does not answer.
            What is wrong with the file.
        """
        with source(path) as backup:
            copy = key_copy(backup)
        try:
            return self._held([copy])
        except KeyringUnavailable as silent:
            raise BackupOnlyThere from silent

    def _held(self, copies: Sequence[Copy]) -> Held:
        ids = {copy.keys.safe_id for copy in copies if copy.keys}
        refused = OnlyHereLost if _keyrings_alone(copies) else KeyringUnavailable
        try:
            found = self._keyring.read(ids.pop()) if len(ids) == 1 else None
        except KeyringUnavailable as silent:
            raise refused from silent
        if found is None:
            raise refused
        return found

    def _key_copies(self, folder: SafeFolder) -> Sequence[Copy]:
        """Return the key file of a safe; where no copy is left, those of its own backups."""
        copies = keystore.read_copies(folder, self._disk)
        if any(copy.keys for copy in copies):
            return copies
        return (*copies, *backups.key_copies(folder, self._disk))


def _keyrings_alone(copies: Sequence[Copy]) -> bool:
    """Tell whether the newest key file there is names keyrings alone."""
    found = [copy.keys for copy in copies if copy.keys]
    newest = max(found, key=lambda keys: keys.generation, default=None)
    return newest is not None and all(slot.kind is Kind.KEYRING for slot in newest.slots)
