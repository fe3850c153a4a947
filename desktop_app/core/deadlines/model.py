"""The answer to "until when?", with the reasons that explain it."""

import datetime as dt
from dataclasses import dataclass

Moment = dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the computation: a code with words in the catalogue, its day and its article."""

    code: str
    moment: Moment
    article: str = ""
    number: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The two dates of law/deadlines.md § 1.

    Attributes:
        procedure: id of the procedure.
        count_from: the moment from which the last delay is counted.
        last_day: last legal day; None when the law gives no single date.
        prudent_day: the day to aim at, shown first.
        rule: mode of counting: mf, m, mb, j, j0, h, an, a31.
        date_type: which date must be inside: envoi, reception, enregistrement, sans_objet.
        steps: the computation, in order.
        sources: articles and sources of the procedure.
        warnings: codes of what the person must be told beside the date.
        confidence: haute, moyenne, basse.
    """

    procedure: str
    count_from: Moment
    last_day: Moment | None
    prudent_day: Moment | None
    rule: str
    date_type: str
    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    warnings: tuple[str, ...]
    confidence: str
