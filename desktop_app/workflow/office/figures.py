"""The office's figures over a period, and how one matter ended."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.core.errors import AppError
from desktop_app.core.figures import SPOKEN, FigureSet, Table, months, tables
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.records import Ending
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


class NoSuchPeriod(AppError, exit_status=2):
    """A period that ends before it begins, or lasts more than ten years."""


@dataclass(frozen=True, slots=True)
class Period:
    """Months from one to the other, both counted: "2026-01"."""

    first: str
    last: str

    @property
    def months(self) -> tuple[str, ...]:
        """Return its months, in order."""
        return months(self.first, self.last)

    @property
    def year(self) -> int | None:
        """The year that it is; None where it is another period."""
        year = self.first[:4]
        return int(year) if (self.first, self.last) == (f"{year}-01", f"{year}-12") else None


@dataclass(frozen=True, slots=True)
class YearsFigures:
    """What was counted, as it may be told: ``found`` said what to count."""

    found: FigureSet
    period: Period
    tables: tuple[Table, ...]


def year_of(year: int) -> Period:
    """Return a whole year."""
    return Period(f"{year:04}-01", f"{year:04}-12")


def expect_period(period: Period) -> Period:
    """Return it; raise NoSuchPeriod where nothing can be counted over it."""
    if not 1 <= len(period.months) <= 120:
        raise NoSuchPeriod
    return period


def count(safe: Safe, tools: Tools, found: FigureSet, period: Period) -> YearsFigures:
    """Return the tables of a definition over a period; small groups are hidden already."""
    expect_responsable(safe)
    expect_period(period)
    counted = safe.figures.counted(period.first, period.last)
    told = tables(
        found,
        counted,
        period.months,
        themes=FAMILIES,
        theme_of=themes_of(tools),
        body_of=_bodies_of(tools),
    )
    return YearsFigures(found, period, told)


def expect_responsable(safe: Safe) -> None:
    """Refuse the figures to a helper where an office has somebody responsible for them.

    Raises:
        OnlyResponsable.
    """
    safe.team.expect_responsable()


def sets(safe: Safe, tools: Tools) -> Sequence[FigureSet]:
    """Return the definitions at hand: the office's own first, where it has one, then ours.

    Raises:
        InvalidFigures: the office's own was written for another version.
    """
    own = safe.figures.own_set()
    return ((tools.read_figures(own.encode()),) if own else ()) + tuple(tools.figure_sets)


def keep_own_set(safe: Safe, tools: Tools, data: bytes) -> FigureSet:
    """Keep a file as the office's own definition; nothing is kept of one that cannot be counted.

    Raises:
        InvalidFigures.
    """
    found = tools.read_figures(data)
    safe.figures.keep_own_set(data.decode("utf-8-sig"))
    return found


def written(safe: Safe, tools: Tools, found: FigureSet) -> bytes:
    """Return the file of a definition, to be changed, then kept as the office's own."""
    return tools.figure_text(found.id) or safe.figures.own_set().encode()


def default_year(today: dt.date) -> int:
    """Return the year that one most likely wants: in January and February, the year before."""
    return today.year - (today.month <= 2)


def themes_of(tools: Tools) -> Callable[[str], str]:
    """Return what tells the theme of a thing by what it is known by."""
    families = {one.id: one.family for one in tools.catalogue.search()}

    @cache
    def theme(about: str) -> str:
        if about in FAMILIES:
            return about
        kind, _, name = about.partition(":")
        if kind == "pack":
            return families.get(name, "")
        return _family(tools, name) if kind == "procedure" else ""

    return theme


def _bodies_of(tools: Tools) -> Callable[[str], str]:
    """Return what tells who was asked: a body that is alone to be asked so, else a theme's."""
    theme = themes_of(tools)
    procedures = {one.id: one.procedure for one in tools.catalogue.search()}
    named: dict[str, set[str]] = {}
    for one in tools.law.bodies.bodies.values():
        for procedure in one.procedures:
            named.setdefault(procedure, set()).add(one.name)

    @cache
    def body(about: str) -> str:
        kind, _, name = about.partition(":")
        procedure = procedures.get(name, "") if kind == "pack" else name
        found = named.get(procedure, set())
        return next(iter(found)) if len(found) == 1 else theme(about)

    return body


def _family(tools: Tools, procedure: str) -> str:
    try:
        return tools.law.procedure(procedure).family
    except AppError:  # of another version of the law
        return ""


# ---------------------------------------------------------------- one matter, one person


def close(safe: Safe, dossier: str, *, on: dt.date, outcome: str = "") -> None:
    """Note that a matter ended, and how if one said; once more, corrects how."""
    before = safe.figures.ending(dossier).closed_on
    safe.figures.close(dossier, on=before or on, outcome=outcome)


def open_again(safe: Safe, dossier: str) -> None:
    """A matter goes on after all."""
    safe.figures.open_again(dossier)


def ending(safe: Safe, dossier: str) -> Ending:
    """Return how a matter ended."""
    return safe.figures.ending(dossier)


def language_of(safe: Safe, person: str) -> str:
    """Return the language that a person speaks best, "" where nobody noted it."""
    known = safe.people.profile(person).get(SPOKEN)
    return known.value if known is not None else ""


def keep_language(safe: Safe, person: str, language: str, *, on: dt.date) -> None:
    """Note the language that a person speaks best; "" forgets it."""
    if language:
        safe.people.keep_value(person, SPOKEN, language, source="helper", on=on)
    else:
        safe.people.forget(person, SPOKEN)
