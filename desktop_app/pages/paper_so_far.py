"""The paper as it stands, on a page of its own; what a letter says, in words."""

from collections.abc import Iterable, Iterator

from desktop_app import i18n
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.pages.page import Action, Back, Block, Live, Own, Page, Text
from desktop_app.sentences import paper_words

PAPER, SAID = "paper", "said"
"""The places of the pages, and of the words of a letter."""


def page(definition: object) -> Page:
    """Return the page of this letter or form."""
    actions = (Action(i18n.text("Revenir à la question"), Back(), "primary"),)
    return Page(heading(definition), (Own(PAPER), Live(SAID)), actions)


def said(paragraphs: Iterable[str]) -> Iterator[Block]:
    """Yield the letter in words, at the size of the text: its picture may be too small to read."""
    yield Text(i18n.text("Ce que dit votre lettre"), "subheading")
    if told := paper_words.language_of_letters():
        yield Text(told, "hint")
    yield from (Text(i18n.cited(one)) for one in paragraphs)


def heading(definition: object) -> str:
    """Return what the paper is called while it is not finished."""
    if isinstance(definition, LetterDefinition):
        return i18n.text("Votre lettre, pour l’instant")
    return i18n.text("Votre formulaire, pour l’instant")


def explained(definition: object, *, own: bool = False) -> str:
    """Return what stands on this page, and what does not; ``own``: it is that of a PDF at hand."""
    if own:
        return i18n.text(
            "Vos réponses à leur place, sur votre PDF. La case de la question est entourée."
        )
    if isinstance(definition, LetterDefinition):
        return i18n.text("Ce que vous n’avez pas encore dit est en pointillé.")
    return i18n.text(
        "Vos réponses à leur place. Le dessin du formulaire officiel n’est pas montré ici."
    )
