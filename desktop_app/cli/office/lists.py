"""``office import, export``: a list of people brought in after a dry run, or taken out."""

import argparse
from collections.abc import Sequence

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved, say_how_far
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import AppError
from desktop_app.core.table import Table
from desktop_app.files import read_file, write_file
from desktop_app.pages import office_lists as page
from desktop_app.sentences import list_words
from desktop_app.workflow.people.lists import bringing, columns, planning, reading, taking_out
from desktop_app.workflow.people.lists.bringing import Brought, Choices
from desktop_app.workflow.people.lists.planning import Plan


class ListWithoutName(AppError, exit_status=2):
    """No column names anybody."""


class ListColumnUnknown(AppError, exit_status=2):
    """What is said of a column is not understood; ``known``: what columns may be."""


def bring_in(options: argparse.Namespace, tools: Tools) -> Report:
    """Compare a list with who is here, then bring it in, all of it or nothing."""
    table = tools.read_table(read_file(options.file))
    matched = _matched(table, options.match)
    choices = Choices(doubtful=options.add_doubtful, replace=options.replace)
    today, brought = tools.clock.today(), None
    with opened(options, tools) as safe:
        plan = planning.plan(safe, reading.read(table, matched, today), say_how_far)
        if not options.dry_run:
            brought = bringing.bring_in(safe, plan, choices, on=today, progress=say_how_far)
            saved(safe, tools)
    data = _data(table, matched, plan, brought)
    if options.waiting:
        head, rows = list_words.waiting(table, plan.of(*page.WAITING))
        write_file(options.waiting, tools.write_table(head, rows, "csv"), replace=options.force)
        data["waiting"] = options.waiting
    return reported(page.told(table, plan, brought), data)


def take_out(options: argparse.Namespace, tools: Tools) -> Report:
    """Write everyone, with what is known of each."""
    kind: page.Kind = "csv" if options.file.lower().endswith((".csv", ".txt")) else "xlsx"
    with opened(options, tools) as safe:
        found = taking_out.everyone(safe, say_how_far)
    made = tools.write_table(found.head, found.rows, kind)
    write_file(options.file, made, replace=options.force)
    data = {"out": options.file, "people": len(found.rows), "columns": list(found.head)}
    return reported(page.out_told(len(found.rows)), data)


def _matched(table: Table, said: Sequence[str]) -> tuple[str, ...]:
    found = list(columns.guess(table.head))
    known = {one.id for one in columns.COLUMNS}
    for one in said:
        head, sign, id = one.rpartition("=")
        fits = not id or id in known or columns.is_field(id)
        if not sign or head not in table.head or not fits:
            raise ListColumnUnknown(known=", ".join(one.id for one in columns.COLUMNS))
        found = ["" if id and held == id else held for held in found]
        found[table.head.index(head)] = id
    if not {columns.NAME, columns.FIRST, columns.LAST, "identite.nom_naissance"} & {*found}:
        raise ListWithoutName
    return tuple(found)


def _data(
    table: Table, matched: Sequence[str], plan: Plan, brought: Brought | None
) -> dict[str, object]:
    waiting = [
        {
            "line": one.row.line,
            "state": one.state,
            "why": [
                {"column": where, "wrong": wrong, "todo": todo}
                for where, wrong, todo in list_words.why_waits(table, one)
            ],
        }
        for one in plan.of(*page.WAITING)
    ]
    done = (
        None
        if brought is None
        else {
            "added": brought.added,
            "completed": brought.completed,
            "corrected": brought.corrected,
            "waiting": brought.waiting,
        }
    )
    return {
        "columns": dict(zip(table.head, matched, strict=True)),
        "counts": dict(plan.counts),
        "lines": waiting,
        "done": done,
    }
