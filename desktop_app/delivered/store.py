"""The deliveries of packs in place: one folder each, its former version beside it.

``base/programme/NAME`` holds those of the publishers set at build, which renew our own packs;
``base/autres/NAME`` those of publishers that a person accepted, which add to them.
"""

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.core.delivery import Installed, PackDelivery
from desktop_app.core.errors import AppError
from desktop_app.delivered import errors, packs, placing
from desktop_app.delivered.archive import MEGABYTE, PACKED
from desktop_app.delivered.minisign import read_public_key
from desktop_app.delivered.placing import Progress
from desktop_app.delivered.publishers import Publishers
from desktop_app.files import FileTooBig, read_file

OURS, OTHERS = "programme", "autres"
_SMALL = 4096


class Deliveries:
    """Implements ``workflow.arriving.Deliveries`` over a folder.

    Args:
        base: where deliveries stand.
        publishers: whom they may come from.
        program_made_on: of ours, one made before the program is no longer used.
        managed: only who may write in ``base``, made by the computer's manager, puts any there.
    """

    def __init__(
        self,
        base: Path,
        publishers: Publishers,
        *,
        managed: bool,
        program_made_on: dt.date = dt.date.min,
    ) -> None:
        self._base, self._publishers, self._managed = base, publishers, managed
        self._program_made_on = program_made_on

    @property
    def may_change(self) -> bool:
        """Whether who uses the program may put deliveries in place here."""
        if not self._managed:
            return True
        above = next(one for one in (self._base, *self._base.parents) if os.access(one, os.F_OK))
        return os.access(above, os.W_OK)

    def read(self, path: str) -> PackDelivery:
        """Return what a file delivers, every byte verified; nothing is written.

        Raises:
            Those of ``read_file`` and of ``read_delivery``; DeliveryOlder, DeliveryAlreadyHere,
            DeliveryOfAnother.
        """
        try:
            data = read_file(path, PACKED)
        except FileTooBig as error:
            raise errors.ArchiveTooBig(limit_mb=PACKED // MEGABYTE) from error
        found = packs.read_delivery(data, self._publishers)
        here = {one.name: one for one in self.installed()}.get(found.name)
        if here is None:
            return found
        self._expect_same_publisher(found, Path(here.folder))
        if packs.is_older(found.version, here.version):
            raise errors.DeliveryOlder(here=here.version, there=found.version)
        if not packs.is_older(here.version, found.version):
            raise errors.DeliveryAlreadyHere(here=here.version)
        return replace(found, former=here.version)

    def stage(self, delivery: PackDelivery, progress: Progress) -> str:
        """Write it whole in a hidden folder, which nothing reads yet; return that folder.

        Raises:
            UpdateByManager; DiskFull, ReadOnly, MediaRemoved, NotWritten.
        """
        if not self.may_change:
            raise errors.UpdateByManager
        target = self._place(delivery)
        placing.sweep(target.parent)
        part = placing.written(target, delivery.texts, shared=self._managed, progress=progress)
        return str(part)

    def give_up(self, staged: str) -> None:
        """Erase what was staged."""
        placing.sweep(Path(staged).parent)

    def put(self, delivery: PackDelivery, staged: str) -> None:
        """Have it be used from now on; the former version stays beside it, to come back to.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, NotWritten: the former one is used still.
        """
        self._publishers.pin(delivery.publisher.name, read_public_key(delivery.key))
        placing.put(Path(staged), self._place(delivery))

    def undo(self, name: str) -> None:
        """Come back to the former version; without one, take the delivery away.

        Raises:
            NothingToUndo, UpdateByManager; ReadOnly, MediaRemoved, NotWritten.
        """
        if not self.may_change:
            raise errors.UpdateByManager
        found = next((one for one in self.installed() if one.name == name), None)
        if found is None or not placing.undo(Path(found.folder)):
            raise errors.NothingToUndo

    def installed(self) -> tuple[Installed, ...]:
        """Return the deliveries in place, those that renew our packs first."""
        return tuple(self._installed())

    def _installed(self) -> Iterator[Installed]:
        for shelf in (OURS, OTHERS):
            for folder in self._folders(self._base / shelf):
                try:
                    title, publisher, version, day = _header(folder)
                except AppError:
                    continue  # not one of ours, or damaged: nothing of it is used
                former = _version(placing.beside(folder, placing.FORMER))
                ours = shelf == OURS
                used = not ours or day >= self._program_made_on
                yield Installed(
                    folder.name, title, publisher, version, day, str(folder), ours, former, used
                )

    def _folders(self, shelf: Path) -> list[Path]:
        try:
            names = {one.name.removesuffix(placing.FORMER) for one in shelf.iterdir()}
        except OSError:
            return []
        return [
            placing.in_place(shelf / name)
            for name in sorted(names)
            if not name.startswith(".") and not name.endswith(placing.GONE)
        ]

    def _place(self, delivery: PackDelivery) -> Path:
        shelf = OURS if delivery.publisher.standing == "ours" else OTHERS
        return self._base / shelf / delivery.name

    def _expect_same_publisher(self, found: PackDelivery, folder: Path) -> None:
        kept = read_file(folder / packs.KEY, _SMALL).decode("ascii", "replace")
        if read_public_key(kept).text != found.key:
            raise errors.DeliveryOfAnother


def _header(folder: Path) -> tuple[str, str, str, dt.date]:
    return packs.header(read_file(folder / packs.DESCRIPTION, _SMALL))


def _version(folder: Path) -> str:
    try:
        return _header(folder)[2]
    except AppError:
        return ""
