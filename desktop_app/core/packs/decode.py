"""From plain values to frozen definitions, gathering EVERY unknown key and wrong type at once.

msgspec stops at the first error; an author wants them all. Tables are therefore walked one by
one, each simple value is converted by msgspec alone, and the whole is converted at the end.
"""

import datetime as dt
import math
import types
import typing
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

import msgspec

from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.invisible import has_invisible
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.toml import TomlFile

Table = TypeVar("Table", bound=msgspec.Struct)

_WORDS: dict[Any, str] = {
    str: "un texte entre guillemets",
    bool: "true ou false",
    int: "un nombre entier",
    float: "un nombre",
    dt.date: "une date comme 2026-11-24, sans guillemets",
}


def decode(file: TomlFile, into: type[Table]) -> Table:
    """Convert a file.

    Raises:
        InvalidPack: with every unknown key, missing key and wrong type.
    """
    problems = list(_table(file, file.data, into, ()))
    if problems:
        raise InvalidPack(problems)
    return msgspec.convert(file.data, into)


def _table(file: TomlFile, data: Any, into: type[msgspec.Struct], path: Path) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield file.problem("pack-wrong-type", path, expected="un tableau [entre crochets]")
        return
    fields = _fields(into)
    for key in data:
        if key not in fields:
            near = get_close_matches(key, [name for name in fields if name not in data], 1)
            yield file.problem("pack-unknown-key", (*path, key), *near, key=key[:60])
    for name, field in fields.items():
        if name in data:
            yield from _value(file, data[name], field.type, (*path, name))
        elif field.required:
            yield file.problem("pack-missing-key", path, key=name)


@cache
def _fields(into: type[msgspec.Struct]) -> Mapping[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(into)}


def _value(file: TomlFile, data: Any, into: Any, path: Path) -> Iterator[Problem]:
    if isinstance(into, type) and issubclass(into, msgspec.Struct):
        yield from _table(file, data, into, path)
        return
    item = _item_of(into)
    if item is not None and isinstance(data, list):
        for position, value in enumerate(data):
            yield from _value(file, value, item, (*path, position))
        return
    try:
        msgspec.convert(data, into)
    except (msgspec.ValidationError, OverflowError):
        near = get_close_matches(data, _allowed(into), 1) if isinstance(data, str) else []
        yield file.problem("pack-wrong-type", path, *near, expected=_expected(into))
        return
    if isinstance(data, str) and has_invisible(data):
        yield file.problem("pack-invisible", path)
    if not all(map(_finite, data if isinstance(data, list) else [data])):
        yield file.problem("pack-wrong-type", path, expected=_expected(into))


def _finite(value: object) -> bool:
    return not isinstance(value, float) or math.isfinite(value)


def _item_of(into: Any) -> Any:
    """Return the type of the items of ``tuple[X, ...]``, None for anything else."""
    arguments = typing.get_args(into)
    if typing.get_origin(into) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return arguments[0]
    return None


def _allowed(into: Any) -> tuple[str, ...]:
    return typing.get_args(into) if typing.get_origin(into) is typing.Literal else ()


def _expected(into: Any) -> str:
    if allowed := _allowed(into):
        return " ou ".join(f"« {word} »" for word in allowed)
    item = _item_of(into)
    if item is not None:
        return "une liste [entre crochets]"
    if typing.get_origin(into) is tuple:
        return f"une liste de {len(typing.get_args(into))} nombres"
    if isinstance(into, types.UnionType):
        return " ou ".join(_expected(part) for part in typing.get_args(into))
    return _WORDS.get(into, "une autre valeur")
