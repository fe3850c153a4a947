"""``safe check, today, export, backup, restore``."""

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe import phrase
from desktop_app.cli.safe.opened import opened, say, say_how_far
from desktop_app.cli.terminal import reported
from desktop_app.core.safe_reports import Damage
from desktop_app.files import complete_folder
from desktop_app.i18n import text
from desktop_app.pages import done, safe_care, salvage, taken_out
from desktop_app.pages import todays_date as day
from desktop_app.pages.safe_opening import restored
from desktop_app.workflow.documents.taken_out import put_together
from desktop_app.workflow.safes.todays_date import confirm, in_doubt

DAMAGED = 5


def check(options: argparse.Namespace, tools: Tools) -> Report:
    """Say what is damaged and which backup is good; status 5 when something is."""
    found = tools.safes.check(
        Path(options.dir),
        phrase.given(options, tools),
        on=tools.clock.today(),
        full=options.full,
        tell=say,
    )
    data = {
        "state": found.state,
        "pages_checked": found.pages_checked,
        "problems": [_problem(damage) for damage in found.problems],
        "newest_good_backup": _backup_data(found.newest_good_backup),
    }
    status = 0 if found.state == "ok" else DAMAGED
    return reported(safe_care.checked(found, options.dir), data, status=status)


def repair(options: argparse.Namespace, tools: Tools) -> Report:
    """Make damaged pages again; nothing changes unless the whole safe is proved after it."""
    typed = phrase.given(options, tools)
    found = tools.safes.repair(Path(options.dir), typed, progress=say_how_far, tell=say)
    return Report({"pages": list(found.pages)}, safe_care.repaired(found))


def todays_date(options: argparse.Namespace, tools: Tools) -> Report:
    """Say whether today's date can be believed, or believe it when the person says so."""
    today = tools.clock.today()
    with opened(options, tools) as safe:
        if options.right:
            confirm(safe, today)
        doubt = in_doubt(tools.law, today, safe)
    data = {"today": today.isoformat(), "doubt": doubt and doubt.why}
    return reported(day.page(today, doubt), data)


def export(options: argparse.Namespace, tools: Tools) -> Report:
    """Write everything in clear; status 5 when something could not be read."""
    out, typed = Path(options.out), phrase.given(options, tools)
    found = tools.safes.export(Path(options.dir), out, typed, progress=say_how_far, tell=say)
    together = put_together(found.contents, tools.catalogue)
    complete_folder(out, taken_out.files(together, tools.clock.today()), found.written)
    data = {
        "documents": found.documents,
        "unnamed": found.unnamed,
        "out": options.out,
        "lost": [{"id": document, "title": title} for document, title in found.lost],
        "rows": dict(found.rows),
        "lost_rows": dict(found.lost_rows),
        "newest_good_backup": _backup_data(found.newest_good_backup),
    }
    ways = salvage.restoring(found, options.dir)
    status = DAMAGED if found.lost or found.lost_rows else 0
    return reported(salvage.taken_out(found, ways), data, status=status)


def backup(options: argparse.Namespace, tools: Tools) -> Report:
    """Write one zip, said done once it was read back and proved."""
    with opened(options, tools) as safe:
        safe.backup(Path(options.out), on=tools.clock.today(), replace=options.force)
        count = safe.count_documents()
    data = {"out": options.out, "verified": True, "documents": count}
    return Report(data, done.backed_up(count))


def restore(options: argparse.Namespace, tools: Tools) -> Report:
    """Bring a backup back beside what exists; nothing is replaced."""
    found = tools.safes.restore(
        Path(options.source), Path(options.dir), phrase.given(options, tools)
    )
    data = {
        "id": found.id,
        "dir": options.dir,
        "date": found.made_on.isoformat(),
        "documents": found.documents,
    }
    untouched = text("L’ancien coffre n’a pas été touché.")
    return Report(data, f"{restored(found.made_on, found.documents)} {untouched}")


def _problem(damage: Damage) -> dict[str, Any]:
    data: dict[str, Any] = {"code": damage.code, "file": damage.where}
    if damage.page:
        data["page"] = damage.page
    if damage.document:
        data["document"] = damage.document
    return data


def _backup_data(good: tuple[str, dt.date] | None) -> dict[str, str] | None:
    return None if good is None else {"path": good[0], "date": good[1].isoformat()}
