"""The safes that this computer knows: those of its own folder, and those opened elsewhere."""

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import AppError
from desktop_app.core.record import record
from desktop_app.files import MediaRemoved
from desktop_app.safe.disk import Disk, Unusable
from desktop_app.safe.errors import PublicTerminal
from desktop_app.safe.folder import SafeFolder

if TYPE_CHECKING:
    from desktop_app.safe.stick_key import StickKey

SUFFIX = ".coffre"
_ELSEWHERE = "elsewhere.json"
_LIMIT = 1 << 20
_KEPT = 20


@record(frozen=True)
class KnownSafe:
    """A safe that can be opened now.

    ``used_on``: last change of its files; ``here``: in our own folder.
    """

    path: Path
    used_on: dt.date
    here: bool


class KnownSafes:
    """Draws the names of new safes and finds those there are; nothing is read inside them.

    Args:
        home: the folder of this computer's safes; None knows and keeps nothing (public terminal).
        sticks: tells where the USB sticks plugged in are: a safe on one is found there, though
            nothing on this computer tells of it.
    """

    def __init__(
        self,
        home: Path | None,
        disk: Disk | None = None,
        sticks: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        self._home = home
        self._sticks = sticks
        self._disk = disk or Disk()

    def all(self) -> list[KnownSafe]:
        """Return the safes that can be opened now, the one used last first.

        A safe on a key that is not plugged in is left out, and comes back with the key.
        """
        if self._home is None:
            return []
        here = sorted(self._home.glob(f"*{SUFFIX}")) if self._home.is_dir() else []
        found = [known for path in here if (known := _known(path, here=True))]
        away = dict.fromkeys([*self._elsewhere(), *self._on_sticks()])
        found += [known for path in away if (known := _known(path, here=False))]
        return [known for _time, known in sorted(found, key=lambda one: one[0], reverse=True)]

    def new(self, folder: Path | None = None) -> Path:
        """Draw the folder of a new safe: a random name, in our folder or in the one chosen.

        Raises:
            PublicTerminal: no safe is made here.
        """
        if self._home is None:
            raise PublicTerminal
        import secrets  # brings OpenSSL: not to look which safes there are

        from desktop_app.safe.workplace import sweep

        sweep(self._home)
        return (folder or self._home) / f"{secrets.token_hex(8)}{SUFFIX}"

    def remember(self, path: Path) -> None:
        """Remember a safe that was opened outside our folder; failing to is said to nobody."""
        path = path.absolute()
        if self._home is not None and path.parent != self._home.absolute():
            self._write([path, *(other for other in self._elsewhere() if other != path)][:_KEPT])

    def on_a_stick(self, path: Path) -> bool:
        """Tell whether this is on a stick that is plugged in now."""
        return any(path.is_relative_to(stick) for stick in self._sticks())

    def stick_keys(self) -> "tuple[StickKey, ...]":
        """Return the files that open a safe, on the sticks that are plugged in now.

        Raises:
            StickKeyMissing, StickKeyDamaged, SafeNewer: none can be used.
        """
        from desktop_app.safe import stick_key  # few have one: not before the first paint

        return stick_key.on(self._sticks(), self._disk)

    def sticks(self) -> Sequence[Path]:
        """Return the sticks that are plugged in now."""
        return self._sticks()

    def expect_stick(self, path: Path) -> None:
        """Raise MediaRemoved where it is not: its folder may stay, on the computer's disk."""
        if not self.on_a_stick(path):
            raise MediaRemoved

    def forget(self, path: Path) -> None:
        """Forget a safe of elsewhere that was erased."""
        known = self._elsewhere()
        if (path := path.absolute()) in known:
            self._write([other for other in known if other != path])

    def _write(self, known: list[Path]) -> None:
        if self._home is None:
            return
        import json

        with contextlib.suppress(AppError, OSError):
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            content = json.dumps([str(one) for one in known]).encode("utf-8", "surrogateescape")
            self._disk.write(self._home / _ELSEWHERE, [content])

    def _on_sticks(self) -> list[Path]:
        found: list[Path] = []
        for stick in self._sticks():
            with contextlib.suppress(OSError):
                found += sorted(stick.glob(f"*{SUFFIX}"))
        return found

    def _elsewhere(self) -> list[Path]:
        if self._home is None:
            return []
        try:
            written = self._disk.read(self._home / _ELSEWHERE, _LIMIT)
        except (OSError, Unusable):
            return []
        import json  # few computers know a safe elsewhere: not before the first paint

        try:
            found = json.loads(written)
        except (ValueError, RecursionError):
            return []
        if not isinstance(found, list):
            return []
        return [Path(one) for one in found[:_KEPT] if isinstance(one, str)]


def _known(path: Path, *, here: bool) -> tuple[float, KnownSafe] | None:
    """Return what is seen of a safe from outside, and when it was used, to the second at least.

    None when there is no safe there.
    """
    folder = SafeFolder(path)
    try:
        folder.expect_safe()
        times = [p.stat().st_mtime for p in (folder.database, *folder.keys) if p.exists()]
    except (AppError, OSError, ValueError):
        return None
    last = max(times, default=0.0)
    used = dt.datetime.fromtimestamp(last).date()  # noqa: DTZ006 (a day, here)
    return last, KnownSafe(path, used, here)
