"""``papier-libre update``: what comes on a stick, a version of the program or packs."""

import argparse
import datetime as dt
import sys

from desktop_app import __made_on__, __version__, i18n
from desktop_app.cli import delivery
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import AppError
from desktop_app.pages import about, arriving
from desktop_app.workflow.packs.arriving import age


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "update", help=i18n.text("vérifie ce qui vient d’une clé USB, puis l’installe")
    )
    told = i18n.text("version du programme ou modèles, signés ; sans fichier : l’âge d’ici")
    parser.add_argument("file", nargs="?", default="", metavar=i18n.text("FICHIER"), help=told)
    flag(parser, "--accept", i18n.text("installe ; sans cela, rien ne change"))
    flag(parser, "--undo", i18n.text("revient à la version du programme d’avant"))
    told = i18n.text("les six mots de la clé d’un éditeur nouveau, comparés avec lui")
    value(parser, "--trust", i18n.text("MOTS"), told)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Tell what a file is and changes, or put it in place; without one, how old this is."""
    if options.undo:
        _expect_manager(tools)
        folder = tools.programs.undo()
        return reported(arriving.program_undone(folder), {"folder": folder})
    if not options.file:
        found = age(__version__, dt.date.fromisoformat(__made_on__), tools.clock.today())
        data = {"version": __version__, "made_on": __made_on__, "months": found.months}
        return reported(about.page(found), data)
    if not tools.programs.is_program(options.file):
        return delivery.run_install(options, tools)
    return _program(options, tools)


def _program(options: argparse.Namespace, tools: Tools) -> Report:
    found = tools.programs.read(options.file, _silent)
    data: dict[str, object] = {
        "version": found.version,
        "made_on": found.made_on.isoformat(),
        "publisher": found.publisher.name,
        "kind": found.kind,
        "file": found.file,
    }
    replaces = tools.programs.replaces
    if not options.accept or not replaces or found.kind != "folder":
        page = arriving.program(found, __version__, replaces=replaces)
        return reported(page, data | {"installed": False})
    _expect_manager(tools)
    folder = tools.programs.replace(found, _silent)
    page = arriving.program_done(found, folder, beside=sys.platform == "win32")
    return reported(page, data | {"installed": True, "folder": folder})


class UpdateByManager(AppError):
    """On this computer its manager alone puts things in place."""


def _expect_manager(tools: Tools) -> None:
    if not tools.deliveries.may_change:
        raise UpdateByManager


def _silent(_done: int, _total: int) -> None:
    """Hear how far one is: a command says what it did."""
