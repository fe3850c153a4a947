"""A folder put in the place of another by renaming: whole before it is seen, the former kept.

``X`` is what is used, ``X.avant`` what was used before. Each step is one rename; killed between
two of them, ``X`` may be missing while ``X.avant`` is whole: ``in_place`` puts it back.
"""

import contextlib
import errno
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.files import (
    DiskFull,
    MediaRemoved,
    NotWritten,
    ReadOnly,
    flush_folder,
    write_flushed,
)

FORMER, PART, GONE = ".avant", ".part", ".parti"
Progress = Callable[[int, int], object]
_REFUSALS: dict[int, type[AppError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EIO: MediaRemoved,
    errno.ENODEV: MediaRemoved,
    errno.ENXIO: MediaRemoved,
}


def refused(problem: OSError) -> AppError:
    """Return why nothing was written, in our words."""
    return _REFUSALS.get(problem.errno or 0, NotWritten)()


def written(target: Path, texts: Mapping[str, bytes], *, shared: bool, progress: Progress) -> Path:
    """Write a hidden folder beside where it will stand, whole and flushed; return it.

    Args:
        target: where it will stand.
        texts: name inside it -> content.
        shared: everyone of this computer may read it.
        progress: told how many files are written, of how many; gives up when it raises.

    Raises:
        DiskFull, ReadOnly, MediaRemoved, NotWritten: what was written is taken away.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(8)}{PART}")
    try:
        _make(target.parent, 0o755 if shared else 0o700)
        _make(part, 0o755 if shared else 0o700)
        for done, (name, data) in enumerate(texts.items()):
            progress(done, len(texts))
            _make((part / name).parent, 0o755 if shared else 0o700)
            write_flushed(part / name, data, 0o644 if shared else 0o600)
        for folder in {(part / name).parent for name in texts} | {part}:
            flush_folder(folder)
    except OSError as problem:
        shutil.rmtree(part, ignore_errors=True)
        raise refused(problem) from problem
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return part


def put(part: Path, target: Path) -> None:
    """Give a whole folder its place; what stood there is kept beside it, once.

    Raises:
        DiskFull, ReadOnly, MediaRemoved, NotWritten: what was there is there still.
    """
    former, older = beside(target, FORMER), beside(target, GONE)
    with _moving() as moved:
        in_place(target)
        if target.exists():
            if former.exists():
                _rename(former, older, moved)
            _rename(target, former, moved)
        _rename(part, target, moved)
        flush_folder(target.parent)
    shutil.rmtree(older, ignore_errors=True)


def undo(target: Path) -> bool:
    """Put the former one back, or take the only one away; False when there is nothing to undo.

    Raises:
        DiskFull, ReadOnly, MediaRemoved, NotWritten: what was there is there still.
    """
    in_place(target)
    former, gone = beside(target, FORMER), beside(target, GONE)
    if not target.exists():
        return False
    with _moving() as moved:
        shutil.rmtree(gone, ignore_errors=True)
        _rename(target, gone, moved)
        if former.exists():
            _rename(former, target, moved)
        flush_folder(target.parent)
    shutil.rmtree(gone, ignore_errors=True)
    return True


@contextlib.contextmanager
def _moving() -> Iterator[list[tuple[Path, Path]]]:
    """Give a list of the renames that are done; refused, they are done the other way round."""
    moved: list[tuple[Path, Path]] = []
    try:
        yield moved
    except OSError as problem:
        for one, other in reversed(moved):
            with contextlib.suppress(OSError):
                other.rename(one)
        raise refused(problem) from problem


def in_place(target: Path) -> Path:
    """Return a folder, once what a kill left between two renames is put right."""
    former = beside(target, FORMER)
    if not target.exists():
        # Killed while a new one took its place, the former one still stands beside. Killed while
        # it was undone, it does too: it is what was asked back.
        with contextlib.suppress(OSError):
            former.rename(target)
    return target


def beside(target: Path, ending: str) -> Path:
    """Return what stands beside a folder under its name and this ending."""
    return target.with_name(target.name + ending)


def sweep(base: Path) -> None:
    """Erase what a kill left: folders that were never whole, or no longer wanted."""
    with contextlib.suppress(OSError):
        for left in base.iterdir():
            if left.name.endswith((PART, GONE)):
                shutil.rmtree(left, ignore_errors=True)


def _make(folder: Path, rights: int) -> None:
    """Make a folder and those above it, with these rights whatever the umask of a manager."""
    if folder.is_dir():
        return
    _make(folder.parent, rights)
    folder.mkdir(rights, exist_ok=True)
    with contextlib.suppress(OSError):  # a stick knows no rights
        folder.chmod(rights)


def _rename(one: Path, other: Path, moved: list[tuple[Path, Path]]) -> None:
    one.rename(other)
    moved.append((one, other))
