"""From a date that is past to the page that says what remains. No Qt here."""

import datetime as dt
from typing import Any

from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.dossiers import NextDate


def late_page(found: NextDate) -> dict[str, Any]:
    """Return what "trop-tard" is opened with for a date; empty while nothing is too late.

    An answer that is awaited and a reminder are never too late.
    """
    event = found.event
    acts = timeline.is_decision(event) or event.kind == timeline.NEXT
    if not (found.past and acts and event.procedure):
        return {}
    start = timeline.start_of(event) if timeline.is_decision(event) else ""
    told = timeline.is_decision(event) and (not start or start in NOTIFIED)
    received: dt.date | None = timeline.day_of(event) if told else None
    last_day = found.last_day or found.act_on
    return {"procedure": event.procedure, "last_day": last_day, "received": received}
