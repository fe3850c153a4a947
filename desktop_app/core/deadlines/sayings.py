"""What a person's words say of time: that it presses, or that it is over.

A saying is words that must all be there, in any order. After ``=`` they follow one another; after
``^`` they also begin what is said; after ``==`` nothing else is said. ``a|b`` is either word,
``a+b`` both, one after the other; ``a!`` the word itself, for others look like it. "plus d'argent"
is said of a debt too, "ai plus d'argent" is not.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from desktop_app.core.deadlines.cases import Emergency
from desktop_app.core.deadlines.near import slug

ALIKE = 0.8
"""Least resemblance, of 1, of a word in another form ("expulsé", "expulser"), or misspelt."""
PRESSES = (
    "urgent",
    "urgence",
    "que faire aujourd'hui",
    "pas attendre demain",
    "assignation",
    "assigné",
    "délai|délais|limite|jour|audience|tribunal|juge|convocation|convoqué|convoquée demain",
    "répondre|réponse|recours|contester|commission demain",
    "=reste|plus un|1|qu|que jour|heures|un",
    "huissier|huissiers|commissaire meubles|salaire",
    # no page tells yet what to do when children are taken away
    "enlevé+mes|enlevé+mon|enlevé+ma|pris+mes|prendre+mes enfants|enfant|bébé|fille|fils",
    "placer+mes|placer+mon|placer+ma|placement+de+mes enfants|enfant|bébé|fille|fils",
    "retirer+mes|retiré+mes|rendre+les|rendre+mes enfants|petits",
    "sociaux|sociale|juge|ase pris+mon|pris+ma|prendre+mon|prendre+ma|retirer+mon|retirer+ma",
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

BETRAYS = (
    "divorce|divorcer|divorcée|divorcé",
    "=me|nous séparer|séparée|sépare|séparons",
    "=séparation de+corps|avec|d",
    "=quitter mon|ma mari|femme|conjoint|conjointe|compagnon|compagne|copain|famille",
    "=porter|porté|porte|déposer|déposé|dépose|dépôt|retirer plainte|de+plainte",
    "=plainte contre mon|ma|mes|un|une|lui|elle",
    "garde+de+mes enfants|enfant|fils|fille",
    "garde+des enfants",
    "autorité parentale",
    "violences!|violence!|violent!|violente!",
    "ordonnance+de protection",
)
"""Separation, complaint, violence: in somebody's hands at home these words may be a danger."""


def pressing(emergencies: Iterable[Emergency], words: str) -> tuple[Emergency, ...]:
    """Return the emergencies that these words speak of, or name."""
    named = slug(words)
    return tuple(one for one in emergencies if one.id == named or _say(words, one.keywords))


def presses(words: str) -> bool:
    """Tell whether these words say that something presses, whatever it is."""
    return _say(words, PRESSES)


def betrays(words: str) -> bool:
    """Tell whether it may be a danger to who wrote these words that others at home read them."""
    return _say(words, BETRAYS)


def is_over(words: str) -> bool:
    """Tell whether these words say that a delay has passed."""
    return _say(words, IS_OVER)


def _say(words: str, sayings: Sequence[str]) -> bool:
    """Tell whether one of the sayings is there, or nearly."""
    said = re.findall(r"\w+", slug(words))
    return any(_is_there(one, said) for one in sayings)


def _is_there(saying: str, said: Sequence[str]) -> bool:
    how, slots = _slots(saying)
    if not how:
        return all(any(_one_after_another(one, said) for one in slot) for slot in slots)
    if how == "==" and len(said) != len(slots):
        return False
    starts = range(1 if how == "^" else len(said) - len(slots) + 1)
    return any(
        all(
            any(_is_said(word, said[at : at + 1]) for word in slot)
            for at, slot in enumerate(slots, start)
        )
        for start in starts
    )


@cache
def _slots(saying: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return the signs that a saying of ours begins with, and what words may be at each place."""
    kept = saying.lstrip("=^")
    slots = tuple(tuple(one.split("|")) for one in slug(kept).split("-"))
    return saying.removesuffix(kept), slots


def _one_after_another(words: str, said: Sequence[str]) -> bool:
    parts = words.split("+")
    return any(
        all(_is_said(part, said[at : at + 1]) for at, part in enumerate(parts, start))
        for start in range(len(said) - len(parts) + 1)
    )


def _is_said(word: str, said: Sequence[str]) -> bool:
    if word.endswith("!"):
        return word[:-1] in said
    return any(_is_alike(word, one) for one in said)


def _is_alike(word: str, one: str) -> bool:
    # The first letter is seldom wrong: "argent" is not "urgent". Most words are told apart by it,
    # or by their lengths: to compare letters takes a hundred times as long.
    if word[:1] != one[:1] or 2 * min(len(word), len(one)) < ALIKE * (len(word) + len(one)):
        return False
    return word == one or bool(get_close_matches(word, [one], 1, ALIKE))
