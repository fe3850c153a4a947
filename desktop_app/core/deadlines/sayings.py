"""What a person's words say of time: that it presses, or that it is over."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from desktop_app.core.deadlines.cases import Emergency
from desktop_app.core.deadlines.near import fold

ALIKE = 0.8
"""Least resemblance, of 1, of a word in another form ("expulsé", "expulser"), or misspelt."""
PRESSES = (
    "urgent",
    "urgence",
    "que faire aujourd'hui",
    "pas attendre demain",
    "assignation",
    "assigné",
)
IS_OVER = (
    "trop tard",
    "délai dépassé",
    "délai passé",
    "délai expiré",
    "date dépassée",
    "date limite passée",
    "deux mois passés",
    "hors délai",
    "forclos",
    "forclusion",
    "laissé passer le délai",
)


def pressing(emergencies: Iterable[Emergency], words: str) -> tuple[Emergency, ...]:
    """Return the emergencies that these words speak of."""
    return tuple(one for one in emergencies if _say(words, one.keywords))


def presses(words: str) -> bool:
    """Tell whether these words say that something presses, whatever it is."""
    return _say(words, PRESSES)


def is_over(words: str) -> bool:
    """Tell whether these words say that a delay has passed."""
    return _say(words, IS_OVER)


def _say(words: str, sayings: Sequence[str]) -> bool:
    """Tell whether all the words of one of the sayings are there, or nearly."""
    said = fold(words).split("-")
    return any(all(_is_said(word, said) for word in fold(one).split("-")) for one in sayings)


def _is_said(word: str, said: Sequence[str]) -> bool:
    # The first letter is seldom wrong: "argent" is not "urgent".
    return bool(get_close_matches(word, [one for one in said if one[:1] == word[:1]], 1, ALIKE))
