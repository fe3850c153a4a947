"""Dossiers réservés: the circles that a helper's phrase opens, who reads each, what one may do.

Of a circle that is not hers a helper is told nothing: neither its title nor that it is there.
"""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.circles import Moved, Reader
from desktop_app.pages.foot import back
from desktop_app.pages.page import Listed, Page, Text


def encrypted() -> str:
    """Return what a circle is: what is held by encryption, and is not in the safe of all."""
    return i18n.text(
        "Un cercle est un coffre à part, chiffré pour ses lecteurs. Les autres personnes du bureau "
        "n’en lisent rien, pas même le titre."
    )


def shown_on_disk() -> str:
    """Return what it does not hide."""
    return i18n.text(
        "Qui regarde les fichiers de l’ordinateur voit combien il y a de cercles, et leur taille."
    )


def mine(titles: Sequence[str]) -> Page:
    """Return the circles that a phrase opens."""
    none = Text(i18n.text("Votre phrase n’ouvre aucun cercle."))
    blocks = (Text(encrypted()), Listed(tuple(titles)) if titles else none)
    return Page(i18n.text("Dossiers réservés"), blocks, (back(),))


def made(title: str, words: Sequence[str]) -> Page:
    """Return the page that shows, this once, the recovery words of a circle just made."""
    numbered = tuple(f"{number}. {word}" for number, word in enumerate(words, 1))
    blocks = (
        Text(i18n.text("Vous seul le lisez, jusqu’à ce que vous l’ouvriez à quelqu’un.")),
        Text(
            i18n.text(
                "Recopiez ces douze mots sur papier. Si tous ses lecteurs oublient leur phrase, "
                "eux seuls l’ouvrent encore. Ils ne seront plus montrés."
            )
        ),
        Listed(numbered),
        Text(shown_on_disk()),
    )
    return Page(i18n.text("Cercle fait : {title}").format(title=title), blocks, (back(),))


def readers(title: str, there: Sequence[Reader]) -> Page:
    """Return who reads a circle."""
    told = tuple(reader_words(one) for one in there)
    heading = i18n.text("Qui lit : {title}").format(title=title)
    return Page(heading, (Listed(told),), (back(),))


def reader_words(reader: Reader) -> str:
    """Return who somebody is who reads a circle."""
    name = reader.name or i18n.text("sans nom")
    return i18n.text("{name} (vous)").format(name=name) if reader.me else name


def reader_added() -> str:
    """Return that somebody reads it from now on."""
    return i18n.text("Sa phrase ouvre maintenant ce cercle aussi.")


def reader_removed() -> str:
    """Return what a reader who was removed can no longer do, and what she keeps."""
    return i18n.text(
        "Sa phrase n’ouvre plus ce cercle. Ce que cette personne a déjà lu ou copié lui reste : "
        "si c’est à craindre, faites un autre cercle et déplacez-y les dossiers."
    )


def moved(found: Moved) -> str:
    """Return that a dossier was moved: proved there, then erased where it was."""
    told = i18n.text("Dossier déplacé et relu : {count}. Il n’est plus là où il était.")
    return told.format(count=i18n.plural("{n} document", "{n} documents", found.documents))
