"""A deadline as the JSON of the command line's contract; ``deadline`` and ``letter`` share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.moment import iso_if
from desktop_app.sentences import deadline_words as words
from desktop_app.sentences.verdict_words import beside, headline

if TYPE_CHECKING:
    from desktop_app.core.deadlines.model import Advice, Deadline, Step
    from desktop_app.core.deadlines.verdict import Verdict
    from desktop_app.core.moment import Today
    from desktop_app.core.sourced import Source
    from desktop_app.workflow.guidance.too_late import TooLate


def deadline_data(found: Deadline, today: Today) -> dict[str, Any]:
    """Return the JSON object of the contract; ``notice`` only when the notice's delay was given.

    ``last_day`` and ``prudent_day`` are those of the delay that was counted; ``said`` is what is
    told of them today, in the same words and days as on a screen or on paper.
    """
    data = _deadline(found) | {"said": said_data(verdict(found, today))}
    if found.notice is not None:
        last, prudent = found.notice.last_day, found.notice.prudent_day
        data["notice"] = {"last_day": iso_if(last), "prudent_day": iso_if(prudent)}
    return data


def said_data(said: Verdict) -> dict[str, Any]:
    """Return what is said of a day that is awaited, the same for each command."""
    return {
        "state": said.state,
        "day": iso_if(said.day),
        "last_day": iso_if(said.last_day),
        "text": " ".join(part for part in (f"{headline(said)}.", beside(said)) if part),
    }


def _deadline(found: Deadline) -> dict[str, Any]:
    return {
        "count_from": iso_if(found.count_from),
        "start_prudent": iso_if(found.start_prudent),
        "start_legal": iso_if(found.start_legal),
        "last_day": iso_if(found.last_day),
        "prudent_day": iso_if(found.prudent_day),
        "rule": found.rule,
        "steps": [_step(step) for step in found.steps],
        "sources": [source_data(source) for source in found.sources],
        "warnings": [_warning(advice) for advice in found.warnings],
    }


def remains_data(found: TooLate) -> dict[str, Any]:
    """Return what remains when the last day has passed."""
    return {
        "last_day": iso_if(found.last_day),
        "looks": [
            {
                "id": look.told.id,
                "question": look.told.label,
                "text": look.told.help,
                "until": iso_if(look.until),
                "basis": look.basis,
                "to_verify": look.told.to_verify,
            }
            for look in found.looks
        ],
        "ways": [
            {
                "procedure": way.procedure.id,
                "title": way.procedure.title,
                "plain_title": way.procedure.plain_title,
                "to": way.procedure.recipient,
                "cost": way.procedure.cost,
                "lawyer": way.procedure.lawyer,
                "letters": [item.id for item in way.letters],
            }
            for way in found.ways
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "code": step.code,
        "date": iso_if(step.moment),
        "article": step.article,
        "text": words.step(step),
    }


def source_data(source: Source) -> dict[str, Any]:
    """Return where a statement of law was read."""
    return {
        "articles": list(source.articles),
        "title": words.read_in(source),
        "seen_on": source.seen_on.isoformat(),
        "confidence": source.confidence,
        "to_verify": source.to_verify,
    }


def _warning(advice: Advice) -> dict[str, str]:
    return {"code": advice.code, "text": words.warning(advice)}
