"""``papier-libre setup``: whether the program serves a home, an association or a public terminal.

For who manages the computer. Without a choice it tells what it does today; ``--preview`` shows what
would be written, and writes nothing.
"""

import argparse

from desktop_app import i18n
from desktop_app.cli import setup_public
from desktop_app.cli.command import Commands, Report, Tools, flag
from desktop_app.cli.terminal import reported
from desktop_app.core.machine import Mode
from desktop_app.pages import machine
from desktop_app.workflow.machine import proposed, set_up


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "setup",
        help=i18n.text("règle ce poste : chez soi, association ou borne (gestionnaire)"),
        description=i18n.text(
            "Écrit, pour tout l’ordinateur, le fichier qui dit à quoi sert le programme. Il faut "
            "les droits du gestionnaire. Sans choix, dit à quoi il sert aujourd’hui."
        ),
    )
    choice = parser.add_mutually_exclusive_group()
    _mode(
        choice,
        "association",
        help=i18n.text("un bureau : un coffre partagé, une phrase par personne"),
    )
    _mode(choice, "public", help=i18n.text("une borne : rien n’est gardé"))
    _mode(choice, "home", help=i18n.text("chez soi, comme à l’installation"))
    setup_public.options(parser)
    flag(parser, "--preview", i18n.text("montre ce qui serait écrit, et n’écrit rien"))
    parser.set_defaults(run=run)


def _mode(among: argparse._ActionsContainer, mode: Mode, *, help: str) -> None:
    among.add_argument(f"--{mode}", dest="mode", action="store_const", const=mode, help=help)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Tell what the computer does, show what would be written, or write it."""
    installation = tools.installation
    terminal = setup_public.told(options)
    if options.mode is None:
        file = str(installation.file)
        return reported(
            machine.now(installation.mode, file), {"mode": installation.mode, "file": file}
        )
    setup_public.kit_may_be_written(options)
    done = (proposed if options.preview else set_up)(installation, options.mode, terminal.told())
    data = {
        "mode": done.mode,
        "now": done.now,
        "file": done.file,
        "text": done.text,
        "nearer": done.nearer,
        "written": done.written,
    }
    return setup_public.with_kit(options, tools, terminal, reported(machine.page(done), data))
