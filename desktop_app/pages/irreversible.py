"""What cannot be undone says so before it is done: one sentence for each, where it is offered."""

from desktop_app import i18n
from desktop_app.pages.page import Text
from desktop_app.workflow.irreversible import Irreversible


def words(what: Irreversible) -> str:
    """Return what is said before it is done."""
    return {
        Irreversible.PRINT: i18n.text("Imprimer ne s’annule pas."),
        Irreversible.COPY_OUT: i18n.text("Une copie enregistrée ailleurs ne s’annule pas."),
        Irreversible.KEYS: i18n.text("Changer ce qui ouvre le coffre ne s’annule pas."),
        Irreversible.ROTATE: i18n.text(
            "Chiffrer de nouveau ne s’annule pas : les clés d’avant n’ouvriront plus ce coffre."
        ),
        Irreversible.REVEAL: i18n.text(
            "Montrer la clé ne s’annule pas : qui l’a lue ouvre ce coffre et ses sauvegardes sans "
            "phrase, jusqu’à « keys rotate ». Ne l’écrivez nulle part."
        ),
        Irreversible.RESTORE: i18n.text(
            "Restaurer ne s’annule pas : cela fait un coffre de plus, à côté."
        ),
        Irreversible.ERASE: i18n.text(
            "Rien ne pourra le faire revenir, sauf une sauvegarde ou une copie faite ailleurs."
        ),
        Irreversible.ERASE_MATTER: i18n.text(
            "Rien ne pourra le faire revenir, sauf une copie faite ailleurs."
        ),
        Irreversible.END_SESSION: i18n.text(
            "Tout ce que vous avez écrit ici sera effacé. Rien ne pourra être retrouvé."
        ),
    }[what]


def before(*what: Irreversible) -> Text:
    """Return it as a block of the page where it is offered."""
    return Text(" ".join(map(words, what)), "hint")
