"""The arguments of ``papier-libre safe``, one subcommand per gesture."""

import argparse
from collections.abc import Callable

from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.cli.happened import KINDS
from desktop_app.cli.paper import add_print_options
from desktop_app.cli.safe import (
    agenda,
    care,
    corrections,
    documents,
    keys,
    making,
    matters,
    people,
    signing,
)
from desktop_app.cli.safe.phrase import add_phrase_option
from desktop_app.i18n import text
from desktop_app.pages import irreversible
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.matter.timeline import KNOWN_ANSWERS

Run = Callable[[argparse.Namespace, Tools], Report]


def register(commands: Commands) -> None:
    """Add ``safe`` and its subcommands."""
    parser = commands.add_parser("safe", help=text("le coffre chiffré"))
    gestures = parser.add_subparsers(dest="gesture", metavar=text("GESTE"), required=True)
    _create(gestures)
    _check(gestures)
    _today(gestures)
    _add(gestures)
    _opening(gestures, "list", text("liste les documents"), documents.list_all)
    _show(gestures)
    _search(gestures)
    _export(gestures)
    _backup(gestures)
    _restore(gestures)
    _keys(gestures)
    _write(gestures)
    _opening(gestures, "dossiers", text("liste les dossiers"), matters.dossiers)
    _dossier(gestures)
    _note(gestures)
    _correct(gestures)
    _people(gestures)
    _person(gestures)
    _signature(gestures)
    _bin(gestures)
    _agenda(gestures)


def _gesture(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = gestures.add_parser(name, help=words, description=words)
    add_phrase_option(parser)
    parser.set_defaults(run=run)
    return parser


def _simple(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = _gesture(gestures, name, words, run)
    parser.add_argument("dir", metavar=text("COFFRE"), help=text("dossier du coffre"))
    return parser


def _opening(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = _simple(gestures, name, words, run)
    parser.add_argument(
        "--take-over",
        action="store_true",
        help=text("même si un autre ordinateur ne l’a pas fermé"),
    )
    parser.add_argument(
        "--accept-older",
        action="store_true",
        help=text("même si le fichier de clés est plus ancien que le coffre"),
    )
    return parser


def _agenda(gestures: Commands) -> None:
    words = text("les prochaines dates de tout le monde")
    parser = _opening(gestures, "agenda", words, agenda.agenda)
    parser.add_argument("--ics", metavar="A.ics", help=text("écrit aussi un fichier d’agenda"))
    parser.add_argument("--out", metavar="A.pdf", help=text("écrit aussi la liste à imprimer"))
    parser.add_argument(
        "--named",
        action="store_true",
        help=text("avec les noms et les dossiers dans le fichier d’agenda"),
    )
    add_print_options(parser)


def _create(gestures: Commands) -> None:
    parser = _simple(
        gestures, "create", text("crée un coffre dans un dossier nouveau ou vide"), making.create
    )
    parser.add_argument(
        "--no-recovery", action="store_true", help=text("sans les douze mots de secours")
    )


def _add(gestures: Commands) -> None:
    parser = _opening(gestures, "add", text("range un fichier dans le coffre"), documents.add)
    parser.add_argument("file", metavar=text("FICHIER"), help=text("fichier à ranger"))
    parser.add_argument("--title", required=True, metavar="T", help=text("titre du document"))
    parser.add_argument("--person", default="", metavar="P", help=text("pour qui (nom ou id)"))
    parser.add_argument("--dossier", default="", metavar="D", help=text("dossier (nom ou id)"))


def _write(gestures: Commands) -> None:
    words = text("fait une lettre ou un formulaire, et le range avec son dernier jour")
    parser = _opening(gestures, "write", words, matters.write)
    parser.add_argument("pack", metavar=text("MODÈLE"), help=text("son nom (voir catalogue)"))
    parser.add_argument(
        "--answers", required=True, metavar="A.toml", help=text("fichier des réponses")
    )
    parser.add_argument(
        "--blank",
        default="",
        metavar="F.pdf",
        help=text("PDF du formulaire ; sans lui, les réponses seules"),
    )
    parser.add_argument("--person", default="", metavar="P", help=text("pour qui (nom ou id)"))
    parser.add_argument("--dossier", default="", metavar="D", help=text("dossier (titre ou id)"))
    parser.add_argument(
        "--today", default="", metavar="D", help=text("date du document (aujourd’hui)")
    )
    parser.add_argument(
        "--signature",
        action="store_true",
        help=text(
            "met sur la lettre l’image gardée de la signature ; "
            "certains organismes demandent une signature à la main"
        ),
    )


def _dossier(gestures: Commands) -> None:
    words = text("dit ce qui s’est passé dans un dossier, et la suite")
    parser = _opening(gestures, "dossier", words, matters.dossier)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))


def _note(gestures: Commands) -> None:
    words = text("note ce qui est arrivé dans un dossier")
    parser = _opening(gestures, "note", words, matters.note_event)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))
    parser.add_argument(
        "event",
        choices=KINDS,
        help=text(
            "décision reçue, lettre postée, avis revenu, réponse reçue, papier demandé, mauvais "
            "bureau, recours dit tardif, silence gardé, à faire"
        ),
    )
    parser.add_argument("--date", default="", metavar="D", help=text("quel jour (aujourd’hui)"))
    parser.add_argument(
        "--until", default="", metavar="D", help=text("jusqu’à quand donner le papier demandé")
    )
    parser.add_argument("--number", default="", metavar="N", help=text("numéro du recommandé"))
    parser.add_argument("--proof", default="", metavar="F", help=text("photo ou PDF du reçu"))
    parser.add_argument(
        "--what", default="", metavar=text("MOTS"), help=text("ce qu’il y aura à faire")
    )
    parser.add_argument(
        "--answer", default="", choices=KNOWN_ANSWERS, help=text("ce que dit la réponse")
    )


def _people(gestures: Commands) -> None:
    words = text("liste les personnes, ce qu’on sait d’elles et leur foyer")
    parser = _opening(gestures, "people", words, people.list_people)
    parser.add_argument("--add", metavar=text("NOM"), help=text("ajoute une personne"))


def _correct(gestures: Commands) -> None:
    words = text("corrige une étape d’un dossier, la retire ou la remet")
    parser = _opening(gestures, "correct", words, corrections.correct_event)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))
    parser.add_argument("event", metavar=text("ÉTAPE"), help=text("son id (voir dossier)"))
    parser.add_argument("--date", default="", metavar="D", help=text("le bon jour"))
    parser.add_argument(
        "--until", default="", metavar="D", help=text("jusqu’à quand donner le papier demandé")
    )
    parser.add_argument("--number", default=None, metavar="N", help=text("numéro du recommandé"))
    parser.add_argument("--proof", default="", metavar="F", help=text("photo ou PDF du reçu"))
    parser.add_argument(
        "--answer", default="", choices=KNOWN_ANSWERS, help=text("ce que dit la réponse")
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--remove", action="store_true", help=text("la retire, pour trente jours"))
    way.add_argument("--put-back", action="store_true", help=text("la remet"))


def _person(gestures: Commands) -> None:
    words = text("corrige le nom d’une personne, ou son foyer")
    parser = _opening(gestures, "person", words, people.change_person)
    parser.add_argument("person", metavar="P", help=text("son nom ou son id"))
    parser.add_argument("--rename", metavar=text("NOM"), help=text("son nom corrigé"))
    parser.add_argument("--together", default="", metavar="P", help=text("qui vit avec elle"))
    parser.add_argument("--role", default="", metavar="R", help=text("par exemple : fille"))
    parser.add_argument("--apart", default="", metavar="P", help=text("qui ne vit plus avec elle"))


def _signature(gestures: Commands) -> None:
    words = text("garde l’image de la signature d’une personne, ou la met à la corbeille")
    parser = _opening(gestures, "signature", words, signing.signature)
    parser.add_argument("person", metavar="P", help=text("son nom ou son id"))
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--file", default="", metavar="F.png", help=text("l’image, PNG ou JPEG"))
    way.add_argument("--remove", action="store_true", help=text("la met à la corbeille"))


def _bin(gestures: Commands) -> None:
    words = text("la corbeille : y mettre, reprendre, effacer pour de bon")
    parser = _opening(gestures, "bin", words, corrections.look_into_the_bin)
    _say_before(parser, Irreversible.ERASE)
    parser.add_argument("id", nargs="?", default="", metavar="ID", help=text("de quoi il s’agit"))
    parser.add_argument(
        "--kind", default="document", choices=corrections.THINGS, help=text("document par défaut")
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--put", action="store_true", help=text("met à la corbeille"))
    way.add_argument("--take-back", action="store_true", help=text("reprend"))
    way.add_argument("--erase", action="store_true", help=text("efface pour de bon"))


def _show(gestures: Commands) -> None:
    parser = _opening(gestures, "show", text("ressort un document du coffre"), documents.show)
    parser.add_argument("id", metavar="ID", help=text("id du document (voir list)"))
    parser.add_argument("--out", required=True, metavar="F", help=text("fichier à écrire"))
    parser.add_argument("--force", action="store_true", help=text("remplace un fichier existant"))


def _search(gestures: Commands) -> None:
    parser = _opening(gestures, "search", text("cherche des mots dans le coffre"), documents.search)
    parser.add_argument("text", metavar=text("MOTS"), help=text("mots, accents ignorés"))
    parser.add_argument(
        "--by-relevance", action="store_true", help=text("les plus proches d’abord")
    )
    parser.add_argument("--person", metavar="P", default="", help=text("ceux d’une personne"))
    parser.add_argument(
        "--skip", type=_natural, default=0, metavar="N", help=text("laisse les N premiers")
    )


def _natural(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError
    return number


def _check(gestures: Commands) -> None:
    parser = _simple(gestures, "check", text("cherche ce qui serait abîmé"), care.check)
    parser.add_argument(
        "--full", action="store_true", help=text("relit aussi chaque document et sauvegarde")
    )


def _today(gestures: Commands) -> None:
    words = text("dit si la date de cet ordinateur est à vérifier")
    parser = _opening(gestures, "today", words, care.todays_date)
    parser.add_argument("--right", action="store_true", help=text("cette date est la bonne"))


def _export(gestures: Commands) -> None:
    parser = _simple(gestures, "export", text("sort tout, en clair"), care.export)
    _say_before(parser, Irreversible.COPY_OUT)
    parser.add_argument("out", metavar=text("SORTIE"), help=text("dossier nouveau ou vide"))


def _backup(gestures: Commands) -> None:
    parser = _opening(gestures, "backup", text("écrit une sauvegarde, et la relit"), care.backup)
    _say_before(parser, Irreversible.COPY_OUT)
    parser.add_argument("out", metavar="OUT.zip", help=text("fichier à écrire"))
    parser.add_argument("--force", action="store_true", help=text("remplace un fichier existant"))


def _restore(gestures: Commands) -> None:
    words = text("remet une sauvegarde dans un nouveau dossier")
    parser = _gesture(gestures, "restore", words, care.restore)
    _say_before(parser, Irreversible.RESTORE)
    parser.add_argument("source", metavar="IN.zip", help=text("sauvegarde"))
    parser.add_argument("dir", metavar=text("NOUVEAU"), help=text("dossier nouveau ou vide"))


def _keys(gestures: Commands) -> None:
    words = text("les phrases qui ouvrent le coffre")
    parser = gestures.add_parser("keys", help=words, description=words)
    parser.add_argument("dir", metavar=text("COFFRE"), help=text("dossier du coffre"))
    actions = parser.add_subparsers(dest="action", metavar=text("ACTION"), required=True)
    _key_action(actions, "list", text("liste les clés"), keys.list_all)
    add = _key_action(
        actions, "add", text("ajoute une phrase"), keys.add, new=True, cannot=Irreversible.KEYS
    )
    add.add_argument("--name", default="", metavar="N", help=text("à qui est cette phrase"))
    add.add_argument(
        "--recovery",
        action="store_true",
        help=text("de nouveaux mots de secours, à la place des anciens"),
    )
    change = _key_action(
        actions,
        "change",
        text("change une phrase"),
        keys.change,
        new=True,
        cannot=Irreversible.KEYS,
    )
    change.add_argument("slot", nargs="?", default="", metavar=text("CLÉ"), help=text("son numéro"))
    remove = _key_action(
        actions, "remove", text("retire une clé"), keys.remove, cannot=Irreversible.KEYS
    )
    remove.add_argument("slot", metavar=text("CLÉ"), help=text("son numéro"))
    _key_action(actions, "seen", text("note que vous avez lu ce qui est dit du coffre"), keys.seen)
    words = text("ouvre sans phrase sur cet ordinateur, ou la redemande")
    held = _key_action(actions, "keyring", words, keys.keyring)
    held.add_argument("state", choices=("on", "off"), help=text("oui (on) ou non (off)"))
    words = text("chiffre tout de nouveau, sous une seule phrase")
    rotate = _key_action(
        actions, "rotate", words, keys.rotate, new=True, cannot=Irreversible.ROTATE
    )
    rotate.add_argument(
        "--no-recovery", action="store_true", help=text("sans les douze mots de secours")
    )


def _key_action(
    actions: Commands,
    name: str,
    words: str,
    run: Run,
    *,
    new: bool = False,
    cannot: Irreversible | None = None,
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=words, description=words)
    _say_before(parser, cannot)
    add_phrase_option(parser)
    if new:
        parser.add_argument(
            "--new-phrase-fd",
            type=int,
            metavar="N",
            help=text("descripteur d’où lire la nouvelle phrase"),
        )
    for option in ("--take-over", "--accept-older"):
        parser.add_argument(option, action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)
    return parser


def _say_before(parser: argparse.ArgumentParser, *cannot: Irreversible | None) -> None:
    """Say in its help what cannot be undone, before it is done."""
    parser.epilog = " ".join(irreversible.words(what) for what in cannot if what is not None)
