"""``office figures``: the tables of a period, on the screen, for a spreadsheet, on paper."""

import argparse
import re
from collections.abc import Sequence

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.paper import print_options
from desktop_app.cli.safe.opened import opened
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import AppError
from desktop_app.core.figures import FigureSet
from desktop_app.core.small_groups import Hidden, Shown
from desktop_app.files import read_file, write_file
from desktop_app.pages import office_figures as page
from desktop_app.sentences import figure_words
from desktop_app.workflow.office import figures as office
from desktop_app.workflow.office.figures import Period, YearsFigures

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class MonthMisspelt(AppError, exit_status=2):
    """A month of the command is not written as "2026-01", or a year is none."""


class NoSuchSet(AppError, exit_status=2):
    """No definition has this name; ``known``: those that there are."""


def figures(options: argparse.Namespace, tools: Tools) -> Report:
    """Count, and write what was asked for."""
    given = tools.read_figures(read_file(options.definitions)) if options.definitions else None
    period = _period(options)
    with opened(options, tools) as safe:
        found = given or _named(office.sets(safe, tools), options.named)
        year = office.default_year(tools.clock.today())
        told = office.count(safe, tools, found, period or office.year_of(year))
    data: dict[str, object] = {"figures": _data(told)}
    if options.csv:
        write_file(options.csv, figure_words.file(told))
        data["csv"] = options.csv
    if options.out:
        sheet = page.printed(told, options=print_options(options))
        write_file(options.out, tools.letters.sheet(sheet, tools.clock.today()).data)
        data["out"] = options.out
    return reported(page.told(told), data)


def _period(options: argparse.Namespace) -> Period | None:
    if options.year is not None:
        if not 1900 <= options.year <= 9999:
            raise MonthMisspelt
        return office.year_of(options.year)
    if not (options.first or options.last):
        return None
    if not all(map(_MONTH.fullmatch, (options.first, options.last))):
        raise MonthMisspelt
    return office.expect_period(Period(options.first, options.last))


def _named(sets: Sequence[FigureSet], name: str) -> FigureSet:
    if not name:
        return sets[0]
    found = next((one for one in sets if one.id == name), None)
    if found is None:
        raise NoSuchSet(known=", ".join(one.id for one in sets))
    return found


def _data(told: YearsFigures) -> dict[str, object]:
    return {
        "set": told.found.id,
        "first": told.period.first,
        "last": told.period.last,
        "tables": [
            {
                "title": figure_words.title(one),
                "counts": one.figure.counts,
                "by": one.figure.by,
                "rows": [
                    {"value": row.value or row.label, "n": _number(row.shown)} for row in one.rows
                ],
                "total": _number(one.total),
            }
            for one in told.tables
        ],
    }


def _number(shown: Shown) -> int | str:
    return shown.value if isinstance(shown, Hidden) else shown
