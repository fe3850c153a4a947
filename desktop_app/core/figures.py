"""The office's figures: what is counted, by what, as data; and its tables, small groups hidden.

A definition is one TOML file for each who asks for figures (``resources/office/figures``, or the
office's own). It says what to count and by what, never how to find it: that is the store's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from desktop_app.core.errors import Problem
from desktop_app.core.small_groups import LEAST, Hidden, Shown, hide
from desktop_app.core.toml_table import TomlTable

Counts = Literal["people", "visits", "opened", "closed", "papers", "letters", "forms"]
"""People met, visits, dossiers opened and closed, papers made (letters and forms together)."""
By = Literal["month", "theme", "language", "outcome", "body"]
OUTCOMES = ("granted", "partly", "refused", "no-answer", "given-up", "directed")
"""How a matter may have ended; "" where nobody said."""
LANGUAGES: Mapping[str, str] = {
    "fr": "Français",
    "ar": "Arabe",
    "en": "Anglais",
    "es": "Espagnol",
    "pt": "Portugais",
    "ro": "Roumain",
    "ru": "Russe",
    "uk": "Ukrainien",
    "tr": "Turc",
    "ps": "Pachto",
    "fa": "Persan ou dari",
    "ku": "Kurde",
    "so": "Somali",
    "ti": "Tigrigna",
    "bn": "Bengali",
    "ur": "Ourdou",
    "ta": "Tamoul",
    "zh": "Chinois",
    "vi": "Vietnamien",
    "sq": "Albanais",
    "ka": "Géorgien",
    "hy": "Arménien",
    "sr": "Serbe",
    "bm": "Bambara",
    "ff": "Peul",
    "wo": "Wolof",
    "ln": "Lingala",
    "ber": "Berbère",
    "lsf": "Langue des signes",
    "other": "Une autre langue",
}
"""Languages that a person may be noted to speak best, in French; the last for any other one."""
SPOKEN = "langue_parlee"
"""The field of a person's values that says which language she speaks best."""
UNKNOWN = ""
"""The row of what nobody noted."""

FITS: Mapping[str, frozenset[str]] = {
    "people": frozenset({"month", "language"}),
    "visits": frozenset({"month", "language", "theme"}),
    "opened": frozenset({"month", "language", "theme", "body"}),
    "closed": frozenset({"month", "language", "theme", "body", "outcome"}),
    **dict.fromkeys(("papers", "letters", "forms"), frozenset(get_args(By)) - {"outcome"}),
}
"""By what each thing may be counted: each is in one row only, or a column has no sum."""


class Group(TomlTable, frozen=True, kw_only=True):
    """Several values in one row, as a financer wants them."""

    label: str
    values: tuple[str, ...]


class Figure(TomlTable, frozen=True, kw_only=True):
    """One table. Without a ``group`` each value has its row; ``others``: the row of the rest."""

    title: str
    counts: Counts
    by: By
    group: tuple[Group, ...] = ()
    others: str = ""


class FigureSet(TomlTable, frozen=True, kw_only=True):
    """What one financer asks; ``least``: the smallest group that is told."""

    schema: Literal[1]
    id: str
    title: str
    asked_by: str = ""
    least: int = LEAST
    figure: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """``n`` things of a month ("2026-03").

    ``about``: its theme, or what it is known by ("procedure:…", "pack:…").
    """

    month: str
    what: str
    about: str
    language: str
    outcome: str
    n: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the value it is of, or the ``label`` of its group."""

    value: str
    label: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Table:
    """A figure, counted; without rows where none may be told."""

    figure: Figure
    rows: tuple[Row, ...]
    total: Shown


ThemeOf = Callable[[str], str]
"""Which theme, or which body, a thing is of, by what it is known by (``Counted.about``)."""


def wrong(found: FigureSet, themes: Sequence[str]) -> Iterator[Problem]:
    """Yield what no type can say of a set: sums that give back what others hide, unknown values."""
    if found.least < LEAST:
        yield Problem("figures-least", place="least", parameters={"least": LEAST})
    if not found.figure:
        yield Problem("figures-none", place="figure")
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(found.figure, 1):
        place = f"figure {number}"
        if one.by not in FITS[one.counts]:
            fits = ", ".join(by for by in get_args(By) if by in FITS[one.counts])
            yield Problem("figures-by", place=f"{place}, by", parameters={"known": fits})
        if (one.counts, one.by) in seen:
            yield Problem("figures-twice", place=place)
        seen.add((one.counts, one.by))
        yield from _groups(one, place, themes)
    yield from _linked(seen)


def months(first: str, last: str) -> tuple[str, ...]:
    """Return the months from one to the other, "2026-01" to "2026-12"."""
    start, end = (12 * int(one[:4]) + int(one[5:7]) - 1 for one in (first, last))
    return tuple(f"{one // 12:04}-{one % 12 + 1:02}" for one in range(start, end + 1))


def tables(
    found: FigureSet,
    counted: Iterable[Counted],
    period: Sequence[str],
    *,
    themes: Sequence[str],
    theme_of: ThemeOf,
    body_of: ThemeOf,
) -> tuple[Table, ...]:
    """Return the tables of a set over the months of a period, small groups hidden.

    Args:
        themes: all of them, in the order in which they are told.
        theme_of, body_of: what a thing is about; "" where that is not known.
    """
    within = [one for one in counted if one.month in period]
    of: Mapping[str, Callable[[Counted], str]] = {
        "month": lambda one: one.month,
        "theme": lambda one: theme_of(one.about),
        "body": lambda one: body_of(one.about),
        "language": lambda one: one.language,
        "outcome": lambda one: one.outcome,
    }
    orders: Mapping[str, Sequence[str]] = {
        "month": period,
        "theme": themes,
        "language": tuple(LANGUAGES),
        "outcome": OUTCOMES,
    }
    return tuple(
        _table(one, within, of[one.by], orders.get(one.by, ()), found.least) for one in found.figure
    )


def _table(
    figure: Figure,
    counted: Iterable[Counted],
    value_of: Callable[[Counted], str],
    order: Sequence[str],
    least: int,
) -> Table:
    counts: dict[str, int] = {}
    for one in counted:
        if one.what == figure.counts or (figure.counts, one.what) in _TOGETHER:
            value = value_of(one)
            counts[value] = counts.get(value, 0) + one.n
    rows = _grouped(figure, counts) if figure.group else _each(figure, counts, order)
    column = hide([count for _value, _label, count in rows], least)
    if column.total == 0 or all(one is Hidden.NOT_TOLD for one in column.rows):
        return Table(figure, (), column.total)  # even which rows there are would tell
    shown = zip(rows, column.rows, strict=True)
    return Table(figure, tuple(Row(*row[:2], one) for row, one in shown), column.total)


_TOGETHER = frozenset({("papers", "letters"), ("papers", "forms")})
_Rows = list[tuple[str, str, int]]


def _each(figure: Figure, counts: Mapping[str, int], order: Sequence[str]) -> _Rows:
    """Return a row for each value, in an order that no count decides; unknown ones last."""
    known = list(order) if figure.by == "month" else [one for one in order if one in counts]
    others = sorted(set(counts) - set(known) - {UNKNOWN})
    last = [UNKNOWN] if UNKNOWN in counts else []
    return [(one, "", counts.get(one, 0)) for one in (*known, *others, *last)]


def _grouped(figure: Figure, counts: Mapping[str, int]) -> _Rows:
    rows = [("", one.label, sum(counts.get(v, 0) for v in one.values)) for one in figure.group]
    rest = sum(counts.values()) - sum(count for *_named, count in rows)
    return [*rows, ("", figure.others, rest)] if rest else rows


def _groups(figure: Figure, place: str, themes: Sequence[str]) -> Iterator[Problem]:
    if figure.group and figure.by == "month":
        yield Problem("figures-group-month", place=f"{place}, group")
    if figure.group and not figure.others.strip():
        yield Problem("figures-others", place=f"{place}, others")
    values = {"theme": themes, "language": tuple(LANGUAGES), "outcome": OUTCOMES}
    known = values.get(figure.by)
    taken: set[str] = set()
    for number, group in enumerate(figure.group, 1):
        where = f"{place}, group {number}"
        for value in group.values:
            if value in taken:
                yield Problem("figures-value-twice", place=where)
            if known is not None and value not in known:
                told = ", ".join(known)
                yield Problem("figures-value", place=where, parameters={"known": told})
            taken.add(value)


def _linked(seen: set[tuple[str, str]]) -> Iterator[Problem]:
    """Yield columns of which one would give back what another hides."""
    counted = {counts for counts, _by in seen}
    for counts in sorted(counted):
        if {(counts, "theme"), (counts, "body")} <= seen:
            yield Problem("figures-linked", place="figure")
    if "papers" in counted and counted & {"letters", "forms"}:
        yield Problem("figures-linked-papers", place="figure")
