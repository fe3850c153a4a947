"""What stands at the foot of most pages."""

from desktop_app import i18n
from desktop_app.pages.destinations import Home
from desktop_app.pages.page import Action, Back, Weight


def back(weight: Weight = "plain") -> Action:
    """Return to the page before."""
    return Action(i18n.text("Retour"), Back(), weight)


def home() -> Action:
    """Go to the first page."""
    return Action(i18n.text("Revenir à l’accueil"), Home())


def see_others(count: int) -> str:
    """Return what shows the things of a list that are not shown yet."""
    return i18n.plural("Voir {n} autre", "Voir les {n} autres", count)
