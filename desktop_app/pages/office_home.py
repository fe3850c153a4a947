"""The first page of an office: its day. Nobody is named on it before somebody asks for the names.

Made of facts (``workflow/office/day.py``); with ``names``, each person is called by her own.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from desktop_app import i18n
from desktop_app.core.initials import initials
from desktop_app.core.record import record
from desktop_app.core.unnamed import unnamed
from desktop_app.core.visits import Visit, minutes
from desktop_app.pages import destinations as to
from desktop_app.pages import law_moved
from desktop_app.pages.gestures import TakeUp, TurnNames
from desktop_app.pages.office_helper import words_of_going_on
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Cells,
    Choice,
    Found,
    Gesture,
    Live,
    Long,
    Own,
    Page,
    Row,
    Search,
    Text,
)
from desktop_app.sentences import timeline_words
from desktop_app.sentences.person_words import discreet, glimpse, numbered, told_apart
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.office.day import Circle, Day, Due, Matter, Suspended, Whose
from desktop_app.workflow.office.reserved import Sought
from desktop_app.workflow.people.people import Listed

SEARCH, PRESSING, SIDE, NAMES = "people", "pressing", "side", "names"
"""The box of the search; what presses; who is there; what shows the names."""
AT_ONCE = 4
"""Persons found that are shown at first."""
SOON = 7
"""Days in which what comes is near."""
Tone = Literal["", "soon", "late"]
SECONDS = 20
"""For how long names stay in view, here and on other pages of everyone."""


@record(frozen=True)
class Arrives(Gesture):
    """Note that somebody is there; ``person`` "" for somebody whose name was not asked."""

    person: str = ""


@record(frozen=True)
class Receive(Gesture):
    """Receive somebody now: found by the search, or waiting (``visit``)."""

    person: str = ""
    visit: str = ""


@record(frozen=True)
class BeginFor(Gesture):
    """Write for somebody who is received, on a sheet of the office."""

    person: str
    name: str


@record(frozen=True)
class EndVisit(Gesture):
    """End the visit of somebody who is received."""

    visit: str


@record(frozen=True)
class InCircle(Gesture):
    """Work in a circle, at this place of it, until one goes home."""

    circle: str
    place: to.Dossier | to.Person


def heading(day: dt.date) -> str:
    """Return the title of the page."""
    return i18n.text("Aujourd’hui, {day}").format(day=i18n.weekday_date(day))


def page(today: dt.date, day: Day | None, *, names: bool = False, windowed: bool = False) -> Page:
    """Return the page; without a ``day``, it is being read.

    ``windowed``: what is at the side is put there by the screen.
    """
    there = () if day is None else tuple(side(day, names=names))
    blocks = (
        Search(SEARCH, i18n.text("Nom, naissance, téléphone, n°"), nothing_typed()),
        Row((Action(i18n.text("Nouvelle personne"), to.NewPerson(), "primary"),)),
        Live(PRESSING, () if day is None else tuple(pressing(day, names=names))),
        Own(SIDE) if windowed else Live(SIDE, there),
        Live(NAMES, tuple(foot(day, names=names))),
    )
    return Page(heading(today), blocks, ())


def nothing_typed() -> Found:
    """Return what stands under the box before anything is typed: nobody."""
    return Found("", Long((), AT_ONCE))


def called(whose: Whose, *, names: bool) -> str:
    """Return somebody as she is called here."""
    if not whose.person_id:
        return i18n.text("sans nom")
    if names:
        return told_apart(whose.name, "", whose.number)
    return discreet(whose.name, whose.number)


# ---------------------------------------------------------------- what presses


def pressing(day: Day, *, names: bool) -> Iterator[Block]:
    """Yield what sets the office up, where it is not; the dossiers that press, each a line; then
    what leads to the others.
    """
    if not day.set_up:
        yield Choice(i18n.text("Régler le bureau : son nom, qui aide, ce qu’il garde"), to.Office())
    if day.unread:
        told = i18n.text("Un de vos cercles ne se lit pas pour l’instant : ses dates manquent ici.")
        yield Text(told, "hint")
    if day.moved:
        yield Choice(law_moved.title(day.moved), to.Week(), "semaine")
    if not day.matters:
        yield Text(i18n.text("Aucun dossier ne presse."))
        return
    for one in day.matters:
        yield _line(one, names=names, counted=day.counted)
    if left := day.past_left + day.left:
        yield Action(
            i18n.plural("Voir {n} autre date", "Voir les {n} autres dates", left), to.Week()
        )
    if n := day.reserved_left:
        words = i18n.plural("{n} autre date réservée", "{n} autres dates réservées", n)
        yield Action(words, to.Circles())


def _line(one: Matter, *, names: bool, counted: bool) -> Choice:
    event, whose = one.next.event, one.whose
    title = event.dossier if names else unnamed(event.dossier, whose.name)
    who, day, state = called(whose, names=names), _when(one, counted), _state(one, names=names)
    if one.circle is not None:
        state = f"{state} · {reserved(one.circle)}"
    words = i18n.text("{who} : {matter}. {day}, {state}.").format(
        who=who, matter=title.rstrip("."), day=_begun(day), state=state
    )
    number = "" if whose.number is None else numbered(whose.number)
    parts = (whose.name if names and whose.person_id else "", number, title)
    what = " · ".join(filter(None, parts))
    near: Tone = "soon" if one.days <= SOON else ""
    tone: Tone = "late" if one.past else near
    badge = initials(whose.name) if whose.person_id else "?"
    seen = _near(one) if counted and near else day
    cells = Cells(badge, what, seen, state, tone if counted else "")
    place = to.Dossier(dossier=event.dossier_id)
    does = place if one.circle is None else InCircle(one.circle.id, place)
    return Choice(words, does, cells=cells)


def reserved(circle: Circle) -> str:
    """Return the mark of what is in a circle; its title is for no visitor's eyes."""
    return i18n.text("réservé, à lire seulement") if circle.to_read else i18n.text("réservé")


def _when(one: Matter, counted: bool) -> str:
    """Return a day, and in words whether it is near or over: colour says it too, never alone."""
    said = i18n.long_date(one.next.act_on)
    if not counted:
        return said
    if one.past or one.days > SOON:
        return _near(one) if one.past else said
    if one.days < 2:
        return _near(one)
    day = i18n.weekday_date(one.next.act_on)
    return i18n.text("{near} : {day}").format(near=_near(one), day=day)


def _near(one: Matter) -> str:
    """Return how far a day is, in words."""
    if one.past:
        return i18n.plural("dépassé de {n} jour", "dépassé de {n} jours", one.days)
    if one.days == 0:
        return i18n.text("aujourd’hui")
    if one.days == 1:
        return i18n.text("demain")
    return i18n.plural("dans {n} jour", "dans {n} jours", one.days)


def _state(one: Matter, *, names: bool) -> str:
    """Return where one is; what a helper wrote herself waits for the names."""
    event = one.next.event
    if timeline_words.is_answer_awaited(event):
        return i18n.text("à relancer") if one.past else i18n.text("réponse attendue")
    if event.kind == timeline.TO_DO and not names:
        return i18n.text("à faire")
    return _small(timeline_words.what_is_awaited(event))


# ---------------------------------------------------------------- who is there


def side(day: Day, *, names: bool) -> Iterator[Block]:
    """Yield who is received, what is suspended, who waits, who is expected."""
    if day.queue.received:
        yield Text(i18n.text("Reçue maintenant"), "subheading")
        for one in day.queue.received:
            yield _received(one, day, names=names)
    if day.suspended:
        yield Text(i18n.text("En suspens"), "subheading")
        for left in day.suspended:
            yield _suspended(left, names=names)
    yield Text(i18n.text("Attendent"), "subheading")
    yield from _waiting(day, names=names)
    yield Action(i18n.text("Quelqu’un attend"), Arrives())
    if day.closed:
        yield Text(
            i18n.plural(
                "{n} visite d’un autre jour est close : elle était restée ouverte.",
                "{n} visites d’un autre jour sont closes : elles étaient restées ouvertes.",
                day.closed,
            ),
            "hint",
        )


def _received(one: Visit, day: Day, *, names: bool) -> Card:
    who, end = called(whose_visit(one), names=names), i18n.text("C’est fini")
    ends = Action(end, EndVisit(one.id), "plain", name=_about(end, who))
    since = since_words(one, day.time)
    told = (Text(since, "hint"),) if since else ()
    if not one.person_id:
        say = i18n.text("Dire qui c’est")
        name = Action(say, to.Visit(one.id), "primary", name=_about(say, who))
        return Card(who, (*told, name, ends))
    begin, known = i18n.text("Feuille de bureau"), i18n.text("Sa fiche")
    starts = Action(begin, BeginFor(one.person_id, one.person), "primary", name=_about(begin, who))
    sheet = Action(known, to.Person(one.person_id), "plain", name=_about(known, who))
    return Card(who, (*told, starts, Row((sheet, ends))))


def since_words(one: Visit, now: dt.time | None) -> str:
    """Return since when somebody is there, or received: "là depuis 10 h 05 · 7 min"."""
    begun = one.received or one.arrived
    if begun is None:
        return ""
    said = i18n.text("là depuis {hour}").format(hour=i18n.hour(begun))
    if now is None:
        return said
    hours, left = divmod(minutes(begun, now), 60)
    length = (
        i18n.text("{hours} h {minutes}").format(hours=hours, minutes=f"{left:02}")
        if hours
        else i18n.text("{minutes} min").format(minutes=left)
    )
    return f"{said} · {length}"


def _suspended(one: Suspended, *, names: bool) -> Choice:
    who = called(one.whose, names=names) if one.whose.person_id else ""
    words = i18n.text("Revenir à la question")
    told = " · ".join(filter(None, (who, i18n.pack_text(one.title))))
    return Choice(i18n.labelled(words, told) if told else words, TakeUp(one.draft), "reprendre")


def _waiting(day: Day, *, names: bool) -> Iterator[Block]:
    """Yield who is there, then who is expected; those without name nor hour are only counted."""
    unknown = [one for one in day.queue.waiting if not (one.person_id or one.appointment)]
    known = [one for one in day.queue.waiting if one not in unknown]
    for one in (*known, *day.queue.expected):
        yield Choice(visit_words(one, names=names), to.Visit(one.id))
    if unknown:
        words = i18n.text("sans rendez-vous · {n}").format(n=len(unknown))
        yield Choice(_begun(words), to.Visit(unknown[0].id))
    if not (day.queue.waiting or day.queue.expected):
        yield Text(i18n.text("Personne n’attend."), "hint")


def visit_words(one: Visit, *, names: bool) -> str:
    """Return who waits, or is expected: "A. K. · n° 131 · rendez-vous 10 h 15"."""
    if one.appointment is None:
        hour = i18n.text("sans rendez-vous")
    else:
        said = i18n.text("prévu à {hour}") if one.expected else i18n.text("rendez-vous {hour}")
        hour = said.format(hour=i18n.hour(one.appointment))
    return f"{called(whose_visit(one), names=names)} · {hour}"


def whose_visit(one: Visit) -> Whose:
    """Return who came."""
    return Whose(one.person_id, one.person, one.number)


# ---------------------------------------------------------------- the search, the foot


def found(sought: Sought, *, names: bool) -> Found:
    """Return whom what is typed may mean: three letters, a year and a number, until names show."""
    total = sought.here.total + sought.total
    words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", total)
    if n := sought.total:
        among = i18n.plural("dont {n} dans vos cercles", "dont {n} dans vos cercles", n)
        words = f"{words}, {among}"
    here = (_person(one, names=names) for one in sought.here.people)
    others = (_elsewhere(circle, one, names=names) for circle, one in sought.reserved)
    return Found(words, Long((*here, *others), AT_ONCE), sought.left)


def _person(one: Listed, *, names: bool) -> Card:
    who = _told(one, names=names)
    shown, receive, waits = i18n.text("Sa fiche"), i18n.text("Recevoir"), i18n.text("Attend")
    return Card(
        who,
        (
            Row(
                (
                    Action(receive, Receive(one.id), name=_about(receive, who)),
                    Action(waits, Arrives(one.id), name=_about(waits, who)),
                    Action(shown, to.Person(one.id), "plain", name=_about(shown, who)),
                )
            ),
        ),
    )


def _elsewhere(circle: Circle, one: Listed, *, names: bool) -> Card:
    """Return somebody of a circle: the queue, which everyone reads, has nothing of her."""
    who = f"{_told(one, names=names)} · {reserved(circle)}"
    shown = i18n.text("Sa fiche")
    goes = InCircle(circle.id, to.Person(one.id))
    return Card(who, (Row((Action(shown, goes, "plain", name=_about(shown, who)),)),))


def _told(one: Listed, *, names: bool) -> str:
    return (told_apart if names else glimpse)(one.name, one.born, one.number)


def foot(day: Day | None, *, names: bool) -> Iterator[Block]:
    """Yield what shows the names, and what is of the office."""
    code, figures = i18n.text("Mon code pour cacher l’écran"), i18n.text("Chiffres de l’année")
    yield Row(
        (
            turn_names(names=names),
            Action(code, to.ShortCode(), "plain"),
            Action(words_of_going_on(), to.GoOnAs(), "plain"),
            Action(figures, to.OfficeFigures(), "plain"),
            Action(i18n.text("Réglages du bureau"), to.Office(), "plain"),
        )
    )
    yield Text(i18n.text("Ctrl tenu : les noms se montrent."), "hint")
    if day is not None and day.due is not None:
        yield from _due(day.due)


def _due(due: Due) -> Iterator[Block]:
    """Yield what the office has to look at one of these days."""
    if n := due.mandates:
        words = i18n.plural("{n} mandat finit bientôt", "{n} mandats finissent bientôt", n)
        yield Action(words, to.EndingMandates(), "plain")
    if n := due.to_erase:
        words = i18n.plural("{n} personne à effacer", "{n} personnes à effacer", n)
        yield Action(words, to.ToErase(), "plain")


def turn_names(*, names: bool) -> Action:
    """Return what shows the names, or hides them."""
    shows = i18n.text("Cacher les noms") if names else i18n.text("Montrer les noms")
    return Action(shows, TurnNames(), "plain")


def names_said(*, names: bool) -> str:
    """Return what is heard once names are shown, or hidden again."""
    if not names:
        return i18n.text("Les noms sont cachés.")
    return i18n.plural(
        "Les noms se montrent pendant {n} seconde.",
        "Les noms se montrent pendant {n} secondes.",
        SECONDS,
    )


def came() -> str:
    """Return what is said once somebody is noted as being there."""
    return i18n.text("C’est noté : quelqu’un attend.")


def is_received() -> str:
    """Return what is said once somebody is received."""
    return i18n.text("C’est noté : l’entretien commence.")


def has_ended() -> str:
    """Return what is said once a visit ended."""
    return i18n.text("C’est noté : l’entretien est fini.")


def _about(words: str, who: str) -> str:
    return i18n.labelled(words, who)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
