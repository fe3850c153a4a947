"""What was handed to a printer, kept until its dossier says it: a crash prints nothing twice.

A line among what is half typed, called by the ids of the person and of the paper: it goes with her,
and holds a day and a sum, no word of hers. All of it is for the worker.
"""

import contextlib
import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from desktop_app.core.errors import AppError
from desktop_app.core.pdf import Pdf
from desktop_app.workflow.interview import half_typed
from desktop_app.workflow.store import Safe

PREFIX = "remis-"


@dataclass(frozen=True, slots=True)
class Handed:
    """``sure``: the printer took it; else it was about to be sent, and nobody knows."""

    day: dt.date
    sure: bool


def note(safe: Safe, person: str, paper: str, pdf: Pdf, day: dt.date, *, sure: bool) -> None:
    """Keep that this is about to be sent, or that the printer took it (``sure``).

    A safe that cannot keep it (a full disk, another window writes) stops no printing.

    Args:
        paper: id of the draft that the paper is made of, or of the document once it is filed.
    """
    told = {"day": day.isoformat(), "sum": _sum(pdf), "sure": "1" if sure else ""}
    with contextlib.suppress(AppError):
        half_typed.keep(safe, _key(person, paper), told, on=day)


def forget(safe: Safe, person: str, *papers: str) -> None:
    """Nothing was sent, or its dossier says it now."""
    if not safe.read_only:
        for paper in filter(None, papers):
            half_typed.forget(safe, _key(person, paper))


def of(safe: Safe, person: str, paper: str, pdf: Pdf) -> Handed | None:
    """Return what is known of this very paper; None where nothing is, or it was made otherwise."""
    told = half_typed.read(safe, _key(person, paper)) if paper else {}
    if not told or told.get("sum") != _sum(pdf):
        return None
    return Handed(dt.date.fromisoformat(str(told["day"])), bool(told.get("sure")))


def among(safe: Safe, papers: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return those of these persons and papers that were handed to a printer, surely or not."""
    begins = half_typed.PREFIX + PREFIX
    kept = {one.pack for one in safe.drafts.unfinished(begins)}
    return {one for one in papers if half_typed.PREFIX + _key(*one) in kept}


def _key(person: str, paper: str) -> str:
    return f"{PREFIX}{person}-{paper}"


def _sum(pdf: Pdf) -> str:
    return sha256(pdf.data).hexdigest()
