"""The ladder of a matter as the JSON of the command line's contract."""

from collections.abc import Sequence
from typing import Any

from desktop_app.core.moment import iso_if
from desktop_app.sentences.ladder_words import Told


def ladder_data(steps: Sequence[Told]) -> list[dict[str, Any]]:
    """Return each step: its state, its dates, its cost and lawyer, and the same in words.

    ``said`` is what a person is told of it, ``law`` what the law says.
    """
    return [
        {
            "state": step.rung.state,
            "procedure": step.rung.procedure,
            "title": step.rung.title,
            "plain_title": step.rung.plain_title,
            "posted": iso_if(step.rung.posted),
            "prudent_day": iso_if(step.rung.prudent_day),
            "last_day": iso_if(step.rung.last_day),
            "to": step.rung.to,
            "when": step.rung.when,
            "court": step.rung.court,
            "cost": step.rung.cost,
            "lawyer": step.rung.lawyer,
            "said": step.said,
            "law": list(step.law),
            "text": [step.state, *step.dates, *filter(None, (step.said,)), *step.law],
        }
        for step in steps
    ]
