"""The answer to "until when?", with the reasons that explain it.

Everything here is facts: codes and values. The French words of a code are in
``messages/deadlines.py``; ``deadline_words.py`` puts the two together for the screen and the
command line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.legal_time import PARIS

if TYPE_CHECKING:
    from desktop_app.core.deadlines.legal_time import LegalTime
    from desktop_app.core.moment import Moment
    from desktop_app.core.sourced import Source

Value = str | int | dt.date
NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the computation.

    Attributes:
        code: key of the words.
        moment: the day (or hour) reached after this step.
        article: what the step rests on ("CPC art. 641 al. 2"); empty for plain arithmetic.
        number, unit: the length added or moved, when there is one.
        name: a name the words need (a holiday, a procedure's title).
        on: another day the words need (the day the request was received).
    """

    code: str
    moment: Moment
    article: str = ""
    number: int = 0
    unit: str = ""
    name: str = ""
    on: Moment | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to be told beside the date: a code with words, and the values they need."""

    code: str
    values: Mapping[str, Value] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Notice:
    """The two dates that the notice received gives by itself."""

    last_day: Moment
    prudent_day: Moment


@dataclass(frozen=True, slots=True)
class Deadline:
    """The two dates (``forms/law/README.md``, how a delay is counted).

    Attributes:
        procedure: id of the procedure whose delay is counted (the next one, after a silence).
        title: its legal name. ``plain_title``: what one does by it.
        count_from: the moment from which the last day is counted, else the prudent one.
        start_prudent: the earliest day that a body could plead: ``prudent_day`` is counted from it.
        start_legal: the day of the text if what was told is true: ``last_day`` is counted from it;
            None when no delay can be opposed, or when that day is not known.
        last_day: last legal day; None when no date may be given.
        prudent_day: the day to aim at, shown first; None when no date may be given.
        rule: mode of counting: mf, m, mb, j, j0, h, an, a31, fenetre; empty without a date.
        date_type: which date must be inside: envoi, reception, enregistrement, sans_objet.
        steps: the computation, in order.
        sources: articles of the procedure and where they were read.
        warnings: what the person must be told beside the date, the gravest first.
        confidence: haute, moyenne, basse.
        seen_on: day the rule was last read against its sources.
        event: id of what happened, in the law's files.
        notice: what the notice received says, when it was asked; ``last_day`` then is the later
            day that protects, and ``prudent_day`` the earlier.
        clocks: those of the court's place, by which a delay in hours ends.
    """

    procedure: str
    count_from: Moment
    last_day: Moment | None
    prudent_day: Moment | None
    rule: str
    date_type: str
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    warnings: tuple[Advice, ...]
    confidence: str
    title: str = ""
    plain_title: str = ""
    seen_on: dt.date | None = None
    event: str = ""
    notice: Notice | None = None
    start_prudent: Moment | None = None
    start_legal: Moment | None = None
    clocks: LegalTime = PARIS
