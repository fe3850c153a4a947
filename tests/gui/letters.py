"""A letter that is read again in the window: its paragraphs, how it stands, whether it may be
printed.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from desktop_app import i18n
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.gestures import GoPrint
from desktop_app.pages.standing import STANDING
from desktop_app.workflow.documents.paragraphs import ReadParagraph
from tests.gui.keyboard import choose


def read_sentences() -> None:
    """Open what the letter says, paragraph by paragraph, once it is there."""
    choose("Lire et changer les phrases")


def printable(page: DocumentScreen) -> bool:
    """Tell whether the letter of now is proved, and may be printed."""
    button = page.button_of(GoPrint())
    return button is not None and button.isEnabled()


def told(page: PaperPage) -> str:
    """Return what the page of a letter or a form says of it: in short, then all that is known."""
    lines = page.live[STANDING].findChildren(Words)
    return "\n".join([page.state.text(), *(one.text() for one in lines if not one.isHidden())])


def the_optional(page: DocumentScreen) -> ReadParagraph:
    """Return the first paragraph that may be taken out."""
    return next(one for one in page.paragraphs if one.optional)


def card_of(page: DocumentScreen, paragraph: ReadParagraph) -> QFrame:
    """Return the card that shows a paragraph now."""
    QCoreApplication.processEvents()
    number = i18n.text("Paragraphe {n}").format(n=paragraph.number)
    found = (one for one in page.findChildren(Words) if one.text() == number)
    (card,) = (one.parentWidget() for one in found if not one.parentWidget().isHidden())
    assert isinstance(card, QFrame)
    return card


def said(card: QFrame) -> str:
    """Return what a card says."""
    QCoreApplication.processEvents()
    return "\n".join(words.text() for words in card.findChildren(Words) if not words.isHidden())
