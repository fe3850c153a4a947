"""What is said where answers that are kept already have become a danger, and what can be done."""

from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.pages import irreversible
from desktop_app.pages.erasing import count
from desktop_app.pages.hidden import KEY
from desktop_app.pages.page import Action, Back, Block, Choice, Loss, Page, Status, Text
from desktop_app.pages.who_uses import KeepOnStick
from desktop_app.workflow.irreversible import Irreversible


@dataclass(frozen=True, slots=True)
class EraseKept(Loss):
    """Erase here what is kept, and go on with the answers in memory alone."""


@dataclass(frozen=True, slots=True)
class KeptHere:
    """What is kept of this matter: papers beside the draft, and whether it can leave the safe."""

    papers: int
    movable: bool


def page(kept: KeptHere | None, *, phrase: bool) -> Page:
    """Return it; ``kept``: None while it is counted. ``phrase``: one opens the safe."""
    told = i18n.text("Si quelqu’un trouve vos réponses, vous pouvez être en danger.")
    stays = (
        i18n.text("Gardé ici, derrière votre phrase.")
        if phrase
        else i18n.text("Gardé ici. Qui ouvre votre session peut tout lire.")
    )
    heading = i18n.text("Où garder vos réponses ?")
    leave = Action(i18n.text("Laisser comme c’est"), Back(), "secondary")
    if kept is None:
        return Page(heading, (Text(told), Status(lasting=True)), (leave,), (told,))
    how_much = i18n.text("Déjà gardé sur cet ordinateur : {what}.").format(
        what=count(1, kept.papers, dossier=True)
    )
    ways = _ways() if kept.movable else (Text(_goes_further()),)
    blocks: tuple[Block, ...] = (
        Text(told),
        Text(how_much),
        *ways,
        Choice(i18n.text("Laisser comme c’est"), Back(), about=stays),
        Text(stays, "hint"),
        Status(lasting=True),
    )
    return Page(heading, blocks, (), (told, how_much))


def _ways() -> tuple[Block, ...]:
    stick = i18n.text("Derrière une phrase. Puis tout cela est effacé d’ici, pour toujours.")
    nothing = i18n.text("Tout cela est effacé d’ici, pour toujours. Imprimez avant de fermer.")
    return (
        Choice(i18n.text("Garder sur ma clé USB"), KeepOnStick(), about=stick),
        Text(stick, "hint"),
        Choice(i18n.text("Ne rien garder"), EraseKept(), about=nothing),
        Text(nothing, "hint"),
        irreversible.before(Irreversible.ERASE_MATTER),
        Text(i18n.text("Ce qui est imprimé, ou copié ailleurs, n’est pas effacé."), "hint"),
    )


def _goes_further() -> str:
    return i18n.text(
        "Ce dossier a d’autres papiers. Pour tout effacer : {key}, puis « Tout effacer »."
    ).format(key=KEY)


def erasing() -> str:
    """Say that it is being erased."""
    return i18n.text("On efface ce qui est gardé ici…")


def erased() -> str:
    """Return what the bar says once nothing of it is kept here."""
    return i18n.text("Effacé de cet ordinateur. Rien n’est gardé.")


def moved() -> str:
    """Say that it is on the stick, and no more here."""
    return i18n.text("C’est gardé sur votre clé USB, et effacé de cet ordinateur.")


def not_moved() -> str:
    """Say that nothing was erased."""
    return i18n.text(
        "La clé USB n’a pas tout gardé : rien n’est effacé de cet ordinateur. Rebranchez la clé."
    )
