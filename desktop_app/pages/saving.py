"""What takes a paper that was made away: saved at home, carried on a stick from a terminal."""

from desktop_app import i18n
from desktop_app.pages.gestures import SavePdf
from desktop_app.pages.page import Action


def save_pdf(*, public: bool, ready: bool = True) -> Action:
    """Return what takes the paper away; ``public``: nothing stays on this computer."""
    words = i18n.text("Emporter sur une clé USB") if public else i18n.text("Enregistrer en PDF")
    return Action(words, SavePdf(), ready=ready)
