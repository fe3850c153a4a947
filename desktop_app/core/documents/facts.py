"""The facts that a text states: days, delays, sums, numbers, articles."""

import re

from desktop_app.core.months import MONTHS
from desktop_app.core.spaces import plain

_MONTHS = "|".join(MONTHS)
_COUNTS = (
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante-cinq|soixante"
)
_UNITS = "jours?|mois|ans?|années?|semaines?|heures?"
_FACT = re.compile(
    rf"\d{{1,2}}(?:er)? (?:{_MONTHS}) \d{{4}}"
    rf"|(?<![\w-])(?:(?:\d{{1,3}}|{_COUNTS}) (?:{_UNITS})|une? (?:mois|an|semaine))\b"
    r"|\d[\d ]*(?:,\d+)? €"
    r"|\b[LRDA]\.\d[\d-]*\d"
    r"|\d[\d -]*\d{2}",
    re.IGNORECASE,
)


def facts_of(text: str) -> tuple[str, ...]:
    """Return the facts of a text, each once, in order, their spaces made plain."""
    return tuple(dict.fromkeys(_FACT.findall(plain(text))))


def lost_facts(ours: str, theirs: str) -> tuple[str, ...]:
    """Return the facts of our words that a person's own words no longer state.

    A fact written otherwise counts as lost: the person is told and looks again, nothing more. A day
    or a sum that is only a part of another ("3" of "13", "842" of "1 842") is not stated.
    """
    said = plain(theirs).casefold()
    stated = {fact.casefold() for fact in facts_of(theirs)}
    return tuple(
        fact
        for fact in facts_of(ours)
        if fact.casefold() not in stated and not _stands_in(fact.casefold(), said)
    )


def _stands_in(fact: str, text: str) -> bool:
    """Tell whether a text states a fact by itself, not as a part of a longer number or word."""
    alone = rf"(?<![\w,.-])(?<!\d ){re.escape(fact)}(?![\w-])(?!,\d)(?! \d)"
    return re.search(alone, text) is not None
