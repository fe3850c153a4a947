"""Several photos or files into a dossier, in one gesture: one document of pages, or each apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Gesture,
    Listed,
    Live,
    Page,
    Row,
    Status,
    Take,
    Text,
)
from desktop_app.pages.wanted import may_drop

PAPERS, ONE, TITLE = "papers", "one", "title"
"""The place of the files chosen; where one document is asked; what it is called."""


@dataclass(frozen=True, slots=True)
class FileEach(Gesture):
    """File each by itself, as it is."""


@dataclass(frozen=True, slots=True)
class TakeOffLast(Gesture):
    """Take off the one that was chosen last."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Ajouter plusieurs papiers")


def page() -> Page:
    """Return the page before anything is chosen."""
    told = i18n.text(
        "Choisissez vos photos ou vos fichiers, l’un après l’autre, ou déposez-les ensemble sur "
        "cette page. Puis dites s’ils font un seul document."
    )
    wanted = to.OpenFile("paper", i18n.text("Quel papier ?"), "paper", several=True)
    choose = Action(i18n.text("Choisir une photo ou un fichier"), wanted, "primary")
    blocks: tuple[Block, ...] = (Text(told), Status(lasting=True), Live(PAPERS), choose, may_drop())
    return Page(heading(), blocks, (back(),), lead=(told,))


def chosen(names: Sequence[str]) -> Iterator[Block]:
    """Yield the files that were chosen, and what may be done of them."""
    if not names:
        return
    yield Text(count(names), "label")
    yield Listed(tuple(names))
    yield Action(i18n.text("Retirer le dernier"), TakeOffLast(), "plain")
    title = Question(id=TITLE, kind="text", label=i18n.text("Titre du document"))
    yield Ask(ONE, (Asked(title, empty="answer-required"),))
    yield Text(
        i18n.text(
            "En un seul document, chaque photo est une page, redressée, sans le lieu ni la date "
            "qu’elle contient. Vos photos restent où elles sont."
        ),
        "hint",
    )
    yield Row(
        (
            Action(i18n.text("Ranger en un seul document"), Take(ONE)),
            Action(i18n.text("Ranger chaque fichier à part"), FileEach()),
        )
    )


def count(names: Sequence[str]) -> str:
    """Return how many were chosen."""
    return i18n.plural("{n} fichier choisi", "{n} fichiers choisis", len(names))


def filing() -> str:
    """Return what is said meanwhile."""
    return i18n.text("Les papiers sont lus, puis rangés…")


def stopped() -> str:
    """Return what is said once one stopped it."""
    return i18n.text("Arrêté. Rien n’est rangé.")


def filed() -> str:
    """Return what is said once they are filed."""
    return i18n.text("Les papiers sont rangés dans le dossier.")


def refused(name: str, why: str) -> str:
    """Return why one of them was not taken."""
    return i18n.labelled(name, why)
