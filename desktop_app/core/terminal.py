"""What the manager of a public terminal decided of it: price of a page, time, languages, hours.

Read strictly from the text of the file that fixes the mode (``core/machine.py``): of a word that is
not understood nothing optional is kept, and the terminal says so to its manager. What is kept then
is the safest: public, nothing more.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.errors import AppError
from desktop_app.core.machine import Told

SHORTEST, LONGEST = 10, 480
"""Minutes that a session may be limited to: in less, nobody writes a letter."""
DEAREST = 500
"""Cents of a page: beyond, a comma was forgotten."""
_OPEN = re.compile(r"([1-7])(?:-([1-7]))? (\d\d):(\d\d)-(\d\d):(\d\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class TerminalWrong(AppError):
    """What is told of a terminal is not understood. ``name``: of the line; ``value``: of it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours of some days of the week (1 is Monday), from one minute of the day until another."""

    first: int
    last: int
    begins: dt.time
    ends: dt.time

    def __str__(self) -> str:
        days = f"{self.first}-{self.last}" if self.last != self.first else str(self.first)
        return f"{days} {self.begins:%H:%M}-{self.ends:%H:%M}"


@dataclass(frozen=True, slots=True)
class Terminal:
    """One terminal.

    Attributes:
        price: of a printed page, in cents; 0 where printing is free, or nothing is said.
        minutes: of a session at most; 0 without a limit.
        languages: offered, by their codes; without any, all that the program has.
        openings: when it may be used; without any, always.
        printers: that may be used, by their names; without any, all of the system.
        broken: the line of the file that was not understood; "" for none.
    """

    price: int = 0
    minutes: int = 0
    languages: tuple[str, ...] = ()
    openings: tuple[Opening, ...] = ()
    printers: tuple[str, ...] = ()
    broken: str = ""

    def told(self) -> dict[str, Told]:
        """Return it as it is written; what is not decided is left out."""
        written: dict[str, Told] = {
            "price_cents": self.price,
            "minutes": self.minutes,
            "languages": self.languages,
            "open": tuple(map(str, self.openings)),
            "printers": self.printers,
        }
        return {name: value for name, value in written.items() if value}

    def closes(self, now: dt.datetime) -> dt.datetime | None:
        """Return when the hours of now end; None where none are told, ``now`` when it is closed."""
        if not self.openings:
            return None
        ends = [
            one.ends
            for one in self.openings
            if one.first <= now.isoweekday() <= one.last and one.begins <= now.time() < one.ends
        ]
        return dt.datetime.combine(now.date(), max(ends), now.tzinfo) if ends else now

    def may_print_on(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the printers that may be used, of those there are."""
        return tuple(one for one in names if not self.printers or one in self.printers)


def read_terminal(told: Mapping[str, object]) -> Terminal:
    """Read the lines of the file; of one that is wrong, nothing optional is kept."""
    try:
        return terminal_of({name: one for name, one in told.items() if name != "mode"})
    except TerminalWrong as wrong:
        return Terminal(broken=str(wrong.parameters["name"]))


def terminal_of(told: Mapping[str, object]) -> Terminal:
    """Read the same, and say what is wrong.

    Raises:
        TerminalWrong.
    """
    if unknown := [name for name in told if name not in _LINES]:
        raise TerminalWrong(name=unknown[0], value="")
    return Terminal(
        _number(told, "price_cents", 1, DEAREST),
        _number(told, "minutes", SHORTEST, LONGEST),
        tuple(_language(one) for one in _words(told, "languages")),
        tuple(_opening(one) for one in _words(told, "open")),
        _words(told, "printers"),
    )


_LINES = ("price_cents", "minutes", "languages", "open", "printers")


def _number(told: Mapping[str, object], name: str, least: int, most: int) -> int:
    value = told.get(name)
    if value is None:
        return 0
    if type(value) is not int or not least <= value <= most:
        raise TerminalWrong(name=name, value=_shown(value))
    return value


def _words(told: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = told.get(name, ())
    if not isinstance(value, list | tuple):
        raise TerminalWrong(name=name, value=_shown(value))
    for one in value:
        if not isinstance(one, str) or not one.strip() or not one.isprintable():
            raise TerminalWrong(name=name, value=_shown(one))
    return tuple(value)


def _language(code: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise TerminalWrong(name="languages", value=_shown(code))
    return code


def _opening(words: str) -> Opening:
    found = _OPEN.fullmatch(words)
    try:
        if found is None:
            raise ValueError
        first, last, *hours = (int(one) if one else 0 for one in found.groups())
        opening = Opening(
            first, last or first, dt.time(hours[0], hours[1]), dt.time(hours[2], hours[3])
        )
        if opening.first > opening.last or opening.begins >= opening.ends:
            raise ValueError
    except ValueError:
        raise TerminalWrong(name="open", value=_shown(words)) from None
    return opening


def _shown(value: object) -> str:
    return str(value)[:40]
