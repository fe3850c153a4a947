"""What a safe can refuse, each with one code and one sentence (``messages/safe.py``)."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, Self

from desktop_app.core.errors import AppError, Notice, Parameter
from desktop_app.files import ReadOnly

Tell = Callable[[Notice], None]


def tell_nobody(notice: Notice) -> None:
    """Drop a notice: the default where no person is listening."""


class _Unopened:
    """Nothing opens. ``one_copy``: the key file's other copy, perhaps the newer, was not read."""

    code: ClassVar[str]
    parameters: Mapping[str, Parameter]

    @property
    def wording(self) -> str:
        return f"{self.code}-one-copy" if self.parameters.get("one_copy") else self.code


class WrongPassphrase(_Unopened, AppError, exit_status=4):
    """No slot opens with this phrase."""


class WordsUnknown(AppError, exit_status=4):
    """A recovery word is missing, too many, or not of the list. ``position`` counts from 1."""


class WordsOtherSafe(_Unopened, AppError, exit_status=4):
    """Twelve good words that open nothing here: another safe's, or two of them swapped."""


class Damaged(AppError, code="internal", exit_status=5):
    """Something is damaged; whoever knows it says which backup is whole.

    Parameters: ``backup``, its name from the safe's folder, and ``day`` (ISO); none of them when
    no backup is whole. ``folder`` is the safe's own, never put into words.
    """

    folder: Path | None = None

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Return the error of the safe in ``folder``, which has no backup that is whole."""
        error = cls()
        error.folder = folder
        return error

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


class SafeDamaged(Damaged):
    """The keys are right and the database cannot be read."""


class SafeOlder(AppError, exit_status=5):
    """The key file is older than one this database has seen."""


class SlotRemoved(_Unopened, AppError, exit_status=4):
    """The slot that opened is one that the safe no longer names: it was taken away or changed."""


class NotAllowed(ReadOnly):
    """This account may not read or write every file of the safe; nothing is damaged."""


class DocumentDamaged(Damaged):
    """One document cannot be read back as it was filed."""


class BackupTruncated(AppError, exit_status=5):
    """The backup's end is missing."""


class BackupOtherSafe(AppError, exit_status=5):
    """The parts of this backup come from different safes."""


class BackupNotVerified(AppError, exit_status=5):
    """A backup that cannot be proved right; ``reason`` is a word of ``FORMAT.md`` § 8."""


class BackupOnlyThere(AppError):
    """No phrase opens this backup, and the keyring here does not: another account made it."""


class SafeLockedElsewhere(AppError, exit_status=6):
    """Another computer has it open."""


class AlreadyOpen(AppError, exit_status=6):
    """Another window or command of this computer has it open."""


class CirclesThere(AppError):
    """A safe that has circles is not erased: what they hold would be lost to their readers."""


class CopyOfOtherKey(AppError, exit_status=5):
    """The copy does not open by the key of now: of another safe, of before a rotation, damaged."""


class CopyDamaged(AppError, exit_status=5):
    """The copy is damaged, or was made in the middle of a save."""


class NotAReader(AppError, exit_status=4):
    """The phrase is not one of a helper of this safe, so it can open no circle of it."""


class NoOwnPhrase(AppError):
    """The safe was opened by something else than a phrase: no circle can be made or opened."""


class NotMoved(AppError, exit_status=5):
    """What was copied is not what is there: it stays at both places."""


class OnlyReadHere(AppError, exit_status=6):
    """Somebody else writes the safe: here it is read."""


class LockLost(AppError, exit_status=6):
    """The lock file is gone or another's, and the safe may have been changed meanwhile."""


class KeysChanged(AppError, exit_status=6):
    """The key file is no longer the one that was read: another program wrote it."""


class SafeNewer(AppError, exit_status=8):
    """Written by a later version of the program; nothing was touched."""


class StorageFailed(AppError, exit_status=7):
    """The disk refuses to read or write."""


class EngineUnfit(AppError, exit_status=3):
    """The engine installed is not one that a safe may be given to; ``lacking`` names what."""


class KdfRefused(Damaged, exit_status=3):
    """The key file asks for a derivation that no honest safe asks for."""


class NotEnoughMemory(AppError):
    """The derivation needs more memory than there is; it is never made weaker."""


class NoMemoryLeft(AppError, exit_status=7):
    """The computer has no memory left for what was asked; nothing was saved."""


class NotASafe(AppError):
    """This folder holds no safe."""


class FolderNotEmpty(AppError):
    """A safe is made in a new or empty folder only."""


class PhraseTooShort(AppError):
    """A phrase of one's own has at least ``minimum`` characters."""


class PhraseTooLong(AppError):
    """A phrase has at most ``limit`` characters."""


class PhraseTooCommon(AppError):
    """A phrase that guessing programs try first."""


class PhraseNotText(AppError, exit_status=2):
    """The bytes given are not UTF-8 text."""


class NotFound(AppError, code="not-in-safe"):
    """Nothing in the safe has this id; ``what`` is document, person, dossier, draft or slot."""

    @property
    def wording(self) -> str:
        """A key is listed elsewhere than what is kept."""
        return "key-not-in-safe" if self.parameters.get("what") == "slot" else self.code


class SeveralMatch(AppError):
    """Several persons or dossiers have this name: an id is needed."""


class OtherPerson(AppError, code="dossier-other-person"):
    """A dossier of one person cannot receive what belongs to another."""


class ChangedSince(AppError):
    """What a gesture changed is no longer as it left it: undoing it would lose something."""


class NothingToSave(AppError, code="text-refused"):
    """A title, a name or a value is empty, or beyond its limit."""


class WrongMandate(AppError, code="mandate-themes"):
    """A mandate that cannot be; ``why`` is themes, days (over a year) or signed (or ended)."""

    @property
    def wording(self) -> str:
        """Each has its words."""
        return f"mandate-{self.parameters.get('why', 'themes')}"


class Withdrawn(AppError, code="consent-withdrawn"):
    """A person asked that nothing more is kept of her: nothing of hers is added."""


class SlotsFull(AppError):
    """A safe has at most ``limit`` keys."""


class KeyringUnavailable(AppError):
    """The system's keyring is absent, locked, refused, too slow, or holds nothing that opens."""


class OnlyHereLost(KeyringUnavailable):
    """Nothing but this computer's keyring opens the safe, and it does not: there is no phrase."""


class StickKeyMissing(AppError, exit_status=4):
    """No stick that is plugged in holds a file that opens a safe, or the file named is gone."""


class StickKeyDamaged(AppError, exit_status=5):
    """The file on the stick is cut, was changed, or is not one of ours."""


class StickKeyOtherSafe(AppError, exit_status=4):
    """The file on the stick is good, and opens another safe."""


class StickHoldsSafe(AppError):
    """The file would lie on the disk of the safe itself: it would protect from nobody."""


class StickNeedsPhrase(AppError):
    """A stick gets lost: it opens a safe beside a phrase or words only."""


class PublicTerminal(AppError, code="no-safe-here"):
    """No safe is made or opened on a public terminal."""


class LastSlot(AppError):
    """The last phrase of a safe cannot be removed."""
