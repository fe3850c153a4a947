"""Before a model is made or gone on with: it is read, and nothing in hand is lost by mistake."""

from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Gesture, Loss, Page, Status, Text


@dataclass(frozen=True, slots=True)
class GoOn(Gesture):
    """Go on with the model in hand."""


@dataclass(frozen=True, slots=True)
class GiveUp(Loss):
    """Give it up, and read the other."""


def reading(heading: str) -> Page:
    """Return the page of a model that is being read."""
    return Page(heading, (Status(lasting=True),), (back(),))


def ask_first(heading: str, title: str, give_up: str) -> Page:
    """Return what is asked while another model, of this title, is in hand and is kept nowhere.

    ``give_up`` says what giving it up leads to.
    """
    words = i18n.text("Le modèle « {title} » n’est pas enregistré. Le reprendre ?")
    actions = (
        Action(i18n.text("Reprendre ce modèle"), GoOn(), "primary"),
        Action(give_up, GiveUp()),
        back(),
    )
    return Page(heading, (Text(words.format(title=title)),), actions)
