"""Reading what a person names and writing what she asks for: whole, or not at all.

Reading accepts regular files only: a tube would wait for ever and a device has no end. Writing
goes to a temporary neighbour, is flushed, then renamed, so that a full disk or a power cut never
leaves half a document under its name; files are readable by their owner alone.
"""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from desktop_app.core.errors import AppError

MEGABYTE = 1 << 20


class FileMissing(AppError):
    """Nothing has this name."""


class FileNotRegular(AppError):
    """A folder, a tube, a device."""


class FileUnreadable(AppError):
    """The person has no right to read it, or the disk refuses."""


class FileTooBig(AppError):
    """Larger than what its use allows."""


class DiskFull(AppError, exit_status=7):
    """No room left; what was there is untouched."""


class ReadOnly(AppError, exit_status=7):
    """Reading is possible there, writing is not."""


class MediaRemoved(AppError, exit_status=7):
    """The key or disk went away while it was used."""


class NotWritten(AppError, exit_status=7):
    """Nothing can be written under that name."""


class FileThere(NotWritten):
    """A file of that name is there, and nobody asked to replace it."""


_WRITING_REFUSALS: dict[int, type[AppError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EIO: MediaRemoved,
    errno.ENODEV: MediaRemoved,
    errno.ENXIO: MediaRemoved,
}


_OF_WINDOWS: dict[int, type[AppError]] = {
    19: ReadOnly,  # ERROR_WRITE_PROTECT
    39: DiskFull,  # ERROR_HANDLE_DISK_FULL
    112: DiskFull,  # ERROR_DISK_FULL
    1295: DiskFull,  # ERROR_DISK_QUOTA_EXCEEDED
    **dict.fromkeys((20, 21, 31, 53, 55, 59, 64, 121, 433, 483, 1110, 1117, 1167), MediaRemoved),
}
"""What Windows calls a refusal (winerror.h): more than the numbers of C say.

Of a medium: no such unit, not ready, does not function, path of the network gone, device gone,
error of the network, name of the network gone, too late, no such device, its failure, medium
changed, error of reading or writing, not connected.
"""


def meaning(
    error: OSError, path: str | os.PathLike[str], known: Mapping[int, type[AppError]]
) -> type[AppError] | None:
    """Return what a refusal of the disk means; None for one that is not known.

    Args:
        path: what was to be written. On Windows many refusals are one number to C: then the disk
            that bears it is asked.
        known: number of C -> meaning.
    """
    said = getattr(error, "winerror", None)
    if said in _OF_WINDOWS:
        return _OF_WINDOWS[said]
    if os.name == "nt" and error.errno in (errno.EACCES, errno.EINVAL, errno.ENOENT):
        from desktop_app import windows_disk

        if windows_disk.is_gone(path):
            return MediaRemoved
        if windows_disk.is_protected(path):
            return ReadOnly
    return known.get(error.errno or 0)


def why_not_written(error: OSError, path: str | os.PathLike[str]) -> AppError:
    """Return what a refusal of the disk means to whoever wanted to write there."""
    return (meaning(error, path, _WRITING_REFUSALS) or NotWritten)()


def read_file(path: str | os.PathLike[str], limit: int = 50 * MEGABYTE) -> bytes:
    """Return the bytes of a regular file of at most ``limit`` bytes.

    Raises:
        FileMissing, FileNotRegular, FileUnreadable, FileTooBig.
    """
    try:
        # Without O_NONBLOCK, opening a tube waits for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError as missing:
        raise FileMissing from missing
    except IsADirectoryError as folder:
        raise FileNotRegular from folder
    except (OSError, ValueError) as refusal:
        if os.name == "nt" and os.path.isdir(
            path
        ):  # where a folder is refused as any forbidden file
            raise FileNotRegular from refusal
        raise FileUnreadable from refusal
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            raise FileNotRegular
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            # Python takes at once all the memory that it is told of: not a limit's worth each time.
            data = file.read(min(facts.st_size, limit) + 1)
            if len(data) > facts.st_size:  # it grows, or the system does not tell its size
                data += file.read(limit + 1 - len(data))
    except OSError as refusal:
        raise FileUnreadable from refusal
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise FileTooBig(limit_mb=limit // MEGABYTE)
    return data


def write_file(
    path: str | os.PathLike[str], data: bytes, *, replace: bool = True, rights: int = 0o600
) -> None:
    """Write a file whole, then give it its name; the former content stays until that moment.

    Args:
        path: where; its folder must exist.
        data: the whole content.
        replace: False refuses a name already taken.
        rights: who may read it, where the system knows (POSIX); its owner alone by default.

    Raises:
        FileNotRegular: the name is a folder, a tube or a device.
        FileThere: the name is taken.
        NotWritten: the folder does not exist, or the name cannot be used.
        DiskFull, ReadOnly, MediaRemoved: nothing was written.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        raise FileNotRegular
    if not replace:
        not_there(target)
    target = target.resolve()  # through a link: its target is what is replaced
    import secrets  # brings OpenSSL: not before something is written

    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        write_flushed(part, data, rights)
        patiently(lambda: os.replace(part, target))
        flush_folder(target.parent)
    except OSError as refusal:
        raise why_not_written(refusal, target) from refusal
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def not_there(path: str | os.PathLike[str]) -> None:
    """Refuse a name already taken, before anything else is done: raises FileThere."""
    if Path(path).exists():
        raise FileThere


def write_folder(path: str | os.PathLike[str], texts: Mapping[str, bytes]) -> None:
    """Write a folder of files whole, then give it its name; a former one stays until that moment.

    Args:
        path: where; the folders above are made.
        texts: name inside the folder, with "/" between its parts -> content.

    Raises:
        NotWritten, DiskFull, ReadOnly, MediaRemoved: what was there is untouched.
    """
    import secrets
    import shutil

    target = Path(path)
    mark = secrets.token_hex(8)
    part, former = (target.with_name(f".{mark}.{end}") for end in ("part", "former"))
    try:
        for name, data in texts.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            write_flushed(part / name, data)
        for folder in {(part / name).parent for name in texts}:
            flush_folder(folder)
        _take_the_place(part, target, former)
    except OSError as refusal:
        raise why_not_written(refusal, target) from refusal
    finally:
        for left in (part, former):
            shutil.rmtree(left, ignore_errors=True)


def complete_folder(path: Path, texts: Iterable[tuple[str, bytes]], written: Sequence[str]) -> None:
    """Write more files in a folder where these were just written: all of them, or none stays.

    Raises:
        As ``write_file``: what is said not to be written is not there, in clear, on a stick.
    """
    told = list(written)
    try:
        for name, data in texts:
            write_file(path / name, data)
            told.append(name)
    except AppError:
        take_away(path, told)
        raise


def take_away(path: Path, written: Sequence[str]) -> None:
    """Erase what was written in a folder, the last first, then the folder; nothing of another's."""
    for one in (*(path / name for name in reversed(written)), path):
        with contextlib.suppress(OSError):
            if one.is_dir():
                one.rmdir()
            else:
                one.unlink()


def _take_the_place(part: Path, target: Path, former: Path) -> None:
    """Rename the new folder; the one before comes back if that cannot be done."""
    replaces = target.exists()
    if replaces:
        patiently(lambda: target.rename(former))
    try:
        patiently(lambda: part.rename(target))
    except OSError:
        if replaces:
            patiently(lambda: former.rename(target))
        raise
    flush_folder(target.parent)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows
_HELD = (5, 32, 33)  # access denied, sharing violation, lock violation
_PATIENCE_S = 2.0


def patiently(gesture: Callable[[], object]) -> None:
    """Do this; on Windows again for a moment, while another program holds what it is done to.

    An antivirus, a search or a backup opens what was just written, and lets nobody rename it then.

    Raises:
        OSError: as the gesture, at last.
    """
    end = time.monotonic() + _PATIENCE_S
    wait = 0.01
    while True:
        try:
            gesture()
        except OSError as refused:
            if getattr(refused, "winerror", None) not in _HELD or time.monotonic() > end:
                raise
            time.sleep(wait)
            wait = min(0.2, 2 * wait)
        else:
            return


def write_flushed(path: Path, data: bytes, rights: int = 0o600) -> None:
    """Write a new file whole, and have it reach the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, rights)
    with os.fdopen(descriptor, "wb") as file:
        if rights != 0o600 and os.name == "posix":
            os.fchmod(descriptor, rights)  # whatever the umask of who writes for others
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
