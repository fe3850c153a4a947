"""The arguments of ``papier-libre office``, one subcommand per gesture."""

import argparse
from collections.abc import Callable

from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.office import code, figures, lists, models, queue, team
from desktop_app.cli.paper import add_print_options
from desktop_app.cli.safe.phrase import add_phrase_option, add_stick_option
from desktop_app.i18n import text

Run = Callable[[argparse.Namespace, Tools], Report]


def register(commands: Commands) -> None:
    """Add ``office`` and its subcommands."""
    parser = commands.add_parser("office", help=text("le bureau d’une association"))
    gestures = parser.add_subparsers(dest="gesture", metavar=text("GESTE"), required=True)
    _queue(gestures)
    _code(gestures)
    _figures(gestures)
    _models(gestures)
    _import(gestures)
    _export(gestures)
    _team(gestures)


def _opening(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    """Add a gesture that opens the safe of the office."""
    parser = gestures.add_parser(name, help=words, description=words)
    add_phrase_option(parser)
    add_stick_option(parser)
    parser.add_argument("dir", metavar=text("COFFRE"), help=text("dossier du coffre"))
    flag(parser, "--take-over", text("même si un autre ordinateur ne l’a pas fermé"))
    flag(parser, "--accept-older", text("même si le fichier de clés est plus ancien que le coffre"))
    parser.set_defaults(run=run)
    return parser


def _queue(gestures: Commands) -> None:
    words = text("la journée du bureau : qui est là, qui attend, ce qui presse")
    parser = _opening(gestures, "queue", words, queue.queue)
    told = text("quelqu’un est là (nom ou id ; rien : sans nom)")
    value(parser, "--arrive", text("PERSONNE"), told, nargs="?", const="", default=None)
    told = text("quelqu’un a rendez-vous, à l’heure de --at (nom ou id)")
    value(parser, "--expect", text("PERSONNE"), told, default=None)
    value(parser, "--at", "10:15", text("l’heure ; sans elle, maintenant"))
    value(parser, "--visit", text("VISITE"), text("la visite dont on parle (son id)"))
    told = text("là, en entretien, fini, ou parti sans être vu")
    value(parser, "--is", "|".join(queue.STATES), told, dest="state", choices=("", *queue.STATES))
    value(parser, "--name", text("PERSONNE"), text("dit qui c’est (nom ou id)"))
    flag(parser, "--named", text("avec les noms ; sans cela, des initiales et un numéro"))


def _code(gestures: Commands) -> None:
    words = text("le code court qui montre de nouveau une page cachée")
    parser = _opening(gestures, "code", words, code.code)
    asked = parser.add_mutually_exclusive_group()
    flag(asked, "--set", text("choisit un code"))
    flag(asked, "--forget", text("n’a plus de code"))
    told = text("descripteur d’où lire le code, en UTF-8 ; sans lui, il est demandé")
    value(parser, "--code-fd", "N", told, type=int, default=None)


def _import(gestures: Commands) -> None:
    words = text("fait entrer une liste de personnes (.xlsx ou .csv) dans le coffre")
    parser = _opening(gestures, "import", words, lists.bring_in)
    parser.add_argument("file", metavar="F.xlsx", help=text("la liste"))
    flag(parser, "--dry-run", text("dit ce qui serait fait, sans rien changer"))
    told = text("ce que contient une colonne : « titre=champ », « titre= » pour ne pas la prendre")
    parser.add_argument("--match", action="append", default=[], metavar=text("C=CHAMP"), help=told)
    flag(parser, "--add-doubtful", text("ajoute aussi celles qui sont peut-être déjà là"))
    flag(parser, "--replace", text("où le coffre dit autre chose, garde ce que dit la liste"))
    value(parser, "--waiting", "F.csv", text("écrit les lignes qui attendent, et pourquoi"))
    flag(parser, "--force", text("remplace un fichier existant"))


def _export(gestures: Commands) -> None:
    words = text("écrit toutes les personnes en clair, pour un tableur (.xlsx ou .csv)")
    parser = _opening(gestures, "export", words, lists.take_out)
    parser.add_argument("file", metavar="F.xlsx", help=text("fichier à écrire"))
    flag(parser, "--force", text("remplace un fichier existant"))


def _figures(gestures: Commands) -> None:
    words = text("les chiffres d’une période, sans nom et sans petit groupe")
    parser = _opening(gestures, "figures", words, figures.figures)
    value(parser, "--year", "2026", text("l’année entière"), type=int, default=None)
    value(parser, "--from", "2026-01", text("depuis ce mois"), dest="first")
    value(parser, "--to", "2026-06", text("jusqu’à ce mois"), dest="last")
    told = text("ce qui est compté : le nom d’un jeu du programme")
    value(parser, "--counting", text("NOM"), told, dest="named")
    value(parser, "--definitions", "F.toml", text("ou un fichier du bureau"))
    value(parser, "--csv", "F.csv", text("écrit les tableaux pour un tableur"))
    value(parser, "--out", "F.pdf", text("écrit la page à imprimer"))
    add_print_options(parser)


def _models(gestures: Commands) -> None:
    words = text("dit les champs d’un modèle (.docx, .odt), ou tous ceux qu’il peut avoir")
    parser = gestures.add_parser("model-fields", help=words, description=words)
    parser.add_argument("file", nargs="?", default="", metavar="M.docx", help=text("le modèle"))
    parser.set_defaults(run=models.look)
    words = text("garde un modèle de traitement de texte dans le coffre")
    parser = _opening(gestures, "model-add", words, models.add)
    parser.add_argument("file", metavar="M.docx", help=text("le modèle"))
    value(parser, "--title", "T", text("son titre ; sinon, le nom du fichier"))
    words = text("fait la lettre d’un modèle pour une ou plusieurs personnes, et la range")
    parser = _opening(gestures, "model-fill", words, models.fill)
    parser.add_argument("model", metavar=text("MODÈLE"), help=text("son titre ou son id"))
    told = text("pour qui (nom ou id)")
    parser.add_argument("people", nargs="+", metavar=text("PERSONNE"), help=told)
    value(parser, "--dossier", "D", text("dossier (nom ou id)"))
    value(parser, "--out", "L.docx", text("écrit aussi la lettre de la première personne"))


def _team(gestures: Commands) -> None:
    words = text("les règles du bureau ; celles qu’on donne sont gardées")
    parser = _opening(gestures, "settings", words, team.rules)
    value(parser, "--name", "N", text("le nom du bureau"), default=None)
    parser.add_argument(
        "--head",
        action="append",
        metavar=text("LIGNE"),
        help=text("une ligne de l’en-tête du papier (cinq au plus)"),
    )
    told = text("mois sans contact avant de proposer d’effacer")
    value(parser, "--months", "24", told, type=int, default=None)
    told = text("revoir par un code une page cachée : oui (on) ou non (off)")
    parser.add_argument("--hiding", choices=("on", "off"), metavar="on|off", help=told)
    told = text("ce que fait qui aide : erase, import, export, backup, ou rien")
    value(parser, "--may", "erase,export", told, default=None)
    _opening(gestures, "helpers", text("qui aide dans ce bureau"), team.helpers)
    parser = _opening(gestures, "role", text("donne un rôle à une personne"), team.role)
    _who(parser)
    parser.add_argument("role", choices=tuple(team.ROLES), metavar="|".join(team.ROLES))
    parser = _opening(gestures, "rename", text("nomme une personne qui aide"), team.rename)
    _who(parser)
    parser.add_argument("name", metavar=text("NOM"), help=text("son nom"))
    words = text("retire une personne : rien ne lui ouvre plus le coffre")
    _who(_opening(gestures, "remove", words, team.remove))


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", metavar=text("PERSONNE"), help=text("son nom ou son id"))
