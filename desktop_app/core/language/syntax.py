"""The nodes of a text or a condition of a pack: all that it may hold; ``parsing.py`` reads them."""

from collections.abc import Iterator

from desktop_app.core.errors import Parameter
from desktop_app.core.record import record

MAX_SOURCE = 16 * 1024
"""Longest text or condition, in characters."""
MAX_NESTING = 8
"""Deepest nesting of blocks, parentheses and filters."""

Plain = str | int | float | bool
TESTS = ("connu", "inconnu")
COMPARISONS = ("eq", "ne", "lt", "lteq", "gt", "gteq", "in", "notin")


@record(frozen=True)
class Const:
    """A value written in the pack."""

    value: Plain


@record(frozen=True)
class Several:
    """Values written between parentheses, on the right of ``in``."""

    items: tuple[Plain, ...]


@record(frozen=True)
class Name:
    """The answer to a question."""

    name: str


@record(frozen=True)
class Compare:
    """``left operator right``; ``operator`` is one of COMPARISONS."""

    left: "Expression"
    operator: str
    right: "Expression"


@record(frozen=True)
class Every:
    """All of them hold."""

    parts: tuple["Expression", ...]


@record(frozen=True)
class Some:
    """At least one of them holds."""

    parts: tuple["Expression", ...]


@record(frozen=True)
class Not:
    """It does not hold."""

    part: "Expression"


@record(frozen=True)
class Known:
    """An answer was given (``is connu``)."""

    part: "Expression"


@record(frozen=True)
class Either:
    """``yes if test else no``; without ``else``, nothing."""

    test: "Expression"
    yes: "Expression"
    no: "Expression"


@record(frozen=True)
class Filtered:
    """A value passed through one of our filters, with arguments written in the pack."""

    part: "Expression"
    filter: str
    arguments: tuple[Plain, ...]


Expression = Const | Several | Name | Compare | Every | Some | Not | Known | Either | Filtered


@record(frozen=True)
class Words:
    """Text as it stands."""

    text: str


@record(frozen=True)
class Shown:
    """``{{ expression }}``."""

    expression: Expression


@record(frozen=True)
class Block:
    """``{% if %}``: the first branch whose test holds, else ``otherwise``."""

    branches: tuple[tuple[Expression, tuple["Piece", ...]], ...]
    otherwise: tuple["Piece", ...]


Piece = Words | Shown | Block


class Refused(Exception):
    """Syntax that a pack may not hold.

    Attributes:
        code: key of the message catalogue.
        line: line inside the text, from 1.
        suggestion: a near miss; may be empty.
        parameters: facts for the sentence.
    """

    def __init__(self, code: str, line: int, suggestion: str = "", **parameters: Parameter) -> None:
        super().__init__(code)
        self.code, self.line, self.suggestion = code, line, suggestion
        self.parameters = parameters


def names_in(node: Expression | Piece) -> Iterator[str]:
    """Yield every name used, in order, with repetitions."""
    if isinstance(node, Name):
        yield node.name
    for part in inside(node):
        yield from names_in(part)


def inside(node: Expression | Piece) -> Iterator[Expression | Piece]:
    """Yield the nodes directly inside a node."""
    match node:
        case Compare(left, _, right):
            yield from (left, right)
        case Every(parts) | Some(parts):
            yield from parts
        case Not(part) | Known(part) | Filtered(part, _, _):
            yield part
        case Either(test, yes, no):
            yield from (test, yes, no)
        case Shown(expression):
            yield expression
        case Block(branches, otherwise):
            for test, pieces in branches:
                yield test
                yield from pieces
            yield from otherwise
