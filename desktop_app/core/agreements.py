"""What a person and an office agreed upon, and the office's register: as a safe gives them back."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

THEMES = (
    "caf", "maladie", "retraite", "handicap", "autonomie", "emploi", "logement", "etrangers",
    "impots", "amendes", "education", "dettes", "banque", "energie", "social", "etat-civil",
    "travail", "famille", "consommation", "deces", "sante", "cotisations",
)  # fmt: skip
"""What a mandate may be about: families of packs (``core/packs/families.py``), in a closed list."""

REFUSED = "refus"
"""In place of the words of a consent: she never agreed, and said so on the day it ended."""

Standing = Literal["to-sign", "to-come", "running", "over", "ended"]


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agreed that something is kept of her.

    ``words``: which words she was told; ``language``: in which one; ``ended_on``: since when she no
    longer agrees.
    """

    id: str
    person_id: str
    words: str
    language: str
    given_on: dt.date
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """A person lets the office act in her place, for some ``themes``, both days included.

    ``helper``: who prepared it, by name; ``document_id``: its signed copy, where one was filed.
    """

    id: str
    person_id: str
    themes: tuple[str, ...]
    from_day: dt.date
    until_day: dt.date
    signed_on: dt.date | None = None
    ended_on: dt.date | None = None
    document_id: str = ""
    helper: str = ""

    def standing(self, today: dt.date) -> Standing:
        """Tell whether one may act by it today: "running" alone says so."""
        if self.ended_on is not None and self.ended_on <= today:
            return "ended"
        if today > self.until_day:
            return "over"
        if self.signed_on is None or self.signed_on > today:
            return "to-sign"
        return "running" if self.from_day <= today else "to-come"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the office's register: on which day, what, about which number; no name.

    ``author``: the name of the helper, "" where nobody is known; ``n``: how many it is about.
    """

    id: str
    day: dt.date
    kind: str
    author: str
    number: int | None
    n: int
    reason: str


@dataclass(frozen=True, slots=True)
class Tallied:
    """How many (``n``) were counted in a ``month`` ("2026-11") of those who were erased since."""

    month: str
    what: str
    theme: str
    language: str
    outcome: str
    body: str
    n: int


@dataclass(frozen=True, slots=True)
class Due:
    """Whose papers are kept for longer than the office said, or against her will now.

    Attributes:
        kind: "person", with all that is hers, or "dossier", of nobody.
        name: hers, or the dossier's title.
        number: hers, if she has one.
        last: the last day on which something happened with her; None since she was written down.
        since: the day that is counted from: ``last``, or that on which she was written down.
        withdrawn: since when she no longer agrees; None where that is not why.
        awaited: a day that is still awaited in what is hers: it is erased with the rest.
        dossiers, documents: how many are hers.
    """

    kind: Literal["person", "dossier"]
    id: str
    name: str
    number: int | None
    last: dt.date | None
    since: dt.date
    withdrawn: dt.date | None
    awaited: dt.date | None
    dossiers: int
    documents: int


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased for good of a person or of a dossier, in numbers; ``copies``: of its papers
    that were saved elsewhere, as far as the safe was told."""

    dossiers: int
    documents: int
    drafts: int
    events: int
    values: int
    copies: int = 0


def last_day(first: dt.date) -> dt.date:
    """Return the last day that a mandate may have: a year after its first day, the eve included.

    From 1 March 2027 it is 29 February 2028: a year, never a day more.
    """
    try:
        anniversary = first.replace(year=first.year + 1)
    except ValueError:  # 29 February: the year after ends with the 28th
        anniversary = dt.date(first.year + 1, 3, 1)
    return anniversary - dt.timedelta(days=1)
