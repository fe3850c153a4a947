"""Opening the safe for a command, and saying what happens on the way."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from desktop_app.cli.command import Tools
from desktop_app.cli.how_to import told
from desktop_app.cli.safe import phrase
from desktop_app.core.errors import Notice
from desktop_app.pages.todays_date import why
from desktop_app.sentences.writer_words import who_writes
from desktop_app.workflow.office import circles
from desktop_app.workflow.safes.todays_date import in_doubt
from desktop_app.workflow.store import Safe


def say(notice: Notice) -> None:
    """Say a warning or a repair at once, on the error stream."""
    print(told(notice.code, notice.parameters), file=sys.stderr, flush=True)


def say_how_far(done: int, total: int) -> None:
    """Say how far something long is, on one line of a terminal; a file or a tube is not told."""
    if sys.stderr.isatty():
        end = "\n" if done >= total else ""
        print(f"\r{100 * done // max(total, 1)} %", end=end, file=sys.stderr, flush=True)


def opened(options: argparse.Namespace, tools: Tools, *, reads: bool = False) -> Safe:
    """Return the safe that the command names, open.

    ``reads``: the command only reads: it does so at once beside who writes, and says who does.
    """
    today = tools.clock.today()
    doubt = in_doubt(tools.law, today)
    if doubt is not None:  # that a safe saw a later day is told by its opening
        print(why(doubt), file=sys.stderr, flush=True)
    safe = tools.safes.open(
        Path(options.dir),
        phrase.given(options, tools),
        on=today,
        or_read=reads,
        from_elsewhere=options.take_over,
        accept_older=options.accept_older,
        tell=say,
    )
    if safe.beside is not None:
        now = dt.datetime.now().astimezone()
        print(who_writes(safe.beside.writer(), now), file=sys.stderr, flush=True)
    if wanted := getattr(options, "circle", ""):
        with safe:  # the circle alone stays open
            return circles.only(safe.circles, wanted, on=today, tell=say)
    return safe


def saved(safe: Safe, tools: Tools) -> None:
    """Make the safe's own backup once the person's own work is saved: a command closes it after."""
    safe.back_up_if_due(on=tools.clock.today())
