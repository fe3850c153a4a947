"""``papier-libre pack letterhead``: the head of an association's paper, on one's own letters."""

import argparse

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.files import MEGABYTE, read_file
from desktop_app.pages.packs import headed
from desktop_app.workflow.packs.own_letters import own_letters, put_head

MOST_PICTURE = 50 * MEGABYTE


def add(actions: Commands) -> None:
    """Add the command and its arguments."""
    parser = actions.add_parser(
        "letterhead", help=i18n.text("met l’en-tête de votre association sur vos lettres, ou l’ôte")
    )
    parser.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help=i18n.text("vos lettres (par défaut : toutes les vôtres)"),
    )
    add_options(parser)
    flag(parser, "--remove", i18n.text("ôte l’en-tête de ces lettres"))
    parser.set_defaults(run=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what a head is made of."""
    parser.add_argument(
        "--line",
        dest="lines",
        action="append",
        default=[],
        metavar=i18n.text("LIGNE"),
        help=i18n.text("une ligne de l’en-tête : nom, adresse, téléphone (cinq au plus)"),
    )
    value(parser, "--logo", "F.png", i18n.text("le logo, en PNG ou en JPEG"))


def logo_of(args: argparse.Namespace, tools: Tools) -> PrintedPicture | None:
    """Return the logo that was named, drawn anew; None when none was."""
    return picture(args.logo, tools) if args.logo else None


def picture(path: str, tools: Tools) -> PrintedPicture:
    """Return a picture of a person, drawn anew by the child process."""
    return tools.clean_picture(read_file(path, MOST_PICTURE))


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Put the head on the letters named, or on all, or take it off."""
    head = args.logo or any(line.strip() for line in args.lines)
    if bool(head) == args.remove:  # nothing to put on, or both at once
        raise UsageError(
            detail=i18n.text(
                "donnez l’en-tête avec --line ou --logo, ou bien ôtez-le avec --remove"
            )
        )
    packs = tuple(args.ids) or own_letters(tools.catalogue)
    changed = put_head(tools.catalogue, tools.law, args.lines, logo_of(args, tools), packs)
    data = {"changed": list(changed), "lines": args.lines, "logo": bool(args.logo)}
    return reported(headed(changed), data)
