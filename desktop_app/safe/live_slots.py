"""The slots of an open safe, and the order in which a change of them is written."""

import contextlib
import datetime as dt
from collections.abc import Callable

from desktop_app.core.errors import AppError
from desktop_app.safe import keystore, members, warnings
from desktop_app.safe.database import Database
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import LastSlot, NotFound, SlotsFull, StorageFailed
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import Kdf
from desktop_app.safe.keys import SLOT_LIMIT, KeyFile
from desktop_app.safe.slots import KIND_NAMES, Kind, Slot, wrap


class LiveSlots:
    """What opens the safe now. A change is written in the order that ``members`` tells.

    Attributes:
        keys: the key file, as it is on the disk.
        kind_names: what members are told that a way in is.
        used: the id of the slot that opened.
        role_of: says what the row of a new way in is, where there is an office.
    """

    def __init__(
        self,
        *,
        folder: SafeFolder,
        database: Database,
        key: bytearray,
        keys: KeyFile,
        used: bytes,
        disk: Disk,
    ) -> None:
        self.keys = keys
        self.used = used
        self.role_of: Callable[[Kind], str] = lambda _kind: ""
        self.folder = folder
        self.kind_names = KIND_NAMES
        self._database = database
        self._key = key
        self._disk = disk

    @property
    def now(self) -> tuple[Slot, ...]:
        """Every slot, in the order of the key file."""
        return self.keys.slots

    def of(self, kind: Kind) -> tuple[Slot, ...]:
        """Return the slots of one kind."""
        return tuple(slot for slot in self.now if slot.kind is kind)

    def one(self, slot: str) -> Slot:
        """Return the slot of this id.

        Raises:
            NotFound.
        """
        for known in self.now:
            if known.id.hex() == slot:
                return known
        raise NotFound(what="slot")

    def live_key(self) -> bytes:
        """Return the safe's key; a closed safe has none, and zeros must never seal a key file."""
        if not any(self._key):
            raise StorageFailed
        return bytes(self._key)

    def wrap(self, kind: Kind, secret: bytes, kdf: Kdf, id_: bytes = b"") -> Slot:
        """Wrap the key of the safe in a new slot; nothing is written."""
        return wrap(kind, secret, self.live_key(), self.keys.safe_id, kdf, id_=id_)

    def expect_room(self, count: int) -> None:
        """Refuse one slot more than these.

        Raises:
            SlotsFull.
        """
        if count >= SLOT_LIMIT:
            raise SlotsFull(limit=SLOT_LIMIT)

    def add(self, slot: Slot, *, name: str, on: dt.date) -> None:
        """Let one more slot open, under the name of who has it."""
        self.let_in(slot, (*self.now, slot), on=on, name=name)

    def let_in(
        self,
        slot: Slot,
        slots: tuple[Slot, ...],
        *,
        on: dt.date,
        name: str = "",
        former: Slot | None = None,
    ) -> None:
        """Let a slot open, in the place of a former one or not; ``slots``: all that open then."""
        self.live_key()  # a closed safe has no database either
        with self._database.act():
            members.name(self._database, slot.id, name, on, self.role_of(slot.kind))
        try:
            self._write(slots)
        except AppError:
            if slot not in self.now:
                with contextlib.suppress(AppError):
                    members.unname(self._database, slot.id)
            raise
        self._follow(on, gone=former, new=slot)

    def remove(self, *slots: str, on: dt.date) -> None:
        """Take slots away, all in one change; who had a copy of the safe keeps it.

        Raises:
            NotFound.
            LastSlot: no phrase would be left.
        """
        gone = [self.one(slot) for slot in slots]
        rest = tuple(known for known in self.now if known not in gone)
        needed = Kind.PASSPHRASE
        if not self.of(needed) and all(one.kind is Kind.KEY_FILE for one in gone):
            needed = Kind.KEY_FILE  # a circle: its readers' phrases open it by theirs
        if all(known.kind is not needed for known in rest):
            raise LastSlot
        self._write(rest)
        first = next((one for one in gone if one.kind is Kind.PASSPHRASE), gone[0])
        self._follow(on, gone=first)

    def _write(self, slots: tuple[Slot, ...]) -> None:
        """Write the key file, unless it is no longer the one that we read."""
        self._database.expect_alone()
        keystore.expect_unchanged(self.folder, self._disk, self.keys, self.live_key())
        keys = self.keys.with_slots(slots)
        try:
            keystore.write(self.folder, self._disk, keys, self.live_key())
        except AppError:  # its name may have changed all the same: what is there is the truth
            copies = keystore.read_copies(self.folder, self._disk)
            self.keys = keystore.truth(copies, self.live_key())
            raise
        self.keys = keys

    def _follow(self, on: dt.date, *, gone: Slot | None = None, new: Slot | None = None) -> None:
        """Have the database say what the key file says now, and every other member be told."""
        with self._database.act():
            who = members.named_as(self._database, gone or new)
            if gone is not None and new is not None:
                members.hand_over(self._database, gone.id, new.id, on)
                warnings.hand_over(self._database, gone.id, new.id)
            members.follow(self._database, self.keys, on)
            left = [slot.id for slot in self.now]
            warnings.follow(self._database, left)
            if gone is not None and new is not None and gone.id == self.used:
                self.used = new.id
            if changed := gone or new:
                others = [one for one in left if one != self.used and (not new or one != new.id)]
                code = f"{_became(gone, new)}-{self.kind_names[changed.kind]}"
                warnings.warn(self._database, code, on, others, who=who)


def _became(gone: Slot | None, new: Slot | None) -> str:
    if gone is None:
        return warnings.ADDED
    return warnings.REMOVED if new is None else warnings.CHANGED
