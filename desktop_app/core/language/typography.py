"""French typography over final text: spaces that do not break, apostrophes, dates, amounts.

Source of the rules: the house table of the letters (after the usage of the Imprimerie nationale):
narrow no-break space before ``; ! ?`` and between thousands, no-break space before ``:``, inside
``« »`` and between a number and its sign, ``’``, ``–``, ``…``. Internet addresses, e-mail
addresses, times such as ``12:30``, emoticons and hyphenated names come out as they went in.
Official forms get plain spaces instead (``spaces.plain``): their boxes count characters.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.core.months import MONTHS
from desktop_app.core.spaces import NARROW, NBSP, UNBROKEN

BLANK = "." * 24
"""What stands for an answer to write by pen: any run of five dots or more is printed as a blank."""

_CENT = Decimal("0.01")
_GAP = rf"[ \t{UNBROKEN}]"
_MONTH = "|".join(MONTHS)

_UNTOUCHED = re.compile(
    r"((?:https?://|www\.)\S*[\w/=&#]"  # an address of the web, without the full stop after it
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:\.{5,}|…{2,}|_{3,})[.…_]*)"  # a blank to fill by pen
)

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _thousands(digits: str) -> str:
    return f"{int(digits):,}".replace(",", NARROW) if digits[0] != "0" else digits


_QUOTED = re.compile(r'(?<![^\s(\[«’\'])"(?=\S)([^"\n]+)(?<=\S)"(?!\w)')


def _quotes(line: re.Match[str]) -> str:
    """Turn straight quotes into « » only where all those of the line pair up."""
    paired = _QUOTED.sub(r"«\1»", line[0])
    return line[0] if '"' in paired else paired


def _joined(match: re.Match[str]) -> str:
    return re.sub(_GAP, NBSP, match[0])


def _narrow(match: re.Match[str]) -> str:
    return re.sub(_GAP, NARROW, match[0])


def _day_month(match: re.Match[str]) -> str:
    day = match["day"].removesuffix("er").lstrip("0")
    year = f"{NBSP}{match['year']}" if match["year"] else ""
    return f"{'1er' if day == '1' else day}{NBSP}{match['month']}{year}"


def _hour(match: re.Match[str]) -> str:
    minutes = f"{NBSP}{match['minutes']}" if match["minutes"] else ""
    return f"{match['hour']}{NBSP}h{minutes}"


_RULES: tuple[Rule, ...] = (
    (re.compile(r"[ \t]{2,}|\t"), " "),
    (re.compile(r"(?<![.…])\.{3}(?![.…])"), "…"),
    # « quotes »: straight ones only by pairs, so that inches and stray marks stay
    (re.compile("“"), "«"),
    (re.compile("”"), "»"),
    (re.compile(r'^[^"\n]*"[^\n]*$', re.MULTILINE), _quotes),
    (re.compile(rf"«{_GAP}*(?!\n)"), f"«{NBSP}"),
    (re.compile(rf"{_GAP}*»"), f"{NBSP}»"),
    # one full stop: what is quoted ends with its own, and so does the sentence around it
    (re.compile(rf"(?<=\w)(?<!\betc)\.(?={NBSP}»\.)"), ""),
    (re.compile(r"(?<=\w)'(?=[\w«])"), "’"),
    # dashes between spaces, or that open a line
    (re.compile(rf"(?<=\S){_GAP}+(?:--?|[–—]){_GAP}+(?=\S)"), f"{NBSP}–{NBSP}"),
    (re.compile(rf"^(?:-|[–—]){_GAP}+(?=\S)", re.MULTILINE), f"–{NBSP}"),
    # hours and dates
    (
        re.compile(
            rf"(?<![\w,.])(?<!\d{_GAP})(?P<hour>[01]?\d|2[0-4]){_GAP}?h(?:{_GAP}?(?P<minutes>[0-5]\d))?(?!\w)"
        ),
        _hour,
    ),
    (
        re.compile(
            rf"(?<![\w,.])(?<!\d{_GAP})(?P<day>1er|0?[1-9]|[12]\d|3[01]){_GAP}+(?P<month>{_MONTH})\b"
            rf"(?:{_GAP}+(?P<year>\d{{4}})(?!\d))?"
        ),
        _day_month,
    ),
    # identifiers already written in groups: never broken
    (re.compile(rf"(?<![\w+])0\d(?:{_GAP}\d\d){{4}}(?!\d)"), _joined),
    (re.compile(rf"\+\d{{1,3}}(?:{_GAP}\d{{1,3}}){{3,6}}(?!\d)"), _joined),
    (
        re.compile(
            rf"(?<!\w)[1-478]{_GAP}\d\d{_GAP}\d\d{_GAP}(?:\d\d|2[AB])"
            rf"{_GAP}\d{{3}}{_GAP}\d{{3}}(?:{_GAP}\d\d)?(?!\w)"
        ),
        _joined,
    ),
    (
        re.compile(
            rf"(?<!\w)[A-Z]{{2}}\d\d(?:{_GAP}[A-Z0-9]{{4}}){{3,7}}(?:{_GAP}\w{{1,4}})?(?!\w)"
        ),
        _joined,
    ),
    # numbers and their signs
    (
        re.compile(rf"(?<![\w,.])\d{{4,12}}(?=(?:,\d{{1,2}})?{_GAP}*(?:€|euros?\b))"),
        lambda m: _thousands(m[0]),
    ),
    (
        re.compile(
            rf"(?<![\w,.])(?<!\d{_GAP})\d{{1,3}}(?:{_GAP}\d{{3}})+(?=(?:,\d{{1,2}})?{_GAP}*(?:€|euros?\b))"
        ),
        _narrow,
    ),
    (re.compile(rf"(?<![\w,.])(?<!\d{_GAP})\d{{1,3}}(?: \d{{3}})+(?![\w])(?!{_GAP}\d)"), _narrow),
    (re.compile(rf"(?<=\d){_GAP}*(?=[%€])"), NBSP),
    (re.compile(rf"{_GAP}+(?=[%€])"), NBSP),
    (re.compile(rf"(?<=\d){_GAP}+(?=(?:euros?|h)(?!\w))"), NBSP),
    (re.compile(rf"\b([nN])°{_GAP}*(?=\w)"), rf"\1°{NBSP}"),
    # high signs: an ordinary space before them always goes; a missing one is added only where the
    # sign ends a word, so that 12:30, C:\ and :-) stay as they are
    (re.compile(rf"{_GAP}+(?=[;!?])"), NARROW),
    (re.compile(rf"{_GAP}+(?=:)"), NBSP),
    (re.compile(r"(?<=[\w)\]»”%€°…’.])(?=[;!?]+(?:\s|$|[)\]»”\",.…]|{NBSP}))"), NARROW),
    (re.compile(r"(?<=[\w)\]»”%€°…’.])(?=:(?:\s|$))"), NBSP),
)


def french(text: str) -> str:
    """Apply the rules; applying them again changes nothing. Line breaks are kept."""
    parts = _UNTOUCHED.split(unicodedata.normalize("NFC", text))
    for index in range(0, len(parts), 2):  # odd ones are untouched
        for pattern, replacement in _RULES:
            parts[index] = pattern.sub(replacement, parts[index])
    return "".join(parts)


def money(amount: Decimal, *, cents: bool | None = None) -> str:
    """Write euros: ``1 842 €``, ``1 234,56 €``; halves of a cent are rounded up.

    Args:
        cents: True and False force or forbid the decimals; None leaves out ",00".
    """
    rounded = amount.quantize(_CENT if cents is not False else Decimal(1), ROUND_HALF_UP)
    whole, _, decimals = f"{abs(rounded):f}".partition(".")
    shown = "" if cents is None and decimals == "00" else decimals
    sign = "\u2212" if rounded < 0 else ""
    return f"{sign}{_thousands(whole)}{',' if shown else ''}{shown}{NBSP}€"


def long_date(day: dt.date) -> str:
    """Write ``24 novembre 2026``, ``1er janvier 2027``, in one unbreakable piece."""
    number = "1er" if day.day == 1 else str(day.day)
    return NBSP.join((number, MONTHS[day.month - 1], str(day.year)))
