"""The arguments of ``papier-libre safe``, one subcommand per gesture."""

import argparse
from collections.abc import Callable

from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.cli.safe import documents, making
from desktop_app.cli.safe.phrase import add_phrase_option
from desktop_app.i18n import text

Run = Callable[[argparse.Namespace, Tools], Report]


def register(commands: Commands) -> None:
    """Add ``safe`` and its subcommands."""
    parser = commands.add_parser("safe", help=text("le coffre chiffré"))
    gestures = parser.add_subparsers(dest="gesture", metavar=text("GESTE"), required=True)
    _create(gestures)
    _add(gestures)
    _show(gestures)
    _search(gestures)
    _simple(gestures, "list", text("liste les documents"), documents.list_all)
    _simple(gestures, "agenda", text("les prochaines dates de tout le monde"), documents.agenda)


def _simple(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = gestures.add_parser(name, help=words, description=words)
    parser.add_argument("dir", metavar=text("DOSSIER"), help=text("dossier du coffre"))
    add_phrase_option(parser)
    parser.set_defaults(run=run)
    return parser


def _create(gestures: Commands) -> None:
    parser = _simple(
        gestures, "create", text("crée un coffre dans un dossier nouveau ou vide"), making.create
    )
    parser.add_argument(
        "--no-recovery", action="store_true", help=text("sans les douze mots de secours")
    )


def _add(gestures: Commands) -> None:
    parser = _simple(gestures, "add", text("range un fichier dans le coffre"), documents.add)
    parser.add_argument("file", metavar=text("FICHIER"), help=text("fichier à ranger"))
    parser.add_argument("--title", required=True, metavar="T", help=text("titre du document"))
    parser.add_argument("--person", default="", metavar="P", help=text("pour qui (nom ou id)"))
    parser.add_argument("--dossier", default="", metavar="D", help=text("dossier (nom ou id)"))


def _show(gestures: Commands) -> None:
    parser = _simple(gestures, "show", text("ressort un document du coffre"), documents.show)
    parser.add_argument("id", metavar="ID", help=text("id du document (voir list)"))
    parser.add_argument("--out", required=True, metavar="F", help=text("fichier à écrire"))
    parser.add_argument("--force", action="store_true", help=text("remplace un fichier existant"))


def _search(gestures: Commands) -> None:
    parser = _simple(gestures, "search", text("cherche des mots dans le coffre"), documents.search)
    parser.add_argument("text", metavar=text("MOTS"), help=text("mots, accents ignorés"))
    parser.add_argument(
        "--by-relevance", action="store_true", help=text("les plus proches d’abord")
    )
