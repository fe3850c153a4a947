"""``safe compare`` and ``safe merge``: copies that a synchronisation left beside the safe."""

import argparse
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.core.comparing import Comparison
from desktop_app.pages import conflicts as page


def compare(options: argparse.Namespace, tools: Tools) -> Report:
    """List the copies, or say what one and the safe do not have in common; nothing is written."""
    with opened(options, tools, reads=True) as safe:
        if not options.copy:
            found = safe.conflicts.all()
            items = [{"name": one.name, "size": one.size} for one in found]
            return reported(page.copies(found), {"copies": items})
        compared = safe.conflicts.compare(options.copy)
    return reported(page.comparison(compared), _data(compared))


def merge(options: argparse.Namespace, tools: Tools) -> Report:
    """Take from a copy what the safe has not; the copy is put aside only when it is asked."""
    on = tools.clock.today()
    with opened(options, tools) as safe:
        found = safe.conflicts.compare(options.copy)
        merged = safe.conflicts.merge(options.copy, options.only or None)
        if options.erase_too:
            for kind, uid, _title in found.erased_there:
                safe.bin.erase(kind, uid, on=on)
            safe.renew_backups(on=on)
        told = page.taken(merged)
        data: dict[str, Any] = {"taken": dict(merged.taken), "aside": ""}
        if options.aside:
            data["aside"] = safe.conflicts.put_aside(options.copy).name
            told = f"{told} {page.put_aside()}"
        saved(safe, tools)
    return Report(data, told)


def _data(found: Comparison) -> dict[str, Any]:
    return {
        "copy": found.copy,
        "items": [
            {
                "id": one.id,
                "kind": one.kind,
                "title": one.title,
                "of": one.whose,
                "side": one.side,
                "here": one.here,
                "there": one.there,
                "newest": one.newest,
            }
            for one in found.differences
        ],
        "erased_there": [
            {"kind": kind, "id": uid, "title": title} for kind, uid, title in found.erased_there
        ],
        "erased_here": found.erased_here,
        "twins": found.twins,
    }
