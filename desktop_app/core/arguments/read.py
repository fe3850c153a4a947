"""The texts of ``forms/law/arguments`` -> the bank, or EVERY problem with its file and line."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec

from desktop_app.core.arguments.model import Argument, Bank, Gate, Order
from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.packs.decode import decode
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.toml import TomlFile, read_toml
from desktop_app.core.toml_table import TomlTable

GATES, ORDERS = "gates.toml", "orders.toml"


class ArgumentFile(TomlTable, frozen=True, kw_only=True):
    """A file of a family of arguments."""

    schema: int = 1
    argument: tuple[Argument, ...]


class GateFile(TomlTable, frozen=True, kw_only=True):
    """``gates.toml``."""

    schema: int = 1
    gate: tuple[Gate, ...]


class OrderFile(TomlTable, frozen=True, kw_only=True):
    """``orders.toml``."""

    schema: int = 1
    order: tuple[Order, ...]


Table = TypeVar("Table", bound=TomlTable)
Entry = TypeVar("Entry", Argument, Gate, Order)
Files = Mapping[str, tuple[TomlFile, TomlTable]]
"""Each file that was read, with what it holds."""


def read_bank(texts: Mapping[str, bytes]) -> Bank:
    """Return the bank of these texts, by file name.

    Raises:
        InvalidPack: a text is not what it must be; with every problem.
    """
    return bank_of(read_files(texts))


def read_files(texts: Mapping[str, bytes]) -> Files:
    """Return each file with what it holds, by name; raises as ``read_bank``."""
    found: dict[str, tuple[TomlFile, TomlTable]] = {}
    problems: list[Problem] = []
    for name in sorted(texts):
        try:
            file = read_toml(texts[name], name)
            found[name] = (file, _quickly(file, kind_of(name)))
        except InvalidPack as refusal:
            problems += refusal.problems
    if problems:
        raise InvalidPack(problems, n=len(problems))
    return MappingProxyType(found)


def kind_of(name: str) -> type[TomlTable]:
    """Return what a file of this name holds."""
    known: Mapping[str, type[TomlTable]] = {GATES: GateFile, ORDERS: OrderFile}
    return known.get(name.rpartition("/")[2], ArgumentFile)


def _quickly(file: TomlFile, into: type[Table]) -> Table:
    """Return what a file holds; it is looked at key by key only where something is wrong."""
    try:
        return msgspec.convert(file.data, into)
    except msgspec.ValidationError:
        return decode(file, into)


def bank_of(files: Files) -> Bank:
    """Return the bank of files that were read; of two entries of one id the first stands."""
    arguments: dict[str, Argument] = {}
    places: dict[str, str] = {}
    gates: tuple[Gate, ...] = ()
    orders: dict[str, Order] = {}
    for name, (_, part) in files.items():
        match part:
            case ArgumentFile(argument=held):
                for one in held:
                    arguments.setdefault(one.id, one)
                    places.setdefault(one.id, name)
            case GateFile(gate=held_gates):
                gates += held_gates
            case OrderFile(order=held_orders):
                for order in held_orders:
                    orders.setdefault(order.id, order)
    return Bank(
        MappingProxyType(arguments), gates, MappingProxyType(orders), MappingProxyType(places)
    )


def rows(files: Files, kind: type[Entry]) -> Iterator[tuple[TomlFile, Path, Entry]]:
    """Yield each entry of a kind, with its file and the path where it stands there."""
    for file, part in files.values():
        for key in part.__struct_fields__:
            held = getattr(part, key)
            if isinstance(held, tuple):
                for number, one in enumerate(held):
                    if isinstance(one, kind):
                        yield file, (key, number), one
