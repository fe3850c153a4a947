"""Ce qui ouvre votre coffre: each thing that does, a USB stick more, one taken away, a new key."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.safe_reports import SlotInfo
from desktop_app.pages import irreversible
from desktop_app.pages.destinations import NewKey, PickFolder
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Gesture,
    Loss,
    Page,
    Secret,
    Status,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible

STICK, PHRASE = "stick", "phrase"
"""What is asked of the files: on which stick; where the phrase is typed."""


@dataclass(frozen=True, slots=True)
class AddStick(Gesture):
    """Write on the stick that is plugged in what opens the safe."""


@dataclass(frozen=True, slots=True)
class TakeAway(Loss):
    """Take away what opens the safe: the slot of this id."""

    slot: str


@dataclass(frozen=True, slots=True)
class Rotate(Gesture):
    """Encrypt everything anew."""


def page(slots: Sequence[SlotInfo], *, taken: str = "") -> Page:
    """Return what opens the safe; ``taken``: what was just taken away, in words."""
    told = i18n.text("Chacune de ces choses suffit à ouvrir le coffre.")
    phrases = sum(one.kind == "passphrase" for one in slots)
    blocks: tuple[Block, ...] = (
        *((Text(taken, "done"), _new_key()) if taken else ()),
        Text(told),
        Status(lasting=True),
        *(_way(one, last=one.kind == "passphrase" and phrases == 1) for one in slots),
        _stick(),
    )
    return Page(_heading(), blocks, (back(),), () if taken else (told,))


def new_key() -> Page:
    """Return what encrypts everything anew, and what that does not undo."""
    told = i18n.text("Ce qui a été retiré n’ouvrira plus ce coffre, même avec d’anciennes clés.")
    limits = (
        i18n.text(
            "Cela ne reprend pas ce qui a déjà été lu ou copié. Les copies et les sauvegardes "
            "faites avant s’ouvrent encore avec ce qui les ouvrait."
        ),
        i18n.text(
            "Seule la phrase écrite ici l’ouvrira. Les autres phrases, les douze mots et les clés "
            "USB seront à refaire."
        ),
    )
    blocks: tuple[Block, ...] = (
        Text(told),
        *map(Text, limits),
        irreversible.before(Irreversible.ROTATE),
        Secret(PHRASE, i18n.text("Votre phrase secrète"), Rotate()),
        Status(lasting=True),
    )
    actions = (Action(i18n.text("Changer la clé"), Rotate(), "primary"), back())
    return Page(i18n.text("Changer la clé du coffre"), blocks, actions, (told, *limits))


def which_stick() -> PickFolder:
    """Return what asks which of several sticks opens the safe."""
    return PickFolder(STICK, i18n.text("Quelle clé USB ouvrira le coffre ?"), written=True)


def writing() -> str:
    """Say that the stick is being prepared."""
    return i18n.text("La clé USB se prépare…")


def prepared() -> str:
    """Say that the stick opens the safe."""
    return i18n.text(
        "Votre clé USB ouvre maintenant le coffre. Retirez-la, et rangez-la loin de l’ordinateur."
    )


def taken_away(slot: SlotInfo, *, erased: bool) -> str:
    """Say that something opens the safe no more; ``erased``: its file too, from the stick."""
    told = i18n.text("C’est retiré : {way} n’ouvre plus ce coffre.").format(way=_named(slot))
    if slot.kind == "key-file" and not erased:
        told += " " + i18n.text("Le fichier resté sur la clé USB ne sert plus à rien.")
    return told


def not_your_phrase() -> str:
    """Say that what was typed is not a phrase of this safe."""
    return i18n.text("Cette phrase n’ouvre pas ce coffre. Écrivez celle d’aujourd’hui.")


def changing() -> str:
    """Say that everything is being encrypted anew."""
    return i18n.text("Tout est chiffré de nouveau, puis vérifié…")


def changed() -> str:
    """Say that the key is another one."""
    return i18n.text(
        "La clé du coffre est changée. Votre phrase l’ouvre. La feuille de secours, les autres "
        "phrases et les clés USB sont à refaire."
    )


def _heading() -> str:
    return i18n.text("Ce qui ouvre votre coffre")


def _new_key() -> Card:
    """Propose a new key at once: a slot that is gone leaves who kept its key able to read."""
    told = i18n.text(
        "Si quelqu’un a gardé une copie du coffre ou de ses clés, il peut encore le lire. Changez "
        "aussi la clé : ce que vous ajouterez lui sera fermé."
    )
    button = Action(i18n.text("Changer la clé du coffre"), NewKey(), "primary", about=told)
    return Card(i18n.text("Et si une copie existe ?"), (Text(told), button))


def _way(slot: SlotInfo, *, last: bool) -> Card:
    named = _named(slot)
    since = i18n.text("Depuis le {day}.").format(day=_day(slot))
    used = i18n.text("Le coffre est ouvert par là en ce moment.")
    told = (*((since,) if slot.added_on else ()), *((used,) if slot.used else ()))
    stays = last or slot.used or slot.kind == "recovery-words"
    words = i18n.text("Retirer {way}").format(way=named)
    away = () if stays else (Action(words, TakeAway(slot.id)),)
    return Card(named[:1].upper() + named[1:], (*map(Text, told), *away))


def _named(slot: SlotInfo) -> str:
    """Return a way in by its sort, and by whose it is."""
    alone, of_somebody = {
        "passphrase": (i18n.text("une phrase"), i18n.text("la phrase de {name}")),
        "recovery-words": (i18n.text("les douze mots"), i18n.text("les douze mots")),
        "keyring": (i18n.text("la session d’un ordinateur"), i18n.text("l’ordinateur de {name}")),
        "key-file": (i18n.text("une clé USB"), i18n.text("la clé USB de {name}")),
    }[slot.kind]
    return of_somebody.format(name=slot.name) if slot.name else alone


def _day(slot: SlotInfo) -> str:
    return i18n.long_date(dt.date.fromisoformat(slot.added_on)) if slot.added_on else ""


def _stick() -> Card:
    told = (
        i18n.text("Branchée, elle ouvre le coffre sans que vous tapiez votre phrase."),
        i18n.text("Elle sert si taper est difficile, ou si quelqu’un regarde vos mains."),
        i18n.text(
            "Qui la trouve, et a cet ordinateur, peut tout lire. Elle ne protège pas non plus "
            "d’un ordinateur surveillé. Rangez-la loin de lui."
        ),
        i18n.text("Une clé USB se perd : gardez votre phrase, elle ouvre toujours le coffre."),
    )
    risks = "\n".join(told[2:])  # heard with the button: the card is read by eye alone
    button = Action(i18n.text("Préparer la clé USB"), AddStick(), about=risks)
    return Card(i18n.text("Ouvrir avec une clé USB"), (*map(Text, told), button))
