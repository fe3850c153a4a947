"""What a dossier offers now: the dates awaited, the letters at hand, what may be noted."""

from desktop_app.core.moment import Today
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.records import Event
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.dossiers import NextDate, OpenDossier, next_date
from desktop_app.workflow.matter.next_steps import NextStep
from desktop_app.workflow.matter.proposals import proposed

OUTSIDE = "-"
"""Among letters to name, one that is a step of no procedure."""


def is_form(found: OpenDossier) -> bool:
    """Tell whether the paper of this dossier is a form, not a letter."""
    return found.paper is not None and found.paper.kind == "form"


def no_longer_awaited(found: OpenDossier) -> tuple[Event, ...]:
    """Return the dates that the program computed and that the person set aside."""
    return tuple(e for e in found.events if e.kind in timeline.COMPUTED and not e.awaited)


def awaited(found: OpenDossier, today: Today) -> tuple[NextDate, ...]:
    """Return the dates of this dossier, the nearest first."""
    dates = [next_date(event, today) for event in found.events if event.awaited]
    return tuple(sorted(dates, key=lambda one: (one.act_on, not letters_of(one.event, found))))


def silence_is_noted(found: OpenDossier) -> bool:
    """Tell whether it was noted that nobody answered the letter under way."""
    procedure = found.sent.procedure if found.sent else found.procedure
    return timeline.silence_noted(found.events, procedure) is not None


def may_note_silence(found: OpenDossier) -> bool:
    """Tell whether silence is reached, counted from a receipt that is known."""
    return found.next is not None and found.next.state == "silence" and not silence_is_noted(found)


def may_note(act: str, found: OpenDossier) -> bool:
    """Tell whether an act makes sense now: one receives an answer to what was posted.

    A decision that comes then is this answer, unless one only made observations before it.
    """
    if act == timeline.DECISION:
        return not timeline.unanswered(found.events) or _decision_follows(found)
    if act == timeline.PRINTED:
        return found.paper is not None and found.sent is None and not _is_printed(found)
    if act not in (timeline.RECEIPT, timeline.ANSWER, timeline.WRONG_BODY):
        return True
    sent = found.sent
    if sent is None:
        return False
    received = timeline.last(found.events, timeline.RECEIPT, sent.procedure)
    return act != timeline.RECEIPT or received is None or received.day < sent.day


def asks_receipt(found: OpenDossier) -> bool:
    """Tell whether the day of receipt is all that lacks to know that silence was kept."""
    usual = found.next.usual if found.next else None
    return bool(usual and usual.reached and usual.estimated)


def counts_of(event: Event, found: OpenDossier) -> str:
    """Return which date must be inside the delay of an event: its posting, its receipt…"""
    steps = (one for one in found.ladder if event.procedure and one.procedure == event.procedure)
    return next((one.counts for one in steps), "sans_objet")


def step_of(event: Event, found: OpenDossier) -> NextStep | None:
    """Return the step that a date of the timeline is about."""
    all_steps = found.next.steps if found.next else ()
    return next((s for s in all_steps if s.procedure == event.procedure), None)


def letters_of(event: Event, found: OpenDossier) -> tuple[CatalogueItem, ...]:
    """Return the letters at hand for a step that may be taken now."""
    return found.letters.get(event.procedure, ()) if event.kind == timeline.NEXT else ()


def letters_for(event: Event, found: OpenDossier) -> tuple[CatalogueItem, ...]:
    """Return the letters to offer beside a date: those of a silence, or those of a step."""
    return proposed(found) if event.kind == timeline.SILENCE_EXPECTED else letters_of(event, found)


def letters_to_name(found: OpenDossier) -> tuple[tuple[str, str], ...]:
    """Return which letters may have been posted, when there are several: procedure, title.

    Those made and not posted, then those that may follow. ``OUTSIDE`` stands for no procedure.
    """
    made = [(found.papers.step(one) or OUTSIDE, one.title) for one in found.papers.to_send]
    open_steps = [
        (event.procedure, event.title)
        for event in found.events
        if event.kind == timeline.NEXT and event.awaited and event.procedure
    ]
    if open_steps and not made and found.procedure:
        made = [(found.procedure, found.paper.title if found.paper else found.dossier.title)]
    known = {**dict(open_steps), **dict(reversed(made))}
    ordered = dict.fromkeys([name for name, _title in (*made, *open_steps)])
    return tuple((name, known[name]) for name in ordered) if len(ordered) > 1 else ()


def _decision_follows(found: OpenDossier) -> bool:
    return any(step.on_decision for step in (found.next.steps if found.next else ()))


def _is_printed(found: OpenDossier) -> bool:
    paper = found.paper.id if found.paper else ""
    return any(e.kind == timeline.PRINTED and e.document_id == paper for e in found.events)
