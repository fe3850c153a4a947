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
from desktop_app.safe.disk import refusal
from desktop_app.safe.errors import AlreadyOpen, SafeLockedElsewhere, StorageFailed

_FLAGS = (
    os.O_RDWR
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NOTE_LIMIT = 4096


class Lock:
    """The lock of one safe, held from ``take`` to ``release``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self, *, from_elsewhere: bool = False) -> None:
        """Hold the safe; nothing is written yet.

        Args:
            from_elsewhere: take it although another computer's note is there; a person decided so.

        Raises:
            AlreadyOpen: another process of this computer holds it.
            SafeLockedElsewhere: another computer did not say that it has finished.
            ReadOnly: the folder cannot be written, so nobody can hold anything.
        """
        from filelock import lock_descriptor

        descriptor = self._open()
        try:
            if not lock_descriptor(descriptor, blocking=False):
                raise AlreadyOpen
            if not from_elsewhere and _is_elsewhere(_note(descriptor)):
                raise SafeLockedElsewhere
        except OSError as error:
            os.close(descriptor)
            raise refusal(error) from error
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def sign(self) -> None:
        """Write who holds the safe; called once the phrase has proved right."""
        if self._descriptor is not None:
            note = {**_here(), "process": os.getpid(), "time": int(time.time())}
            try:
                _write(self._descriptor, note)
            except OSError as error:
                raise refusal(error) from error

    def release(self) -> None:
        """Say that we have finished, and let go."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
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
        other._descriptor = None
        if gone is not None:
            with contextlib.suppress(OSError):
                os.close(gone)

    def _open(self) -> int:
        try:
            return os.open(self._path, _FLAGS | os.O_CREAT, 0o600)
        except OSError as error:
            found = refusal(error)
            # A link, a folder or a tube in its place: not ours to follow.
            if isinstance(found, ReadOnly) and os.access(self._path.parent, os.W_OK):
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


def _is_elsewhere(note: dict[str, object]) -> bool:
    """Tell another computer's note; a name may change, as on a network that gives it."""
    return bool(note) and note.get("machine") != _here()["machine"]


def _note(descriptor: int) -> dict[str, object]:
    os.lseek(descriptor, 0, os.SEEK_SET)
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
