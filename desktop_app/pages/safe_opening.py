"""Opening a safe: the phrase is asked; bringing a backup back, beside what exists.

The page that asks tells nothing of anybody: neither how many safes are known here, nor when one
was used. What is typed is a ``Secret``: no value holds it.
"""

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app import i18n
from desktop_app.pages import irreversible
from desktop_app.pages.destinations import NewPhrase, OpenFile, OpenSafe, Restore
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Gesture,
    Live,
    Page,
    Secret,
    Status,
    Text,
)
from desktop_app.pages.wanted import may_drop, which_safe
from desktop_app.workflow.irreversible import Irreversible

PHRASE, FILE = "phrase", "file"
"""Where the phrase is typed; the place where the backup is named."""


@dataclass(frozen=True, slots=True)
class Open(Gesture):
    """Try the phrase; ``anyway``: though what a refusal said is so."""

    anyway: bool = False


@dataclass(frozen=True, slots=True)
class OpenWithoutPhrase(Gesture):
    """Ask the keyring of this computer."""


@dataclass(frozen=True, slots=True)
class OpenByStick(Gesture):
    """Look for what opens it on the sticks that are plugged in."""

    anyway: bool = False


@dataclass(frozen=True, slots=True)
class GoOnWithout(Gesture):
    """Go on without a safe: nothing is kept, and where to keep is not asked."""


@dataclass(frozen=True, slots=True)
class BringBack(Gesture):
    """Restore the backup beside what exists."""


@dataclass(frozen=True, slots=True)
class Repair(Gesture):
    """Make the damaged pages of this closed safe again."""


def opening(
    asked: OpenSafe,
    *,
    said: str,
    keyboard: str,
    without_phrase: bool,
    by_stick: bool = False,
    only_here: bool = False,
) -> Page:
    """Return the page that asks for the phrase; ``said`` comes first, ``keyboard`` names it.

    ``by_stick``: a stick opens it too; ``only_here``: there is no phrase, this computer opens what
    it keeps.
    """
    if only_here:
        return _of_this_computer(asked, said)
    heading = i18n.text("Ouvrez ce coffre") if asked.folder else i18n.text("Écrivez votre phrase")
    words = i18n.text("Douze mots de secours conviennent aussi.")
    blocks: tuple[Block, ...] = (
        *((Text(said, "done"),) if said else ()),
        Secret(PHRASE, i18n.text("Votre phrase secrète"), Open()),
        Text(f"{words} {keyboard}".strip(), "hint"),
        Status(lasting=True),
    )
    stick = Action(i18n.text("Ouvrir avec ma clé USB"), OpenByStick())
    keyring = Action(i18n.text("Ouvrir sans phrase"), OpenWithoutPhrase())
    actions = (
        Action(i18n.text("Ouvrir"), Open(), "primary"),
        *((keyring,) if without_phrase else ()),
        *((stick,) if by_stick else ()),
        *_instead(asked),
    )
    return Page(heading, blocks, actions)


def _of_this_computer(asked: OpenSafe, said: str) -> Page:
    """Return the page of what is kept for this computer alone: one gesture opens it."""
    told = i18n.text("Vos papiers sont gardés pour cet ordinateur seulement.")
    blocks: tuple[Block, ...] = (
        *((Text(said, "done"),) if said else ()),
        Text(told),
        Status(lasting=True),
    )
    opens = Action(i18n.text("Ouvrir mes papiers"), OpenWithoutPhrase(), "primary")
    return Page(i18n.text("Ouvrez vos papiers"), blocks, (opens, *_instead(asked)), (told,))


def _instead(asked: OpenSafe) -> tuple[Action, ...]:
    """Return what may be done without opening it."""
    return (
        Action(i18n.text("Continuer sans rien garder"), GoOnWithout(), "plain"),
        Action(i18n.text("Ouvrir un coffre par son dossier"), which_safe(), "plain"),
        Action(i18n.text("Restaurer une sauvegarde"), Restore(then=asked.then), "plain"),
        Action(i18n.text("Créer un coffre"), NewPhrase(then=asked.then), "plain"),
    )


def anyway(by: Open | OpenByStick) -> Action:
    """Return what stands under a refusal that one may set aside: the same way in, once more."""
    return Action(i18n.text("Ouvrir quand même"), replace(by, anyway=True))


def closed(*, only_here: bool) -> str:
    """Return what is said first after a lock; ``only_here``: there is no phrase."""
    if only_here:
        return i18n.text("Tout est fermé, rien n’est perdu.")
    return i18n.text("Votre coffre est fermé. Écrivez votre phrase pour le rouvrir.")


def restoring(day: dt.date | None, *, only_here: bool = False, name: str = "") -> Page:
    """Return the page that asks for a backup and its phrase; ``day``: of the one named already.

    ``only_here``: it has none, and the account that made it restores it by one gesture. ``name``:
    of the file chosen.
    """
    asked = OpenFile(FILE, i18n.text("Quelle sauvegarde ?"), "backup")
    choose = Action(i18n.text("Choisir le fichier"), asked)
    opens: Block = (
        Text(_by_this_account())
        if only_here
        else Secret(PHRASE, i18n.text("La phrase secrète de ce jour-là"), BringBack())
    )
    blocks: tuple[Block, ...] = (
        Text(i18n.text("La sauvegarde devient un nouveau coffre. L’ancien reste comme il est.")),
        irreversible.before(Irreversible.RESTORE),
        Live(FILE, chosen(name) if name else (Text(_named(day)),)),
        *((choose, may_drop()) if day is None else ()),
        opens,
        Status(lasting=True),
    )
    actions = (Action(i18n.text("Restaurer à côté"), BringBack(), "primary"), back())
    return Page(i18n.text("Restaurer une sauvegarde"), blocks, actions)


def repairing(*, only_here: bool = False) -> Page:
    """Return the page that makes damaged pages again; ``only_here``: no phrase opens the safe."""
    told = i18n.text(
        "Les pages abîmées sont refaites avec la réserve du coffre. Rien n’est remplacé avant que "
        "tout soit vérifié."
    )
    asked = (Secret(PHRASE, i18n.text("Votre phrase secrète"), Repair()),)
    blocks: tuple[Block, ...] = (Text(told), *(() if only_here else asked), Status(lasting=True))
    actions = (Action(i18n.text("Réparer"), Repair(), "primary"), back())
    return Page(i18n.text("Réparer le coffre"), blocks, actions, (told,))


def _by_this_account() -> str:
    return i18n.text(
        "Elle n’a pas de phrase. Le compte d’ordinateur qui l’a faite la restaure, et lui seul."
    )


def chosen(name: str) -> tuple[Text]:
    """Return which file was chosen."""
    return (Text(i18n.text("Fichier : {name}").format(name=name)),)


def restored(day: dt.date, documents: int) -> str:
    """Return what is said once it is restored."""
    words = i18n.text("Sauvegarde du {day} restaurée et vérifiée : {count}.")
    count = i18n.plural("{n} document", "{n} documents", documents)
    return words.format(day=i18n.long_date(day), count=count)


def _named(day: dt.date | None) -> str:
    if day is None:
        return i18n.text("Choisissez d’abord le fichier de la sauvegarde.")
    words = i18n.text("Sauvegarde du {day}, dans le dossier de ce coffre.")
    return words.format(day=i18n.long_date(day))
