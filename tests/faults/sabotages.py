"""Weaker programs, one of each family: the machine must see what each of them loses."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull
from desktop_app.safe import backups, database, disk, keystore, opening, parity, sqlite_errors
from desktop_app.safe.errors import KdfRefused, KeysDamaged
from tests.faults.gestures import NAMED
from tests.faults.refusing import KILL, KINDS, MEMORY, ROOM_LEFT, Kind

_KINDS = {kind.name: kind for kind in (*KINDS, MEMORY)}


@dataclass(frozen=True)
class Sabotage:
    """What is made worse, and where it must be seen."""

    name: str
    family: str
    gesture: str
    kind: Kind
    make: Callable[[], None]
    second: bool = False

    def __post_init__(self) -> None:
        assert self.gesture in NAMED


def _said_before_it_is_saved() -> None:
    """Every refusal of the disk is swallowed: what was asked is said to be done."""
    former = database.Database.act

    @contextlib.contextmanager
    def act(self: Any) -> Iterator[None]:
        with contextlib.suppress(AppError), former(self):
            yield

    database.Database.act = act  # type: ignore[method-assign]


def _written_in_place() -> None:
    """The key file is written over the former one, both copies by one gesture."""

    def write(folder: Any, _disk: Any, keys: Any, key: bytes) -> None:
        for path in folder.keys:
            path.write_bytes(b"")
        for path in folder.keys:
            path.write_bytes(keystore.encode(keys, key))

    keystore.write = write


def _quota_unknown() -> None:
    """A quota is one refusal among others."""
    import errno

    disk._REFUSALS.pop(errno.EDQUOT)


def _protection_is_full() -> None:
    """What is protected is said to be full."""
    import errno

    disk._REFUSALS[errno.EROFS] = DiskFull


def _damage_is_all() -> None:
    """A disk that does not let itself be read is called damage."""
    sqlite_errors.unreadable = backups.unreadable = lambda path: None


def _short_is_whole() -> None:
    """A disk that takes less than it was given is believed to have taken all."""

    def write_all(self: Any, descriptor: int, data: Any) -> None:
        self._write(descriptor, memoryview(data))

    disk.Disk.write_all = write_all  # type: ignore[method-assign]


def _never_finished() -> None:
    """A rotation that was cut after the keys had changed is not finished by the next opening."""
    opening.finish_swap = lambda folder, key, disk: None


def _wrong_for_damage() -> None:
    """What cannot be read is said to be of another phrase."""
    opening._is_former_key = lambda entry, disk: True


def _parity_unread() -> None:
    """A page is asked from no parity."""
    parity.Parity.rebuilt = parity.Parity.kept_page = (  # type: ignore[method-assign, assignment]
        lambda *_: None
    )


def later_version_unexpected() -> None:
    """A key file of a later version is one that nobody thought of."""

    def read_copy(data: bytes) -> keystore.Copy:
        try:
            return keystore.Copy(data, keystore.decode_keys(data), None)
        except (KeysDamaged, KdfRefused) as problem:
            return keystore.Copy(data, None, problem)

    keystore.read_copy = read_copy


OF_ROOM = Sabotage("a full disk passed over", "room", "person", ROOM_LEFT, _said_before_it_is_saved)
OF_FLIPS = ("damage said wrong phrase", _wrong_for_damage)
OF_PAGES = ("parity not read", _parity_unread)
OF_FUZZ = ("later version unexpected", "keys behind their digest")
SABOTAGES = (
    Sabotage("keys written in place", "kill", "change phrase", KILL, _written_in_place),
    Sabotage("refusals swallowed", "ENOSPC", "person", _KINDS["ENOSPC"], _said_before_it_is_saved),
    Sabotage("quota not known", "EDQUOT", "change phrase", _KINDS["EDQUOT"], _quota_unknown),
    Sabotage("protected said full", "EROFS", "change phrase", _KINDS["EROFS"], _protection_is_full),
    Sabotage("unread said damaged", "EIO", "person", _KINDS["EIO"], _damage_is_all),
    Sabotage("short said whole", "short", "change phrase", _KINDS["short"], _short_is_whole),
    Sabotage("rotation not finished", "twice", "rotate", KILL, _never_finished, second=True),
    Sabotage("memory passed over", "memory", "person", MEMORY, _said_before_it_is_saved),
)
