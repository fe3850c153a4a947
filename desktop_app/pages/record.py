"""Frozen values that cost little to define: the first page is painted after all of them.

``dataclasses`` writes and compiles the source of six methods for each class: half a millisecond,
forty for the places and the blocks of pages. Here all classes share the same few functions.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["record"]
T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool) -> Callable[[type[T]], type[T]]:
        """Make a dataclass, frozen and with slots, whose methods are those of this module."""
        assert frozen
        return lambda cls: _made(cls, slots)


def _made(cls: type[T], slots: bool) -> type[T]:
    from dataclasses import dataclass

    for method in (_init, _eq, _hash, _repr, _setattr, _delattr, _reduce):
        setattr(cls, f"_{method.__name__}__", method)
    return dataclass(init=False, repr=False, eq=False, slots=slots)(cls)


def _init(self: Any, *given: Any, **named: Any) -> None:
    fields = type(self).__dataclass_fields__
    if len(given) > len(fields):
        raise TypeError(f"{type(self).__name__} takes {len(fields)} values")
    for name, value in zip(fields, given, strict=False):
        if name in named:
            raise TypeError(f"{type(self).__name__}: {name} given twice")
        named[name] = value
    for name, field in fields.items():
        object.__setattr__(self, name, named.pop(name) if name in named else _default(field))
    if named:
        raise TypeError(f"{type(self).__name__} has no {', '.join(named)}")


def _default(field: Any) -> Any:
    from dataclasses import MISSING

    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    raise TypeError(f"{field.name} is missing")


def _values(value: Any) -> Iterator[Any]:
    return (getattr(value, name) for name in type(value).__dataclass_fields__)


def _compared(value: Any) -> Iterator[Any]:
    fields = type(value).__dataclass_fields__.values()
    return (getattr(value, one.name) for one in fields if one.compare)


def _eq(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    return tuple(_compared(self)) == tuple(_compared(other))


def _hash(self: Any) -> int:
    return hash((type(self), *_compared(self)))


def _repr(self: Any) -> str:
    fields = type(self).__dataclass_fields__.values()
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _setattr(_self: Any, name: str, _value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), tuple(_values(self))
