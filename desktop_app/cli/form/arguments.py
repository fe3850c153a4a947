"""The arguments of each ``form`` command."""

import argparse

from desktop_app.cli.command import Commands
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
    parser.add_argument("--values", metavar="V.json", help=text("valeurs, par nom de case"))
    parser.add_argument("--blank", metavar="F.pdf", help=text("le formulaire vide"))
    parser.add_argument("--answers", metavar="A.toml", help=text("fichier des réponses"))
    _add_out(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument(
        "--flat",
        action="store_true",
        help=text("sans cases, pour imprimer et garder (ce qui est fait par défaut)"),
    )
    shape.add_argument(
        "--editable", action="store_true", help=text("avec ses cases, encore modifiables")
    )
    parser.add_argument(
        "--other-edition",
        action="store_true",
        help=text("remplit aussi une édition inconnue : seulement les cases retrouvées"),
    )
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
    parser.add_argument(
        "--dx", type=_millimetres, default=0.0, metavar="MM", help=text("décalage vers la droite")
    )
    parser.add_argument(
        "--dy", type=_millimetres, default=0.0, metavar="MM", help=text("décalage vers le haut")
    )
    parser.add_argument(
        "--ruler",
        type=_ruler,
        default=100.0,
        metavar="MM",
        help=text("longueur de la règle de 100 mm sur la page d’essai"),
    )
    parser.add_argument(
        "--kit",
        action="store_true",
        help=text("un seul fichier : la page d’essai, les réponses, la feuille à recopier"),
    )
    parser.add_argument(
        "--test-page",
        action="store_true",
        help=text("écrit la page d’essai de l’imprimante à la place des réponses"),
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
    parser.add_argument(
        "--edition",
        default="",
        metavar="N*E",
        help=text("édition imprimée sur le papier, quand plusieurs sont connues"),
    )


def _add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id",
        metavar=text("ID|F.pdf"),
        help=text("nom du formulaire (voir catalogue), ou un PDF que le programme ne connaît pas"),
    )
    parser.add_argument(
        "--answers", required=True, metavar="A.toml", help=text("fichier des réponses")
    )
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
    parser.add_argument("--out", required=True, metavar="O.pdf", help=text("PDF à écrire"))


def _add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", default="", metavar="D", help=text("date du jour (aujourd’hui)"))


def _add_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-fd",
        type=int,
        metavar="N",
        help=text("descripteur d’où lire le mot de passe du PDF, en UTF-8"),
    )


def _ruler(value: str) -> float:
    long = float(value.replace(",", "."))
    if not 90 <= long <= 110:
        raise ValueError
    return long


def _millimetres(value: str) -> float:
    shift = float(value.replace(",", "."))
    if not -100 <= shift <= 100:
        raise ValueError
    return shift
