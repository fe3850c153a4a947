"""What is said of papers: those that go with a letter, and those printed for oneself."""

from desktop_app import i18n
from desktop_app.core.documents.model import EnclosedPaper


def enclosed(paper: EnclosedPaper) -> str:
    """Return what a paper is, then what the letter calls it, which is French."""
    if not paper.label or i18n.current() == i18n.SOURCE_LANGUAGE:
        return paper.text
    meaning = i18n.pack_text(paper.label)
    return i18n.text("{meaning} ({words})").format(meaning=meaning, words=i18n.cited(paper.text))


def language_of_letters() -> str:
    """Return, to whoever reads another language, that a letter is French; "" in French."""
    if i18n.current() == i18n.SOURCE_LANGUAGE:
        return ""
    return i18n.text("Les lettres restent en français : c’est la langue des administrations.")
