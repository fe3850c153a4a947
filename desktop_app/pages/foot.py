"""What stands at the foot of most pages."""

from desktop_app import i18n
from desktop_app.pages.destinations import Home
from desktop_app.pages.page import Action, Back


def back() -> Action:
    """Return to the page before."""
    return Action(i18n.text("Retour"), Back(), "plain")


def home() -> Action:
    """Go to the first page."""
    return Action(i18n.text("Revenir à l’accueil"), Home())
