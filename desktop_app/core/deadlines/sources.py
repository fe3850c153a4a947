"""What a deadline rests on, as articles with where and when they were read."""

from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.deadlines.tables import Event, Tables
from desktop_app.core.sourced import Source


def cited(tables: Tables, procedure: Procedure, event: Event) -> tuple[Source, ...]:
    """Return the sources of a procedure and of the event that starts its delay."""
    return (
        Source(
            articles=procedure.basis,
            title=titles(tables, procedure.sources),
            seen_on=procedure.seen_on,
            confidence=procedure.confidence,
            to_verify=procedure.to_verify,
        ),
        Source(
            articles=(event.basis,),
            title=titles(tables, event.sources),
            seen_on=event.seen_on,
            confidence=event.confidence,
            to_verify=event.to_verify,
        ),
    )


def titles(tables: Tables, codes: tuple[str, ...]) -> str:
    """Return the titles of sources, one a line: each is a sentence of its own."""
    return "\n".join(tables.sources[code].title for code in codes)
