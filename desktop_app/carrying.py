"""Carries papers away on a USB stick: all of them whole and read back there, or none of them.

Each is written under a name that no file has, flushed, then **read back** from the stick: a worn or
a false one takes everything and gives back something else. Only once all are the same do they get
their names, so that a stick pulled out in between holds nothing that one could take for a paper.
Nothing that was there is replaced. Where the system can, what it remembers of a file is forgotten
before it is read back (``posix_fadvise``): elsewhere, Windows among them, the reading may be of its
memory.
"""

import contextlib
import os
import re
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.core.file_names import numbered
from desktop_app.core.folder import Carried, Stick
from desktop_app.files import MEGABYTE, DiskFull, MediaRemoved, ReadOnly, flush_folder
from desktop_app.files import why_not_written as _why

STEP = 256 << 10
"""Bytes written, or read back, between two moments where one may stop."""
ROOM = 64 << 10
"""Bytes that a file may take more than it has: sticks give room by large pieces."""
_HALF = re.compile(r"\.a-emporter-[0-9a-f]{16}\.part")
_BINARY = getattr(os, "O_BINARY", 0)  # Windows

Hear = Callable[[int, int, str], object]
"""Bytes done, of how many (each is written, then read back), and which paper now; what it raises
stops there, and takes away what was written."""


class StickFull(AppError, exit_status=7):
    """There is too little room; ``more_kb``: so much more is needed."""


class StickProtected(AppError, exit_status=7):
    """It can be read, not written."""


class StickGone(AppError, exit_status=7):
    """It is not there, or went away meanwhile."""


class StickDiffers(AppError, exit_status=7):
    """What is read back is not what was written."""


class StickRefuses(AppError, exit_status=7):
    """It refuses, and does not say why."""


_MEANS: dict[type[AppError], type[AppError]] = {
    MediaRemoved: StickGone,
    ReadOnly: StickProtected,
}
_at_work = threading.Condition()
_works = 0


def described(path: Path, name: str = "") -> Stick:
    """Return a stick with its room, for a worker: a slow one takes its time to answer."""
    try:
        free: int | None = shutil.disk_usage(path).free
        writable = os.access(path, os.W_OK) and not _is_read_only(path)
    except OSError:
        free, writable = None, True  # it is asked again when something is written
    return Stick(str(path), name or path.name or str(path).rstrip("\\"), free, writable)


def carry(
    stick: Path,
    papers: Sequence[Carried],
    *,
    there: Callable[[], object] = bool,
    hear: Hear = lambda _done, _total, _name: None,
) -> tuple[str, ...]:
    """Write papers on a stick, read them back, and return the names that they have there.

    Args:
        there: raises ``MediaRemoved`` once the stick went away: its folder may outlive it, on the
            computer's own disk.

    Raises:
        StickFull, StickProtected, StickGone, StickDiffers, StickRefuses: nothing of these papers
            is on the stick, unless it went away: a hidden piece may be, which the next time erases.
    """
    with _counted():
        return _Carrying(stick, papers, there, hear).done()


def wait_until_done(seconds: float) -> bool:
    """Wait for what is being carried, and stopped, to have taken its pieces away; tell if it has.

    A process that ends in the middle would leave hidden pieces on the stick.
    """
    with _at_work:
        return _at_work.wait_for(lambda: not _works, seconds)


class _Carrying:
    """Papers on their way to one stick."""

    def __init__(
        self, stick: Path, papers: Sequence[Carried], there: Callable[[], object], hear: Hear
    ) -> None:
        self._stick, self._papers, self._there, self._hear = stick, papers, there, hear
        self._total = 2 * sum(len(one.data) for one in papers)
        self._so_far = 0
        self._device = -1
        self._written: list[Path] = []

    def done(self) -> tuple[str, ...]:
        try:
            return self._done()
        except BaseException as stopped:
            self._take_away()
            if isinstance(stopped, OSError):
                raise self._meaning(_why(stopped, self._stick)) from stopped
            if isinstance(stopped, AppError):
                raise self._meaning(stopped) from stopped
            raise

    def _done(self) -> tuple[str, ...]:
        self._expect_stick()
        self._device = os.stat(self._stick).st_dev
        self._sweep()
        self._expect_room()
        parts = [self._write(one) for one in self._papers]
        flush_folder(self._stick)
        for one, part in zip(self._papers, parts, strict=True):
            self._read_back(one, part)
        self._expect_stick()
        names = self._free_names()
        for part, name in zip(parts, names, strict=True):
            named = self._stick / name
            if os.path.lexists(named):  # came meanwhile: nothing of another's is replaced
                raise StickRefuses
            part.rename(named)
            self._written.append(named)
        flush_folder(self._stick)
        self._expect_stick()
        self._hear(self._total, self._total, "")
        return names

    def _meaning(self, problem: AppError) -> AppError:
        if isinstance(problem, DiskFull):
            return self._full()
        if type(problem) in _MEANS:
            return _MEANS[type(problem)]()
        ours = (StickFull, StickProtected, StickGone, StickDiffers, StickRefuses)
        if isinstance(problem, ours):
            return problem
        return StickGone() if self._is_gone() else StickRefuses()

    def _expect_stick(self) -> None:
        self._there()
        if self._is_gone():
            raise MediaRemoved

    def _is_gone(self) -> bool:
        """Tell whether it is there no more, or only the folder that it was mounted on."""
        if not self._stick.is_dir():
            return True
        return self._device not in (-1, os.stat(self._stick).st_dev)

    def _expect_room(self) -> None:
        if self._missing() > 0:
            raise self._full()

    def _missing(self) -> int:
        needed = sum(len(one.data) + ROOM for one in self._papers)
        return needed - shutil.disk_usage(self._stick).free

    def _full(self) -> StickFull:
        try:
            missing = self._missing()
        except OSError:
            missing = 0
        return StickFull(more_kb=max(1, -(-missing // 1000)))

    def _free_names(self) -> tuple[str, ...]:
        """Return names that nothing has; where one is taken, all get the same number."""
        number = 1
        while True:
            names = tuple(
                one.name if number == 1 else numbered(one.name, number, Path(one.name).suffix)
                for one in self._papers
            )
            if not any(os.path.lexists(self._stick / name) for name in names):
                return names
            number += 1

    def _write(self, paper: Carried) -> Path:
        self._expect_stick()
        part = self._stick / f".a-emporter-{secrets.token_hex(8)}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
        # Whoever opens the stick at home is another user there.
        descriptor = os.open(part, flags, 0o644)
        self._written.append(part)
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            if os.fstat(file.fileno()).st_dev != self._device:
                raise MediaRemoved  # the folder that it was mounted on, of the computer itself
            flushed = 0
            for start in range(0, len(paper.data), STEP):
                piece = paper.data[start : start + STEP]
                _write_whole(file.fileno(), piece)
                if start - flushed >= MEGABYTE:  # or the system says all is done while nothing is
                    os.fsync(file.fileno())
                    flushed = start
                self._tell(len(piece), paper.name)
            os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return part

    def _read_back(self, paper: Carried, part: Path) -> None:
        with open(part, "rb", buffering=0) as file:
            for start in range(0, len(paper.data), STEP):
                wanted = paper.data[start : start + STEP]
                if _read_whole(file.fileno(), len(wanted)) != wanted:
                    raise StickDiffers
                self._tell(len(wanted), paper.name)
            if file.read(1):
                raise StickDiffers

    def _tell(self, more: int, name: str) -> None:
        self._so_far += more
        self._hear(self._so_far, self._total, name)

    def _sweep(self) -> None:
        """Erase the hidden pieces of a time that was stopped by a pulled stick."""
        for name in os.listdir(self._stick):
            if _HALF.fullmatch(name):
                with contextlib.suppress(OSError):
                    (self._stick / name).unlink()

    def _take_away(self) -> None:
        for one in self._written:
            with contextlib.suppress(OSError):
                one.unlink()
        with contextlib.suppress(OSError):
            flush_folder(self._stick)


def _write_whole(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _read_whole(descriptor: int, size: int) -> bytes:
    found = b""
    while len(found) < size and (more := os.read(descriptor, size - len(found))):
        found += more
    return found


def _is_read_only(path: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


@contextlib.contextmanager
def _counted() -> Iterator[None]:
    global _works  # noqa: PLW0603 (one count of the process, under its lock)
    with _at_work:
        _works += 1
    try:
        yield
    finally:
        with _at_work:
            _works -= 1
            _at_work.notify_all()
