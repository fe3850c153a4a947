"""Ouvrir un formulaire PDF: the file is asked for, and its password when it is locked."""

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Gesture,
    Live,
    Page,
    Problem,
    Secret,
    Status,
    Text,
)
from desktop_app.pages.wanted import form, may_drop
from desktop_app.workflow.irreversible import Irreversible

FOUND, LOCKED, PASSWORD, AGAIN = "found", "locked", "password", "again"
"""Places: of what was found, of the password to type; where it is typed; of forms kept empty."""


@record(frozen=True)
class Unlock(Gesture):
    """Open it with the password."""


@record(frozen=True)
class PrintEmpty(Gesture):
    """Print the paper as it is, to be filled by hand."""


@record(frozen=True)
class DrawBoxes(Gesture):
    """Place its boxes by oneself."""


def page() -> Page:
    """Return the page before a file is chosen."""
    told = i18n.text(
        "Choisissez le PDF du formulaire vide, ou sa photo bien à plat. "
        "Le programme y cherche les cases, puis vous pose les questions."
    )
    blocks: tuple[Block, ...] = (
        Text(told),
        Text(i18n.text("Votre fichier n’est pas changé."), "hint"),
        may_drop(),
        Status(lasting=True),
        Live(FOUND),
        Live(LOCKED),
        Live(AGAIN),
    )
    actions = (Action(i18n.text("Choisir le PDF ou la photo"), form(), "primary"), back())
    return Page(i18n.text("Ouvrir un formulaire PDF"), blocks, actions)


def locked() -> tuple[Block, ...]:
    """Return where the password is typed: it is kept with the draft, in the safe only."""
    return (
        Secret(PASSWORD, i18n.text("Mot de passe de ce PDF"), Unlock()),
        Action(i18n.text("Ouvrir avec ce mot de passe"), Unlock()),
    )


def without_boxes(why: str, *, public: bool) -> Problem:
    """Return what can be done with a PDF on which no box was found, the easiest first."""
    ways: tuple[Block, ...] = (
        Text(irreversible.words(Irreversible.PRINT), "hint"),
        Action(i18n.text("Imprimer ce papier vide"), PrintEmpty()),
    )
    if not public:
        told = i18n.text("C’est plus long : vous placez chaque case sur la page, à l’écran.")
        draw = Action(i18n.text("Placer moi-même ses cases"), DrawBoxes())
        ways += (draw, Text(told, "hint"))
    return Problem(why, ways)
