"""Emporter: papers carried away on a USB stick, chosen by its name and its free room."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.folder import Stick
from desktop_app.core.record import record
from desktop_app.pages import irreversible
from desktop_app.pages.choosing import shown, size_words
from desktop_app.pages.destinations import Destination
from desktop_app.pages.foot import back
from desktop_app.pages.page import (
    Action,
    Block,
    Card,
    Choice,
    Gesture,
    Listed,
    Live,
    Page,
    Status,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible

STICKS, PAPERS = "sticks", "papers"
"""Places: of the sticks that are plugged in, of what will be put on the one that is chosen."""


@record(frozen=True)
class CarryOn(Gesture):
    """Carry the papers away on this stick."""

    stick: str


def heading(found: Sequence[Stick]) -> str:
    """Return what is asked: which stick, or to plug one in."""
    return i18n.text("Sur quelle clé USB ?") if found else i18n.text("Branchez une clé USB")


def page(found: Sequence[Stick], names: Sequence[str] = (), told: Sequence[str] = ()) -> Page:
    """Return the page where a stick is chosen.

    ``names``: of the papers, once they are made; ``told`` is said first, such as how many pages.
    """
    blocks: tuple[Block, ...] = (
        *map(Text, told),
        Live(STICKS, sticks(found, ready=bool(names))),
        Text(i18n.text("Une clé USB se montre ici dès qu’elle est branchée."), "hint"),
        Live(PAPERS, papers(names)),
        irreversible.before(Irreversible.COPY_OUT),
        Status(lasting=True),
    )
    return Page(heading(found), blocks, (back(),))


def sticks(found: Sequence[Stick], *, ready: bool) -> tuple[Block, ...]:
    """Return the sticks, by name and free room; until papers are ``ready``, none is chosen."""
    if not ready:
        return ()
    return tuple(_stick(one) for one in found)


def _stick(one: Stick) -> Block:
    name = shown(one.name)
    if not one.writable:
        words = i18n.text("{name} : protégée, on ne peut rien y mettre. Prenez une autre clé.")
        return Text(words.format(name=name))
    if one.free is None:
        return Choice(name, CarryOn(one.path), "clé")
    words = i18n.text("{name} ({size} libres)").format(name=name, size=size_words(one.free))
    return Choice(words, CarryOn(one.path), "clé")


def papers(names: Sequence[str]) -> tuple[Block, ...]:
    """Return what will be on the stick: names that speak of nobody."""
    if not names:
        return ()
    title = Text(i18n.text("Ce qui ira sur la clé"), "subheading")
    kept = i18n.text("Ces noms ne disent rien de vous. Ce qui est déjà sur la clé y reste.")
    return (title, Listed(tuple(names)), Text(kept, "hint"))


def making() -> str:
    """Return what is said while the papers are made."""
    return i18n.text("Vos papiers se préparent…")


def copying(name: str, place: int, of: int) -> str:
    """Return what is said while papers go onto the stick."""
    told = i18n.text("{name} ({n} sur {total})").format(name=name, n=place, total=of)
    return i18n.text("Ne retirez pas la clé : {paper}…").format(paper=told)


def slow() -> str:
    """Return what is said of a stick that takes long."""
    return i18n.text(
        "Cette clé est lente. Attendez, sans la retirer ; « Arrêter » ôte ce qui y est déjà."
    )


def stopping() -> str:
    """Return what is said until a stick has answered that it is stopped."""
    return i18n.text("On arrête : ne retirez pas encore la clé…")


def stopped() -> str:
    """Return what is said once one stopped it."""
    return i18n.text("Arrêté : rien n’est resté sur la clé. Vos papiers sont toujours ici.")


def done(stick: str, names: Sequence[str], then: Destination | None) -> Page:
    """Return what is said once the papers are on the stick; ``then``: where one goes on."""
    files = i18n.plural("{n} fichier", "{n} fichiers", len(names))
    told = i18n.text("Sur la clé « {stick} » : {files}.").format(stick=shown(stick), files=files)
    take = i18n.text("Retirez la clé, une fois que sa lumière ne clignote plus.")
    read = i18n.text("Chaque fichier a été relu sur la clé : rien n’y manque.")
    blocks: tuple[Block, ...] = (
        Text(told, "done"),
        Text(take, "label"),
        Card(i18n.text("Sur la clé"), (Listed(tuple(names)), Text(read, "hint"))),
    )
    actions = (
        *((Action(i18n.text("Continuer"), then, "primary"),) if then is not None else ()),
        Action(i18n.text("Copier sur une autre clé"), CarryAgain()),
        back(),
    )
    return Page(i18n.text("Vos papiers sont sur la clé"), blocks, actions, (told, take))


@record(frozen=True)
class CarryAgain(Gesture):
    """Carry the same papers away on another stick."""
