"""Postal addresses as post machines read them.

Source: NF Z 10-011 and La Poste's six rules, read through laposte.fr (national address service)
and haoui.com: 6 lines at most, 7 with the country; 38 characters a line, spaces included; no
empty line; the street, the hamlet or box, and the postcode line in capitals, with letters, digits
and spaces only. The lines that name people and services stay as typed.
"""

import re
from collections.abc import Sequence

from desktop_app.core.errors import Problem
from desktop_app.core.folding import is_latin, without_accents

MAX_CHARACTERS = 38
MAX_LINES = 6
MAX_LINES_ABROAD = 7
FIRST_CAPITAL_LINE = 3
"""Index of the fourth line: from there on, a French address is in capitals."""

_POSTCODE = re.compile(r"^\s*(?:F-)?(?:\d{5}|2[AB]\d{3})\b", re.IGNORECASE)
_BLANK = re.compile(r"(?:\.{5,}|…{2,}|_{3,})")
_STREET = re.compile(
    r"^\s*(?:\d+\s*(?:bis|ter|quater|[a-d])?\b"
    r"|(?:rue|avenue|av|boulevard|bd|bvd|place|pl|chemin|che|all[ée]e|impasse|imp|quai|cours|route|rte"
    r"|square|sq|villa|passage|cit[ée]|esplanade|promenade|mont[ée]e|sentier|voie|rond-point|lieu-dit"
    r"|hameau|bp|cs|tsa|cedex|libre r[ée]ponse|autorisation|bo[iî]te postale)\b)",
    re.IGNORECASE,
)
# letters that Unicode does not decompose into a letter and an accent
_LATIN = str.maketrans(
    {
        "ẞ": "SS",
        "Ø": "O",
        "Đ": "D",
        "Ð": "D",
        "Ł": "L",
        "Þ": "TH",
        "Ħ": "H",
        "İ": "I",
    }
)


def capitals(line: str) -> str:
    """Write a line for post machines: ``12 bis, rue de l'Église`` -> ``12 BIS RUE DE L EGLISE``.

    Letters of another alphabet are kept, so that nothing is lost: ``address_problems`` names the
    line. Blanks to fill by pen are kept too.
    """
    pieces = _BLANK.split(line)
    blanks = [*_BLANK.findall(line), ""]
    written = (
        f"{_capital_words(piece)} {blank}" for piece, blank in zip(pieces, blanks, strict=True)
    )
    return " ".join(" ".join(written).split())


def _capital_words(text: str) -> str:
    letters = without_accents(re.sub(r"\bn°", " ", text, flags=re.IGNORECASE)).upper()
    return re.sub(r"[^\w ]|_", " ", letters.translate(_LATIN))


def is_abroad(lines: Sequence[str]) -> bool:
    """Tell whether the last line is a country: a line without a French postcode, and no blank.

    An address without any postcode is taken as French when it is short (one or two lines), since
    "Monsieur le Maire" alone is no foreign address.
    """
    if len(lines) < 3 or _POSTCODE.match(lines[-1]) or _BLANK.search(lines[-1]):
        return False
    return not any(map(str.isdigit, lines[-1]))


def recipient_block(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines as printed in the window, without empty ones.

    In a French address, the lines from the street on are in capitals, and the fourth to sixth
    lines always. Abroad, the order and the writing of the country are kept; the country is in
    capitals, with its accents off.
    """
    kept = [re.sub("[ \t]+", " ", line).strip() for line in lines]
    kept = [line for line in kept if capitals(line)]  # a line of signs only has nothing to print
    if is_abroad(kept):
        return (*kept[:-1], capitals(kept[-1]))
    first = _first_capital(kept)
    return (*kept[:first], *(capitals(line) for line in kept[first:]))


def _first_capital(lines: Sequence[str]) -> int:
    """Return the index from which lines are in capitals: walks up from the postcode line."""
    first = len(lines)
    while first > 1 and _is_place(lines[first - 1]):
        first -= 1
    return min(first, FIRST_CAPITAL_LINE)


def _is_place(line: str) -> bool:
    """Tell a street or a postcode, as typed or once written for machines: they may differ."""
    return any(rule.match(form) for form in (line, capitals(line)) for rule in (_POSTCODE, _STREET))


def address_problems(lines: Sequence[str]) -> tuple[Problem, ...]:
    """Return what keeps a recipient's block out of the rules; its lines are final."""
    limit = MAX_LINES_ABROAD if is_abroad(lines) else MAX_LINES
    found = []
    if len(lines) > limit:
        found.append(
            Problem("address-too-many-lines", parameters={"n": len(lines), "limit": limit})
        )
    for number, line in enumerate(lines, 1):
        where = {"line": number}
        if len(line) > MAX_CHARACTERS:
            facts = {**where, "length": len(line), "limit": MAX_CHARACTERS}
            found.append(Problem("address-line-too-long", parameters=facts))
        if not is_latin(line):
            found.append(Problem("address-not-latin", parameters=where))
    return tuple(found)
