"""Who may open the safe: what members know or carry, added, changed, proved and taken away."""

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.safe_reports import SlotInfo
from desktop_app.files import NotWritten
from desktop_app.safe import keystore, own_secret, stick_key, warnings
from desktop_app.safe.database import Database
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import (
    NotFound,
    PhraseNotText,
    StickHoldsSafe,
    StickNeedsPhrase,
    WordsOtherSafe,
    WordsUnknown,
    WrongPassphrase,
)
from desktop_app.safe.kdf import FLOOR, Kdf
from desktop_app.safe.keyring_slot import KeyringSlot
from desktop_app.safe.keys import encode
from desktop_app.safe.live_slots import LiveSlots
from desktop_app.safe.secret import (
    check_new_phrase,
    draw_recovery_words,
    phrase_bytes,
    words_bytes,
)
from desktop_app.safe.slots import KIND_NAMES, Kind, Slot, own_of
from desktop_app.safe.stick_key import StickKey
from desktop_app.safe.system_keyring import SystemKeyring
from desktop_app.safe.team import Team

_OFFERED, _PRINTED = "second-key-offered", "printed"


class Access:
    """What opens the safe, as its members see it.

    Attributes:
        slots: the key file's, and the order in which they change.
        keyring: this computer's.
        own: what the phrase that opened it gives besides (``own_secret.py``); empty by another way.
    """

    def __init__(
        self,
        slots: LiveSlots,
        database: Database,
        *,
        disk: Disk,
        choose_kdf: Callable[[], Kdf],
        keyring: SystemKeyring,
        team: Team,
        own: bytearray,
    ) -> None:
        self.slots, self._team = slots, team
        self.own = own
        self.keyring = KeyringSlot(slots, keyring)
        self._database = database
        self._disk = disk
        self._choose_kdf = choose_kdf

    def all(self) -> list[SlotInfo]:
        """Return every slot, in the order of the key file."""
        known = {
            slot: (name, day)
            for slot, name, day in self._database.rows(
                "SELECT h.slot, coalesce(nullif(h.name, ''), o.name, ''), h.added_on FROM helper h"
                " LEFT JOIN helper o ON h.role = 'way:' || o.uid WHERE h.slot IS NOT NULL"
            )
        }
        return [
            SlotInfo(
                slot.id.hex(),
                KIND_NAMES[slot.kind],
                *known.get(slot.id, ("", "")),
                used=slot.id == self.slots.used,
            )
            for slot in self.slots.now
        ]

    @property
    def my_name(self) -> str:
        """The name under which the slot that opened is known; "" where it has none."""
        return self._team.working()[1]

    def go_on_as(self, typed: str) -> tuple[Notice, ...]:
        """Let the helper whose phrase this is go on at this computer; no disk is read.

        Her acts bear her name from now on. Return what she has not read.

        Raises:
            WrongPassphrase: it is no phrase of this safe; the recovery words are nobody's.
            NotEnoughMemory.
        """
        known = self._unlocked(typed)
        if known is None or self._kind(known) is not Kind.PASSPHRASE:
            raise WrongPassphrase
        self.slots.used, self.own[:] = known.slot, known.own
        self._team.resume()
        return tuple(warnings.for_member(self._database, known.slot))

    @property
    def only_here(self) -> bool:
        """Whether nothing opens this safe but the keyring of one computer: no phrase, no words."""
        return all(slot.kind is Kind.KEYRING for slot in self.slots.now)

    @property
    def by_phrase(self) -> bool:
        """Whether a phrase, or the words, are what opened this safe; no disk is read."""
        own = {Kind.PASSPHRASE, Kind.WORDS}
        keyring = any(one.id == self.slots.used for one in self.slots.of(Kind.KEYRING))
        return not keyring and any(one.kind in own for one in self.slots.now)

    @property
    def without_phrase(self) -> bool:
        """Whether no phrase opens this safe."""
        return not self.slots.of(Kind.PASSPHRASE)

    @property
    def without_words(self) -> bool:
        """Whether no recovery words open this safe."""
        return not self.slots.of(Kind.WORDS)

    def second_key_offered(self, *, printed: bool = False) -> bool:
        """Tell whether a second key was offered already, whatever was said to it.

        ``printed``: once a letter was printed.
        """
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (_OFFERED,))
        return found == _PRINTED if printed else found is not None

    def offer_second_key(self, *, printed: bool = False) -> None:
        """Note that it was offered; ``printed``: once a letter was, after which it is no more."""
        with self._database.act():
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE ?2 = ?3",
                (_OFFERED, _PRINTED if printed else "1", _PRINTED),
            )

    def in_clear(self, typed: str, *, on: dt.date) -> str:
        """Return the safe's own key in hexadecimal, to who proves once more that she may open.

        Every member is told of it first: nothing but a rotation takes that key back.

        Raises:
            OnlyResponsable: of an office. WrongPassphrase, NotEnoughMemory.
        """
        self._team.expect_responsable()
        if not self.proves(typed):
            raise WrongPassphrase
        slots = [slot.id for slot in self.slots.now]
        warnings.warn(self._database, warnings.KEY_SHOWN, on, slots)
        return self.slots.live_key().hex()

    def proves(self, typed: str) -> bool:
        """Tell whether a phrase, or the recovery words, open this safe; no disk is read.

        Where there are none, whoever is before the computer opens it without: all is right.

        Raises:
            NotEnoughMemory.
        """
        return self.only_here or self._opened_by(typed) is not None

    def is_anothers(self, typed: str) -> bool:
        """Tell whether this is the phrase of a helper who is not at work; no disk is read.

        Raises:
            NotEnoughMemory.
        """
        known = self._unlocked(typed)
        if known is None or self._kind(known) is not Kind.PASSPHRASE:
            return False
        return self._team.owner(known.slot) != self._team.working()[0]

    def phrase_opens(self, typed: str) -> bool:
        """Tell whether this is a phrase of this safe, and not its words; no disk is read.

        Raises:
            NotEnoughMemory.
        """
        return self._opened_by(typed) is Kind.PASSPHRASE

    def _opened_by(self, typed: str) -> Kind | None:
        known = self._unlocked(typed)
        return None if known is None else self._kind(known)

    def _kind(self, known: keystore.Unlocked) -> Kind:
        return next(slot.kind for slot in self.slots.now if slot.id == known.slot)

    def _unlocked(self, typed: str) -> keystore.Unlocked | None:
        """Return what this opens of the safe that is open; None where it opens nothing of it."""
        copy = keystore.read_copy(encode(self.slots.keys, self.slots.live_key()))
        try:
            return keystore.unlock((copy,), typed)
        except (WrongPassphrase, WordsUnknown, WordsOtherSafe, PhraseNotText):
            return None

    def add_phrase(self, phrase: str, *, name: str, on: dt.date) -> str:
        """Let another phrase open the safe; return its slot's id.

        Raises:
            SlotsFull, PhraseTooShort, PhraseTooLong, PhraseTooCommon, NotEnoughMemory.
            OnlyResponsable, NameMissing, NameTaken: of an office.
        """
        self._team.expect_responsable()
        name = self._team.checked_name(name)
        check_new_phrase(phrase)
        self.slots.expect_room(len(self.slots.now))
        slot = self.slots.wrap(Kind.PASSPHRASE, phrase_bytes(phrase), self._choose_kdf())
        self.slots.add(slot, name=name, on=on)
        return slot.id.hex()

    def renew_words(self, *, on: dt.date) -> tuple[str, ...]:
        """Draw new recovery words; the former ones no longer open this safe."""
        words = draw_recovery_words()
        self.keep_words(words, on=on)
        return words

    def add_stick(self, stick: Path, *, name: str = "", on: dt.date) -> Path:
        """Write a file on a stick that opens the safe beside its phrase; return the file.

        Cut before the slot is in the key file, what is on the stick opens nothing.

        Raises:
            SlotsFull, StickNeedsPhrase, NotWritten, StickHoldsSafe; what the stick refuses.
        """
        self.slots.expect_room(len(self.slots.now))
        if not any(slot.kind.derived for slot in self.slots.now):
            raise StickNeedsPhrase
        if not stick.is_dir():
            raise NotWritten
        if stick_key.on_one_disk(stick, self.slots.folder.path):
            raise StickHoldsSafe
        secret = stick_key.new_secret()
        slot = self.slots.wrap(Kind.KEY_FILE, secret, FLOOR)
        key = StickKey(self.slots.keys.safe_id, slot.id, secret)
        file = stick_key.write(stick, key, self._disk)
        try:
            self.slots.add(slot, name=name, on=on)
        except AppError:
            if slot not in self.slots.now:
                with contextlib.suppress(OSError):
                    file.unlink()
            raise
        return file

    def forget_on(self, sticks: Sequence[Path], slot: str) -> bool:
        """Erase what opened a slot from the sticks that are plugged in; True when it was there."""
        return stick_key.erase(sticks, bytes.fromhex(slot), self._disk)

    def keep_words(self, words: tuple[str, ...], *, on: dt.date) -> None:
        """Let these words, already on a sheet, open the safe; the former ones no longer do.

        Raises:
            OnlyResponsable: of an office; SlotsFull.
        """
        self._team.expect_responsable()
        slot = self.slots.wrap(Kind.WORDS, words_bytes(" ".join(words)), FLOOR)
        others = tuple(known for known in self.slots.now if known.kind is not Kind.WORDS)
        former = next(iter(self.slots.of(Kind.WORDS)), None)
        self.slots.expect_room(len(others))
        self.slots.let_in(slot, (*others, slot), on=on, former=former)

    def change_phrase(self, slot: str, phrase: str, *, on: dt.date) -> str:
        """Put another phrase in a slot; return the new slot's id.

        ``slot`` "" is the one that opened the safe, or its only phrase. Copies and backups made
        before still open with the former phrase.

        Raises:
            NotFound: no such slot, or several phrases and none was named.
            OnlyResponsable: somebody else's, in an office.
        """
        check_new_phrase(phrase)
        former = self._phrase_slot(slot)
        self._team.expect_own(former.id)
        new = self.slots.wrap(Kind.PASSPHRASE, phrase_bytes(phrase), self._choose_kdf())
        mine = former.id == self.slots.used and any(self.own)
        if mine and self.slots.folder.circle_folders():
            renewed = self.hand_over_own(phrase)(self._database, new)
            self._let_in_place(new, former, on)
            self.own[:] = renewed
        else:
            self._let_in_place(new, former, on)
            if mine:  # no circle: what it gives is not computed, which is slow
                self.own.clear()
        return new.id.hex()

    def hand_over_own(self, phrase: str) -> Callable[[Database, Slot], bytes]:
        """Return what has the slot of another phrase of hers know what this one gives.

        Slots of circles are handed over when they are opened next.
        """
        known = (bytes(self.own), *self.former_own()) if any(self.own) else ()

        def keep(database: Database, slot: Slot) -> bytes:
            renewed = own_of(slot, phrase_bytes(phrase))
            own_secret.keep_former(database, renewed, slot.id, known)
            return renewed

        return keep

    def former_own(self) -> list[bytes]:
        """Return what her former phrases gave, while slots of circles still open by it."""
        return own_secret.former_of(self._database, bytes(self.own), self.slots.used)

    def forget_former_own(self) -> None:
        """Every circle was handed over to the phrase of now."""
        own_secret.forget_former(self._database, self.slots.used)

    def add_reader(self, reader: StickKey, *, name: str, on: dt.date) -> str:
        """Let a helper's own phrase open this circle; return her slot's id.

        Raises:
            SlotsFull.
        """
        if any(slot.id == reader.slot for slot in self.slots.now):
            return reader.slot.hex()
        self.slots.expect_room(len(self.slots.now))
        slot = self.slots.wrap(Kind.KEY_FILE, reader.secret, FLOOR, reader.slot)
        self.slots.add(slot, name=name, on=on)
        return slot.id.hex()

    def _let_in_place(self, new: Slot, former: Slot, on: dt.date) -> None:
        slots = tuple(new if known == former else known for known in self.slots.now)
        self.slots.let_in(new, slots, on=on, former=former)

    def remove(self, slot: str, *, on: dt.date) -> None:
        """Take a slot away; who had a copy of the safe keeps it.

        Raises:
            NotFound, LastSlot; OnlyResponsable, LastResponsable: of an office.
        """
        self._team.expect_removable(self.slots.one(slot).id)
        self.slots.remove(slot, on=on)

    def _phrase_slot(self, slot: str) -> Slot:
        if slot:
            found = self.slots.one(slot)
            if found.kind is Kind.PASSPHRASE:
                return found
            raise NotFound(what="slot")
        phrases = self.slots.of(Kind.PASSPHRASE)
        used = tuple(known for known in phrases if known.id == self.slots.used)
        if used or len(phrases) == 1:
            return (used or phrases)[0]
        raise NotFound(what="slot")
