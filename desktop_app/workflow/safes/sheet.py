"""The words of the recovery sheet that are asked back: what was copied can be read again."""

from desktop_app.core.errors import AppError
from desktop_app.core.folding import folded


class WrongWord(AppError, code="sheet-word-wrong"):
    """What was typed is not the word of the sheet; ``n`` is its number."""


def expect_word(typed: str, word: str, number: int) -> bool:
    """Refuse what is not the word of this number; the word itself goes no further.

    Raises:
        WrongWord: it is another one.
    """
    if not is_word(typed, word):
        raise WrongWord(n=number)
    return True


def is_word(typed: str, word: str) -> bool:
    """Tell whether a recovery word was typed, its first four letters at least, accents ignored."""
    said, right = folded(typed.strip()), folded(word)
    return len(said) >= 4 and right.startswith(said)
