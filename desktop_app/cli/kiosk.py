"""``papier-libre terminal``: the window of a public terminal, which comes back by itself."""

import argparse

from desktop_app import i18n, supervising
from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.core.errors import AppError


class TerminalNotPublic(AppError, exit_status=2):
    """This computer is no public terminal."""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        supervising.COMMAND,
        help=i18n.text("ouvre la borne, et la rouvre après chaque arrêt (gestionnaire)"),
    )
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace, tools: Tools) -> Report:
    """Keep the window there until the session of the computer ends.

    Raises:
        TerminalNotPublic: nothing would be erased between two people.
    """
    if not tools.public:
        raise TerminalNotPublic
    count = supervising.keep_there(supervising.window_command())
    return Report({"windows": count}, "")
