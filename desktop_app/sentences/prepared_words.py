"""A form whose paper we have not got, in sentences: for the window, the command and the sheet.

What was not seen is said so: its number, its edition, the order of its boxes.
"""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.packs.listed import UNNUMBERED


def not_here() -> str:
    """Return what everybody must know first."""
    return i18n.text("Nous n’avons pas le papier lui-même ; voici tout ce qu’il faut y écrire.")


def how_to_copy() -> str:
    """Return how the sheet serves, since nobody saw the boxes."""
    return i18n.text(
        "Sur votre papier, l’ordre et les mots peuvent être autres. "
        "Cherchez la case qui demande la même chose, et laissez les autres vides."
    )


def number(given: str, named: str = "") -> str:
    """Return a form's number that we did not see, and the edition that others name."""
    if given == UNNUMBERED:
        return i18n.text("Papier sans numéro national : chaque bureau a le sien.")
    if named:
        words = i18n.text("Formulaire n° {number} (numéro à vérifier sur le papier).")
        return words.format(number=named)
    words = i18n.text("Formulaire n° {number} (numéro à vérifier sur le papier), édition non vue.")
    return words.format(number=given)


def kind(given: str) -> str:
    """Return which form it is, in a list."""
    if given == UNNUMBERED:
        return i18n.text("formulaire sans numéro, préparé sans avoir vu le papier")
    words = i18n.text("formulaire n° {number}, préparé sans avoir vu le papier")
    return words.format(number=given)


def read_number(given: str) -> str:
    """Return that the number printed on the paper is to be read."""
    if given == UNNUMBERED:
        return i18n.text("Lisez le titre de votre papier. Un doute ? Demandez au guichet.")
    words = i18n.text(
        "Lisez le numéro imprimé sur votre papier. "
        "S’il n’est pas {number}, demandez au guichet si c’est le bon formulaire."
    )
    return words.format(number=given)


def get(where: str) -> str:
    """Return where the paper is."""
    return i18n.labelled(i18n.text("Où trouver le papier"), i18n.pack_text(where))


def send(how: str) -> str:
    """Return how it is sent."""
    return i18n.labelled(i18n.text("Comment l’envoyer"), i18n.pack_text(how))


def why_letter() -> str:
    """Return what the letter is for, beside the form."""
    return i18n.text("Datée et postée aujourd’hui, cette lettre montre quand vous avez demandé.")


def alone(why: str) -> str:
    """Return why no letter holds the request."""
    return i18n.pack_text(why)


def prepared_on(day: dt.date) -> str:
    """Return since when it is prepared: no edition was seen on any day."""
    words = i18n.text("Préparé le {day}, sans avoir vu le papier : à vérifier.")
    return words.format(day=i18n.long_date(day))


def printed(given: str, found: str) -> str:
    """Return which number a PDF bears, beside the one that we know of.

    ``found`` is empty where none can be read.
    """
    if given == UNNUMBERED:
        return i18n.text("Ce papier n’a pas de numéro national : vérifiez que c’est le bon.")
    if not found:
        return i18n.text("Aucun numéro ne se lit sur ce PDF : vérifiez que c’est le bon papier.")
    if found.partition("*")[0] == given:
        return i18n.text("Ce PDF porte le n° {number}.").format(number=found)
    words = i18n.text(
        "Ce PDF porte le n° {found}, et non {given} : vérifiez que c’est le bon papier."
    )
    return words.format(found=found, given=given)
