"""Erasing at once and for good, from the page that hides: what, how much, and what cannot be.

Nothing is named: whoever stands behind reads counts alone.
"""

from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.pages import irreversible
from desktop_app.pages.destinations import Erased
from desktop_app.pages.gestures import Begin
from desktop_app.pages.page import (
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Listed,
    Loss,
    Page,
    Row,
    Status,
    Text,
)
from desktop_app.workflow.irreversible import Irreversible

SURE = "sure"
"""The box that is ticked first; its one choice."""


@dataclass(frozen=True, slots=True)
class EraseMatter(Loss):
    """Erase what was in view: the second gesture, once the box is ticked."""


@dataclass(frozen=True, slots=True)
class EraseNothing(Gesture):
    """Go back to the page that hides."""


def asked(
    *, drafts: int, documents: int, dossier: bool, kept: bool, copies: int = 0, backups: int = 0
) -> Page:
    """Return what is asked before; ``dossier``: a whole one; ``kept``: a safe holds it.

    ``copies`` of its papers and ``backups`` of the safe are known to have been saved elsewhere.
    """
    how_much = count(drafts, documents, dossier=dossier)
    nothing = Action(i18n.text("Ne rien effacer"), EraseNothing(), "primary")
    if not how_much:
        words = i18n.text("Aucun papier n’était ouvert : il n’y a rien à effacer ici.")
        return Page(_heading(), (Text(words), Status()), (nothing,), lead=(words,))
    words = i18n.text("Tout de suite, sans passer par la corbeille : {what}.")
    told = words.format(what=how_much)
    erase = Action(i18n.text("Effacer pour toujours"), EraseMatter())
    blocks: tuple[Block, ...] = (  # both gestures stand in view, whatever is to be read under them
        Text(told),
        Text(irreversible.words(Irreversible.ERASE_MATTER)),
        Ask(SURE, (_tick(),), at_once=True),
        Row((nothing, erase)),
        Status(),
        _cannot(copies, backups),
        *((Text(_stays(), "hint"),) if kept else ()),
    )
    return Page(_heading(), blocks, (), lead=(told,))


def erasing() -> Page:
    """Return what is shown meanwhile."""
    return Page(_heading(), (Status(i18n.text("On efface…")),), ())


def renewing(drafts: int, documents: int) -> Page:
    """Return what is shown once it is erased, while the safe's backups are made again."""
    told = i18n.text("Effacé pour toujours : {what}.").format(
        what=count(drafts, documents, dossier=True)
    )
    rest = i18n.text("Les sauvegardes de ce coffre sont refaites sans lui. Puis tout se ferme.")
    return Page(i18n.text("C’est effacé"), (Text(told), Text(rest)), (), lead=(told, rest))


def erased(done: Erased) -> Page:
    """Return what was erased, what still holds it, and what cannot be."""
    how_much = count(done.drafts, done.documents, dossier=True)
    told = i18n.text("Effacé pour toujours : {what}.").format(what=how_much)
    left = i18n.sentence("erased-in-backups")
    blocks: tuple[Block, ...] = (
        Text(told),
        *((Text(left, "error"),) if done.in_backups else ()),
        _cannot(done.copies, done.backups),
    )
    begin = Action(i18n.text("Continuer"), Begin(), "primary")
    return Page(i18n.text("C’est effacé"), blocks, (begin,), lead=(told,))


def too_fast() -> str:
    """Return what is said to a hand that strikes keys one after the other."""
    return i18n.text("Rien n’est effacé. Attendez une seconde, puis pressez Entrée sur le bouton.")


def not_ticked() -> str:
    """Return what is said when the box is not ticked."""
    return i18n.text("Rien n’est effacé : cochez d’abord la case.")


def other_key() -> str:
    """Return what is said when the key that ticks is struck on the button."""
    return i18n.text("Rien n’est effacé : ici, c’est Entrée qui efface.")


def count(drafts: int, documents: int, *, dossier: bool) -> str:
    """Return how much, without a name; "" for nothing. ``dossier``: even one that holds neither."""
    parts = [
        *([i18n.plural("{n} brouillon", "{n} brouillons", drafts)] if drafts else []),
        *([i18n.plural("{n} document", "{n} documents", documents)] if documents else []),
    ]
    return i18n.text(" et ").join(parts) or (i18n.text("ce qui était ouvert") if dossier else "")


def _heading() -> str:
    return i18n.text("Tout effacer ?")


def _tick() -> Asked:
    sure = Option(id=SURE, label=i18n.text("Oui, tout effacer"))
    label = i18n.text(
        "Cochez avec Espace, attendez une seconde, puis pressez le bouton avec Entrée."
    )
    return Asked(Question(id=SURE, kind="choices", label=label, choices=(sure,)))


def _stays() -> str:
    return i18n.text("Les autres dossiers restent, et les fiches des personnes aussi.")


def _cannot(copies: int, backups: int) -> Card:
    """Return what stays elsewhere, and how much of it is known."""
    papers = i18n.plural("{n} copie d’un papier", "{n} copies de papiers", copies)
    whole = i18n.plural("{n} sauvegarde", "{n} sauvegardes", backups)
    counted = [words for words, n in ((papers, copies), (whole, backups)) if n]
    known = i18n.text("Enregistrées ailleurs d’ici, au moins : {what}. Effacez-les vous-même.")
    told = [known.format(what=i18n.text(" et ").join(counted))] if counted else []
    listed = (
        *told,
        i18n.text("les pages imprimées, et ce que l’imprimante ou l’ordinateur en garde"),
        i18n.text("les PDF, les calendriers et les sauvegardes enregistrés ailleurs"),
        i18n.text("ce que vous avez copié dans un autre programme"),
    )
    return Card(i18n.text("Ce que le programme ne peut pas effacer"), (Listed(listed),))
