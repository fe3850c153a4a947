"""One opener at a time: a lock of the operating system, and a note saying who holds it.

The system's lock ends with the process, however it ends. The note serves where that lock does not
reach: a shared folder opened from two computers.
"""

import contextlib
import hashlib
import json
import os
import socket
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull, ReadOnly
from desktop_app.safe import rights
from desktop_app.safe.disk import is_regular, refusal
from desktop_app.safe.errors import AlreadyOpen, LockLost, SafeLockedElsewhere, StorageFailed

_FLAGS = (
    os.O_RDWR
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_READ = _FLAGS & ~os.O_RDWR | os.O_RDONLY
_NOTE_LIMIT = 4096


class Lock:
    """The lock of one safe, held from ``take`` to ``release``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.folder = path.parent
        self._descriptor: int | None = None
        self._signed = False
        self._since = 0
        self.who = ""
        """The helper's name, sealed; "" where no helper is named."""

    def take(self, *, from_elsewhere: bool = False) -> None:
        """Hold the safe; nothing is written yet.

        Args:
            from_elsewhere: take it although another computer's note is there; a person decided so.

        Raises:
            AlreadyOpen: another process of this computer holds it.
            SafeLockedElsewhere: another computer did not say that it has finished.
            ReadOnly: the folder cannot be written, so nobody can hold anything.
            NotAllowed: the file is there, and this account may not write it.
        """
        from filelock import lock_descriptor

        descriptor = self._open()
        try:
            if not lock_descriptor(descriptor, blocking=False):
                raise AlreadyOpen
            if not from_elsewhere and is_elsewhere(_note(descriptor)):
                raise SafeLockedElsewhere
        except OSError as error:
            os.close(descriptor)
            raise refusal(error, self._path) from error
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def sign(self) -> None:
        """Write who holds the safe; called once the phrase has proved right."""
        if self._descriptor is not None:
            self._since = self._since or int(time.time())
            note = {**_here(), "process": os.getpid(), "time": self._since}
            if self.who:
                note["who"] = self.who
            try:
                self._signed = True
                _write(self._descriptor, note)
            except OSError as error:
                raise refusal(error, self._path) from error

    def expect_ours(self) -> bool:
        """Prove that the file of this name is the one we hold; True when it had to be made again.

        Somebody, or a synchronisation, may have taken it away: another program could then hold
        another one. Where nobody does, it is made and held again, and the caller looks whether
        anything was changed meanwhile.

        Raises:
            LockLost: somebody holds, or held, the safe.
        """
        if self._descriptor is None or self._is_ours(self._descriptor):
            return False
        if not self._is_reachable(self._descriptor):
            return False  # the medium was pulled out: saving says so, then ``give_way`` mends it
        former, self._descriptor = self._descriptor, None
        try:
            self.take()
            self.sign()
        except AppError as error:
            self._descriptor = former
            raise LockLost from error
        os.close(former)
        return True

    def _is_reachable(self, descriptor: int) -> bool:
        """Tell whether the folder is still on the medium of the file that is held."""
        try:
            return self._path.parent.stat().st_dev == os.fstat(descriptor).st_dev
        except OSError:
            return False

    def _is_ours(self, descriptor: int) -> bool:
        held = os.fstat(descriptor)
        try:
            there = self._path.lstat()
        except OSError:
            return False
        return (held.st_dev, held.st_ino) == (there.st_dev, there.st_ino)

    def note(self) -> dict[str, object]:
        """Return the note that is there; nothing where there is none, or it cannot be read."""
        try:
            descriptor = os.open(self._path, _READ)
        except OSError:
            return {}
        try:
            return _note(descriptor) if is_regular(self._path) else {}
        except OSError:
            return {}
        finally:
            os.close(descriptor)

    def is_free(self) -> bool:
        """Tell whether nobody holds it now, whatever the note says; nothing is written.

        Raises:
            As ``take``: the folder cannot be written.
        """
        try:
            self.take(from_elsewhere=True)
        except AlreadyOpen:
            return False
        self.release()
        return True

    def release(self) -> None:
        """Say that we have finished, where we said that we began, and let go."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if self._signed:  # else what stands there is another computer's: a wrong phrase came here
            with contextlib.suppress(OSError):  # the key may have been pulled out
                os.ftruncate(descriptor, 0)
        os.close(descriptor)

    def reaches(self) -> bool:
        """Tell whether what is held is still on a medium: one note more is written to it.

        A full disk is there; one that answers nothing, or was put back elsewhere, is not.
        """
        if self._descriptor is None:
            return False
        try:
            self.sign()
            os.fsync(self._descriptor)
        except DiskFull:
            return True
        except (AppError, OSError):
            return False
        return True

    def give_way(self, other: "Lock") -> None:
        """Hold what another lock of the same safe holds: the medium of this one was pulled out."""
        gone, self._descriptor = self._descriptor, other._descriptor
        self._signed, self._since = other._signed, other._since
        other._descriptor = None
        if gone is not None:
            with contextlib.suppress(OSError):
                os.close(gone)

    def _open(self) -> int:
        try:
            if not os.path.lexists(self._path):
                with contextlib.suppress(FileExistsError):
                    made = os.open(self._path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
                    rights.give(made, rights.of_new_file(self._path.parent))
                    return made
            return os.open(self._path, _FLAGS)
        except OSError as error:
            found = refusal(error, self._path)
            # A link, a folder or a tube in its place: not ours to follow.
            stranger = os.path.lexists(self._path) and not is_regular(self._path)
            if isinstance(found, ReadOnly) and stranger:
                raise StorageFailed from error
            raise found from error


def _here() -> dict[str, str]:
    """Return this computer's name, and a token that tells two computers of one name apart."""
    host = socket.gethostname()
    token = hashlib.sha256(b"papier-libre/lock\0" + (_machine() or host.encode())).hexdigest()
    return {"host": host, "machine": token[:16]}


def _machine() -> bytes:
    """Return what stays the same on this computer; nothing when the system does not say."""
    try:
        if known := Path("/etc/machine-id").read_bytes().strip():
            return known
    except OSError:
        pass
    node = uuid.getnode()
    drawn = node >> 40 & 1  # no network card: Python draws another number in each process
    return b"" if drawn else node.to_bytes(6, "big")


def is_elsewhere(note: dict[str, object]) -> bool:
    """Tell another computer's note; a name may change, as on a network that gives it."""
    return bool(note) and note.get("machine") != _here()["machine"]


def _note(descriptor: int) -> dict[str, object]:
    os.lseek(descriptor, 1, os.SEEK_SET)  # the first byte is what Windows locks
    try:
        note = json.loads(os.read(descriptor, _NOTE_LIMIT).decode("utf-8").strip("\0 \n") or "{}")
    except (ValueError, RecursionError):
        return {}  # torn by a power cut: the system's lock has the last word
    return note if isinstance(note, dict) else {}


def _write(descriptor: int, note: Mapping[str, object]) -> None:
    # Windows locks the first byte against everybody's reading: the note begins after it.
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b" " + json.dumps(note).encode("utf-8") + b"\n")
