"""Texts and conditions of packs: compiled once, then rendered with answers.

Rules, told to authors in ``forms/README.md``:

* an answer that is unknown ("je ne sais pas") or absent **equals nothing and is false**: ``==``,
  ``<`` and ``in`` are false with it, hence ``!=`` and ``not`` are true;
* written in a text it leaves a blank to fill by pen, and its name is reported as missing;
* a name alone holds when the answer is "oui", or when any answer was given;
* "oui" and "non" compare with yes/no answers; ``"2026-01-31"`` compares with dates.
"""

import datetime as dt
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from desktop_app.core.language import syntax
from desktop_app.core.language.elision import before
from desktop_app.core.language.filters import FILTERS, words
from desktop_app.core.language.typography import BLANK
from desktop_app.core.unknown import UNKNOWN, Unknown

Values = Mapping[str, object]


class Rendered(NamedTuple):
    """A text with its answers.

    ``missing`` names the answers left as blanks, ``written`` those that were printed.
    """

    text: str
    missing: tuple[str, ...]
    written: tuple[str, ...]


class _Blank(Unknown):
    """What an unknown or absent answer becomes while it is evaluated."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled ``when``; the empty one always holds."""

    expression: syntax.Expression | None

    @property
    def names(self) -> frozenset[str]:
        """Return the names it uses."""
        return frozenset(syntax.names_in(self.expression)) if self.expression else frozenset()

    def holds(self, values: Values) -> bool:
        """Tell whether it holds with these answers."""
        return self.expression is None or _true(_value(self.expression, values))


@dataclass(frozen=True, slots=True)
class Text:
    """A compiled text."""

    pieces: tuple[syntax.Piece, ...]

    @property
    def names(self) -> frozenset[str]:
        """Return the names it uses, in conditions too."""
        return frozenset(name for piece in self.pieces for name in syntax.names_in(piece))

    def render(self, values: Values, blank: str = BLANK, *, as_lines: bool = False) -> Rendered:
        """Return the text with these answers; lines are joined as ``forms/README.md`` says.

        Args:
            values: question id -> typed answer; UNKNOWN and absent leave ``blank``.
            blank: what an answer to fill by pen looks like.
            as_lines: line breaks of the text stay, as in a box of several lines.
        """
        parts: list[str] = []
        missing: dict[str, None] = {}
        written: dict[str, None] = {}
        for piece in _standing(self.pieces, values):
            if isinstance(piece, syntax.Words):
                parts.append(piece.text if as_lines else joined_lines(piece.text))
                continue
            value = _value(piece.expression, values)
            if isinstance(value, _Blank):
                missing[value.name] = None
                parts.append(blank)
            else:
                written |= dict.fromkeys(syntax.names_in(piece.expression))
                value = words(value)
                if parts:
                    parts[-1] = before(parts[-1], value)
                parts.append(value)
        text = tidy("".join(parts))
        while blank and f"{blank} {blank}" in text:  # one run of dots is enough for both
            text = text.replace(f"{blank} {blank}", blank)
        return Rendered(text, tuple(missing), tuple(written))


@lru_cache(maxsize=4096)
def text_of(source: str) -> Text:
    """Compile a text, remembering it; raises ``Refused``."""
    from desktop_app.core.language.parsing import parse_text

    return Text(parse_text(source))


@lru_cache(maxsize=4096)
def condition_of(source: str) -> Condition:
    """Compile a condition, remembering it; raises ``Refused``."""
    if not source.strip():
        return Condition(None)
    from desktop_app.core.language.parsing import parse_condition

    return Condition(parse_condition(source))


def _standing(
    pieces: tuple[syntax.Piece, ...], values: Values
) -> list[syntax.Words | syntax.Shown]:
    found: list[syntax.Words | syntax.Shown] = []
    for piece in pieces:
        if isinstance(piece, syntax.Block):
            found += _standing(_branch(piece, values), values)
        else:
            found.append(piece)
    return found


def _branch(block: syntax.Block, values: Values) -> tuple[syntax.Piece, ...]:
    for test, pieces in block.branches:
        if _true(_value(test, values)):
            return pieces
    return block.otherwise


def _value(  # noqa: PLR0911 (one case a node)
    expression: syntax.Expression, values: Values
) -> Any:
    match expression:
        case syntax.Const(constant):
            return constant
        case syntax.Several(items):
            return items
        case syntax.Name(name):
            value = values.get(name, UNKNOWN)
            return _Blank(name) if isinstance(value, Unknown) else value
        case syntax.Compare(left, symbol, right):
            return _holds(symbol, _value(left, values), _value(right, values))
        case syntax.Every(parts):
            return all(_true(_value(part, values)) for part in parts)
        case syntax.Some(parts):
            return any(_true(_value(part, values)) for part in parts)
        case syntax.Not(part):
            return not _true(_value(part, values))
        case syntax.Known(part):
            return not isinstance(_value(part, values), _Blank)
        case syntax.Either(test, yes, no):
            return _value(yes if _true(_value(test, values)) else no, values)
        case syntax.Filtered(part, name, arguments):
            return _filtered(_value(part, values), name, arguments)


def _filtered(value: object, name: str, arguments: tuple[syntax.Plain, ...]) -> Any:
    if isinstance(value, _Blank):
        return arguments[0] if name == "ou" else value
    return FILTERS[name].apply(value, *arguments)


def _true(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, Unknown):
        return False
    return value not in ("", ())


_ORDERED: Mapping[str, Callable[[Any, Any], bool]] = {
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}


def _holds(symbol: str, left: object, right: object) -> bool:
    if symbol in ("ne", "notin"):
        return not _holds("eq" if symbol == "ne" else "in", left, right)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return False
    if symbol == "in":
        return isinstance(right, tuple) and any(_same(left, item) for item in right)
    left, right = _alike(left, right)
    if symbol == "eq":
        return bool(left == right)
    return (
        type(left) is type(right)
        and not isinstance(left, bool | tuple)
        and (_ORDERED[symbol](left, right))
    )


def _same(left: object, right: object) -> bool:
    left, right = _alike(left, right)
    return bool(left == right)


def _alike(left: object, right: object) -> tuple[Any, Any]:
    """Bring a value written in a pack to the type of the answer that it is compared with."""
    left, right = _number(left), _number(right)
    return _as(left, right), _as(right, left)


def _number(value: object) -> Any:
    return Decimal(str(value)) if type(value) in (int, float) else value


def _as(value: object, other: Any) -> Any:
    if not isinstance(value, str):
        return value
    if isinstance(other, bool) and value in ("oui", "non"):
        return value == "oui"
    if isinstance(other, dt.date):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return str(value)


# A line break between two lines of one paragraph is a space; before a line that begins with a
# dash, or after an empty line, it stays.
_FOLDED = re.compile(r"(?<!\n)[ \t]*\n(?![ \t]*(?:\n|[-–—•] ))[ \t]*")


def joined_lines(text: str) -> str:
    """Return a text of a pack on the lines that it has in the document."""
    return _FOLDED.sub(" ", text)


def tidy(text: str) -> str:
    """Return a text without spaces and empty lines that nobody wants."""
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    text = re.sub(r"\n{3,}", "\n\n", text)
    return re.sub(r"[ \t]{2,}", " ", text).strip(" \t\n")
