"""Votre coffre: keeping the open safe well. Lock, backup, check, phrase, sheet, keyring."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from desktop_app import i18n
from desktop_app.core.safe_reports import CheckReport, Repaired, SlotInfo
from desktop_app.pages import irreversible
from desktop_app.pages.destinations import (
    ChangePhrase,
    Circles,
    Conflicts,
    GoOnAs,
    KeepNoMore,
    Office,
    Restore,
    TakeOut,
    WaysIn,
)
from desktop_app.pages.foot import back
from desktop_app.pages.keeping import loses, only_here
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Does,
    Gesture,
    Listed,
    Live,
    Loss,
    Page,
    Problem,
    Row,
    Status,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible

KEYRING = "keyring"
"""The place of what opens the safe without a phrase, or no longer."""


@dataclass(frozen=True, slots=True)
class Lock(Gesture):
    """Close the safe."""


BACKUP = "backup"
"""What is asked when one chooses where a backup goes."""


@dataclass(frozen=True, slots=True)
class BackUp(Gesture):
    """Choose where, and make a backup there."""


@dataclass(frozen=True, slots=True)
class CheckSafe(Gesture):
    """Read all of it again."""


@dataclass(frozen=True, slots=True)
class Mend(Gesture):
    """Make the damaged pages of the open safe again."""


@dataclass(frozen=True, slots=True)
class RenewSheet(Gesture):
    """Draw other words of recovery."""


@dataclass(frozen=True, slots=True)
class EraseAll(Loss):
    """Erase the whole safe, and keep nothing from now on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much the safe keeps."""

    drafts: int
    documents: int


@dataclass(frozen=True, slots=True)
class TurnKeyring(Gesture):
    """Have this computer open the safe without a phrase, or no longer."""


def open_now() -> str:
    """Return what is told while nothing is being done."""
    return i18n.text("Votre coffre est ouvert.")


def care(
    *,
    home: bool,
    folder: str,
    alone: bool = False,
    phrase: bool = True,
    office: bool = False,
    circle: bool = False,
    copies: int = 0,
) -> Page:
    """Return one card for each thing.

    ``folder``: the safe's. ``home``: the safe is one's own, and may open without a phrase here;
    ``alone``: nothing else opens it, nor its backups; ``phrase``: one opens it; ``office``: it is
    an association's. ``circle``: it is one of its circles, opened by its readers' own phrases.
    ``copies``: how many a synchronisation left beside it.
    """
    blocks: tuple[Block, ...] = (
        Status(open_now(), lasting=True),
        *((_only_here(),) if alone else ()),
        *((_copies(copies),) if copies else ()),
        *((_office(), _another()) if office and not circle else ()),
        *((_circles(),) if office else ()),
        _card(
            i18n.text("Fermer maintenant"),
            i18n.text("Votre travail est d’abord enregistré. Au clavier : Ctrl et L."),
            i18n.text("Fermer le coffre"),
            Lock(),
        ),
        _backup_of_here() if alone else _backup(),
        _card(
            i18n.text("Vérifier le coffre"),
            i18n.text("Chaque page et chaque document sont relus. Rien n’est changé."),
            i18n.text("Vérifier"),
            CheckSafe(),
        ),
        _card(
            i18n.text("Tous vos papiers, hors du coffre"),
            i18n.text(
                "Un dossier qui se lit sans ce programme, avec une page qui le présente. Il n’est "
                "plus protégé par le coffre."
            ),
            i18n.text("Emporter tous vos papiers"),
            TakeOut(folder),
        ),
        *(() if alone or circle else (_phrase() if phrase else _no_phrase(), _sheet(), _ways_in())),
        *((_keyring(),) if home and phrase else ()),
        *((_keep_no_more(),) if home else ()),
    )
    return Page(i18n.text("Votre coffre"), blocks, (back(),), lead=(loses(),) if alone else ())


def _office() -> Card:
    return _card(
        i18n.text("Réglages du bureau"),
        i18n.text("Son nom, son papier, qui y aide, et la durée de garde."),
        i18n.text("Voir les réglages du bureau"),
        Office(),
    )


def _another() -> Card:
    return _card(
        i18n.text("Quelqu’un d’autre continue"),
        i18n.text("Avec sa propre phrase, sans fermer le coffre."),
        i18n.text("Changer de personne au travail"),
        GoOnAs(),
    )


def _circles() -> Card:
    return _card(
        i18n.text("Dossiers réservés"),
        i18n.text("Des coffres à part, chiffrés pour leurs lecteurs seuls."),
        i18n.text("Voir les cercles"),
        Circles(),
    )


def _copies(count: int) -> Card:
    told = i18n.plural(
        "{n} fichier a été laissé par une synchronisation : il a peut-être ce qui manque ici.",
        "{n} fichiers ont été laissés par une synchronisation : ils ont peut-être ce qui manque "
        "ici.",
        count,
    )
    return _card(i18n.text("Copies à côté du coffre"), told, i18n.text("Comparer"), Conflicts())


def without_phrase(*, on: bool, ready: bool = True) -> tuple[Action]:
    """Return what turns opening without a phrase on, or off where it is ``on``."""
    words = i18n.text("Demander la phrase") if on else i18n.text("Ouvrir sans phrase")
    return (Action(words, TurnKeyring(), ready=ready),)


def keys(slots: Sequence[SlotInfo]) -> Page:
    """Return what opens the safe: each by its id, of which sort it is, and whose."""
    kinds = {
        "passphrase": i18n.text("phrase"),
        "recovery-words": i18n.text("mots de secours"),
        "keyring": i18n.text("trousseau de cet ordinateur"),
        "key-file": i18n.text("fichier sur une clé"),
    }
    told = (" · ".join(filter(None, (one.id, kinds[one.kind], one.name))) for one in slots)
    return Page(i18n.text("Ce qui ouvre le coffre"), (Listed(tuple(told)),), ())


def checked(report: CheckReport, folder: str) -> Page:
    """Return the outcome of a check: each thing that is wrong, and what mends it."""
    parts = tuple(" ".join(map(str, filter(None, astuple(one)))) for one in report.problems)
    listed = (Listed(parts),) if parts else ()
    problem = damaged(report, folder)
    said = () if problem is not None else (Text(check_words(report)),)
    return Page(i18n.text("Vérifier le coffre"), (*said, *listed), (), problem=problem)


def repaired(found: Repaired) -> str:
    """Return the outcome of a repair, in words."""
    if not found.pages:
        return i18n.text("Rien n’était abîmé : rien n’a été changé.")
    pages = i18n.plural("{n} page refaite.", "{n} pages refaites.", len(found.pages))
    return pages + " " + i18n.text("Tout le coffre a été vérifié : il n’y manque rien.")


def damaged(report: CheckReport, folder: str) -> Problem | None:
    """Return what is damaged, and what mends it: its pages made again, or a backup."""
    if report.state == "ok":
        return None
    ways: tuple[Action, ...] = ()
    if any(one.code in _OF_PAGES for one in report.problems):
        ways += (Action(mend_words(), Mend()),)
    if (good := report.newest_good_backup) is not None:
        name, day = good
        ways += (Action(restore_words(day), Restore(backup=f"{folder}/{name}", day=day)),)
    ways += (Action(take_out_words(), TakeOut(folder)),)
    return Problem(check_words(report), ways)


_OF_PAGES = ("page", "pages-mixed", "unreadable", "structure")


def take_out_words() -> str:
    """Return the words of what writes out all that can be read."""
    return i18n.text("Sortir tout ce qui se lit")


def mend_words() -> str:
    """Return the words of what makes damaged pages again."""
    return i18n.text("Réparer le coffre")


def restore_words(day: dt.date) -> str:
    """Return the words of what brings the backup of a day back, beside the safe it came from."""
    return i18n.text("Restaurer la sauvegarde du {day}").format(day=i18n.long_date(day))


def check_words(report: CheckReport) -> str:
    """Return the outcome of a check, in words."""
    pages = i18n.plural("{n} page vérifiée.", "{n} pages vérifiées.", report.pages_checked)
    if report.state == "ok":
        return i18n.text("Votre coffre est en bon état.") + " " + pages
    problems = i18n.plural(
        "{n} partie du coffre est abîmée.", "{n} parties du coffre sont abîmées.",
        len(report.problems),
    )  # fmt: skip
    advice = what_mends(report.newest_good_backup)
    return " ".join((problems, i18n.text("N’effacez rien."), advice))


def what_mends(good: tuple[str, dt.date] | None) -> str:
    """Return what to do with a safe that is damaged; ``good``: its newest good backup, its day."""
    if good is None:
        return i18n.text("Réparez le coffre, ou sortez tout ce qui se lit.")
    words = i18n.text("La sauvegarde du {day} est bonne : restaurez-la à côté.")
    return words.format(day=i18n.long_date(good[1]))


def _only_here() -> Card:
    """Return how others, or another computer, are taken into account from now on."""
    words = Action(i18n.text("Recopier douze mots"), RenewSheet())
    return Card(only_here(), (Text(loses()), Row((*_first_phrase(), words))))


def _first_phrase() -> tuple[Action, Action]:
    """Return what gives a phrase: beside this computer's keyring, or in its place."""
    return (
        Action(i18n.text("Choisir une phrase"), ChangePhrase(), "primary"),
        Action(i18n.text("D’autres s’en servent : demander une phrase"), ChangePhrase(alone=True)),
    )


def _backup() -> Card:
    return _card(
        i18n.text("Faire une sauvegarde"),
        i18n.text("Un seul fichier, chiffré, à garder ailleurs que sur cet ordinateur."),
        i18n.text("Choisir où sauvegarder"),
        BackUp(),
    )


def _backup_of_here() -> Card:
    """Return the same where no phrase opens it: what it is good for, and what comes first."""
    told = (
        i18n.text("Sans phrase, elle ne se restaure que sur ce compte, de cet ordinateur."),
        i18n.text("Pour la rouvrir ailleurs, choisissez d’abord une phrase."),
    )
    first = Action(i18n.text("Choisir une phrase"), ChangePhrase())
    here = Action(i18n.text("Sauvegarder quand même"), BackUp())
    return Card(
        i18n.text("Faire une sauvegarde"),
        (*map(Text, told), Row((first, here))),
    )


def _phrase() -> Card:
    return _card(
        i18n.text("Votre phrase"),
        i18n.text("Si quelqu’un l’a vue, changez-la."),
        i18n.text("Changer la phrase"),
        ChangePhrase(),
    )


def _no_phrase() -> Card:
    told = i18n.text(
        "Il n’y en a pas encore : cet ordinateur ou vos douze mots ouvrent vos papiers."
    )
    return Card(i18n.text("Votre phrase"), (Text(told), Row(_first_phrase())))


def _sheet() -> Card:
    return _card(
        i18n.text("Votre feuille de secours"),
        i18n.text("Douze nouveaux mots sont tirés. Une fois relus, ils remplacent les anciens."),
        i18n.text("Refaire la feuille"),
        RenewSheet(),
    )


def _ways_in() -> Card:
    return _card(
        i18n.text("Ce qui ouvre le coffre"),
        i18n.text("Phrases, douze mots, clés USB : voyez la liste, ajoutez, retirez."),
        i18n.text("Voir ce qui l’ouvre"),
        WaysIn(),
    )


def _keep_no_more() -> Card:
    return _card(
        i18n.text("Ne plus rien garder"),
        i18n.text("Tout ce qui est gardé ici est effacé, pour de bon."),
        i18n.text("Voir ce qui sera effacé"),
        KeepNoMore(),
    )


def keep_no_more(kept: Kept | None) -> Page:
    """Return what is asked before all is erased; ``kept``: what there is, None while it is read."""
    told = (
        i18n.text("Vos réponses, vos lettres et vos papiers gardés ici seront effacés."),
        irreversible.words(Irreversible.ERASE),
        i18n.text("Ce qui est imprimé, ou copié ailleurs, n’est pas effacé."),
    )
    counted = (Listed(_counted(kept)),) if kept is not None else ()
    blocks: tuple[Block, ...] = (
        Text(told[0]),
        *counted,
        *map(Text, told[1:]),
        Status(lasting=True),
    )
    erase = Action(i18n.text("Tout effacer, ne plus rien garder"), EraseAll())
    return Page(i18n.text("Ne plus rien garder ?"), blocks, (back("primary"), erase), (told[0],))


def _counted(kept: Kept) -> tuple[str, ...]:
    return (
        i18n.plural("{n} papier commencé", "{n} papiers commencés", kept.drafts),
        i18n.plural("{n} document", "{n} documents", kept.documents),
    )


def _card(title: str, told: str, words: str, does: Does) -> Card:
    return Card(title, (Text(told), Action(words, does)))


def _keyring() -> Card:
    told = i18n.text(
        "Votre session de cet ordinateur suffit alors à ouvrir le coffre. "
        "Qui l’utilise peut donc tout lire. Votre phrase marche toujours."
    )
    button = Live(KEYRING, without_phrase(on=False, ready=False))
    return Card(i18n.text("Ouvrir sans phrase sur cet ordinateur"), (Text(told), button))
