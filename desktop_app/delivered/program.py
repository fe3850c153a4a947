"""A package of the program, from a stick: verified, then put in place of the folder that runs.

Beside the package lie ``SHA256SUMS`` and ``SHA256SUMS.minisig``, which the build makes. Only what
the package holds changes: the papers that a person keeps in that folder are never moved. Entry by
entry, the new one and the former change places; the former ones stay in ``.mise-a-jour/avant``.
"""

import contextlib
import ctypes
import hashlib
import io
import lzma
import os
import re
import shutil
import stat
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from desktop_app.core.delivery import ProgramDelivery, Publisher
from desktop_app.delivered import errors, listing
from desktop_app.delivered.archive import LIST, MEGABYTE, SEAL
from desktop_app.delivered.minisign import blake2b, read_comment, verify
from desktop_app.delivered.packs import is_older
from desktop_app.delivered.placing import Progress, refused
from desktop_app.delivered.publishers import Publishers, words_of
from desktop_app.files import (
    FileMissing,
    FileTooBig,
    FileUnreadable,
    ReadOnly,
    flush_folder,
    read_file,
    write_flushed,
)

NEWS = "nouveautes.txt"
"""Signed with the packages: what changes, in a few lines of the publisher's."""
LARGEST = 400 * MEGABYTE
UNPACKED, ENTRIES = 1_000 * MEGABYTE, 50_000
WORK, NEW, FORMER = ".mise-a-jour", "nouveau", "avant"
MAIN = ("lib", "python")
"""What every folder has; changed first, what starts it last."""
STARTERS = {"linux": "papier-libre.sh", "windows": "papier-libre.exe"}
KEPT = ("papiers", "papier-libre.toml")
"""What is not the program's in its folder: papers, and what a manager decided."""
_KINDS: dict[str, Literal["folder", "deb", "msi"]] = {
    ".zip": "folder", ".tar.xz": "folder", ".deb": "deb", ".msi": "msi",
}  # fmt: skip
_VERSION = re.compile(rb'(?m)^__version__ = "([0-9.]+)"')
_CHUNK = 1 << 20
_EXCHANGE = 2
_HERE = -100


class Programs:
    """Implements ``workflow.ports.Programs``.

    Args:
        publishers: whom a package may come from.
        version: of the program that runs.
        folder: the one that holds it whole, with its interpreter; None for other installations.
    """

    def __init__(self, publishers: Publishers, version: str, folder: Path | None) -> None:
        self._publishers, self._version, self._folder = publishers, version, folder

    def is_program(self, path: str) -> bool:
        """Tell whether a file is to be read as a package of the program, by what is beside it."""
        file = Path(path)
        return file.suffix.lower() != ".zip" or (file.parent / SEAL).is_file()

    def read(self, path: str, progress: Progress) -> ProgramDelivery:
        """Return a package that one of our publishers signed, held in memory.

        Raises:
            UpdateNoPublisher: this program was built without the key of any.
            NotSigned, those of ``verify``; DeliveryOlder, DeliveryAlreadyHere; UpdateKindUnknown;
            FileMissing, FileUnreadable, FileTooBig.
        """
        known = self._publishers.ours("program")
        if not known:
            raise errors.UpdateNoPublisher
        beside = Path(path).parent
        try:
            sums, seal = read_file(beside / LIST, MEGABYTE), read_file(beside / SEAL, 4096)
        except FileMissing as error:
            raise errors.NotSigned from error
        signature = seal.decode("utf-8", "replace")
        key, comment = verify(signature, blake2b(sums), tuple(one.key for one in known))
        signed = read_comment(comment)
        if signed.kind != "program":
            raise errors.DeliveryOtherName
        data = _read_whole(path, progress)
        named = {found: name for name, found in listing.read(sums).items()}
        file = named.get(hashlib.sha256(data).hexdigest())
        if file is None:
            raise errors.SignatureWrong
        version = signed.written_version
        if is_older(version, self._version):
            raise errors.DeliveryOlder(here=self._version, there=version)
        if not is_older(self._version, version):
            raise errors.DeliveryAlreadyHere(here=self._version)
        kind = next((kind for end, kind in _KINDS.items() if file.endswith(end)), None)
        if kind is None:
            raise errors.UpdateKindUnknown
        name = next(one.name for one in known if one.key == key)
        return ProgramDelivery(
            kind=kind,
            file=file,
            publisher=Publisher(name, words_of(key), "ours"),
            version=version,
            made_on=signed.made_on,
            news=_news(beside, named),
            path=path,
            data=data,
        )

    @property
    def replaces(self) -> bool:
        """Whether this program is a folder that it can replace by itself."""
        return self._folder is not None

    def replace(self, found: ProgramDelivery, progress: Progress) -> str:
        """Put a package in the place of the folder that runs; on Windows, beside it.

        Returns:
            The folder that holds the new version.

        Raises:
            UpdateNotFolder, UpdateOtherSystem; DiskFull, ReadOnly, MediaRemoved, NotWritten: the
            former program is whole.
        """
        if self._folder is None or found.kind != "folder":
            raise errors.UpdateNotFolder
        if not os.access(self._folder, os.W_OK):
            raise ReadOnly
        if sys.platform == "win32":  # what runs is locked there: the new one stands beside
            target = self._folder.with_name(f"papier-libre {found.version}")
            _unpacked(found, target, progress)
            return str(target)
        new = self._folder / WORK / NEW
        _unpacked(found, new, progress)
        try:
            _swap(self._folder, new)
        except OSError as problem:
            _leave(new)
            raise refused(problem) from problem
        return str(self._folder)

    def undo(self) -> str:
        """Put the former version back; return its folder.

        Raises:
            NothingToUndo; ReadOnly, MediaRemoved, NotWritten.
        """
        former = None if self._folder is None else self._folder / WORK / FORMER
        if self._folder is None or former is None or not (former / "lib").is_dir():
            raise errors.NothingToUndo
        try:
            _swap(self._folder, former)
        except OSError as problem:
            raise refused(problem) from problem
        shutil.rmtree(self._folder / WORK, ignore_errors=True)
        return str(self._folder)


def _read_whole(path: str, progress: Progress) -> bytes:
    """Return the bytes of a package: a stick that is pulled out stops here, nothing written."""
    whole = bytearray()
    try:
        with open(path, "rb") as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise FileUnreadable
            if state.st_size > LARGEST:
                raise FileTooBig(limit_mb=LARGEST // MEGABYTE)
            while chunk := file.read(_CHUNK):
                whole += chunk
                progress(len(whole), max(state.st_size, len(whole)))
    except FileNotFoundError as error:
        raise FileMissing from error
    except OSError as error:
        raise FileUnreadable from error
    return bytes(whole)


def _news(beside: Path, named: dict[str, str]) -> str:
    """Return what the publisher says of this version, when it is signed too."""
    with contextlib.suppress(FileMissing, FileUnreadable, FileTooBig):
        raw = read_file(beside / NEWS, 20_000)
        if named.get(hashlib.sha256(raw).hexdigest()) == NEWS:
            return raw.decode("utf-8", "replace").strip()
    return ""


def _unpacked(found: ProgramDelivery, into: Path, progress: Progress) -> None:
    """Write the folder of a package, whole and flushed, where nothing is read from.

    Raises:
        UpdateOtherSystem, ArchiveNameOutside, ArchiveUnpackedTooBig, ArchiveTooManyFiles,
        ArchiveDamaged; DiskFull…: what was written is taken away.
    """
    shutil.rmtree(into, ignore_errors=True)
    try:
        _write_all(found, into, progress)
        _expect_ours(into, found.version)
    except OSError as problem:
        _leave(into)
        raise refused(problem) from problem
    except (tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, EOFError, ValueError) as problem:
        _leave(into)
        raise errors.ArchiveDamaged from problem
    except BaseException:
        _leave(into)
        raise


def _leave(into: Path) -> None:
    """Erase what was not whole, and what held it alone."""
    shutil.rmtree(into, ignore_errors=True)
    if into.parent.name == WORK:
        with contextlib.suppress(OSError):
            into.parent.rmdir()


def _write_all(found: ProgramDelivery, into: Path, progress: Progress) -> None:
    into.mkdir(parents=True)
    folders, size = {into}, 0
    for count, (name, rights, read) in enumerate(_members(found)):
        if count > ENTRIES:
            raise errors.ArchiveTooManyFiles(limit=ENTRIES)
        parts = name.split("/")[1:]  # the first is the folder of the package
        if not parts or "" in parts or ".." in parts or "\\" in name or ":" in name:
            raise errors.ArchiveNameOutside
        if parts[0] in KEPT or parts[0].startswith("."):
            raise errors.ArchiveNameRefused
        data = read()
        size += len(data)
        if size > UNPACKED:
            raise errors.ArchiveUnpackedTooBig(limit_mb=UNPACKED // MEGABYTE)
        target = into.joinpath(*parts)
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders |= {target.parent, *target.parent.parents} & {*_under(into, target.parent)}
        write_flushed(target, data, 0o755 if rights & 0o100 else 0o644)
        progress(size // MEGABYTE, max(size // MEGABYTE, 3 * len(found.data) // MEGABYTE))
    for folder in folders:
        flush_folder(folder)


def _under(top: Path, folder: Path) -> Iterator[Path]:
    while folder != top:
        yield folder
        folder = folder.parent


Member = tuple[str, int, Callable[[], bytes]]


def _members(found: ProgramDelivery) -> Iterator[Member]:
    """Yield each file: its name, its rights, and what reads it. Nothing but files and folders."""
    data = io.BytesIO(found.data)
    if found.file.endswith(".zip"):
        with zipfile.ZipFile(data) as packed:
            for one in packed.infolist():
                if not one.is_dir():
                    _expect_file(stat.S_IFMT(one.external_attr >> 16) in (0, stat.S_IFREG))
                    yield one.filename, one.external_attr >> 16, partial(packed.read, one)
        return
    with tarfile.open(fileobj=data, mode="r:xz") as tar:
        for member in tar:
            if not member.isdir():
                _expect_file(member.isreg())
                yield member.name, member.mode, partial(_of_tar, tar, member)


def _expect_file(regular: bool) -> None:
    if not regular:
        raise errors.ArchiveLink


def _of_tar(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    return file.read() if file is not None else b""


def _expect_ours(folder: Path, version: str) -> None:
    """Refuse what is not the program, for this system, in the version that was signed."""
    starter = STARTERS["windows" if sys.platform == "win32" else "linux"]
    try:
        told = (folder / "lib" / "desktop_app" / "__init__.py").read_bytes()
    except FileNotFoundError as error:
        raise errors.UpdateOtherSystem from error
    said = _VERSION.search(told)
    if said is None or said[1].decode() != version:
        raise errors.DeliveryOtherName
    if not (folder / starter).is_file() or not (folder / "python").is_dir():
        raise errors.UpdateOtherSystem


def _swap(folder: Path, new: Path) -> None:
    """Have each entry of a new folder change places with that of the folder that runs.

    Refused midway, those that changed change back. At the end ``new`` holds the former ones, and
    becomes ``avant``.
    """
    names = sorted((one.name for one in new.iterdir()), key=lambda one: (one not in MAIN, one))
    done: list[str] = []
    try:
        for name in names:
            _change_places(folder / name, new / name)
            done.append(name)
        flush_folder(folder)
    except OSError:
        for name in reversed(done):
            with contextlib.suppress(OSError):
                _change_places(folder / name, new / name)
        raise
    former = new.with_name(FORMER)
    if former != new:
        shutil.rmtree(former, ignore_errors=True)
        with contextlib.suppress(OSError):
            new.rename(former)


def _change_places(one: Path, other: Path) -> None:
    """Exchange two entries, at once where the system can; else by three renames."""
    if not one.exists():
        other.rename(one)
        return
    if _exchanged(one, other):
        return
    aside = other.with_name(f"{other.name}.part")
    one.rename(aside)
    try:
        other.rename(one)
    except OSError:
        aside.rename(one)
        raise
    aside.rename(other)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two names in one step of Linux; False where it, or the disk, has none."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
