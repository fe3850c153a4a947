"""Cuts a line of an address into the boxes of an official form: number, extension, kind, name.

What is cut is never lost: the parts of a line, read together, say all that was typed. A line that
is not understood stays whole, in the last box.
"""

import re
from typing import NamedTuple

_NUMBER = re.compile(
    r"(?:n°\s*)?(?P<number>\d+(?:\s?[-/]\s?\d+)?)"
    r"(?:\s*(?P<extension>bis|ter|quater|quinquies|[a-h])\b(?!['’.]))?"
    r"\s*,?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?P<kind>all[ée]e|all|avenue|av|boulevard|boul|bd|bvd|chauss[ée]e|chemin|che|ch|cit[ée]|clos"
    r"|cours|esplanade|faubourg|fbg|hameau|impasse|imp|lotissement|lot|mail|mont[ée]e|passage|place"
    r"|pl|promenade|quai|quartier|rond-point|route|rte|rue|ruelle|sentier|square|sq|traverse|venelle"
    r"|villa|voie)(?P<dot>\.?)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_BUILDING = re.compile(
    r"(?:b[âa]timent|b[âa]t|bloc|immeuble|imm|pavillon|r[ée]sidence|r[ée]s|tour|villa)\b",
    re.IGNORECASE,
)

_SHORT = {
    "allée": "all.",
    "allee": "all.",
    "avenue": "av.",
    "boulevard": "bd",
    "chaussée": "chée",
    "chemin": "ch.",
    "esplanade": "espl.",
    "faubourg": "fbg",
    "hameau": "ham.",
    "impasse": "imp.",
    "lotissement": "lot.",
    "montée": "mtée",
    "passage": "pass.",
    "place": "pl.",
    "promenade": "prom.",
    "quartier": "qu.",
    "rond-point": "rd-pt",
    "route": "rte",
    "ruelle": "rlle",
    "sentier": "sent.",
    "square": "sq.",
    "traverse": "trav.",
    "venelle": "ven.",
}
"""What a hand writes where the box of the kind is less than a centimetre wide."""


class Street(NamedTuple):
    """``12 bis rue des Tilleuls``: 12, bis, rue, des Tilleuls."""

    number: str = ""
    extension: str = ""
    kind: str = ""
    name: str = ""


def street(line: str) -> Street:
    """Cut the line of the street; what has neither number nor known kind is all name."""
    line = " ".join(line.split())
    start = _NUMBER.fullmatch(line)
    rest = start["rest"] if start else line
    known = _KIND.fullmatch(rest)
    return Street(
        number=start["number"] if start else "",
        extension=(start["extension"] or "") if start else "",
        kind=known["kind"] + known["dot"] if known else "",
        name=known["name"] if known else rest,
    )


def short_kind(line: str) -> str:
    """Return the kind of a street in three or four letters: ``bd``, ``av.``."""
    kind = street(line).kind
    return _SHORT.get(kind.casefold(), kind)


def building(line: str) -> str:
    """Return what names a building in ``Bâtiment B, 2e étage``: ``Bâtiment B``."""
    return ", ".join(part for part in _parts(line) if _BUILDING.match(part))


def within(line: str) -> str:
    """Return the rest of it: floor, stairs, flat."""
    return ", ".join(part for part in _parts(line) if not _BUILDING.match(part))


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(",") if part.strip()]
