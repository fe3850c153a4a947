"""Packs as they lie in folders: which there are, and the bytes of their texts.

``letters/<id>/``, ``official/<id>/`` and ``common/`` under a root that is a real folder or lies
inside an unopened wheel. Links are not followed out of a person's folder, and only regular files
of a bounded size are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import AppError, InvalidPack, Problem
from desktop_app.core.packs.files import FORM_FILE, LETTER_FILE, MAX_BYTES, PICTURE_NAME
from desktop_app.files import MEGABYTE, FileMissing, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from importlib.resources.abc import Traversable

LETTERS, OFFICIAL = "letters", "official"
SHELVES = (LETTERS, OFFICIAL)
COMMON, ABBREVIATIONS = "common", "abbreviations"
MAX_FILES = 200
"""Texts of one pack: a form of a hundred editions has less."""
PICTURE_BYTES = 2 * MEGABYTE
"""Of a logo in a pack; those that the program writes weigh thirty times less."""
MAX_FOLDERS = 5_000
"""Folders walked under a path that a person names."""


@dataclass(frozen=True, slots=True)
class PackFolder:
    """One pack: its folder, and the root whose ``common/`` it borrows from."""

    folder: Traversable
    root: Traversable | None

    @property
    def id(self) -> str:
        """The folder's name, which the pack must bear."""
        return self.folder.name

    @property
    def main(self) -> str:
        """``letter.toml`` or ``form.toml``."""
        return LETTER_FILE if _exists(self.folder / LETTER_FILE) else FORM_FILE

    def texts(self) -> dict[str, bytes]:
        """Return every TOML text, by its name inside the pack.

        Raises:
            InvalidPack: a text is not an ordinary file, or is too big, or there are too many.
        """
        names = list(_texts_of(self.folder))
        if len(names) > MAX_FILES:
            raise InvalidPack(
                [Problem("pack-too-many-files", parameters={"limit": MAX_FILES})], n=1
            )
        return {name: read_text(self.folder, name) for name in names}

    def pictures(self) -> frozenset[str]:
        """Return the names of its pictures: ordinary files that lie in it, no links."""
        return frozenset(
            found.name
            for found in self.folder.iterdir()
            if PICTURE_NAME.fullmatch(found.name)
            and found.is_file()
            and not (isinstance(found, Path) and found.is_symlink())
        )

    def picture(self, name: str) -> bytes:
        """Return the bytes of one of its pictures, which are still those of a stranger.

        Raises:
            FileMissing, FileTooBig, FileUnreadable.
        """
        place = self.folder / name
        if name not in self.pictures():
            raise FileMissing
        return read_file(place, PICTURE_BYTES) if isinstance(place, Path) else place.read_bytes()


def packs_in(root: Traversable) -> Iterator[PackFolder]:
    """Yield the packs of a root, by name; what is not a pack is passed over."""
    for shelf in SHELVES:
        place = root / shelf
        if not place.is_dir():
            continue
        for folder in sorted(place.iterdir(), key=lambda found: found.name):
            if is_pack(folder) and not folder.name.startswith("."):  # one being written
                yield PackFolder(folder, root)


def is_pack(folder: Traversable) -> bool:
    """Tell whether a folder holds a pack, good or bad."""
    return folder.is_dir() and any(_exists(folder / name) for name in (LETTER_FILE, FORM_FILE))


def packs_under(path: Path) -> Iterator[PackFolder]:
    """Yield the pack at a path, or those of the folders below it.

    The root of each is the nearest folder above it that has a ``common/``.
    """
    for seen, folder in enumerate(_folders(path)):
        if seen >= MAX_FOLDERS:
            return
        if is_pack(folder):
            yield PackFolder(folder, _root_of(folder))


def _folders(path: Path) -> Iterator[Path]:
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            below = [] if is_pack(folder) else _below(folder)
        except OSError:
            continue  # closed to us, or gone meanwhile: no pack of ours is there
        yield folder
        waiting += below


def _below(folder: Path) -> list[Path]:
    """Return the folders right below one, the last first; neither links nor hidden ones."""
    below = (f for f in folder.iterdir() if f.is_dir() and not f.is_symlink())
    return sorted((f for f in below if not f.name.startswith(".")), reverse=True)


def _root_of(folder: Path) -> Path | None:
    above = folder.resolve().parents
    return next((parent for parent in above if (parent / COMMON).is_dir()), None)


def groups_in(root: Traversable) -> Mapping[str, bytes]:
    """Return the texts of ``common/``, by file name."""
    common = root / COMMON
    if not common.is_dir():
        return {}
    names = sorted(f.name for f in common.iterdir() if f.name.endswith(".toml"))
    return {name: read_text(common, name) for name in names}


def groups_once() -> Callable[[Traversable], Mapping[str, bytes]]:
    """Return what reads ``groups_in`` once for each folder, for as long as it is kept."""
    known: dict[str, Mapping[str, bytes]] = {}

    def read(root: Traversable) -> Mapping[str, bytes]:
        if str(root) not in known:
            known[str(root)] = groups_in(root)
        return known[str(root)]

    return read


def read_text(folder: Traversable, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return a text of a pack; one byte more than the limit shows that it is too big.

    Raises:
        InvalidPack: it is not an ordinary file, or cannot be read.
    """
    place = folder
    for part in name.split("/"):
        place = place / part
    try:
        if isinstance(place, Path):
            return read_file(place, 1 << 20)[: limit + 1]
        return place.read_bytes()[: limit + 1]
    except AppError as refusal:
        raise InvalidPack(
            [Problem(refusal.wording, place=name, parameters=refusal.parameters)], n=1
        ) from refusal


def _texts_of(folder: Traversable) -> Iterator[str]:
    for found in sorted(folder.iterdir(), key=lambda f: f.name):
        if found.name.endswith(".toml"):
            yield found.name
        elif found.name == "examples" and found.is_dir():
            yield from (
                f"examples/{f.name}"
                for f in sorted(found.iterdir(), key=lambda f: f.name)
                if f.name.endswith(".toml")
            )


def _exists(place: Traversable) -> bool:
    # A tube or a device named letter.toml makes a bad pack, not an absent one.
    return place.exists() if isinstance(place, Path) else place.is_file()
