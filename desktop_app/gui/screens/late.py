"""From a date that is past to the page that says what remains. No Qt here."""

import datetime as dt

from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.pages import destinations as to
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.dossiers import NextDate


def late_page(found: NextDate) -> to.TooLate | None:
    """Return where to read what remains of a date; None while nothing is too late.

    An answer that is awaited and a reminder are never too late.
    """
    event = found.event
    acts = timeline.is_decision(event) or event.kind == timeline.NEXT
    if not (found.past and acts and event.procedure):
        return None
    start = timeline.start_of(event) if timeline.is_decision(event) else ""
    told = timeline.is_decision(event) and (not start or start in NOTIFIED)
    received: dt.date | None = event.day if told else None
    last_day = found.last_day or found.act_on
    return to.TooLate(procedure=event.procedure, last_day=last_day, received=received)
