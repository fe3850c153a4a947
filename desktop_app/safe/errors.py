"""What a safe can refuse, each with one code and one sentence (``messages/safe.py``)."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from desktop_app.core.errors import AppError, Notice
from desktop_app.files import ReadOnly

Tell = Callable[[Notice], None]


def tell_nobody(notice: Notice) -> None:
    """Drop a notice: the default where no person is listening."""


class WrongPassphrase(AppError):
    """No slot opens with this phrase."""

    code = "wrong-passphrase"
    exit_status = 4


class WordsUnknown(AppError):
    """A recovery word is missing, too many, or not of the list. ``position`` counts from 1."""

    code = "words-unknown"
    exit_status = 4


class WordsOtherSafe(AppError):
    """Twelve good words that open nothing here: another safe's, or two of them swapped."""

    code = "words-other-safe"
    exit_status = 4


class Damaged(AppError):
    """Something is damaged; whoever knows it says which backup is whole.

    Parameters: ``backup``, its name from the safe's folder, and ``day`` (ISO); none of them when
    no backup is whole. ``folder`` is the safe's own, never put into words.
    """

    exit_status = 5
    folder: Path | None = None

    @classmethod
    def naming(cls, backup: str, day: str, folder: Path) -> Self:
        """Return the error that names this backup of the safe in ``folder``."""
        error = cls(backup=backup, day=day)
        error.folder = folder
        return error

    @classmethod
    def like(cls, other: "Damaged") -> Self:
        """Return an error that names the same backup as another one, or none as it does."""
        error = cls(**other.parameters)
        error.folder = other.folder
        return error

    @property
    def wording(self) -> str:
        return self.code if self.parameters.get("backup") else f"{self.code}-no-backup"


class KeysDamaged(Damaged):
    """No copy of the key file is whole and authentic."""

    code = "keys-damaged"


class SafeDamaged(Damaged):
    """The keys are right and the database cannot be read."""

    code = "safe-damaged"


class SafeOlder(AppError):
    """The key file is older than one this database has seen."""

    code = "safe-older"
    exit_status = 5


class SlotRemoved(AppError):
    """The slot that opened is one that the safe no longer names: it was taken away or changed."""

    code = "slot-removed"
    exit_status = 4


class NotAllowed(ReadOnly):
    """This account may not read or write every file of the safe; nothing is damaged."""

    code = "not-allowed"


class DocumentDamaged(Damaged):
    """One document cannot be read back as it was filed."""

    code = "document-damaged"


class BackupTruncated(AppError):
    """The backup's end is missing."""

    code = "backup-truncated"
    exit_status = 5


class BackupOtherSafe(AppError):
    """The parts of this backup come from different safes."""

    code = "backup-other-safe"
    exit_status = 5


class BackupNotVerified(AppError):
    """A backup that cannot be proved right; ``reason`` is a word of ``FORMAT.md`` § 8."""

    code = "backup-not-verified"
    exit_status = 5


class SafeLockedElsewhere(AppError):
    """Another computer has it open."""

    code = "safe-locked-elsewhere"
    exit_status = 6


class AlreadyOpen(AppError):
    """Another window or command of this computer has it open."""

    code = "already-open"
    exit_status = 6


class LockLost(AppError):
    """The lock file is gone or another's, and the safe may have been changed meanwhile."""

    code = "lock-lost"
    exit_status = 6


class KeysChanged(AppError):
    """The key file is no longer the one that was read: another program wrote it."""

    code = "keys-changed"
    exit_status = 6


class SafeNewer(AppError):
    """Written by a later version of the program; nothing was touched."""

    code = "safe-newer"
    exit_status = 8


class StorageFailed(AppError):
    """The disk refuses to read or write."""

    code = "storage-failed"
    exit_status = 7


class KdfRefused(Damaged):
    """The key file asks for a derivation that no honest safe asks for."""

    code = "kdf-refused"
    exit_status = 3


class NotEnoughMemory(AppError):
    """The derivation needs more memory than there is; it is never made weaker."""

    code = "not-enough-memory"


class NotASafe(AppError):
    """This folder holds no safe."""

    code = "not-a-safe"


class FolderNotEmpty(AppError):
    """A safe is made in a new or empty folder only."""

    code = "folder-not-empty"


class PhraseTooShort(AppError):
    """A phrase of one's own has at least ``minimum`` characters."""

    code = "phrase-too-short"


class PhraseTooLong(AppError):
    """A phrase has at most ``limit`` characters."""

    code = "phrase-too-long"


class PhraseTooCommon(AppError):
    """A phrase that guessing programs try first."""

    code = "phrase-too-common"


class PhraseNotText(AppError):
    """The bytes given are not UTF-8 text."""

    code = "phrase-not-text"
    exit_status = 2


class NotFound(AppError):
    """Nothing in the safe has this id; ``what`` is document, person, dossier, draft or slot."""

    code = "not-in-safe"


class SeveralMatch(AppError):
    """Several persons or dossiers have this name: an id is needed."""

    code = "several-match"


class OtherPerson(AppError):
    """A dossier of one person cannot receive what belongs to another."""

    code = "dossier-other-person"


class ChangedSince(AppError):
    """What a gesture changed is no longer as it left it: undoing it would lose something."""

    code = "changed-since"


class NothingToSave(AppError):
    """A title, a name or a value is empty, or beyond its limit."""

    code = "text-refused"


class SlotsFull(AppError):
    """A safe has at most ``limit`` keys."""

    code = "slots-full"


class KeyringUnavailable(AppError):
    """The system's keyring is absent, locked, refused, too slow, or holds nothing that opens."""

    code = "keyring-unavailable"


class PublicTerminal(AppError):
    """No safe is made or opened on a public terminal."""

    code = "no-safe-here"


class LastSlot(AppError):
    """The last phrase of a safe cannot be removed."""

    code = "last-slot"
