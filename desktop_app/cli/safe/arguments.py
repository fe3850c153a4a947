"""The arguments of ``papier-libre safe``, one subcommand per gesture."""

import argparse
from collections.abc import Callable

from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.happened import KINDS
from desktop_app.cli.paper import add_print_options
from desktop_app.cli.safe import (
    adding,
    agenda,
    answering,
    care,
    circles,
    conflicts,
    corrections,
    documents,
    keys,
    making,
    matters,
    people,
    record,
    signing,
)
from desktop_app.cli.safe.phrase import add_phrase_option, add_stick_option
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
    _repair(gestures)
    _export(gestures)
    _backup(gestures)
    _restore(gestures)
    _keys(gestures)
    _write(gestures)
    _opening(gestures, "dossiers", text("liste les dossiers"), matters.dossiers)
    _dossier(gestures)
    _law(gestures)
    _note(gestures)
    _correct(gestures)
    _people(gestures)
    _person(gestures)
    _record(gestures)
    _signature(gestures)
    _bin(gestures)
    _agenda(gestures)
    _questions(gestures)
    _circle(gestures)
    _conflicts(gestures)


def _gesture(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = gestures.add_parser(name, help=words, description=words)
    add_phrase_option(parser)
    parser.set_defaults(run=run)
    return parser


def _simple(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = _gesture(gestures, name, words, run)
    add_stick_option(parser)
    parser.add_argument("dir", metavar=text("COFFRE"), help=text("dossier du coffre"))
    return parser


def _opening(gestures: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    parser = _simple(gestures, name, words, run)
    flag(parser, "--take-over", text("même si un autre ordinateur ne l’a pas fermé"))
    flag(parser, "--accept-older", text("même si le fichier de clés est plus ancien que le coffre"))
    value(parser, "--circle", text("CERCLE"), text("dans un cercle du coffre (titre ou id)"))
    return parser


def _questions(gestures: Commands) -> None:
    words = text("donne les questions d’un PDF, avec ce que chaque fiche du foyer en sait")
    parser = _opening(gestures, "questions", words, answering.questions)
    parser.add_argument("file", metavar="F.pdf", help=text("le PDF à lire"))
    value(parser, "--person", text("NOM"), text("la personne pour qui on le remplit"))


def _agenda(gestures: Commands) -> None:
    words = text("les prochaines dates de tout le monde")
    parser = _opening(gestures, "agenda", words, agenda.agenda)
    value(parser, "--ics", "A.ics", text("écrit aussi un fichier d’agenda"), default=None)
    value(parser, "--out", "A.pdf", text("écrit aussi la liste à imprimer"), default=None)
    flag(parser, "--named", text("avec les noms et les dossiers dans le fichier d’agenda"))
    add_print_options(parser)


def _create(gestures: Commands) -> None:
    words = text("crée un coffre dans un dossier nouveau ou vide")
    parser = _gesture(gestures, "create", words, making.create)
    parser.add_argument("dir", metavar=text("COFFRE"), help=text("dossier du coffre"))
    flag(parser, "--no-recovery", text("sans les douze mots de secours"))


def _add(gestures: Commands) -> None:
    parser = _opening(gestures, "add", text("range un fichier dans le coffre"), adding.add)
    told = text("fichier à ranger ; plusieurs : chacun à part")
    parser.add_argument("files", nargs="+", metavar=text("FICHIER"), help=told)
    flag(parser, "--pages", text("les photos sont les pages d’un seul document, redressées"))
    value(parser, "--title", "T", text("titre du document"), required=True)
    value(parser, "--person", "P", text("pour qui (nom ou id)"))
    value(parser, "--dossier", "D", text("dossier (nom ou id)"))


def _write(gestures: Commands) -> None:
    words = text("fait une lettre ou un formulaire, et le range avec son dernier jour")
    parser = _opening(gestures, "write", words, matters.write)
    parser.add_argument("pack", metavar=text("MODÈLE"), help=text("son nom (voir catalogue)"))
    value(parser, "--answers", "A.toml", text("fichier des réponses"), required=True)
    value(parser, "--blank", "F.pdf", text("PDF du formulaire ; sans lui, les réponses seules"))
    value(parser, "--person", "P", text("pour qui (nom ou id)"))
    value(parser, "--dossier", "D", text("dossier (titre ou id)"))
    value(parser, "--today", "D", text("date du document (aujourd’hui)"))
    flag(
        parser,
        "--signature",
        text(
            "met sur la lettre l’image gardée de la signature ; "
            "certains organismes demandent une signature à la main"
        ),
    )


def _dossier(gestures: Commands) -> None:
    words = text("dit ce qui s’est passé dans un dossier, et la suite")
    parser = _opening(gestures, "dossier", words, matters.dossier)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))


def _law(gestures: Commands) -> None:
    words = text("prend dans un dossier les dates du droit d’aujourd’hui, une fois lues")
    parser = _opening(gestures, "law-seen", words, matters.law_seen)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))


def _note(gestures: Commands) -> None:
    words = text("note ce qui est arrivé dans un dossier")
    parser = _opening(gestures, "note", words, matters.note_event)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))
    parser.add_argument(
        "event",
        choices=KINDS,
        metavar="|".join(KINDS),
        help=text(
            "décision reçue, lettre postée, avis revenu, réponse reçue, papier demandé, mauvais "
            "bureau, recours dit tardif, silence gardé, à faire"
        ),
    )
    value(parser, "--date", "D", text("quel jour (aujourd’hui)"))
    value(parser, "--until", "D", text("jusqu’à quand donner le papier demandé"))
    value(parser, "--number", "N", text("numéro du recommandé"))
    value(parser, "--proof", "F", text("photo ou PDF du reçu"))
    value(parser, "--what", text("MOTS"), text("ce qu’il y aura à faire"))
    parser.add_argument(
        "--answer", default="", choices=KNOWN_ANSWERS, help=text("ce que dit la réponse")
    )


def _people(gestures: Commands) -> None:
    words = text("liste les personnes, ce qu’on sait d’elles et leur foyer")
    parser = _opening(gestures, "people", words, people.list_people)
    value(parser, "--add", text("NOM"), text("ajoute une personne"), default=None)


def _correct(gestures: Commands) -> None:
    words = text("corrige une étape d’un dossier, la retire ou la remet")
    parser = _opening(gestures, "correct", words, corrections.correct_event)
    parser.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))
    parser.add_argument("event", metavar=text("ÉTAPE"), help=text("son id (voir dossier)"))
    value(parser, "--date", "D", text("le bon jour"))
    value(parser, "--until", "D", text("jusqu’à quand donner le papier demandé"))
    value(parser, "--number", "N", text("numéro du recommandé"), default=None)
    value(parser, "--proof", "F", text("photo ou PDF du reçu"))
    parser.add_argument(
        "--answer", default="", choices=KNOWN_ANSWERS, help=text("ce que dit la réponse")
    )
    way = parser.add_mutually_exclusive_group()
    flag(way, "--remove", text("la retire, pour trente jours"))
    flag(way, "--put-back", text("la remet"))


def _person(gestures: Commands) -> None:
    words = text("corrige le nom d’une personne, ou son foyer")
    parser = _opening(gestures, "person", words, people.change_person)
    parser.add_argument("person", metavar="P", help=text("son nom ou son id"))
    value(parser, "--rename", text("NOM"), text("son nom corrigé"), default=None)
    value(parser, "--together", "P", text("qui vit avec elle"))
    value(parser, "--role", "R", text("par exemple : fille"))
    value(parser, "--apart", "P", text("qui ne vit plus avec elle"))


def _record(gestures: Commands) -> None:
    words = text("dit tout ce qui est gardé d’une personne")
    parser = _opening(gestures, "record", words, record.record)
    parser.add_argument("person", metavar="P", help=text("son nom ou son id"))
    value(parser, "--out", "F.pdf", text("écrit aussi le PDF à lui remettre"), default=None)
    add_print_options(parser)


def _signature(gestures: Commands) -> None:
    words = text("garde l’image de la signature d’une personne, ou la met à la corbeille")
    parser = _opening(gestures, "signature", words, signing.signature)
    parser.add_argument("person", metavar="P", help=text("son nom ou son id"))
    way = parser.add_mutually_exclusive_group()
    value(way, "--file", "F.png", text("l’image, PNG ou JPEG"))
    flag(way, "--remove", text("la met à la corbeille"))


def _bin(gestures: Commands) -> None:
    words = text("la corbeille : y mettre, reprendre, effacer pour de bon")
    parser = _opening(gestures, "bin", words, corrections.look_into_the_bin)
    _say_before(parser, Irreversible.ERASE)
    parser.add_argument("id", nargs="?", default="", metavar="ID", help=text("de quoi il s’agit"))
    parser.add_argument(
        "--kind", default="document", choices=corrections.THINGS, help=text("document par défaut")
    )
    way = parser.add_mutually_exclusive_group()
    flag(way, "--put", text("met à la corbeille"))
    flag(way, "--take-back", text("reprend"))
    flag(way, "--erase", text("efface pour de bon"))


def _show(gestures: Commands) -> None:
    parser = _opening(gestures, "show", text("ressort un document du coffre"), documents.show)
    parser.add_argument("id", metavar="ID", help=text("id du document (voir list)"))
    value(parser, "--out", "F", text("fichier à écrire"), required=True)
    flag(parser, "--force", text("remplace un fichier existant"))
    flag(parser, "--clean", text("une photo redressée, sans son lieu ni sa date"))


def _search(gestures: Commands) -> None:
    parser = _opening(gestures, "search", text("cherche des mots dans le coffre"), documents.search)
    parser.add_argument("text", metavar=text("MOTS"), help=text("mots, accents ignorés"))
    flag(parser, "--by-relevance", text("les plus proches d’abord"))
    value(parser, "--person", "P", text("ceux d’une personne"))
    value(parser, "--skip", "N", text("laisse les N premiers"), type=_natural, default=0)


def _circle(gestures: Commands) -> None:
    words = text("les cercles : des coffres réservés, chiffrés pour leurs lecteurs seuls")
    parser = gestures.add_parser("circle", help=words, description=words)
    parser.add_argument("dir", metavar=text("COFFRE"), help=text("dossier du coffre"))
    actions = parser.add_subparsers(dest="action", metavar=text("ACTION"), required=True)
    _key_action(actions, "list", text("liste ceux que votre phrase ouvre"), circles.list_all)
    make = _key_action(actions, "make", text("fait un cercle, ouvert à vous seul"), circles.make)
    make.add_argument("title", metavar=text("TITRE"), help=text("son titre"))
    readers = _key_action(actions, "readers", text("dit qui le lit"), circles.readers)
    add = _key_action(
        actions, "add", text("l’ouvre à une personne, qui tape sa propre phrase"), circles.add
    )
    told = text("descripteur d’où lire la phrase de cette personne")
    value(add, "--reader-fd", "N", told, type=int, default=None)
    remove = _key_action(actions, "remove", text("le ferme à une personne"), circles.remove)
    for one in (readers, add, remove):
        one.add_argument("circle", metavar=text("CERCLE"), help=text("son titre ou son id"))
    remove.add_argument("reader", metavar=text("LECTEUR"), help=text("son nom ou son numéro"))
    move = _key_action(
        actions, "move", text("déplace un dossier : copié, vérifié, puis effacé"), circles.move
    )
    move.add_argument("dossier", metavar="D", help=text("dossier (titre ou id)"))
    told = text("cercle où le mettre (titre ou id) ; sans lui, le coffre de tous")
    value(move, "--to", text("CERCLE"), told)
    value(move, "--from", text("CERCLE"), text("cercle où il est"), dest="source")


def _conflicts(gestures: Commands) -> None:
    told = text("fichier laissé par une synchronisation à côté du coffre")
    words = text("dit ce qu’une copie laissée par une synchronisation a de plus que le coffre")
    parser = _opening(gestures, "compare", words, conflicts.compare)
    parser.add_argument("copy", nargs="?", default="", metavar=text("COPIE"), help=told)
    words = text("reprend d’une copie ce que le coffre n’a pas, les deux versions gardées")
    parser = _opening(gestures, "merge", words, conflicts.merge)
    _say_before(parser, Irreversible.ERASE)
    parser.add_argument("copy", metavar=text("COPIE"), help=told)
    told = text("cela seulement (id, voir compare) ; sans lui, tout")
    parser.add_argument("--only", action="append", default=[], metavar="ID", help=told)
    flag(parser, "--erase-too", text("efface ici aussi, pour de bon, ce qui l’a été dans la copie"))
    flag(parser, "--aside", text("met ensuite la copie de côté ; elle n’est jamais effacée"))


def _natural(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError
    return number


def _check(gestures: Commands) -> None:
    parser = _simple(gestures, "check", text("cherche ce qui serait abîmé"), care.check)
    flag(parser, "--full", text("relit aussi chaque document et sauvegarde"))


def _today(gestures: Commands) -> None:
    words = text("dit si la date de cet ordinateur est à vérifier")
    parser = _opening(gestures, "today", words, care.todays_date)
    flag(parser, "--right", text("cette date est la bonne"))


def _repair(gestures: Commands) -> None:
    _simple(
        gestures, "repair", text("refait les pages abîmées, puis prouve le coffre"), care.repair
    )


def _export(gestures: Commands) -> None:
    parser = _simple(gestures, "export", text("sort tout, en clair"), care.export)
    _say_before(parser, Irreversible.COPY_OUT)
    parser.add_argument("out", metavar=text("SORTIE"), help=text("dossier nouveau ou vide"))


def _backup(gestures: Commands) -> None:
    parser = _opening(gestures, "backup", text("écrit une sauvegarde, et la relit"), care.backup)
    _say_before(parser, Irreversible.COPY_OUT)
    parser.add_argument("out", metavar="OUT.zip", help=text("fichier à écrire"))
    flag(parser, "--force", text("remplace un fichier existant"))


def _restore(gestures: Commands) -> None:
    words = text("remet une sauvegarde dans un nouveau dossier")
    parser = _gesture(gestures, "restore", words, care.restore)
    add_stick_option(parser)
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
    value(add, "--name", "N", text("à qui est cette phrase"))
    flag(add, "--recovery", text("de nouveaux mots de secours, à la place des anciens"))
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
    states = ("on", "off")
    told = text("oui (on) ou non (off)")
    held.add_argument("state", choices=states, metavar="|".join(states), help=told)
    words = text("écrit sur une clé USB un fichier qui ouvre le coffre")
    stick = _key_action(actions, "stick", words, keys.stick, cannot=Irreversible.KEYS)
    stick.add_argument("folder", metavar=text("CLÉ-USB"), help=text("où la clé USB est branchée"))
    value(stick, "--name", "N", text("à qui est cette clé USB"))
    words = text("chiffre tout de nouveau, sous une seule phrase")
    rotate = _key_action(
        actions, "rotate", words, keys.rotate, new=True, cannot=Irreversible.ROTATE
    )
    flag(rotate, "--no-recovery", text("sans les douze mots de secours"))
    words = text("montre la clé du coffre, pour l’ouvrir sans Papier libre, avec « sqlcipher »")
    reveal = _key_action(actions, "reveal", words, keys.reveal, cannot=Irreversible.REVEAL)
    told = text("descripteur d’où lire la phrase, une seconde fois")
    value(reveal, "--again-fd", "N", told, type=int, default=None)


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
    add_stick_option(parser)
    if new:
        told = text("descripteur d’où lire la nouvelle phrase")
        value(parser, "--new-phrase-fd", "N", told, type=int, default=None)
    for option in ("--take-over", "--accept-older"):
        parser.add_argument(option, action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)
    return parser


def _say_before(parser: argparse.ArgumentParser, *cannot: Irreversible | None) -> None:
    """Say in its help what cannot be undone, before it is done."""
    parser.epilog = " ".join(irreversible.words(what) for what in cannot if what is not None)
