"""What of each wheel is left out, and why: ``rules.toml``, read and applied."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bundle_wheels import System

FILE = Path(__file__).parent / "rules.toml"


@dataclass(frozen=True)
class Rule:
    """Files that are left out, by the patterns of their places; ``but`` stays nevertheless.

    In a pattern ``*`` is any name or part of one, ``**`` any folders, ``{a,b}`` either.
    """

    what: tuple[str, ...]
    why: str
    but: tuple[str, ...] = ()
    systems: tuple[System, ...] = ("linux", "windows")
    _left_out: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _kept: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_left_out", _any_of(self.what))
        object.__setattr__(self, "_kept", _any_of(self.but))

    def leaves_out(self, place: PurePosixPath) -> bool:
        text = str(place)
        return bool(self._left_out.fullmatch(text)) and not self._kept.fullmatch(text)


@dataclass
class Rules:
    """All rules of a system, and what each of them has left out until now."""

    rules: tuple[Rule, ...]
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
    read = [
        Rule(
            tuple(one["what"]),
            one["why"],
            tuple(one.get("but", ())),
            tuple(one.get("systems", ("linux", "windows"))),
        )
        for one in data["left_out"]
    ]
    return Rules(tuple(one for one in read if system in one.systems))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(_regular(one) for one in patterns) or r"(?!)")


def _regular(pattern: str) -> str:
    """Return a pattern of places as a regular expression."""
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "{": "(?:", "}": ")", ",": "|"}
    parts = re.split(r"(\*\*/|\*\*|\*|[{},])", pattern)
    return "".join(signs.get(part, re.escape(part)) for part in parts)
