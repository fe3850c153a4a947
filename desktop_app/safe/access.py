"""Who may open the safe: adding, changing and removing slots, and changing the key itself."""

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.core.safe_reports import SlotInfo
from desktop_app.safe import keystore, members, stick_key, warnings
from desktop_app.safe.database import Database
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import (
    KeyringUnavailable,
    LastSlot,
    NotFound,
    PhraseNotText,
    SlotsFull,
    StickHoldsSafe,
    StickNeedsPhrase,
    StorageFailed,
    WordsOtherSafe,
    WordsUnknown,
    WrongPassphrase,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR, Kdf
from desktop_app.safe.keys import SLOT_LIMIT, KeyFile, encode
from desktop_app.safe.secret import (
    check_new_phrase,
    draw_recovery_words,
    phrase_bytes,
    words_bytes,
)
from desktop_app.safe.slots import Kind, Slot, wrap
from desktop_app.safe.stick_key import StickKey
from desktop_app.safe.system_keyring import Held, SystemKeyring, new_secret

_OFFERED, _PRINTED = "second-key-offered", "printed"
KIND_NAMES = {
    Kind.PASSPHRASE: "passphrase",
    Kind.WORDS: "recovery-words",
    Kind.KEYRING: "keyring",
    Kind.KEY_FILE: "key-file",
}


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A keyring's slot not in the safe yet, its secret, and this computer's former one."""

    slot: Slot
    secret: bytes = field(repr=False)
    former: Slot | None = None


class Access:
    """The slots of an open safe; the order in which a change is written is that of ``members``."""

    def __init__(
        self,
        *,
        folder: SafeFolder,
        database: Database,
        key: bytearray,
        keys: KeyFile,
        used: bytes,
        disk: Disk,
        choose_kdf: Callable[[], Kdf],
        keyring: SystemKeyring,
    ) -> None:
        self.keys = keys
        self.used = used
        self._folder = folder
        self._database = database
        self._key = key
        self._disk = disk
        self._choose_kdf = choose_kdf
        self._keyring = keyring

    def all(self) -> list[SlotInfo]:
        """Return every slot, in the order of the key file."""
        known = {
            slot: (name, day)
            for slot, name, day in self._database.rows(
                "SELECT slot, name, added_on FROM helper WHERE slot IS NOT NULL"
            )
        }
        return [
            SlotInfo(
                slot.id.hex(),
                KIND_NAMES[slot.kind],
                *known.get(slot.id, ("", "")),
                used=slot.id == self.used,
            )
            for slot in self.keys.slots
        ]

    @property
    def only_here(self) -> bool:
        """Whether nothing opens this safe but the keyring of one computer: no phrase, no words."""
        return all(slot.kind is Kind.KEYRING for slot in self.keys.slots)

    @property
    def by_phrase(self) -> bool:
        """Whether a phrase, or the words, are what opened this safe; no disk is read."""
        own = {Kind.PASSPHRASE, Kind.WORDS}
        keyring = any(one.id == self.used and one.kind is Kind.KEYRING for one in self.keys.slots)
        return not keyring and any(one.kind in own for one in self.keys.slots)

    @property
    def without_phrase(self) -> bool:
        """Whether no phrase opens this safe."""
        return all(slot.kind is not Kind.PASSPHRASE for slot in self.keys.slots)

    @property
    def without_words(self) -> bool:
        """Whether no recovery words open this safe."""
        return all(slot.kind is not Kind.WORDS for slot in self.keys.slots)

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
            WrongPassphrase, NotEnoughMemory.
        """
        if not self.proves(typed):
            raise WrongPassphrase
        slots = [slot.id for slot in self.keys.slots]
        warnings.warn(self._database, warnings.KEY_SHOWN, on, slots)
        return self._live_key().hex()

    def proves(self, typed: str) -> bool:
        """Tell whether a phrase, or the recovery words, open this safe; no disk is read.

        Where there are none, whoever is before the computer opens it without: all is right.

        Raises:
            NotEnoughMemory.
        """
        return self.only_here or self._opened_by(typed) is not None

    def phrase_opens(self, typed: str) -> bool:
        """Tell whether this is a phrase of this safe, and not its words; no disk is read.

        Raises:
            NotEnoughMemory.
        """
        return self._opened_by(typed) is Kind.PASSPHRASE

    def _opened_by(self, typed: str) -> Kind | None:
        copy = keystore.read_copy(encode(self.keys, self._live_key()))
        try:
            used = keystore.unlock((copy,), typed).slot
        except (WrongPassphrase, WordsUnknown, WordsOtherSafe, PhraseNotText):
            return None
        return next(slot.kind for slot in self.keys.slots if slot.id == used)

    def add_phrase(self, phrase: str, *, name: str, on: dt.date) -> str:
        """Let another phrase open the safe; return its slot's id.

        Raises:
            SlotsFull, PhraseTooShort, PhraseTooLong, PhraseTooCommon, NotEnoughMemory.
        """
        check_new_phrase(phrase)
        return self._add(Kind.PASSPHRASE, phrase_bytes(phrase), self._choose_kdf, name, on)

    def renew_words(self, *, on: dt.date) -> tuple[str, ...]:
        """Draw new recovery words; the former ones no longer open this safe."""
        words = draw_recovery_words()
        self.keep_words(words, on=on)
        return words

    def add_stick(self, stick: Path, *, name: str = "", on: dt.date) -> Path:
        """Write a file on a stick that opens the safe beside its phrase; return the file.

        Cut before the slot is in the key file, what is on the stick opens nothing.

        Raises:
            SlotsFull, StickNeedsPhrase, StickHoldsSafe; what the stick refuses.
        """
        self._expect_room(len(self.keys.slots))
        if not any(slot.kind.derived for slot in self.keys.slots):
            raise StickNeedsPhrase
        if stick_key.on_one_disk(stick, self._folder.path):
            raise StickHoldsSafe
        secret = stick_key.new_secret()
        slot = self._wrap(Kind.KEY_FILE, secret, FLOOR)
        key = StickKey(self.keys.safe_id, slot.id, secret)
        file = stick_key.write(stick, key, self._disk)
        try:
            self._let_in(slot, (*self.keys.slots, slot), on=on, name=name)
        except AppError:
            if slot not in self.keys.slots:
                with contextlib.suppress(OSError):
                    file.unlink()
            raise
        return file

    def forget_on(self, sticks: Sequence[Path], slot: str) -> bool:
        """Erase what opened a slot from the sticks that are plugged in; True when it was there."""
        return stick_key.erase(sticks, bytes.fromhex(slot), self._disk)

    def keep_words(self, words: tuple[str, ...], *, on: dt.date) -> None:
        """Let these words, already on a sheet, open the safe; the former ones no longer do."""
        slot = self._wrap(Kind.WORDS, words_bytes(" ".join(words)), FLOOR)
        others = tuple(known for known in self.keys.slots if known.kind is not Kind.WORDS)
        former = next((known for known in self.keys.slots if known.kind is Kind.WORDS), None)
        self._expect_room(len(others))
        self._let_in(slot, (*others, slot), on=on, former=former)

    def change_phrase(self, slot: str, phrase: str, *, on: dt.date) -> str:
        """Put another phrase in a slot; return the new slot's id.

        ``slot`` "" is the one that opened the safe, or its only phrase. Copies and backups made
        before still open with the former phrase.

        Raises:
            NotFound: no such slot, or several phrases and none was named.
        """
        check_new_phrase(phrase)
        former = self._phrase_slot(slot)
        new = self._wrap(Kind.PASSPHRASE, phrase_bytes(phrase), self._choose_kdf())
        slots = tuple(new if known == former else known for known in self.keys.slots)
        self._let_in(new, slots, on=on, former=former)
        return new.id.hex()

    def opens_without_phrase(self) -> bool:
        """Tell whether this computer's keyring holds what opens this safe.

        A keyring that does not answer holds nothing as far as anyone can tell.
        """
        return self._own_slot() is not None

    def open_without_phrase(self, *, on: dt.date) -> None:
        """Let this computer's keyring open the safe; the phrase still does.

        Three steps, for who must not wait: only ``put_in_keyring`` speaks to the keyring.

        Raises:
            SlotsFull, KeyringUnavailable.
        """
        self.take_keyring_slot(self.put_in_keyring(self.new_keyring_slot()), on=on)

    def new_keyring_slot(self) -> NewSlot:
        """Draw a secret and wrap the key with it; nothing is written.

        Raises:
            SlotsFull.
        """
        self._expect_room(len(self.keys.slots) - (self._has_keyring_slot()))
        secret = new_secret()
        slot = wrap(Kind.KEYRING, secret, self._live_key(), self.keys.safe_id, FLOOR)
        return NewSlot(slot, secret)

    def put_in_keyring(self, new: NewSlot) -> NewSlot:
        """Have the keyring hold the secret, and prove that it does; the safe is not touched.

        Raises:
            KeyringUnavailable.
        """
        former = self._own_slot()
        self._keyring.write(self.keys.safe_id, Held(new.slot.id, new.secret))
        return NewSlot(new.slot, new.secret, former)

    def take_keyring_slot(self, new: NewSlot, *, on: dt.date) -> None:
        """Write the slot, once its secret is in the keyring; this computer's former one goes."""
        rest = tuple(slot for slot in self.keys.slots if slot != new.former)
        self._expect_room(len(rest))
        self._let_in(new.slot, (*rest, new.slot), on=on, former=new.former)

    def ask_phrase_again(self, *, on: dt.date) -> None:
        """Take this computer's keyring slot away, and what the keyring holds.

        When the keyring does not answer, every keyring slot goes: what it still holds opens
        nothing then. In three steps too: the middle one alone writes the safe.
        """
        self.remove_keyring_slot(self.own_keyring_slot(), on=on)
        self.empty_keyring()

    def own_keyring_slot(self) -> str:
        """Return the id of this computer's slot; "" when the keyring does not tell."""
        own = self._own_slot()
        return own.id.hex() if own is not None else ""

    def remove_keyring_slot(self, slot: str, *, on: dt.date) -> None:
        """Take a keyring slot away; every one, when which is ours is not known ("")."""
        for known in self.keys.slots:
            if known.kind is Kind.KEYRING and slot in ("", known.id.hex()):
                self.remove(known.id.hex(), on=on)

    def empty_keyring(self) -> None:
        """Have the keyring forget; what a silent one still holds opens nothing."""
        with contextlib.suppress(KeyringUnavailable):
            self._keyring.forget(self.keys.safe_id)

    def remove(self, slot: str, *, on: dt.date) -> None:
        """Take a slot away; who had a copy of the safe keeps it.

        Raises:
            NotFound.
            LastSlot: no phrase would be left.
        """
        gone = self._slot(slot)
        rest = tuple(known for known in self.keys.slots if known != gone)
        if all(known.kind is not Kind.PASSPHRASE for known in rest):
            raise LastSlot
        self._write(rest)
        self._follow(on, gone=gone)

    def _has_keyring_slot(self) -> bool:
        return any(slot.kind is Kind.KEYRING for slot in self.keys.slots)

    def _own_slot(self) -> Slot | None:
        if not self._has_keyring_slot():
            return None
        try:
            held = self._keyring.read(self.keys.safe_id)
        except KeyringUnavailable:
            return None
        return next((s for s in self.keys.slots if held is not None and s.id == held.slot), None)

    def _add(
        self, kind: Kind, secret: bytes, kdf: Callable[[], Kdf], name: str, on: dt.date
    ) -> str:
        self._expect_room(len(self.keys.slots))
        slot = self._wrap(kind, secret, kdf())
        self._let_in(slot, (*self.keys.slots, slot), on=on, name=name)
        return slot.id.hex()

    def _wrap(self, kind: Kind, secret: bytes, kdf: Kdf) -> Slot:
        return wrap(kind, secret, self._live_key(), self.keys.safe_id, kdf)

    def _live_key(self) -> bytes:
        """Return the safe's key; a closed safe has none, and zeros must never seal a key file."""
        if not any(self._key):
            raise StorageFailed
        return bytes(self._key)

    def _let_in(
        self,
        slot: Slot,
        slots: tuple[Slot, ...],
        *,
        on: dt.date,
        name: str = "",
        former: Slot | None = None,
    ) -> None:
        """Let one more slot open, in the place of a former one or not (order: ``members``)."""
        self._live_key()  # a closed safe has no database either
        with self._database.act():
            members.name(self._database, slot.id, name, on)
        try:
            self._write(slots)
        except AppError:
            if slot not in self.keys.slots:
                with contextlib.suppress(AppError):
                    members.unname(self._database, slot.id)
            raise
        self._follow(on, gone=former, new=slot)

    def _write(self, slots: tuple[Slot, ...]) -> None:
        """Write the key file, unless it is no longer the one that we read."""
        self._database.expect_alone()
        keystore.expect_unchanged(self._folder, self._disk, self.keys, self._live_key())
        keys = self.keys.with_slots(slots)
        try:
            keystore.write(self._folder, self._disk, keys, self._live_key())
        except AppError:  # its name may have changed all the same: what is there is the truth
            copies = keystore.read_copies(self._folder, self._disk)
            self.keys = keystore.truth(copies, self._live_key())
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
            left = [slot.id for slot in self.keys.slots]
            warnings.follow(self._database, left)
            if gone is not None and new is not None and gone.id == self.used:
                self.used = new.id
            if changed := gone or new:
                others = [one for one in left if one != self.used and (not new or one != new.id)]
                code = f"{_became(gone, new)}-{KIND_NAMES[changed.kind]}"
                warnings.warn(self._database, code, on, others, who=who)

    def _expect_room(self, count: int) -> None:
        if count >= SLOT_LIMIT:
            raise SlotsFull(limit=SLOT_LIMIT)

    def _slot(self, slot: str) -> Slot:
        for known in self.keys.slots:
            if known.id.hex() == slot:
                return known
        raise NotFound(what="slot")

    def _phrase_slot(self, slot: str) -> Slot:
        if slot:
            found = self._slot(slot)
            if found.kind is Kind.PASSPHRASE:
                return found
            raise NotFound(what="slot")
        phrases = [known for known in self.keys.slots if known.kind is Kind.PASSPHRASE]
        used = [known for known in phrases if known.id == self.used]
        if used or len(phrases) == 1:
            return (used or phrases)[0]
        raise NotFound(what="slot")


def _became(gone: Slot | None, new: Slot | None) -> str:
    if gone is None:
        return warnings.ADDED
    return warnings.REMOVED if new is None else warnings.CHANGED
