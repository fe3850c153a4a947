"""Questions in a few words, for who fills a form in at somebody's side.

A pack's own short words first. Else its question, without what it says to the person where that is
plain: "Quel est votre numéro fiscal ?" is "Numéro fiscal". Other questions stay whole: they are
what one asks aloud. In another language they are said as that language has them.
"""

import re

from desktop_app import i18n
from desktop_app.core.packs.model import Question

_ARTICLE = r"(?:votre|vos|le|la|les|l['’]|un|une)"
_WHICH = re.compile(rf"quel(?:le)?s? (?:est|sont) {_ARTICLE} ?(.+?)\s*\?", re.IGNORECASE)
_YOURS = re.compile(r"(?:votre|vos) (.+)", re.IGNORECASE)
_YOU = ("vous", "vous-même")


def short_label(question: Question) -> str:
    """Return what a question is called on a sheet."""
    if question.remember == "identite.civilite":
        return i18n.text("Madame ou Monsieur")
    words = i18n.pack_text(question.called)
    if i18n.current() != i18n.SOURCE_LANGUAGE:
        return words
    if question.brief:
        return _hers(words)
    found = _WHICH.fullmatch(words)
    return _begun(found[1]) if found and not _speaks(found[1]) else words


def part_label(title: str) -> str:
    """Return what a part is called there: "Vous" is the person, "Votre foyer" the household."""
    words = i18n.pack_text(title)
    if i18n.current() != i18n.SOURCE_LANGUAGE:
        return words
    return i18n.text("La personne") if words.casefold() in _YOU else _hers(words)


def _hers(words: str) -> str:
    found = _YOURS.fullmatch(words)
    return _begun(found[1]) if found else words


def _speaks(words: str) -> bool:
    """Whether it still speaks to the person: half changed, it would be about two people."""
    return re.search(r"\b(?:vous|votre|vos)\b", words, re.IGNORECASE) is not None


def _begun(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
