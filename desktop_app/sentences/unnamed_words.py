"""The dates of everyone, said where somebody may see the screen: nobody is named."""

from dataclasses import replace

from desktop_app import i18n
from desktop_app.core.records import Event
from desktop_app.core.unnamed import unnamed
from desktop_app.sentences.person_words import discreet
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.dossiers import NextDate


def unnamed_date(one: NextDate, number: int | None) -> NextDate:
    """Return a date with initials and a file number in the place of the name.

    What a helper wrote herself, to be reminded of it, is "à faire": who it names is not known.
    """
    return replace(one, event=unnamed_event(one.event, number))


def unnamed_event(event: Event, number: int | None) -> Event:
    """Return an event in the same way."""
    title = i18n.text("À faire") if event.kind == timeline.TO_DO else event.title
    whose = discreet(event.person, number) if event.person else ""
    dossier = unnamed(event.dossier, event.person)
    return replace(event, person=whose, dossier=dossier, title=title)
