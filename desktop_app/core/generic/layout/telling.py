"""Questions of one name in one part are told apart by where they stand: the path of their boxes.

The line that announces them, their column, the words of their row: the first that tells all of
them apart is said before their own words; what nothing tells apart is counted.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.core.generic import own_words, wording
from desktop_app.core.generic.facts import Box
from desktop_app.core.generic.layout.joining import Unit
from desktop_app.core.generic.layout.naming import Named

WEAK = re.compile(
    r"(si (oui|non|autre)s? ?)?(depuis|jusqu|du|au|le|la|les|a|en|de|et de|des|h|heures?|oui|non|ou"
    r"|precis(ez|er|ions?)|lequel|laquelle|lesquels|lesquelles|combien|date|dates|montant|nombre"
    r"|autres?|n|no|numero|code|type|nature|duree|total|annee|mois|jour|periode|m2|m|euros?|eur"
    r"|indiquez|observations?|commentaires?|a preciser)*"
    r"( ?(le|la|les|du|au|de|a|oui|non|precisez|laquelle|lequel|preciser|mois|jour|n))*"
)
"""Words that say nothing by themselves."""
MOST = 8
"""Words of a path that stand before the words of a box: the first ones of a longer sentence."""
LEAST = 6
"""Words of a path that are always said."""
STRONGER = ("column", "lead", "row")
WEAKER = ("row", "lead", "column")
SAME = 0.8  # share of the words of the shorter of two texts that say the same
ALIGNED = 4.0  # points by which the boxes of a column may not line up


def told_apart(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with the words that tell them apart, in their order."""
    twins: dict[tuple[int, str, bool, str], list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        first = unit.first
        square = first.box.type == "tick"  # beside a line to write on, it asks another thing
        key = first.box.page, first.title, square, wording.plain_words(said(unit))
        twins[key].append(place)
    found = list(units)
    for places in twins.values():
        some = [units[place] for place in places]
        weak = is_weak(said(some[0]))
        if len(some) > 1 or weak:
            for place, unit in zip(places, _told(some, weak=weak), strict=True):
                found[place] = unit
    return found


def said(unit: Unit) -> str:
    """The words of a unit by which it is taken for another one."""
    first = unit.first
    if unit.kind in ("choice", "choices"):
        return first.asked or first.title
    head, colon, _ = first.label.rpartition(" : ")
    return head if colon and unit.kind in ("date", "cells") else first.label


def is_weak(words: str) -> bool:
    """Whether words ask for a thing without saying whose or of what."""
    return WEAK.fullmatch(wording.plain_words(words)) is not None


def _told(units: Sequence[Unit], *, weak: bool) -> list[Unit]:
    order = WEAKER if weak else STRONGER
    ways: list[tuple[str, ...]] = [(one,) for one in order]
    ways += [(order[0], order[1]), (order[0], order[2]), (order[1], order[2])]
    best = max(ways, key=lambda way: _tells(units, way))
    paths = [_path(unit, best) for unit in units]
    if len(units) > 1 and len(set(paths)) == 1 and not weak:
        paths = [""] * len(units)
    return _counted([_with(unit, path) for unit, path in zip(units, paths, strict=True)], paths)


def _tells(units: Sequence[Unit], way: Sequence[str]) -> tuple[int, int]:
    """How many of the units a path tells apart, and how many it speaks of."""
    paths = [_path(unit, way) for unit in units]
    return len(set(paths)), sum(map(bool, paths)) if len(way) == 1 else 0


def _path(unit: Unit, way: Sequence[str]) -> str:
    own = wording.plain_words(said(unit))
    said_before = {own, wording.plain_words(unit.first.title)}
    found: list[str] = []
    for name in way:
        words = _READ[name](unit.first.box)
        plain = wording.plain_words(words)
        again = any(_is_same(plain, one) for one in said_before)
        if plain and not again and not is_weak(words):
            said_before.add(plain)
            found.append(words)
    return own_words.PATH.join(found)


def _is_same(one: str, other: str) -> bool:
    """Whether words are those already said, or nearly."""
    few, many = sorted((set(one.split()), set(other.split())), key=len)
    return one == other or (len(few) > 1 and len(few & many) >= SAME * len(few))


def _clean(text: str) -> str:
    words = wording.in_small(wording.capital(wording.clean(text)))
    short = wording.shortened(words, MOST)
    return short if wording.says_something(words) else ""


_READ: dict[str, Callable[[Box], str]] = {
    "lead": lambda box: _clean(box.lead),
    "row": lambda box: _clean(box.row),
    "column": lambda box: _clean(box.column),
}


def _with(unit: Unit, path: str) -> Unit:
    return replace(unit, parts=tuple(replace(one, path=path) for one in unit.parts))


def _counted(units: Sequence[Unit], paths: Sequence[str]) -> list[Unit]:
    """Count those that nothing told apart: the lines of a table, or boxes that follow."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for unit, path in zip(units, paths, strict=True):
        seen[path] += 1
        same = [one for one, other in zip(units, paths, strict=True) if other == path]
        found.append(_nth(unit, seen[path], same) if len(same) > 1 else unit)
    return found


def _nth(unit: Unit, number: int, same: Sequence[Unit]) -> Unit:
    lefts = [one.first.box.rect[0] for one in same]
    shape = own_words.LINE if max(lefts) - min(lefts) < ALIGNED else own_words.NTH
    return replace(
        unit,
        parts=tuple(
            replace(one, nth=shape.format(words="{words}", n=number)) for one in unit.parts
        ),
    )


def shown(one: Named, words: str, most: int = wording.MOST_WORDS) -> str:
    """The words of a question, with its path before them and its number after them.

    Args:
        most: words of the question; a long path gives way to those of the box.
    """
    room = max(LEAST, most - 2 - len(words.split()))
    path = wording.shortened(one.path, room)
    text = f"{path}{own_words.PATH}{words}" if path else words
    return one.nth.replace("{words}", text) if one.nth else text
