"""Structures as tables that leave out what is as everywhere else: drafts hold whole forms."""

from typing import Any

import msgspec


def lean(value: object) -> Any:
    """Return tables without the keys that have their usual value; other values as they are."""
    if isinstance(value, tuple):
        return [lean(one) for one in value]
    if not isinstance(value, msgspec.Struct):
        return value
    kept = {}
    for field in msgspec.structs.fields(value):
        own = getattr(value, field.name)
        if field.default is msgspec.NODEFAULT or own != field.default:
            kept[field.name] = lean(own)
    return kept
