"""Structures as tables that leave out what is as everywhere else: drafts hold whole forms."""

from functools import cache
from typing import Any

import msgspec


def lean(value: object) -> Any:
    """Return tables without the keys that have their usual value; other values as they are."""
    if isinstance(value, tuple):
        return [lean(one) for one in value]
    if not isinstance(value, msgspec.Struct):
        return value
    kept = {}
    for name, usual in _usual(type(value)):
        own = getattr(value, name)
        if usual is msgspec.NODEFAULT or own != usual:
            kept[name] = lean(own)
    return kept


@cache
def _usual(kind: type[msgspec.Struct]) -> tuple[tuple[str, object], ...]:
    """Return the names of a structure and their usual values; its types are read for that, once."""
    return tuple((one.name, one.default) for one in msgspec.structs.fields(kind))
