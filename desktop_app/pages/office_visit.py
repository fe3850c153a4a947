"""One visit: receive who waits, say who it is, note that it ended or that she left."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.core.visits import Visit
from desktop_app.pages.foot import back
from desktop_app.pages.office_home import (
    AT_ONCE,
    EndVisit,
    Receive,
    nothing_typed,
    since_words,
    visit_words,
)
from desktop_app.pages.page import Action, Block, Choice, Found, Gesture, Long, Page, Search, Text
from desktop_app.sentences.person_words import glimpse
from desktop_app.workflow.people.people import Found as People

SEARCH = "who"
"""The box in which who came is looked for."""


@record(frozen=True)
class IsThere(Gesture):
    """Who was expected is there."""

    visit: str


@record(frozen=True)
class Leaves(Gesture):
    """Who waited left without having been received, or will not come."""

    visit: str


@record(frozen=True)
class Names(Gesture):
    """Say who it is."""

    visit: str
    person: str


def heading() -> str:
    """Return the title of the page: it names nobody."""
    return i18n.text("Une visite")


def page(one: Visit, now: dt.time | None) -> Page:
    """Return the page of a visit."""
    told: list[Block] = [Text(visit_words(one, names=False))]
    if (since := since_words(one, now)) and one.arrived:
        told.append(Text(since, "hint"))
    if one.state in ("ended", "gone"):
        told.append(Text(i18n.text("Cette visite est finie.")))
        return Page(heading(), tuple(told), (back(),))
    if not one.person_id:
        told.append(
            Search(SEARCH, i18n.text("Qui est-ce ? Nom, naissance, téléphone, n°"), nothing_typed())
        )
    return Page(heading(), tuple(told), (*_gestures(one), back()))


def found(visit: str, people: People) -> Found:
    """Return whom what is typed may mean, each to be said as who came."""
    words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", people.total)
    shown = tuple(
        Choice(glimpse(one.name, one.born, one.number), Names(visit, one.id))
        for one in people.people
    )
    return Found(words, Long(shown, AT_ONCE), people.left)


def noted() -> str:
    """Return what is said once something is noted of a visit."""
    return i18n.text("C’est noté.")


def left() -> str:
    """Return what is said of who left."""
    return i18n.text("C’est noté : cette personne n’attend plus.")


def _gestures(one: Visit) -> tuple[Action, ...]:
    if one.state == "received":
        return (Action(i18n.text("C’est fini"), EndVisit(one.id), "primary"),)
    receive = Action(i18n.text("Recevoir maintenant"), Receive(visit=one.id), "primary")
    there = Action(i18n.text("Vient d’arriver"), IsThere(one.id))
    gone = i18n.text("Ne viendra pas") if one.expected else i18n.text("N’attend plus")
    leaves = Action(gone, Leaves(one.id), "plain")
    return (receive, *((there,) if one.expected else ()), leaves)
