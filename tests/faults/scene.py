"""The folder in which a gesture is done: a safe that was worked with, and what lies beside it."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import Notice
from desktop_app.safe import keystore
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.entry import Entry, enter
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import Kdf
from desktop_app.safe.store import Safe

PHRASE = "lampe citron vague moulin tissu orage"
TODAY = dt.date(2026, 11, 24)
DOSSIER = "Indu de RSA"
PACK = "caf-indu-rsa"
OLD = Path(__file__).parents[1] / "data" / "safe" / "v1"
OLD_PHRASE = "le coffre de la première version"
SMALLEST = Kdf(19_456, 1, 1)
_WHOLE = ("ballast", "manifest", "out.zip")  # never written in place: a link is enough of a copy


@dataclass
class Scene:
    """A safe in ``folder``/coffre, the key that opens it, and what was said while it was opened."""

    folder: Path
    key: bytes
    words: tuple[str, ...]
    phrase: str = PHRASE

    def __post_init__(self) -> None:
        self.said: list[str] = []

    @property
    def safe(self) -> SafeFolder:
        return SafeFolder(self.folder / "coffre")

    @property
    def out(self) -> Path:
        return self.folder / "out.zip"

    @property
    def restored(self) -> Path:
        return self.folder / "rendu.coffre"

    @property
    def door(self) -> Door:
        return Door(choose_kdf=lambda: SMALLEST, memory=self.folder / "memoire" / "vus")

    def tell(self, notice: Notice) -> None:
        """Hear what is said beside the answer."""
        self.said.append(notice.code)

    def entered(self) -> Entry:
        """Enter as a phrase does, without deriving anything."""
        return enter(self.safe, self._by_key, disk=Disk(), tell=self.tell)

    def _by_key(self, copies: Sequence[keystore.Copy]) -> keystore.Unlocked:
        keys = keystore.truth(copies, self.key)
        right = keystore.encode(keys, self.key)
        repair = any(copy.data != right for copy in copies)
        return keystore.Unlocked(self.key, keys, keys.slots[0].id, repair)

    def opened(self) -> Safe:
        """Open by the key, as far as the door goes after a phrase has proved right."""
        return self.door._open(self.entered(), TODAY, False)

    def by_phrase(self, typed: str) -> Safe:
        """Open as a person does."""
        return self.door.open(self.safe.path, typed, on=TODAY, tell=self.tell)

    def know(self, other: str) -> None:
        """Derive here what every run will: it begins with what this process knows."""
        for typed in (self.phrase, other, " ".join(self.words)):
            keystore.knows(keystore.read_copies(self.safe, Disk()), typed)

    def laid(self, at: Path) -> "Scene":
        """Return a copy, in the place of what is there."""
        shutil.rmtree(at, ignore_errors=True)
        at.mkdir()
        for path in sorted(self.folder.rglob("*")):  # no time, no right: FAT has none
            there = at / path.relative_to(self.folder)
            if path.is_dir():
                there.mkdir()
            else:
                _copy(path, there)
        return Scene(at, self.key, self.words, self.phrase)


def _copy(old: Path, new: Path) -> None:
    if old.name in _WHOLE:
        try:
            new.hardlink_to(old)
        except OSError:  # another file system, or FAT
            shutil.copyfile(old, new)
        return
    shutil.copyfile(old, new)


def worked_with(folder: Path) -> Scene:
    """Make a safe as a person has one after some days: papers, answers, backups, parity."""
    path = folder / "coffre"
    path.parent.mkdir(parents=True)
    door = Door(choose_kdf=lambda: SMALLEST)
    created = door.create(path, PHRASE, on=TODAY)
    with door.open(path, PHRASE, on=TODAY) as safe:
        key = bytes(safe._key)
        for number in range(1, 4):
            safe.add(
                bytes([number]) * (7_000 * number),
                title=f"Décision {number}",
                on=TODAY,
                kind="received",
                text=f"le cœur de la décision {number}",
                person="Ana Müller",
                dossier=DOSSIER,
            )
        safe.drafts.begin(PACK, '{"motif": "avant"}', on=TODAY, person="Ana Müller")
        safe.back_up_if_due(on=TODAY)
        safe.people.add("Béa Œdipe", on=TODAY)
        safe.back_up_here(on=TODAY)
        safe.people.add("Chloé Dernière", on=TODAY)
    scene = Scene(folder, key, created.recovery_words)
    with scene.opened() as safe:
        safe.backup(scene.out, on=TODAY)
    return scene


def of_before(folder: Path) -> Scene:
    """Lay the safe of the first format."""
    shutil.copytree(OLD, folder / "coffre")
    copies = keystore.read_copies(SafeFolder(folder / "coffre"), Disk())
    key = keystore.unlock(copies, OLD_PHRASE).key
    return Scene(folder, key, (), OLD_PHRASE)
