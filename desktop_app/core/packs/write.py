"""Definitions -> the TOML text of a pack: what ``parse.py`` reads back as the same values.

Keys stand in the order of ``model.py``; those that keep their default are left out.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from desktop_app.core.toml_table import TomlTable

Plain = str | bool | int | float | dt.date
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def write_toml(part: TomlTable | Mapping[str, object]) -> bytes:
    """Return the text of one file of a pack."""
    return ("\n".join(_table(_said(part), ())).strip("\n") + "\n").encode("utf-8")


def _said(part: TomlTable | Mapping[str, object]) -> Mapping[str, object]:
    """Return what is not as by default, by key."""
    if isinstance(part, Mapping):
        return part
    return {
        name: value
        for name, default in _defaults(type(part))
        if (value := getattr(part, name)) != default
    }


@cache
def _defaults(kind: type[TomlTable]) -> tuple[tuple[str, object], ...]:
    return tuple(
        (field.name, {} if field.default_factory is dict else field.default)
        for field in msgspec.structs.fields(kind)
    )


def _table(data: Mapping[str, object], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its plain keys, then the tables in it."""
    inner: list[tuple[str, object]] = []
    for key, value in data.items():
        if isinstance(value, Mapping | TomlTable) or _is_tables(value):
            inner.append((key, value))
        else:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in inner:
        here = (*path, key)
        name = ".".join(map(_key, here))
        if isinstance(value, Mapping | TomlTable):
            yield from ("", f"[{name}]", *_table(_said(value), here))
            continue
        assert isinstance(value, Sequence)
        for one in value:
            yield from ("", f"[[{name}]]", *_table(_said(one), here))


def _is_tables(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], TomlTable)


def _value(value: object) -> str:
    match value:
        case str():
            return _text(value)
        case bool():
            return "true" if value else "false"
        case float():
            return _number(value)
        case int() | dt.date():
            return str(value)
        case tuple() | list():
            return "[" + ", ".join(map(_value, value)) + "]"
    raise TypeError(type(value))


def _number(value: float) -> str:
    """Return a length in points, to a hundredth: finer than any printer."""
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)


def _text(text: str) -> str:
    """Write a text: one of several lines on as many lines, as a person would."""
    if "\n" not in text:
        return _on_one_line(text)
    lines = ("".join(map(_sign, line)) for line in text.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _on_one_line(text: str) -> str:
    return '"' + "".join(map(_sign, text)) + '"'


def _sign(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return f"\\u{ord(sign):04X}" if ord(sign) < 0x20 or ord(sign) == 0x7F else sign


def _key(key: str) -> str:
    return key if key and _BARE.issuperset(key) else _on_one_line(key)
