"""The pages of the program itself: its languages, what the bar holds, the help."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.pages.destinations import About, Help, Models, Settings
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PressBar, Speak
from desktop_app.pages.page import Action, Block, Choice, Page, Text
from desktop_app.sentences import help_pages
from desktop_app.sentences.help_pages import told


def languages() -> Page:
    """Return each language by its own name; one press and one is back."""
    choices = (Choice(_named(code), Speak(code)) for code in i18n.languages())
    hint = i18n.text("Les lettres restent en français : c’est la langue des administrations.")
    return Page(i18n.text("Langue – Language"), (*choices, Text(hint, "hint")), (back(),))


def _named(code: str) -> str:
    name = i18n.own_name(code)
    if code == i18n.current():
        return i18n.text("{language} (choisie)").format(language=name)
    return name


def bar(said: Sequence[str], gestures: Sequence[str]) -> Page:
    """Return the bar as a page, for letters so large that it has room for one button.

    ``said``: for whom one writes, what is saved; ``gestures``: what it does, in its order.
    """
    lines = (Text(words, "hint") for words in said)
    choices = (Choice(words, PressBar(place)) for place, words in enumerate(gestures))
    return Page(i18n.text("Affichage et aide"), (*lines, *choices), (back(),))


def guide(wanted: int) -> Page:
    """Return a page of the help, counted from 0; the list of them when there is no such page."""
    found = help_pages.pages()
    if not 0 <= wanted < len(found):
        return _help_list(found)
    title, *blocks = found[wanted]
    # Each part can be reached again by Tab: a screen reader reads it at leisure.
    lines = (
        Text(told(one), "subheading" if one.kind == "heading" else "body", stop=True)
        for one in blocks
    )
    return Page(told(title), tuple(lines), (back(),))


def _help_list(found: Sequence[Sequence[help_pages.Block]]) -> Page:
    titles = (Choice(told(page[0]), Help(number)) for number, page in enumerate(found))
    blocks: tuple[Block, ...] = (
        Text(i18n.text("Que voulez-vous savoir ?")),
        *titles,
        Text(i18n.text("Changer les couleurs, la taille, la langue :")),
        Action(i18n.text("Réglages"), Settings()),
        Text(i18n.text("Voir d’où viennent les lettres et formulaires :")),
        Action(i18n.text("Modèles"), Models()),
        Text(i18n.text("Savoir de quand date ce programme, ou le mettre à jour :")),
        Action(i18n.text("À propos"), About()),
    )
    return Page(i18n.text("Aide"), blocks, (back(),))
