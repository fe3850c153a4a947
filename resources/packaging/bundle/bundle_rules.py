"""What of each wheel is left out, and why: ``rules.toml``, read and applied."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from bundle_wheels import System

FILE = Path(__file__).parent / "rules.toml"


@dataclass(frozen=True)
class Rule:
    """Files that are left out, by the patterns of their places; ``but`` stays nevertheless.

    ``parts``: what is told of as inside wheels, and goes with it, ``pillow/libavif``.
    In a pattern ``*`` is any name or part of one, ``**`` any folders, ``{a,b}`` either.
    """

    what: tuple[str, ...]
    why: str
    but: tuple[str, ...] = ()
    systems: tuple[System, ...] = ("linux", "windows")
    parts: tuple[str, ...] = ()
    _left_out: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _kept: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_left_out", _any_of(self.what))
        object.__setattr__(self, "_kept", _any_of(self.but))

    def leaves_out(self, place: PurePosixPath) -> bool:
        text = str(place)
        return bool(self._left_out.fullmatch(text)) and not self._kept.fullmatch(text)


@dataclass(frozen=True)
class Cut:
    """What is taken out of built libraries: ``fonts``, ``icu`` but what it keeps, ``padding``."""

    what: tuple[str, ...]
    of: str
    why: str
    but: tuple[str, ...]
    systems: tuple[System, ...]

    def concerns(self, place: PurePosixPath) -> bool:
        return bool(_any_of(self.what).fullmatch(str(place)))

    def keeps(self, item: PurePosixPath) -> bool:
        """Say whether a part of ICU's data stays."""
        return bool(_any_of(self.but).fullmatch(str(item)))


@dataclass(frozen=True)
class Kept:
    """What stays of a package, and why: what a line of the sizes says."""

    what: tuple[str, ...]
    name: str
    why: str

    def holds(self, place: PurePosixPath) -> bool:
        return bool(_any_of(self.what).fullmatch(str(place)))


@dataclass
class Rules:
    """All rules of a system, and what each of them has left out until now."""

    rules: tuple[Rule, ...]
    cuts: tuple[Cut, ...] = ()
    hits: Counter[Rule] = field(default_factory=Counter)

    def keep(self, place: PurePosixPath) -> bool:
        """Say whether a file stays; every rule that leaves it out counts it."""
        found = [rule for rule in self.rules if rule.leaves_out(place)]
        self.hits.update(found)
        return not found

    def idle(self) -> list[Rule]:
        """Return the rules that left nothing out: what they speak of is there no more."""
        return [rule for rule in self.rules if not self.hits[rule]]


def rules(system: System) -> Rules:
    """Return the rules of a system, as ``rules.toml`` has them."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    read = [Rule(*_fields(one), tuple(one.get("parts", ()))) for one in data["left_out"]]
    cuts = [
        Cut(what, one["of"], why, but, systems)
        for one in data["cut"]
        for what, why, but, systems in [_fields(one)]
    ]
    return Rules(
        tuple(one for one in read if system in one.systems),
        tuple(one for one in cuts if system in one.systems),
    )


def kept() -> list[Kept]:
    """Return what stays, by line of the sizes, the first that holds a file being its own."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    return [Kept(tuple(one["what"]), one["name"], one["why"]) for one in data["kept"]]


def _fields(
    one: dict[str, Any],
) -> tuple[tuple[str, ...], str, tuple[str, ...], tuple[System, ...]]:
    systems = tuple(one.get("systems", ("linux", "windows")))
    return tuple(one["what"]), one["why"], tuple(one.get("but", ())), systems


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_regular(one) for one in patterns) or r"(?!)")


def _regular(pattern: str) -> str:
    """Return a pattern of places as a regular expression."""
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "{": "(?:", "}": ")", ",": "|"}
    parts = re.split(r"(\*\*/|\*\*|\*|[{},])", pattern)
    return "".join(signs.get(part, re.escape(part)) for part in parts)
