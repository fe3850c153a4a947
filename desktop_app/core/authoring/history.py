"""Undo and redo: the values that a person's gestures gave, one after the other."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class History(Generic[Value]):
    """The present value, those before it and those undone.

    Attributes:
        gesture: what gave the present value; "" is never continued.
    """

    present: Value
    past: tuple[Value, ...] = ()
    future: tuple[Value, ...] = ()
    gesture: str = ""

    def do(self, value: Value, gesture: str = "") -> "History[Value]":
        """Return the history with one more value; the same value again adds nothing.

        Args:
            gesture: a name; the same one again continues it, so that one undo takes back a whole
                walk of the arrow keys.
        """
        if value == self.present:
            return self
        if gesture and gesture == self.gesture and self.past:
            return replace(self, present=value, future=())
        return History(value, (*self.past, self.present), (), gesture)

    def undo(self) -> "History[Value]":
        """Return to the value before, when there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> "History[Value]":
        """Return to the value that was undone last, when there is one."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
