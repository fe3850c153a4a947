"""How a sheet for oneself is printed, as options of a command."""

import argparse

from desktop_app import i18n
from desktop_app.cli.command import flag
from desktop_app.pages.paper import LARGE, NORMAL, Options


def add_print_options(parser: argparse.ArgumentParser) -> None:
    """Add large print, and a second language beside the first."""
    large = i18n.text("la feuille en gros caractères")
    flag(parser, "--large-print", large)
    others = [one for one in i18n.languages() if one != i18n.current()]
    second = i18n.text("la feuille dans une seconde langue aussi, à côté")
    parser.add_argument("--second-language", default="", choices=["", *others], help=second)


def print_options(options: argparse.Namespace) -> Options:
    """Return how the sheet is set."""
    return Options(LARGE if options.large_print else NORMAL, options.second_language)
