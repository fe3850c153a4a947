"""The facts that a text states in figures: days, sums, numbers, articles."""

import re

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"  # dates
)
_FACT = re.compile(
    rf"\d{{1,2}}(?:er)? (?:{_MONTHS}) \d{{4}}"
    r"|\d[\d ]*(?:,\d+)? €"
    r"|\b[LRDA]\.\d[\d-]*\d"
    r"|\d[\d -]*\d{2}"
)
_SPACES = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"), " ")


def facts_of(text: str) -> tuple[str, ...]:
    """Return the facts of a text, each once, in order, their spaces made plain."""
    return tuple(dict.fromkeys(_FACT.findall(text.translate(_SPACES))))


def lost_facts(ours: str, theirs: str) -> tuple[str, ...]:
    """Return the facts of our words that a person's own words no longer state.

    A fact written otherwise counts as lost: the person is told and looks again, nothing more.
    """
    said = theirs.translate(_SPACES)
    return tuple(fact for fact in facts_of(ours) if fact not in said)
