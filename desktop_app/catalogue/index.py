"""What is asked of all packs before one is read, written once when the program is built.

What a list shows of each, the marks of the blanks that it knows, the names of its fields, and that
it passed every check: so that a PDF is recognised among hundreds of forms without reading one.
Three lines of JSON, which can make nothing run, and the same bytes from the same packs.

It is never believed over a pack that changed. Of each text it holds the size and the SHA-256: a
text of another size, or that changed after the index and has other bytes, has its pack read as if
there were no index. A pack added is read, one taken away is gone. Where all have one time in whole
seconds, as in an image that nobody can write to, they are of the same moment. Only a clock that
was set back could hide a change, of the same size, from it.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app import __version__
from desktop_app.catalogue.folders import COMMON, SHELVES, PackFolder, is_pack, packs_in
from desktop_app.core.packs.listed import CatalogueItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

FORMAT = 1
_SECOND = 1_000_000_000
SHARED = (COMMON, "law", "law/arguments")
"""Folders whose texts the checks of every pack look at."""


@dataclass(frozen=True, slots=True)
class Written:
    """A pack as the index has it: what is listed, its number, and the marks of its blanks."""

    item: CatalogueItem
    number: str
    marks: frozenset[str]
    texts: Mapping[str, tuple[int, str]]


class PackIndex:
    """The index of a folder shaped like ``forms/``.

    Args:
        root: that folder.
        file: the index; another version's, or one that is damaged, is as none.
    """

    def __init__(self, root: Path, file: Path) -> None:
        self.root = root
        self._file = file

    def packs(self) -> Iterator[tuple[PackFolder, Written | None]]:
        """Yield the packs of the root as ``packs_in`` does; None: this one is to be read."""
        if not self._packs:
            yield from ((folder, None) for folder in packs_in(self.root))
            return
        for shelf in SHELVES:
            for name in _folders_in(self.root / shelf):
                found = PackFolder(self.root / shelf / name, self.root)
                written = self._as_written(found, f"{shelf}/{name}")
                if written is not None or is_pack(found.folder):
                    yield found, written

    def _as_written(self, folder: PackFolder, name: str) -> Written | None:
        raw = self._packs.get(name)
        if raw is None:
            return None
        written = _written(raw)
        main = raw["main"]
        return written if self._is_as_written(folder, {main: written.texts[main]}) else None

    def names(self, folder: PackFolder, written: Written) -> frozenset[bytes] | None:
        """Return the names of the fields of a form; None where they are to be read."""
        if folder.id not in self._names or not self.is_whole(folder, written):
            return None
        return frozenset(one.encode("utf-8") for one in self._names[folder.id])

    def is_checked(self, folder: PackFolder, written: Written) -> bool:
        """Tell whether this pack, as it is now, passed every check when the index was made."""
        return self._shared_is_as_written and self.is_whole(folder, written)

    def is_whole(self, folder: PackFolder, written: Written) -> bool:
        """Tell whether each file of a pack is as it was, none more and none less."""
        return _files_in(Path(str(folder.folder))) == written.texts.keys() and self._is_as_written(
            folder, written.texts
        )

    @cached_property
    def _shared_is_as_written(self) -> bool:
        shared: Mapping[str, Mapping[str, tuple[int, str]]] = self._lines[0].get("shared", {})
        return all(
            _files_in(self.root / name) == shared.get(name, {}).keys()
            and self._is_as_written(PackFolder(self.root / name, None), shared[name])
            for name in SHARED
            if (self.root / name).is_dir() or name in shared
        )

    def _is_as_written(self, folder: PackFolder, texts: Mapping[str, tuple[int, str]]) -> bool:
        place = str(folder.folder)
        try:
            return all(
                self._is_same(f"{place}/{name}", size, digest)
                for name, (size, digest) in texts.items()
            )
        except OSError:
            return False

    def _is_same(self, path: str, size: int, digest: str) -> bool:
        seen = os.stat(path, follow_symlinks=False)
        if seen.st_size != size:
            return False
        changed = _changed(seen)
        packed = changed == self._made and not changed % _SECOND
        return changed < self._made or packed or _digest(Path(path).read_bytes()) == digest

    @cached_property
    def _made(self) -> int:
        return _changed(self._file.stat())

    @cached_property
    def _raw(self) -> tuple[bytes, ...]:
        try:
            return tuple(self._file.read_bytes().split(b"\n"))
        except OSError:
            return ()

    @cached_property
    def _lines(self) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        none: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {})
        if len(self._raw) != 4:
            return none
        try:
            head, packs = (json.loads(one) for one in self._raw[:2])
            _ = self._made
            same = (head["format"], head["version"], head["sum"]) == (
                FORMAT,
                __version__,
                zlib.crc32(b"\n".join(self._raw[1:])),
            )
        except (ValueError, RecursionError, OSError, LookupError, TypeError):
            return none
        return (head, packs) if same else none

    @property
    def _packs(self) -> Mapping[str, Any]:
        return self._lines[1]

    @cached_property
    def _names(self) -> Mapping[str, list[str]]:
        found: Mapping[str, list[str]] = json.loads(self._raw[2])
        return found


def _changed(seen: os.stat_result) -> int:
    """Return when a file last changed; one copied with its time changed when it was copied."""
    return max(seen.st_mtime_ns, seen.st_ctime_ns)


def index_in(root: Traversable, file: Traversable) -> PackIndex | None:
    """Return the index of a folder where there is one; none inside an archive."""
    if isinstance(root, Path) and isinstance(file, Path) and file.is_file():
        return PackIndex(root, file)
    return None


def _written(raw: Mapping[str, Any]) -> Written:
    told: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in raw["item"].items()
    }
    texts = {name: (size, digest) for name, (size, digest) in raw["texts"].items()}
    return Written(CatalogueItem(**told), raw["number"], frozenset(raw["marks"]), texts)


def stamps(folder: Path) -> dict[str, tuple[int, str]]:
    """Return the size and the SHA-256 of each file of a folder."""
    read = {name: (folder / name).read_bytes() for name in sorted(_files_in(folder))}
    return {name: (len(raw), _digest(raw)) for name, raw in read.items()}


def _digest(raw: bytes) -> str:
    import hashlib  # brings OpenSSL: not where nothing changed

    return hashlib.sha256(raw).hexdigest()


def _files_in(folder: Path) -> frozenset[str]:
    """Return the names of the files of a folder; examples and what is hidden have no part in it."""
    try:
        with os.scandir(folder) as found:
            return frozenset(f.name for f in found if f.is_file() and not f.name.startswith("."))
    except OSError:
        return frozenset()


def _folders_in(shelf: Path) -> list[str]:
    try:
        with os.scandir(shelf) as found:
            return sorted(f.name for f in found if f.is_dir() and not f.name.startswith("."))
    except OSError:
        return []
