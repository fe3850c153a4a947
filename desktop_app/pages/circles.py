"""Dossiers réservés: the circles that a helper's phrase opens, who reads each, what one may do.

Of a circle that is not hers a helper is told nothing: neither its title nor that it is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.circles import Moved, Reader
from desktop_app.core.packs.model import Question
from desktop_app.pages.destinations import Circle
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Keep,
    Listed,
    Loss,
    Page,
    Problem,
    Row,
    Secret,
    Status,
    Take,
    Text,
)

NEW, TITLE, PHRASE = "new", "title", "phrase"


@dataclass(frozen=True, slots=True)
class Enter(Gesture):
    """Work in a circle; "": in everyone's safe again."""

    circle: str = ""


@dataclass(frozen=True, slots=True)
class AddReader(Gesture):
    """Let the person who has just typed her phrase read it."""


@dataclass(frozen=True, slots=True)
class AskToRemove(Loss):
    """Ask before a circle is closed to somebody."""

    reader: Reader


@dataclass(frozen=True, slots=True)
class RemoveReader(Loss):
    """Close it to somebody."""

    slot: str


@dataclass(frozen=True, slots=True)
class MoveTo(Gesture):
    """Move the dossier to a circle; "": to everyone's safe."""

    circle: str = ""


def encrypted() -> str:
    """Return what a circle is: what is held by encryption, and is not in the safe of all."""
    return i18n.text(
        "Un cercle est un coffre à part, chiffré pour ses lecteurs. Les autres personnes du bureau "
        "n’en lisent rien, pas même le titre."
    )


def shown_on_disk() -> str:
    """Return what it does not hide."""
    return i18n.text(
        "Qui regarde les fichiers de l’ordinateur voit combien il y a de cercles, et leur taille."
    )


def saved_apart() -> str:
    """Return that a backup of the safe of the office has nothing of its circles."""
    return i18n.text(
        "Chaque cercle se sauvegarde à part : entrez-y, puis « Votre coffre ». Ses douze mots "
        "ouvrent cette sauvegarde."
    )


def mine(titles: Sequence[str]) -> Page:
    """Return the circles that a phrase opens."""
    none = Text(i18n.text("Votre phrase n’ouvre aucun cercle."))
    blocks = (Text(encrypted()), Listed(tuple(titles)) if titles else none)
    return Page(i18n.text("Dossiers réservés"), blocks, (back(),))


def page(found: Sequence[tuple[str, str]], now: str) -> Page:
    """Return the circles that may be entered: id and title of each; ``now``: the one in use."""
    new = Action(i18n.text("Faire un cercle"), Take(NEW))
    blocks: tuple[Block, ...] = (
        Text(encrypted()),
        Text(shown_on_disk(), "hint"),
        Text(saved_apart(), "hint"),
        *((_leave(),) if now else ()),
        *(_card(one, title, now) for one, title in found),
        *(() if found else (Text(i18n.text("Votre phrase n’ouvre aucun cercle.")),)),
        *(() if now else (Ask(NEW, (_title(),)), Row((new,)))),
        Status(lasting=True),
    )
    return Page(heading(), blocks, (back(),))


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Dossiers réservés")


def _leave() -> Block:
    told = Text(i18n.text("Vous êtes dans un cercle. Ce que vous écrivez y reste."))
    leave = Action(i18n.text("Revenir au coffre de tous"), Enter(), "primary")
    return Card("", (told, Row((leave,))))


def _card(circle: str, title: str, now: str) -> Block:
    enter, who = i18n.text("Y entrer"), i18n.text("Qui le lit")
    actions = (
        *(
            ()
            if circle == now
            else (Action(enter, Enter(circle), name=i18n.labelled(enter, title)),)
        ),
        Action(who, Circle(circle), name=i18n.labelled(who, title)),
    )
    return Card(title, (Row(actions),))


def _title() -> Asked:
    label = i18n.text("Titre du nouveau cercle")
    why = i18n.text("Ses lecteurs seuls le verront.")
    return Asked(Question(id=TITLE, kind="text", label=label, hint=why), empty="answer-required")


def entered(title: str) -> str:
    """Return where one works from now on; ``title`` "" is everyone's safe."""
    if not title:
        return i18n.text("Vous êtes de nouveau dans le coffre de tous.")
    return i18n.text("Vous êtes dans un cercle.")


def visited() -> str:
    """Return where one works once a line of the day was opened, and what leads out of it."""
    return i18n.text("Vous êtes dans un cercle. « Accueil » ramène au coffre de tous.")


def one(title: str, there: Sequence[Reader]) -> Page:
    """Return who reads a circle, and what is done to open it to somebody."""
    told = i18n.text(
        "La personne tape ici sa propre phrase, celle qui ouvre le coffre du bureau. Personne "
        "d’autre n’a à la connaître."
    )
    blocks: tuple[Block, ...] = (
        *map(_reader, there),
        Text(i18n.text("L’ouvrir à quelqu’un"), "subheading"),
        Text(told, "hint"),
        Secret(PHRASE, i18n.text("La phrase de cette personne"), AddReader()),
        Status(lasting=True),
    )
    add = Action(i18n.text("Lui ouvrir ce cercle"), AddReader(), "primary")
    return Page(i18n.text("Qui lit : {title}").format(title=title), blocks, (add, back()))


def _reader(reader: Reader) -> Block:
    told = Text(reader_words(reader))
    if reader.me:
        return Card("", (told,))
    close = i18n.text("Lui fermer ce cercle")
    name = i18n.labelled(close, reader_words(reader))
    return Card("", (told, Row((Action(close, AskToRemove(reader), name=name),))))


def asked_to_remove(reader: Reader) -> Problem:
    """Ask before it is closed to somebody: what she keeps is said."""
    told = i18n.text(
        "{name} n’ouvrira plus ce cercle. Ce que cette personne a déjà lu ou copié lui reste."
    ).format(name=reader_words(reader))
    yes = Action(i18n.text("Lui fermer ce cercle"), RemoveReader(reader.slot))
    return Problem(told, (yes, Action(i18n.text("Ne rien changer"), Keep())), asks=True)


def trying() -> str:
    """Return what is said while a phrase is tried."""
    return i18n.text("La phrase est essayée…")


def moving(title: str, found: Sequence[tuple[str, str]], *, inside: bool) -> Page:
    """Return where a dossier may go; ``inside``: it is in a circle now."""
    told = i18n.text(
        "Le dossier est copié, relu en entier, puis effacé là où il était. Les sauvegardes de ce "
        "coffre sont refaites sans lui."
    )
    words = i18n.text("Le déplacer ici")
    home = Action(i18n.text("Le remettre dans le coffre de tous"), MoveTo())
    blocks: tuple[Block, ...] = (
        Text(told),
        *((Row((home,)),) if inside else ()),
        *(
            Card(name, (Row((Action(words, MoveTo(one), name=i18n.labelled(words, name)),)),))
            for one, name in found
        ),
        *(() if found or inside else (Text(i18n.text("Votre phrase n’ouvre aucun cercle.")),)),
        Status(lasting=True),
    )
    return Page(i18n.text("Déplacer : {title}").format(title=title), blocks, (back(),))


def is_moving() -> str:
    """Return what is said while a dossier is moved."""
    return i18n.text("Le dossier est copié, puis relu…")


def made(title: str, words: Sequence[str]) -> Page:
    """Return the page that shows, this once, the recovery words of a circle just made."""
    numbered = tuple(f"{number}. {word}" for number, word in enumerate(words, 1))
    blocks = (
        Text(i18n.text("Vous seul le lisez, jusqu’à ce que vous l’ouvriez à quelqu’un.")),
        Text(
            i18n.text(
                "Recopiez ces douze mots sur papier. Si tous ses lecteurs oublient leur phrase, "
                "eux seuls l’ouvrent encore. Ils ne seront plus montrés."
            )
        ),
        Listed(numbered),
        Text(shown_on_disk()),
    )
    return Page(i18n.text("Cercle fait : {title}").format(title=title), blocks, (back(),))


def readers(title: str, there: Sequence[Reader]) -> Page:
    """Return who reads a circle."""
    told = tuple(reader_words(one) for one in there)
    heading = i18n.text("Qui lit : {title}").format(title=title)
    return Page(heading, (Listed(told),), (back(),))


def reader_words(reader: Reader) -> str:
    """Return who somebody is who reads a circle."""
    name = reader.name or i18n.text("sans nom")
    return i18n.text("{name} (vous)").format(name=name) if reader.me else name


def reader_added() -> str:
    """Return that somebody reads it from now on."""
    return i18n.text("Sa phrase ouvre maintenant ce cercle aussi.")


def reader_removed() -> str:
    """Return what a reader who was removed can no longer do, and what she keeps."""
    return i18n.text(
        "Sa phrase n’ouvre plus ce cercle. Ce que cette personne a déjà lu ou copié lui reste : "
        "si c’est à craindre, faites un autre cercle et déplacez-y les dossiers."
    )


def moved(found: Moved) -> str:
    """Return that a dossier was moved: proved there, then erased where it was."""
    told = i18n.text("Dossier déplacé et relu : {count}. Il n’est plus là où il était.")
    return told.format(count=i18n.plural("{n} document", "{n} documents", found.documents))
