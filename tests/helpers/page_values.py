"""Every page that is a value and needs no person: made from the real law and the real letters.

``said`` finds all that a value says by its fields alone, so that a renderer cannot hide from it
what it forgets.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any, get_args

from desktop_app.core.forgotten import Forgotten
from desktop_app.pages import destinations as to
from desktop_app.pages import (
    ending,
    erasing,
    find,
    hidden,
    no_safe_yet,
    program,
    todays_date,
    too_late,
    urgent,
    which_delay,
)
from desktop_app.pages.finding import families, offers
from desktop_app.pages.page import Action, Box, Choice, Gesture, Page
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance import search
from desktop_app.workflow.guidance import too_late as late
from desktop_app.workflow.guidance import which_delay as delays
from desktop_app.workflow.guidance.deadlines import fitting_events
from desktop_app.workflow.guidance.urgent import emergency_of, last_moments, page_at, page_of
from desktop_app.workflow.safes.todays_date import DateInDoubt
from tests.helpers.office_pages import office_pages
from tests.helpers.people_pages import people_pages
from tests.helpers.question_pages import question_pages
from tests.helpers.safe_pages import safe_pages
from tests.helpers.step_pages import step_pages

TODAY = dt.date(2026, 11, 28)
RECEIVED = dt.date(2026, 2, 3)
LAST_DAY = dt.date(2026, 4, 3)
HANDED = dt.datetime(2026, 11, 27, 16, 30)  # noqa: DTZ001 (as the core has them)
ONE_TEXT = ("heading", "words", "told", "label", "value", "title", "wrong", "state")
LAST = ("change", "blocks", "actions")
"""What is read after the rest of its block, or of the page."""
_PRESSED = (Action, Choice)
_LEADS = (Gesture, *get_args(to.Destination))


PARTS = (
    "office",
    "urgent",
    "too late",
    "which delay",
    "starts",
    "find",
    "small",
    "steps",
    "safe",
    "people",
    "questions",
)
"""Which pages: a test says of which it speaks without making any."""


def page_values() -> dict[str, Page]:
    """Return them all by a name that says which."""
    return {name: page for part in PARTS for name, page in pages_of(part).items()}


@cache
def pages_of(part: str) -> dict[str, Page]:
    """Return those of a part, made once: no test module makes them while it is read."""
    tools = RealTools()
    makers: dict[str, Callable[[RealTools], Iterable[tuple[str, Page]]]] = {
        "urgent": _urgent,
        "too late": _too_late,
        "which delay": _which_delay,
        "starts": _starts,
        "find": _find,
        "small": lambda _: _small(),
        "office": lambda _: office_pages(),
        "steps": lambda _: chain.from_iterable(step_pages()),
        "safe": safe_pages,
        "people": lambda tools: chain.from_iterable(people_pages(tools)),
        "questions": question_pages,
    }
    return dict(makers[part](tools))


def by_kind(part: str) -> dict[str, dict[str, Page]]:
    """Return the pages of a part by the first word of their names."""
    found: dict[str, dict[str, Page]] = {}
    for name, page in pages_of(part).items():
        found.setdefault(name.partition(" ")[0].rstrip(",:"), {})[name] = page
    return found


def emergencies(tools: RealTools) -> Iterator[tuple[tuple[str, ...], to.Urgent]]:
    """Yield each emergency, at each place where it differs: the words of the command, and where
    the window opens."""
    for one in tools.law.emergencies:
        places = () if one.asks is None else one.asks.choices
        for place in places:
            name = place.territories[0]
            yield ("urgent", one.id, "--place", name), to.Urgent(one.id, name)
        if not places:
            yield ("urgent", one.id), to.Urgent(one.id)


def emergency(tools: RealTools, came: to.Urgent) -> Page:
    """Return the page of an emergency."""
    law, catalogue = tools.law, tools.catalogue
    if came.place:
        return urgent.today(page_at(law, catalogue, came.emergency, came.place), came, TODAY)
    return urgent.today(page_of(law, catalogue, came.emergency), came, TODAY)


def _urgent(tools: RealTools) -> Iterator[tuple[str, Page]]:
    law, catalogue = tools.law, tools.catalogue
    yield "urgent", urgent.which(law.emergencies)
    for one in law.emergencies:
        if one.asks is not None:
            yield f"urgent {one.id}: where", urgent.where(one, one.asks, to.Urgent(one.id))
    for command, came in emergencies(tools):
        yield " ".join(command), emergency(tools, came)
        found = page_at(law, catalogue, came.emergency, came.place) if came.place else None
        paper = urgent.on_paper(found or page_of(law, catalogue, came.emergency), TODAY)
        yield f"urgent, paper {came.emergency} {came.place}", paper
    found = page_at(law, catalogue, "retention", "metropole")
    moments = urgent.last_moments(last_moments(law, found, HANDED, TODAY), TODAY)
    yield "urgent, counted", urgent.today(found, to.Urgent("retention"), TODAY, moments)


def _too_late(tools: RealTools) -> Iterator[tuple[str, Page]]:
    law = tools.law
    passed = late.may_be_late(law)
    for family in ("", *families()):
        yield f"too late, {family or 'who'}", too_late.which(passed, family)
    for one in passed:
        found = late.too_late(
            law, tools.catalogue, one.id, today=TODAY, last_day=LAST_DAY, received=RECEIVED
        )
        yield f"too late {one.id}", too_late.what_remains(found, emergency_of(law, one.id))


def _which_delay(tools: RealTools) -> Iterator[tuple[str, Page]]:
    law, catalogue = tools.law, tools.catalogue
    cases = delays.known_cases(law, catalogue)
    yield "which delay, who", which_delay.which_case(to.WhichDelay(), cases)
    for family, situations in cases.items():
        said = to.WhichDelay(family)
        yield f"which delay {family}", which_delay.which_case(said, cases)
        for situation in situations:
            said = to.WhichDelay(family, situation)
            found = delays.candidates(law, catalogue, family, situation)
            events = delays.arrivals_of(law, found, situation)
            name = f"which delay {family} {situation}"
            if not events:
                yield name, which_delay.without_a_day(found, TODAY)
                continue
            yield name, which_delay.how_it_came(said, events)
            yield f"{name}: remedies", which_delay.says_remedies(said)
            said = dataclasses.replace(said, event=events[0].id, told="oui")
            yield f"{name}: days", which_delay.which_delay(said, events[0], found, TODAY)
            came = which_delay.notified(events[0], {which_delay.FIRST: RECEIVED}, "non")
            counted = delays.counted(law, found, came, TODAY)
            yield f"{name}: counted", which_delay.answered(counted, TODAY, counted=True)


def _starts(tools: RealTools) -> Iterator[tuple[str, Page]]:
    for one in tools.law.procedures():
        yield f"starts {one.id}", which_delay.starts(one, fitting_events(tools.law, one.id))


def _find(tools: RealTools) -> Iterator[tuple[str, Page]]:
    kinds: tuple[to.Kind, ...] = ("lettre", "demande", "formulaire")
    for kind in kinds:
        asked = to.Find(kind)
        yield f"find {kind}", find.page(asked, offers(tools.catalogue, kind))
    for typed in ("oqtf trop tard", "la caf me réclame de l’argent", "divorce demain", "je veux"):
        yield (
            f"find, answered {typed}",
            find.answered(search.find(tools.catalogue, tools.law, typed)),
        )


def _small() -> Iterator[tuple[str, Page]]:
    home = to.Home()
    for phrase in (True, False):
        yield f"hidden, {phrase=}", hidden.hidden(to.Hidden(phrase=phrase))
    for office in (False, True):
        coded = to.Hidden(code=True, office=office)
        yield f"hidden, coded, {office=}", hidden.hidden(coded)
    yield "closing, hidden", Page("", (), (), problem=hidden.closing())
    for drafts, documents in ((2, 3), (0, 0)):
        counts = {"drafts": drafts, "documents": documents}
        yield (
            f"to erase, {drafts=}",
            erasing.asked(
                **counts, dossier=bool(drafts), kept=bool(drafts), copies=drafts, backups=documents
            ),
        )
        yield f"erased, {drafts=}", erasing.erased(to.Erased(**counts, in_backups=not drafts))
    yield "being erased", erasing.erasing()
    yield "backups being renewed", erasing.renewing(1, 2)
    yield "the end", ending.before_the_end()
    yield "erased", ending.erased(Forgotten(3, 2, 1, 1, True, 1, 1))
    yield "closing", ending.closing(model=to.Models(), answers=home, public=False)
    doubt = DateInDoubt("too-far", dt.date(2039, 1, 1), TODAY)
    yield "the date, right", todays_date.page(TODAY, None)
    yield "the date, in doubt", todays_date.page(doubt.today, doubt)
    yield "the date, asked", Page("", (), (), problem=todays_date.asked(doubt))
    yield "the date, false", Page("", (), (), problem=todays_date.to_mend())
    yield "languages", program.languages()
    yield "bar", program.bar(["Pour : moi"], ["Contraste", "Aide"])
    for page in range(-1, 5):
        yield f"help {page}", program.guide(page)
    yield "no safe here", no_safe_yet.on_a_public_computer()
    yield "welcome", no_safe_yet.welcome(home)
    yield "nothing kept", no_safe_yet.nothing_kept("Cette semaine", "Rien.", "Une date vient ici.")


def said(value: Any, *, pressed: bool) -> Iterator[str]:
    """Yield each line that a value says, whatever holds it; with what is ``pressed``, or without.

    Roles, drawings, names of places and destinations are told to no one.
    """
    if isinstance(value, tuple):
        for one in value:
            yield from said(one, pressed=pressed)
    elif isinstance(value, _PRESSED):
        if pressed:
            yield value.words
    elif isinstance(value, Box):
        yield from (value.say, value.label, *value.value.splitlines())
    elif isinstance(value, _LEADS) or not dataclasses.is_dataclass(value):
        return
    else:
        for field in sorted(dataclasses.fields(value), key=lambda one: one.name in LAST):
            found = getattr(value, field.name)
            if field.name in ONE_TEXT:
                yield from str(found).splitlines()
            elif field.name == "rows":
                yield from (cell for row in found for cell in row)
            elif field.name in ("items", "sentences", "said", "head"):
                for one in found:
                    is_text = isinstance(one, str)
                    yield from one.splitlines() if is_text else said(one, pressed=pressed)
            elif field.name == "asked":
                for one in found:
                    yield from (one.question.label, *one.question.hint.splitlines())
                    for choice in one.question.choices:
                        yield from filter(None, (choice.label, choice.hint))
            elif field.name != "lead":
                yield from said(found, pressed=pressed)
