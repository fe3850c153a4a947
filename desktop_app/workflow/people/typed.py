"""What is typed to find someone, in one box: her name, a day, a telephone, a number, some of each.

Nothing says which it is: "1982" is a year, the end of a telephone, perhaps a file number. Each that
it may be is looked for, and what is found says why.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.answers.kinds import date
from desktop_app.core.folding import folded
from desktop_app.core.known_by import BIRTH, MAIL, PHONE, Sought, number_of, phone_of, words_of_name
from desktop_app.core.months import MONTHS

LEAST = 4
"""Figures of a telephone, or of a number, from which others that hold them are found."""
_NUMBERED = re.compile(r"(?:\bn\s*[°ºo]\s*|\bnum(?:[ée]ro)?\.?\s*|\bdossier\s+|#\s*)(\d{1,9})\b")
_SAID = (
    "ne nee nes le la en tel telephone portable nir numero allocataire caf mme mlle m mr monsieur"
)
"""Words beside figures that name nobody: "née le 14/03/1982", "tél. 06 12"."""
_OLDEST, _LATEST = 1870, 2199
_MONTHS = tuple(map(folded, MONTHS))
_BEGUN = {month[:n] for month in _MONTHS for n in range(3, len(month) + 1)}
_IN_WORDS = re.compile(
    r"(?:\b(\d{1,2})(?:er)?\s*)?\b("
    + "|".join(sorted(_BEGUN, key=len, reverse=True))
    + r")\b\.?\s*(\d{4}|\d{2})?\b"
)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, read.

    Attributes:
        words: those of a name.
        number: a file number that it may be; None when it is none.
        sought: the keys that it may be; who has one of them is meant.
    """

    words: tuple[str, ...] = ()
    number: int | None = None
    sought: tuple[Sought, ...] = ()

    @property
    def figured(self) -> bool:
        """Whether something besides a name was typed."""
        return self.number is not None or bool(self.sought)

    def __bool__(self) -> bool:
        return bool(self.words) or self.figured


def read(typed: str) -> Typed:
    """Read what is typed to find someone."""
    text = _plain(typed)
    if "@" in text:
        return Typed(sought=(Sought(MAIL, "has", text),))
    if found := _NUMBERED.search(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return Typed(_naming(words_of_name(rest)), int(found[1]))
    day, rest = _day(text)
    words, figures = _parted(rest)
    if day and not re.search(r"[a-z/]", text):
        figures = _parted(text)[1]  # "06 12 34" is a day of 1934, or begins a telephone
    number = _number(figures) if not day else None
    sought = dict.fromkeys((*day, *_of_figures(figures)))
    naming = _naming(words) if sought or number is not None else tuple(words)
    return Typed(naming, number, tuple(sought))


def _plain(typed: str) -> str:
    """Fold it; figures of any writing are those that keys are written with."""
    text = folded(unicodedata.normalize("NFKC", typed)).strip()
    return "".join(str(unicodedata.digit(one)) if one.isdecimal() else one for one in text)


def _naming(words: list[str]) -> tuple[str, ...]:
    """Return the words that may be of a name."""
    return tuple(word for word in words if word not in _SAID.split())


def _parted(text: str) -> tuple[list[str], str]:
    """Return the words of a name, and the figures that stand among them, put together.

    A number may hold letters: "1234567 A", "1 85 05 2A 004".
    """
    tokens = text.split()
    told = [one for one in tokens if any(map(str.isdigit, one))]
    if not told:
        return words_of_name(text), ""
    signs = [one for one in tokens if one not in told and len(one) == 1 and one.isalpha()]
    kept = [one for one in tokens if one in told or one in signs]
    names = [one for one in tokens if one not in kept]
    if names:  # the letters alone are hers: "fatou d 1982"
        names, kept = [one for one in tokens if one not in told], told
    return words_of_name(" ".join(names)), "".join(kept)


def _number(figures: str) -> int | None:
    """Return the file number that figures may be: no zero before, seven figures at most."""
    plain = figures.isascii() and figures.isdigit() and len(figures) <= 7
    return int(figures) if plain and not figures.startswith("0") else None


def _of_figures(figures: str) -> Iterator[Sought]:
    """Yield what figures, put together, may be."""
    digits = re.sub(r"\D", "", figures)
    if digits == figures:
        if len(digits) == 4 and _OLDEST <= int(digits) <= _LATEST:
            yield Sought(BIRTH, "begins", digits)
        elif len(digits) in (6, 8) and (written := date.spread(digits)):
            yield from _of_day(*written)
    phone = phone_of(figures)
    if len(phone) >= LEAST and not re.search(r"[a-z]", figures):
        yield Sought(PHONE, "has", phone)
    number = number_of(figures)
    if len(number) >= LEAST:
        yield Sought("", "begins", number)


def _day(text: str) -> tuple[list[Sought], str]:
    """Return the day of birth that a text holds, each that it may be, and what is left of it."""
    if found := _in_words(text):
        return found
    for part in re.finditer(r"\d[\d\s./\-]*\d", text):
        sought = list(_of_written(part[0].strip()))
        if sought:
            return sought, f"{text[: part.start()]} {text[part.end() :]}"
    return [], text


def _of_written(part: str) -> Iterator[Sought]:
    if re.fullmatch(r"\d+", part):
        return  # figures alone are also a number
    if written := date.spread(part):
        yield from _of_day(*written)
    elif found := _MONTH_AND_YEAR.fullmatch(part):
        if 1 <= int(found[1]) <= 12:
            yield Sought(BIRTH, "begins", f"{found[2]}-{int(found[1]):02}")
    elif (found := _DAY_AND_MONTH.fullmatch(part)) and 1 <= int(found[2]) <= 12:
        yield Sought(BIRTH, "ends", f"-{int(found[2]):02}-{int(found[1]):02}")


def _of_day(day: str, month: str, year: str) -> Iterator[Sought]:
    """Yield the day, in each century that two figures may be of."""
    if not (1 <= int(month or 0) <= 12 and 1 <= int(day or 0) <= 31):
        return
    ending = f"-{int(month):02}-{int(day):02}"
    if not year:
        yield Sought(BIRTH, "ends", ending)
    for full in (year,) if len(year) == 4 else (f"19{year}", f"20{year}") if year else ():
        yield Sought(BIRTH, "is", f"{full}{ending}")


def _in_words(text: str) -> tuple[list[Sought], str] | None:
    """Return the day that is written with the name of its month: "14 mars 1982", "mars 82"."""
    for found in _IN_WORDS.finditer(text):
        months = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(found[2])]
        if not (found[1] or found[3]):
            continue  # alone, it is a name: "Mars", "Avril"
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return [one for month in months for one in _of_month(found[1], month, found[3])], rest
    return None


def _of_month(day: str | None, month: int, year: str | None) -> Iterator[Sought]:
    if day:
        yield from _of_day(day, str(month), year or "")
    else:
        for full in (year,) if year and len(year) == 4 else (f"19{year}", f"20{year}"):
            yield Sought(BIRTH, "begins", f"{full}-{month:02}")
