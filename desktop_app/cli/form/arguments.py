"""The arguments of each ``form`` command."""

import argparse
import contextlib
from collections.abc import Callable
from functools import partial

from desktop_app.cli.command import Commands, flag, value
from desktop_app.cli.parser import UsageError
from desktop_app.i18n import text


def add_inspect(actions: Commands) -> argparse.ArgumentParser:
    """``form inspect F.pdf``."""
    parser = actions.add_parser("inspect", help=text("montre les cases d’un PDF"))
    parser.add_argument("file", metavar="F.pdf", help=text("le PDF à lire"))
    _add_password(parser)
    return parser


def add_questions(actions: Commands) -> argparse.ArgumentParser:
    """``form questions F.pdf``."""
    parser = actions.add_parser(
        "questions", help=text("donne les questions d’un PDF, prêtes à recevoir les réponses")
    )
    parser.add_argument("file", metavar="F.pdf", help=text("le PDF à lire"))
    _add_password(parser)
    return parser


def add_fill(actions: Commands) -> argparse.ArgumentParser:
    """``form fill F.pdf --values V.json``, ``form fill F.pdf --answers A.toml``, and
    ``form fill ID --blank F.pdf --answers A.toml``."""
    parser = actions.add_parser("fill", help=text("remplit un PDF, puis relit chaque valeur"))
    parser.add_argument(
        "form",
        metavar=text("F.pdf|ID"),
        help=text(
            "un PDF (avec --values ou --answers), ou le nom d’un formulaire "
            "(avec --blank et --answers)"
        ),
    )
    value(parser, "--values", "V.json", text("valeurs, par nom de case"), default=None)
    value(parser, "--blank", "F.pdf", text("le formulaire vide"), default=None)
    value(parser, "--answers", "A.toml", text("fichier des réponses"), default=None)
    _add_out(parser)
    shape = parser.add_mutually_exclusive_group()
    flag(shape, "--flat", text("sans cases, pour imprimer et garder (ce qui est fait par défaut)"))
    flag(shape, "--editable", text("avec ses cases, encore modifiables"))
    told = text("remplit aussi une édition inconnue : seulement les cases retrouvées")
    flag(parser, "--other-edition", told)
    _add_abbreviate(parser)
    _add_today(parser)
    _add_password(parser)
    return parser


def add_on_paper(actions: Commands) -> argparse.ArgumentParser:
    """``form on-paper ID --answers A.toml --out O.pdf``."""
    parser = actions.add_parser(
        "on-paper", help=text("imprime les réponses seules, sur le formulaire de papier")
    )
    _add_pack(parser)
    _add_edition(parser)
    value(parser, "--dx", "MM", text("décalage vers la droite"), type=_shift("--dx"), default=0.0)
    value(parser, "--dy", "MM", text("décalage vers le haut"), type=_shift("--dy"), default=0.0)
    told = text("longueur de la règle de 100 mm sur la page d’essai")
    value(parser, "--ruler", "MM", told, type=partial(_between, "--ruler", 90, 110), default=100.0)
    told = text("un seul fichier : la page d’essai, les réponses, la feuille à recopier")
    flag(parser, "--kit", told)
    flag(
        parser, "--test-page", text("écrit la page d’essai de l’imprimante à la place des réponses")
    )
    return parser


def add_copy_sheet(actions: Commands) -> argparse.ArgumentParser:
    """``form copy-sheet ID --answers A.toml --out O.pdf``."""
    parser = actions.add_parser(
        "copy-sheet", help=text("écrit en grand ce qu’il faut recopier, case par case")
    )
    _add_pack(parser)
    _add_edition(parser)
    return parser


def _add_edition(parser: argparse.ArgumentParser) -> None:
    told = text("édition imprimée sur le papier, quand plusieurs sont connues")
    value(parser, "--edition", "N*E", told)


def _add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id",
        metavar=text("ID|F.pdf"),
        help=text("nom du formulaire (voir catalogue), ou un PDF que le programme ne connaît pas"),
    )
    value(parser, "--answers", "A.toml", text("fichier des réponses"), required=True)
    _add_abbreviate(parser)
    _add_out(parser)
    _add_today(parser)
    _add_password(parser)


def _add_abbreviate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--abbreviate",
        action="append",
        default=[],
        metavar=text("CASE"),
        help=text("accepte d’abréger la réponse de cette case, si elle ne tient pas (répétable)"),
    )


def _add_out(parser: argparse.ArgumentParser) -> None:
    value(parser, "--out", "O.pdf", text("PDF à écrire"), required=True)


def _add_today(parser: argparse.ArgumentParser) -> None:
    value(parser, "--today", "D", text("date du jour (aujourd’hui)"))


def _add_password(parser: argparse.ArgumentParser) -> None:
    told = text("descripteur d’où lire le mot de passe du PDF, en UTF-8")
    value(parser, "--password-fd", "N", told, type=int, default=None)


def _shift(option: str) -> Callable[[str], float]:
    return partial(_between, option, -100, 100)


def _between(option: str, least: int, most: int, value: str) -> float:
    with contextlib.suppress(ValueError):
        if least <= (found := float(value.replace(",", "."))) <= most:
            return found
    raise UsageError(
        detail=text("{option} : donnez de {least} à {most} millimètres, pas {value}").format(
            option=option, least=least, most=most, value=repr(value)
        )
    )
