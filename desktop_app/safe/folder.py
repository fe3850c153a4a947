"""What lies in a safe's folder. No file name says anything about a person."""

import contextlib
import os
import shutil
from pathlib import Path

from desktop_app.core.record import record
from desktop_app.files import NotWritten
from desktop_app.safe.disk import is_regular, refusal
from desktop_app.safe.errors import FolderNotEmpty, NotAllowed, NotASafe

DATABASE = "safe.db"
KEYS = "keys"
KEYS_COPY = "keys.2"
LOCK = "lock"
BACKUPS = "backups"
BALLAST = "ballast"
PARITY = "parity"
UNDONE = "undone"
CIRCLES = "circles"
ASIDE = "copies"
NEXT_DATABASE = "safe.db.next"


@record(frozen=True)
class SafeFolder:
    """The paths of one safe."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    @property
    def parity(self) -> Path:
        """What rebuilds damaged pages of the database."""
        return self.path / PARITY

    @property
    def undone(self) -> Path:
        """There while a save that was cut is undone: the pages put back are enciphered anew."""
        return self.path / UNDONE

    @property
    def next_database(self) -> Path:
        """A database on its way to become the safe's own: rotation, migration."""
        return self.path / NEXT_DATABASE

    @property
    def keys(self) -> tuple[Path, Path]:
        return self.path / KEYS, self.path / KEYS_COPY

    @property
    def lock(self) -> Path:
        return self.path / LOCK

    @property
    def backups(self) -> Path:
        return self.path / BACKUPS

    @property
    def aside(self) -> Path:
        """Where copies of a synchronisation are, once a person has put them aside."""
        return self.path / ASIDE

    @property
    def circles(self) -> Path:
        """Where its circles are, each a safe of its own."""
        return self.path / CIRCLES

    def circle_folders(self) -> list[Path]:
        """Return the folders of its circles, of whoever they are."""
        if not self.circles.is_dir() or self.circles.is_symlink():
            return []
        with os.scandir(self.circles) as entries:
            found = [
                Path(entry.path)
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".part")
            ]
        return sorted(found)

    @property
    def ballast(self) -> Path:
        return self.path / BALLAST

    def expect_safe(self) -> None:
        """Raise NotASafe when nothing of a safe is here; NotAllowed without the right to see."""
        files = (*self.keys, self.database)
        try:
            if self.path.is_dir() and not os.access(self.path, os.R_OK | os.X_OK):
                raise NotAllowed
            found = [path for path in files if os.path.lexists(path)]
            self.path.stat()  # says why nothing was seen
        except PermissionError as error:
            raise NotAllowed from error
        except (OSError, ValueError) as error:
            raise NotASafe from error
        if not found:
            raise NotASafe
        if any(is_regular(path) and not os.access(path, os.R_OK) for path in found):
            raise NotAllowed  # else it would be called damage

    def conflict_copies(self) -> int:
        """Count the copies that a synchronisation left beside our files."""
        return len(self.strangers())

    def strangers(self) -> list[str]:
        """Name the copies that a synchronisation left beside our files: "keys (conflict).2"…

        They are said and never used by themselves: a safe has exactly the names above.
        """
        ours = {DATABASE, DATABASE + "-journal", KEYS, KEYS_COPY, NEXT_DATABASE}
        found = []
        with os.scandir(self.path) as entries:
            for entry in entries:
                similar = entry.name.startswith(("safe", "keys")) and entry.name not in ours
                if similar and not entry.name.endswith(".part"):
                    found.append(entry.name)
        return sorted(found)

    def sweep(self) -> None:
        """Remove what a killed program left unfinished; the caller holds the lock.

        Raises:
            ReadOnly, NotAllowed, MediaRemoved, StorageFailed: a database that was not finished
            stays.
        """
        for name in (
            *(name + ".part" for name in (KEYS, KEYS_COPY, BALLAST, PARITY, UNDONE, NEXT_DATABASE)),
        ):
            with contextlib.suppress(OSError):
                (self.path / name).unlink()
        for name in (NEXT_DATABASE, NEXT_DATABASE + "-journal"):
            if is_regular(self.path / name):
                try:
                    (self.path / name).unlink()
                except OSError as error:
                    raise refusal(error) from error
        if self.backups.is_dir() and not self.backups.is_symlink():
            for left in self.backups.glob("*.part"):
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left, ignore_errors=True)


def expect_new(path: Path) -> None:
    """Raise FolderNotEmpty unless a folder can be made there; NotWritten for an impossible name."""
    try:
        found = os.path.lexists(path)
        if found and (path.is_symlink() or not path.is_dir() or any(path.iterdir())):
            raise FolderNotEmpty
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.lstat()  # a name that no file can have says so
    except (OSError, ValueError) as error:
        raise NotWritten from error
