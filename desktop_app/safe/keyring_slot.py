"""Opening without a phrase on this computer: the slot that its keyring opens.

The keyring may ask its owner for a password, or never answer. So what speaks to it never writes the
safe, and what writes the safe never speaks to it: who must not wait takes the steps one by one.
"""

import contextlib
import datetime as dt
from dataclasses import dataclass, field

from desktop_app.safe.errors import KeyringUnavailable
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.live_slots import LiveSlots
from desktop_app.safe.slots import Kind, Slot
from desktop_app.safe.system_keyring import Held, SystemKeyring, new_secret


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A keyring's slot not in the safe yet, its secret, and this computer's former one."""

    slot: Slot
    secret: bytes = field(repr=False)
    former: Slot | None = None


class KeyringSlot:
    """Whether this computer's keyring opens the safe; it is let in, and out again."""

    def __init__(self, slots: LiveSlots, keyring: SystemKeyring) -> None:
        self._slots = slots
        self._keyring = keyring

    def opens(self) -> bool:
        """Tell whether this computer's keyring holds what opens this safe.

        A keyring that does not answer holds nothing as far as anyone can tell.
        """
        return self._own() is not None

    def let_in(self, *, on: dt.date) -> None:
        """Let this computer's keyring open the safe; the phrase still does.

        Raises:
            SlotsFull, KeyringUnavailable.
        """
        self.take(self.hold(self.draw()), on=on)

    def draw(self) -> NewSlot:
        """Draw a secret and wrap the key with it; nothing is written.

        Raises:
            SlotsFull.
        """
        self._slots.expect_room(len(self._slots.now) - bool(self._slots.of(Kind.KEYRING)))
        secret = new_secret()
        return NewSlot(self._slots.wrap(Kind.KEYRING, secret, FLOOR), secret)

    def hold(self, new: NewSlot) -> NewSlot:
        """Have the keyring hold the secret, and prove that it does; the safe is not touched.

        Raises:
            KeyringUnavailable.
        """
        former = self._own()
        self._keyring.write(self._slots.keys.safe_id, Held(new.slot.id, new.secret))
        return NewSlot(new.slot, new.secret, former)

    def take(self, new: NewSlot, *, on: dt.date) -> None:
        """Write the slot, once its secret is in the keyring; this computer's former one goes."""
        rest = tuple(slot for slot in self._slots.now if slot != new.former)
        self._slots.expect_room(len(rest))
        self._slots.let_in(new.slot, (*rest, new.slot), on=on, former=new.former)

    def ask_phrase_again(self, *, on: dt.date) -> None:
        """Take this computer's keyring slot away, and what the keyring holds.

        When the keyring does not answer, every keyring slot goes: what it still holds opens
        nothing then.
        """
        self.remove(self.own(), on=on)
        self.empty()

    def own(self) -> str:
        """Return the id of this computer's slot; "" when the keyring does not tell."""
        own = self._own()
        return own.id.hex() if own is not None else ""

    def remove(self, slot: str, *, on: dt.date) -> None:
        """Take a keyring slot away; every one, when which is ours is not known ("")."""
        for known in self._slots.of(Kind.KEYRING):
            if slot in ("", known.id.hex()):
                self._slots.remove(known.id.hex(), on=on)

    def empty(self) -> None:
        """Have the keyring forget; what a silent one still holds opens nothing."""
        with contextlib.suppress(KeyringUnavailable):
            self._keyring.forget(self._slots.keys.safe_id)

    def _own(self) -> Slot | None:
        found = self._slots.of(Kind.KEYRING)
        if not found:
            return None
        try:
            held = self._keyring.read(self._slots.keys.safe_id)
        except KeyringUnavailable:
            return None
        return next((slot for slot in found if held is not None and slot.id == held.slot), None)
