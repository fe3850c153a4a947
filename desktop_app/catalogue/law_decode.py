"""From a mapping of TOML to a frozen struct, or every problem with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from desktop_app.core.deadlines.near import nearest
from desktop_app.core.errors import Problem, WithProblems
from desktop_app.core.invisible import has_invisible
from desktop_app.core.packs.toml import MAX_NESTING, line_too_deep
from desktop_app.core.sourced import MOST_SAID, says_too_much
from desktop_app.core.toml_table import TomlTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

MAX_BYTES = 200_000
_DEEPEST = {"limit": MAX_NESTING}
_WORD = re.compile(r"\w+")
LEAST_WORDS = 2
"""Of a title: one word alone names no procedure and no text of law."""
S = TypeVar("S", bound=TomlTable)


class InvalidLaw(WithProblems, code="law-invalid"):
    """A file of the law breaks its format; problems carry the file and the place."""


def read_toml(file: Traversable, name: str) -> dict[str, Any]:
    """Return a TOML file as a mapping; raise ``InvalidLaw`` with the line of a syntax error."""
    try:
        data = file.read_bytes()
    except OSError:
        raise InvalidLaw([Problem("law-missing-file", place=name)]) from None
    if len(data) > MAX_BYTES:
        raise InvalidLaw([Problem("law-too-big", place=name)])
    try:
        text = data.decode("utf-8")
        if _may_be_deep(text) and (line := line_too_deep(text)):
            place = f"{name}, line {line}"
            raise InvalidLaw([Problem("pack-too-deep", "", place, parameters=_DEEPEST)])
        return tomllib.loads(text)
    except (ValueError, RecursionError, OverflowError) as error:
        where = str(error).rpartition("(at ")[2].rstrip(")")
        place = f"{name}, {where}" if isinstance(error, tomllib.TOMLDecodeError) else name
        raise InvalidLaw([Problem("law-syntax", place=place)]) from None


def _may_be_deep(text: str) -> bool:
    """Tell whether a text is to be looked at closely: dots take tomllib long, brackets do not."""
    keys = (line.partition("=")[0] for line in text.split("\n"))
    return any(key.count(".") >= MAX_NESTING for key in keys)


def at(file: str, problem: Problem) -> Problem:
    """Return a problem with its file before its place."""
    return replace(problem, place=f"{file}, {problem.place}" if problem.place else file)


def decode(values: Any, kind: type[S], place: str) -> S:
    """Return a struct; raise ``InvalidLaw`` with every problem of the table, not only the first."""
    problems = [*_problems(values, kind, place), *_empty(values, place)]
    if problems:
        raise InvalidLaw(problems)
    return msgspec.convert(values, kind)


@cache
def _fields(kind: type[TomlTable]) -> Mapping[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(kind)}


def _problems(values: Any, kind: type[S], place: str) -> Iterator[Problem]:
    if not isinstance(values, Mapping):
        yield Problem("law-not-a-table", place=place)
        return
    fields = _fields(kind)
    for key in values:
        if key not in fields:
            near = nearest(key, fields)
            yield Problem("law-unknown-key", place=f"{place}, {key}", suggestion=near)
    for name, field in fields.items():
        if name in values:
            yield from _value(values[name], field.type, f"{place}, {name}")
        elif field.required:
            yield Problem("law-missing-key", place=f"{place}, {name}")


def _empty(value: object, place: str) -> Iterator[Problem]:
    """Yield every text that is there and says nothing, or hides signs that are not seen; a title is
    cut when it is one word.
    """
    if isinstance(value, str):
        if has_invisible(value):
            yield Problem("law-invisible", place=place)
        cut = place.endswith(", title") and len(_WORD.findall(value)) < LEAST_WORDS
        if cut or not value.strip():
            yield Problem("law-cut" if cut and value.strip() else "law-empty", place=place)
        if place.endswith(", says") and says_too_much(value):
            yield Problem("law-says-much", place=place, parameters={"n": MOST_SAID})
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _empty(inner, f"{place}, {key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _empty(inner, f"{place} {number}")


def _value(value: object, kind: Any, place: str) -> Iterator[Problem]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        # msgspec says where inside the value: "Expected `int`, got `str` - at `$[0].value`"
        what, _, path = str(error).partition(" - at `$")
        yield Problem(
            "law-bad-value", place=place + path.rstrip("`"), parameters={"expected": what}
        )
