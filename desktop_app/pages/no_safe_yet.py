"""The safe, before there is one: what it is, or why there is none here."""

from desktop_app import i18n
from desktop_app.pages.destinations import Destination, Home, NewPhrase, Restore, SafeHome
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Page, Text
from desktop_app.pages.wanted import which_safe


def on_a_public_computer() -> Page:
    """Say why nothing is kept, and what to do before leaving."""
    heading = i18n.text("Ici, rien n’est gardé")
    return Page(heading, (Text(i18n.sentence("no-safe-here")),), (back("primary"),))


def nothing_kept(heading: str, *told: str) -> Page:
    """Return an empty page of what a safe keeps: what will be there, and how to begin."""
    words = i18n.text("Mon coffre : garder mes papiers")
    first, *others = told
    blocks = (Text(first), *(Text(one, "hint") for one in others))
    return Page(heading, blocks, (Action(words, SafeHome(), "primary"), back()))


def welcome(then: Destination) -> Page:
    """Return three sentences, and nothing that frightens: a safe of one's own, another, or none."""
    told = (
        i18n.text("Vos lettres et vos réponses se rangent dans un coffre, sur cet ordinateur."),
        i18n.text("Une phrase secrète l’ouvre ; personne d’autre ne peut le lire."),
        i18n.text("Vous pouvez aussi essayer d’abord, sans coffre : rien n’est gardé."),
    )
    actions = (
        Action(i18n.text("Créer mon coffre"), NewPhrase(then=then), "primary"),
        Action(i18n.text("Essayer d’abord"), Home()),
        Action(i18n.text("Ouvrir un coffre d’une clé USB"), which_safe()),
        Action(i18n.text("Restaurer une sauvegarde"), Restore(then=then)),
        back(),
    )
    return Page(i18n.text("Un coffre pour vos papiers"), tuple(map(Text, told)), actions)
