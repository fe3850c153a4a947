"""Trop tard ? Which delay is over; then what to look at first, and the ways that are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.deadlines.advice import NOTIFIED
from desktop_app.pages import dont_know
from desktop_app.pages.destinations import TooLate, Urgent
from desktop_app.pages.drawn import OFFICES
from desktop_app.pages.finding import families
from desktop_app.pages.foot import back, home
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Action, Card, Choice, Page, Text
from desktop_app.pages.way import way as told_way
from desktop_app.pages.why import why
from desktop_app.sentences import case_words

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.pages.page import Block
    from desktop_app.workflow.guidance.too_late import Look, Way
    from desktop_app.workflow.guidance.too_late import TooLate as Found
    from desktop_app.workflow.matter.dossiers import NextDate


def which(found: Sequence[Procedure], family: str) -> Page:
    """Return whose delay it is, when no family is said, then which."""
    having = {one.family for one in found}
    offices = {} if family else families()
    choices = (
        *(
            Choice(words, TooLate(family=name), OFFICES.get(name, ""))
            for name, words in offices.items()
            if name in having
        ),
        *(
            Choice(i18n.pack_text(one.plain_title), TooLate(procedure=one.id))
            for one in found
            if one.family == family
        ),
    )
    unknown = dont_know.which_delay() if family else (dont_know.who_wrote(),)
    return Page(i18n.text("Quel délai est passé ?"), (*choices, *unknown), (home(), back()))


def what_remains(found: Found, emergency: str) -> Page:
    """Return what may still be done; ``emergency``: what must be done today, if anything."""
    urgent = (urgent_choice(emergency),) if emergency else ()
    blocks: tuple[Block, ...] = (
        Text(i18n.pack_text(found.procedure.plain_title), "hint"),
        *urgent,
        Text(case_words.is_past(found)),
        Text(i18n.text("À vérifier d’abord"), "subheading"),
        *map(_look, found.looks),
        why(i18n.text("À vérifier d’abord"), tuple(map(case_words.look_source, found.looks))),
        *((Text(i18n.text("Ce qui reste ouvert"), "subheading"),) if found.ways else ()),
        *map(_way, found.ways),
    )
    return Page(i18n.text("Trop tard ?"), blocks, (home(), back()))


def urgent_choice(emergency: str) -> Choice:
    """Return what leads to an emergency, from any page that meets one."""
    return Choice(i18n.text("Urgent : que faire aujourd’hui"), Urgent(emergency), "urgent")


def late_of(found: NextDate) -> TooLate | None:
    """Return where to read what remains of a date; None while nothing is too late.

    An answer that is awaited and a reminder are never too late.
    """
    from desktop_app.workflow.matter import timeline  # a command of the law knows no dossier

    event = found.event
    acts = timeline.is_decision(event) or event.kind == timeline.NEXT
    if not (found.past and acts and event.procedure):
        return None
    start = timeline.start_of(event) if timeline.is_decision(event) else ""
    told = timeline.is_decision(event) and (not start or start in NOTIFIED)
    received: dt.date | None = event.day if told else None
    last_day = found.last_day or found.act_on
    return TooLate(procedure=event.procedure, last_day=last_day, received=received)


def late_action(place: TooLate, whose: str = "") -> Action:
    """Return what leads there; ``whose``: of what, where several stand on a page."""
    words = i18n.text("Trop tard ? Ce qui reste possible")
    return Action(words, place, name=i18n.labelled(words, whose) if whose else "")


def _look(look: Look) -> Card:
    return Card(i18n.pack_text(look.told.label), _lines(case_words.look_lines(look)))


def _way(way: Way) -> Card:
    letters = (
        Choice(
            i18n.labelled(i18n.text("Écrire la lettre"), i18n.pack_text(item.plain_title)),
            Write(item.id),
            "lettre",
        )
        for item in way.letters
    )
    return told_way(way.procedure, letters)


def _lines(words: Sequence[str]) -> tuple[Text, ...]:
    first, *others = words
    return (Text(first), *(Text(one, "hint") for one in others))
