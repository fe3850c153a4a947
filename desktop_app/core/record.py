"""Values that cost little to define: the first page is painted after all of them.

``dataclasses`` writes and compiles the source of six methods for each class: half a millisecond,
fifty for the places and the blocks of pages. Here all classes share the same few functions, and
what a field is beside its name and its default is looked at when it is first asked for.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["record"]
T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, eq: bool = True) -> Callable[[type[T]], type[T]]:
        """Make a dataclass whose methods are those of this module; what changes is no value."""
        assert eq is frozen
        return lambda cls: _made(cls, _EVERY | _FROZEN if frozen else _EVERY)


def _made(cls: Any, methods: dict[str, object]) -> Any:
    """Make a class a record of its own fields; no base of it may have any."""
    names = tuple(cls.__annotations__)
    cls._defaults = {name: one for name, one in vars(cls).items() if name in names}
    for name in cls._defaults:
        delattr(cls, name)
    told = {"__match_args__": names, "__dataclass_fields__": _FIELDS}
    for name, one in (methods | told).items():
        setattr(cls, name, one)
    return cls


class _Fields:
    """The fields of a class as ``dataclasses`` knows them, from the first time they are needed."""

    def __get__(self, _one: object, cls: Any) -> dict[str, Any]:
        from dataclasses import dataclass

        like = type(cls.__name__, (), cls._defaults | {"__annotations__": cls.__annotations__})
        known = vars(dataclass(init=False, repr=False, eq=False)(like))
        cls.__dataclass_fields__ = known["__dataclass_fields__"]
        return cls.__dataclass_fields__  # type: ignore[no-any-return]


def _init(self: Any, *given: Any, **named: Any) -> None:
    cls = type(self)
    names = cls.__match_args__
    if len(given) > len(names):
        raise TypeError(f"{cls.__name__} takes {len(names)} values")
    for name, value in zip(names, given, strict=False):
        if name in named:
            raise TypeError(f"{cls.__name__}: {name} given twice")
        named[name] = value
    vars(self).update(
        {name: named.pop(name) if name in named else _default(cls, name) for name in names}
    )
    if named:
        raise TypeError(f"{cls.__name__} has no {', '.join(named)}")


def _default(cls: Any, name: str) -> Any:
    if name not in cls._defaults:
        raise TypeError(f"{name} is missing")
    found = cls._defaults[name]
    if type(found).__module__ != "dataclasses":  # nothing is imported: the program may be ending
        return found
    from dataclasses import MISSING

    if found.default is not MISSING:
        return found.default
    if found.default_factory is not MISSING:
        return found.default_factory()
    raise TypeError(f"{name} is missing")


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


_FIELDS = _Fields()
_EVERY: dict[str, object] = {"__init__": _init, "__repr__": _repr}
_FROZEN: dict[str, object] = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
}
