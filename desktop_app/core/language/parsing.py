"""The white list: from Jinja2's syntax tree to our own few nodes, or a refusal with its line.

Jinja2 only PARSES. Its tree is rewritten into the nodes of ``syntax.py``, and what has no rewriting
here (attribute, index, call, loop, assignment, macro, include, import, arithmetic, …) is refused
when a pack is loaded: an escape, a file read or an endless loop cannot be written.

Jinja2 is heavy: this is imported when a first text is read (``template.py``).
"""

import math
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from desktop_app.core.language.filters import FILTERS
from desktop_app.core.language.syntax import (  # fmt: skip
    COMPARISONS,
    MAX_NESTING,
    MAX_SOURCE,
    TESTS,
    Block,
    Compare,
    Const,
    Either,
    Every,
    Expression,
    Filtered,
    Known,
    Name,
    Not,
    Piece,
    Plain,
    Refused,
    Several,
    Shown,
    Some,
    Words,
)

_ENVIRONMENT = Environment(autoescape=False)  # noqa: S701 (parses only, renders nothing)

# What authors try, in their words; anything else is named "cette construction".
_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Getattr: "un point après un nom",
    nodes.Getitem: "des crochets après un nom",
    nodes.Slice: "des crochets après un nom",
    nodes.Call: "un appel avec des parenthèses",
    nodes.For: "une boucle « for »",
    nodes.Assign: "« set »",
    nodes.AssignBlock: "« set »",
    nodes.Macro: "« macro »",
    nodes.CallBlock: "« call »",
    nodes.FilterBlock: "un bloc « filter »",
    nodes.Include: "« include »",
    nodes.Import: "« import »",
    nodes.FromImport: "« import »",
    nodes.Extends: "« extends »",
    nodes.Block: "« block »",
    nodes.With: "« with »",
    nodes.BinExpr: "un calcul",
    nodes.Neg: "un calcul",
    nodes.Pos: "un calcul",
    nodes.Concat: "« ~ »",
    nodes.Dict: "des accolades",
}


def parse_text(source: str) -> tuple[Piece, ...]:
    """Return the pieces of a text.

    Raises:
        Refused: the syntax is wrong, or outside the white list.
    """
    return _pieces(_tree(source).body, 0)


def parse_condition(source: str) -> Expression:
    """Return the expression of a ``when``.

    Raises:
        Refused: the syntax is wrong, or outside the white list.
    """
    _measure(source)
    # A condition is parsed as the test of a block; nothing in it may close that block.
    if "%}" in source or "{%" in source or "#}" in source or "{#" in source:
        raise Refused("template-syntax", 1)
    body = _tree("{% if " + source + " %}{% endif %}").body
    if len(body) != 1 or not isinstance(body[0], nodes.If):
        raise Refused("template-syntax", 1)
    return _expression(body[0].test, 0)


def _measure(source: str) -> None:
    if len(source) > MAX_SOURCE:
        raise Refused("template-too-long", 1, limit=MAX_SOURCE)


def _tree(source: str) -> nodes.Template:
    _measure(source)
    try:
        return _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as wrong:
        raise Refused("template-syntax", wrong.lineno) from wrong
    except (RecursionError, MemoryError) as deep:
        raise Refused("template-too-deep", 1, limit=MAX_NESTING) from deep
    except (ValueError, OverflowError) as number:  # such as an integer of 5,000 digits
        raise Refused("template-syntax", 1) from number


def _pieces(body: list[nodes.Node], depth: int) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for node in body:
        if isinstance(node, nodes.Output):
            found += [_output(part, depth) for part in node.nodes]
        elif isinstance(node, nodes.If):
            found.append(_block(node, _deeper(node, depth)))
        else:
            raise _forbidden(node)
    return tuple(found)


def _output(node: nodes.Node, depth: int) -> Piece:
    if isinstance(node, nodes.TemplateData):
        return Words(node.data)
    return Shown(_expression(node, depth))


def _block(node: nodes.If, depth: int) -> Block:
    branches = [(_expression(node.test, depth), _pieces(node.body, depth))]
    for other in node.elif_:
        branches.append((_expression(other.test, depth), _pieces(other.body, depth)))
    return Block(tuple(branches), _pieces(node.else_, depth))


def _expression(node: nodes.Node, depth: int) -> Expression:  # noqa: PLR0911 (a case a node)
    match node:
        case nodes.Name():
            return Name(node.name)
        case nodes.Const():
            return Const(_constant(node))
        case nodes.And():
            return Every(_chain(node, nodes.And, depth))
        case nodes.Or():
            return Some(_chain(node, nodes.Or, depth))
        case nodes.Not():
            return Not(_expression(node.node, _deeper(node, depth)))
        case nodes.Compare():
            return _compare(node, _deeper(node, depth))
        case nodes.CondExpr():
            return _either(node, _deeper(node, depth))
        case nodes.Filter():
            return _filtered(node, _deeper(node, depth))
        case nodes.Test():
            return _test(node, _deeper(node, depth))
    raise _forbidden(node)


def _chain(node: nodes.BinExpr, kind: type[nodes.BinExpr], depth: int) -> tuple[Expression, ...]:
    """Flatten ``a and b and c``, which Jinja2 nests to the left: a long list is not deep."""
    parts: list[nodes.Node] = []
    left: nodes.Node = node
    while isinstance(left, kind):
        parts.append(left.right)
        left = left.left
    below = _deeper(node, depth)
    return tuple(_expression(part, below) for part in [left, *reversed(parts)])


def _compare(node: nodes.Compare, depth: int) -> Expression:
    parts: list[Expression] = []
    left = _expression(node.expr, depth)
    for operand in node.ops:
        if operand.op not in COMPARISONS:
            raise _forbidden(operand)
        if operand.op in ("in", "notin"):
            right = _listed(operand.expr, depth)
        else:
            right = _expression(operand.expr, depth)
        parts.append(Compare(left, operand.op, right))
        left = right
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def _listed(node: nodes.Expr, depth: int) -> Expression:
    if isinstance(node, nodes.Tuple | nodes.List):
        return Several(tuple(_constant(item) for item in node.items))
    return _expression(node, depth)


def _either(node: nodes.CondExpr, depth: int) -> Either:
    no = _expression(node.expr2, depth) if node.expr2 is not None else Const("")
    return Either(_expression(node.test, depth), _expression(node.expr1, depth), no)


def _filtered(node: nodes.Filter, depth: int) -> Filtered:
    if node.node is None:
        raise _forbidden(node)
    known = FILTERS.get(node.name)
    if known is None:
        near = get_close_matches(node.name, FILTERS, 1)
        raise Refused("template-unknown-filter", node.lineno, *near, name=node.name[:40])
    arguments = tuple(_constant(argument) for argument in node.args)
    takes = [type(argument) for argument in arguments] == list(known.takes)
    if node.kwargs or node.dyn_args or node.dyn_kwargs or not takes:
        raise Refused("template-filter-arguments", node.lineno, name=node.name)
    return Filtered(_expression(node.node, depth), node.name, arguments)


def _test(node: nodes.Test, depth: int) -> Expression:
    if node.name not in TESTS or node.args or node.kwargs:
        near = get_close_matches(node.name, TESTS, 1)
        raise Refused("template-unknown-test", node.lineno, *near, name=node.name[:40])
    part = Known(_expression(node.node, depth))
    return part if node.name == "connu" else Not(part)


def _constant(node: nodes.Node) -> Plain:
    if isinstance(node, nodes.Const):
        value: object = node.value
        if isinstance(value, float) and not math.isfinite(value):
            raise Refused("template-syntax", node.lineno)
        if isinstance(value, str | int | float):
            return value
    raise _forbidden(node)


def _deeper(node: nodes.Node, depth: int) -> int:
    if depth >= MAX_NESTING:
        raise Refused("template-too-deep", node.lineno, limit=MAX_NESTING)
    return depth + 1


def _forbidden(node: nodes.Node) -> Refused:
    named = (words for kind, words in _FORBIDDEN.items() if isinstance(node, kind))
    line = node.lineno or 1  # a few nodes have none
    return Refused("template-forbidden", line, what=next(named, "cette construction"))
