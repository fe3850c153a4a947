"""Answers of which one only can be true, by their first words: oui and non, Madame and Monsieur."""

import re
from collections.abc import Sequence

from desktop_app.core.folding import folded

UNKNOWN = ("je ne sais", "ne sais", "sans objet")
"""All that says that one does not know is one answer, ``nsp``."""
ANSWERS = (
    {"oui", "non"},
    {"oui", "non", "nsp"},
    {"oui", "non", "ne"},
    {"m", "f"},
    {"h", "f"},
    {"m", "mme"},
    {"m", "mme", "mlle"},
    {"mr", "mme"},
    {"monsieur", "madame"},
    {"masculin", "feminin"},
    {"homme", "femme"},
    {"vrai", "faux"},
)


def answer(label: str) -> str:
    """Return the first word of an answer, without accents and capitals."""
    words = re.findall(r"[a-z0-9]+", folded(label))
    return "nsp" if " ".join(words).startswith(UNKNOWN) else (words or [""])[0]


def is_answer(label: str) -> bool:
    """Whether words are one of such answers."""
    word = answer(label)
    return any(word in answers for answers in ANSWERS)


def exclusive(labels: Sequence[str]) -> bool:
    """Whether one only of these answers can be true."""
    words = [answer(label) for label in labels]
    return len(set(words)) == len(words) and set(words) in ANSWERS
