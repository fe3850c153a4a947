"""``self-test --public``: a session of a terminal, written, ended, then looked for everywhere."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace

from desktop_app import traces
from desktop_app.cli.command import Report, Tools
from desktop_app.cli.terminal import reported
from desktop_app.core.terminal_trial import Doubt, Found
from desktop_app.files import write_file
from desktop_app.pages.terminal_traces import page, written
from desktop_app.qt_needs import display_answers


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Try it; exit status 1 where something is left."""
    found = traces.try_a_session(on_screen=display_answers())
    found = replace(found, doubts=tuple(_doubts(found, tools)))
    day = tools.clock.today()
    data = {"ok": found.nothing_left, **asdict(found)}
    report = replace(reported(page(found, day), data), status=0 if found.nothing_left else 1)
    if options.page is None:
        return report
    pdf = tools.letters.sheet(tools.sheets.terminal_traces(found, day), day)
    write_file(options.page, pdf.data, replace=False)
    words = written(options.page)
    return replace(report, text=f"{report.text}\n\n{words}")


def _doubts(found: Found, tools: Tools) -> Iterator[Doubt]:
    if not tools.public:
        yield "home"
    elif tools.terminal.broken in ("rights", "file", "mode"):
        yield "rights"
    elif tools.terminal.broken:
        yield "line"
    if found.swap:
        yield "swap"
    if found.unseen and sys.platform != "win32":
        yield "screen"
