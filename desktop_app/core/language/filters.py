"""The filters that a pack's text may use: ``{{ montant | euros }}``.

Each is a total function of one known value and of arguments written in the pack: a value of
another type comes out as it went in, and an unknown answer never reaches a filter (it stays a
blank), except ``ou``, whose purpose it is.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop_app.core.language.departements import departement_of
from desktop_app.core.language.elision import of_town
from desktop_app.core.language.streets import building, short_kind, street, within
from desktop_app.core.language.typography import long_date, money
from desktop_app.core.months import MONTHS
from desktop_app.core.spaces import NARROW, NBSP


class Chosen(str):
    """The id of a choice, which prints as its label."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, identifier: str, label: str) -> "Chosen":
        """Return the id, with the words it prints."""
        chosen = super().__new__(cls, identifier)
        chosen.label = label
        return chosen


@dataclass(frozen=True, slots=True)
class Filter:
    """A function, and the types of the arguments that follow the value."""

    apply: Callable[..., Any]
    takes: tuple[type, ...] = ()


class Agreeing:
    """Words in which « ~ » is the ending that agrees with what they are said of.

    ``made`` gives them when they are written: most letters are asked of often, and written seldom.
    """

    __slots__ = ("_made",)

    def __init__(self, made: Callable[[], str]) -> None:
        self._made = made

    def agreed(self, ending: str) -> str:
        """Return the words with an ending: "", "e", "es"."""
        return self._made().replace("~", ending)

    def __str__(self) -> str:
        return self.agreed("")


def words(value: object) -> str:
    """Write any answer as it reads in a sentence."""
    match value:
        case Chosen():
            return value.label
        case bool():
            return "oui" if value else "non"
        case dt.date():
            return long_date(value)
        case Decimal():
            return _number(value)
        case tuple():
            return listed(value)
    return str(value)


def _number(value: Decimal) -> str:
    """Write 1842.5 as ``1 842,5``: narrow spaces between thousands, decimal comma."""
    return f"{value:,f}".replace(",", NARROW).replace(".", ",")


def _of_number(write: Callable[[Decimal], str]) -> Callable[[Any], Any]:
    def apply(value: object) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return value
        return write(Decimal(value))

    return apply


def listed(value: object, last: str = "et") -> str:
    """Write ``a, b et c``."""
    items = [words(item) for item in value] if isinstance(value, tuple) else [words(value)]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _cents(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def _of_day(write: Callable[[dt.date], str]) -> Callable[[Any], Any]:
    return lambda value: write(value) if isinstance(value, dt.date) else value


def _month_year(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]}{NBSP}{day.year}"


def _moved(sign: int, unit: str) -> Callable[[Any, int], Any]:
    def move(value: object, count: int) -> Any:
        return shifted(value, sign * count, unit) if isinstance(value, dt.date) else value

    return move


def shifted(day: dt.date, count: int, unit: str) -> dt.date:
    """Return the day ``count`` jours, mois or ans later (earlier when negative).

    A day that the month does not have becomes its last one; what leaves the calendar stops at
    its first or last day. This is plain arithmetic: delays of the law are ``core/deadlines``.
    """
    try:
        if unit == "jours":
            return day + dt.timedelta(days=count)
        months = day.year * 12 + day.month - 1 + (count * 12 if unit == "ans" else count)
        first = dt.date(months // 12, months % 12 + 1, 1)
        following = dt.date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    except (OverflowError, ValueError):
        return dt.date.max if count > 0 else dt.date.min
    return first.replace(day=min(day.day, (following - dt.timedelta(days=1)).day))


def _capital(value: object) -> str:
    text = words(value)
    return text[:1].upper() + text[1:]


def _small(value: object) -> str:
    text = words(value)
    return text[:1].lower() + text[1:]


def _sentence(value: object) -> str:
    """Write what a person told as a sentence, from its capital to its end: more comes after it."""
    text = _capital(words(value).strip())
    return text if not text or text[-1] in ".!?…»" else f"{text.rstrip(',;:')}."


def _quoted(value: object) -> str:
    """Write what a person copied without its last full stop: ours comes after the sign."""
    return words(value).strip().rstrip(".").rstrip()


def _compact(value: object) -> str:
    return re.sub(r"\s", "", words(value))


def _part(value: object, first: int, last: int) -> str:
    """Characters ``first`` to ``last``, counted from 1, spaces left out: for boxes of numbers."""
    return _compact(value)[max(first - 1, 0) : max(last, 0)]


def _cells(value: object, first: int, last: int) -> str:
    """Characters ``first`` to ``last``, counted from 1, spaces kept: for combs of several rows."""
    return words(value)[max(first - 1, 0) : max(last, 0)]


def _lines(value: object) -> str:
    """One choice a line: for the boxes of official forms, and for their lists."""
    return "\n".join(words(item) for item in value) if isinstance(value, tuple) else words(value)


def _agreed(value: object, ending: str) -> str:
    return value.agreed(ending) if isinstance(value, Agreeing) else words(value)


FILTERS: Mapping[str, Filter] = {
    "euros": Filter(_of_number(money)),
    "centimes": Filter(_of_number(_cents)),
    "nombre": Filter(_of_number(_number)),
    "date_longue": Filter(_of_day(long_date)),
    "date_courte": Filter(_of_day(lambda day: f"{day:%d/%m/}{day.year:04d}")),
    "jour": Filter(_of_day(lambda day: f"{day:%d}")),
    "mois": Filter(_of_day(lambda day: f"{day:%m}")),
    "annee": Filter(_of_day(lambda day: f"{day.year:04d}")),
    "mois_annee": Filter(_of_day(_month_year)),
    "chiffres_date": Filter(_of_day(lambda day: f"{day:%d%m}{day.year:04d}")),
    "plus_jours": Filter(_moved(1, "jours"), (int,)),
    "plus_mois": Filter(_moved(1, "mois"), (int,)),
    "plus_ans": Filter(_moved(1, "ans"), (int,)),
    "moins_jours": Filter(_moved(-1, "jours"), (int,)),
    "moins_mois": Filter(_moved(-1, "mois"), (int,)),
    "moins_ans": Filter(_moved(-1, "ans"), (int,)),
    "majuscules": Filter(lambda value: words(value).upper()),
    "majuscule": Filter(_capital),
    "minuscule": Filter(_small),
    "phrase": Filter(_sentence),
    "sans_point": Filter(_quoted),
    "sans_espaces": Filter(_compact),
    "caracteres": Filter(_part, (int, int)),
    "cases": Filter(_cells, (int, int)),
    "commune_de": Filter(lambda value: of_town(words(value))),
    "departement_de": Filter(lambda value: departement_of(words(value))),
    "voie_numero": Filter(lambda value: street(words(value)).number),
    "voie_extension": Filter(lambda value: street(words(value)).extension),
    "voie_type": Filter(lambda value: street(words(value)).kind),
    "voie_type_court": Filter(lambda value: short_kind(words(value))),
    "voie_nom": Filter(lambda value: street(words(value)).name),
    "immeuble": Filter(lambda value: building(words(value))),
    "etage": Filter(lambda value: within(words(value))),
    "avant": Filter(lambda value, mark: words(value).partition(mark)[0], (str,)),
    "apres": Filter(lambda value, mark: words(value).partition(mark)[2], (str,)),
    "lignes": Filter(_lines),
    "liste": Filter(listed),
    "liste_ou": Filter(lambda value: listed(value, "ou")),
    "accord": Filter(_agreed, (str,)),
    "ou": Filter(lambda value, _otherwise: value, (str,)),
}
