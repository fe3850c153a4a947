"""What is said of papers: those that go with a letter, and those printed for oneself."""

from typing import TypedDict

from desktop_app import i18n
from desktop_app.core.documents.model import EnclosedPaper


def enclosed(paper: EnclosedPaper) -> str:
    """Return what a paper is, then what the letter calls it, which is French."""
    meaning = i18n.pack_text(paper.label)
    if meaning == paper.label:
        return paper.text
    return i18n.text("{meaning} ({words})").format(meaning=meaning, words=i18n.cited(paper.text))


def language_of_letters() -> str:
    """Return, to whoever reads another language, that a letter is French; "" in French."""
    if i18n.current() == i18n.SOURCE_LANGUAGE:
        return ""
    return i18n.text("Les lettres restent en français : c’est la langue des administrations.")


class SheetWords(TypedDict):
    """The language of a printed sheet, and the words of its pages."""

    language: str
    next: str
    page: str


def sheet_words() -> SheetWords:
    """Return what a sheet printed for oneself says at the head and the foot of its pages."""
    return {
        "language": i18n.current(),
        "next": i18n.text("{title}, suite"),
        "page": i18n.text("Page {n} sur {total}"),
    }
