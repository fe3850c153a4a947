"""Urgent: which case, then where if the law depends on it, then what to do today."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.deadlines.cases import Asked as AskedPlace
from desktop_app.core.deadlines.cases import Emergency, Paper
from desktop_app.core.deadlines.moments import read_hour
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.moment import Moment, Today
from desktop_app.core.packs.model import Question
from desktop_app.pages import dont_know, irreversible
from desktop_app.pages.destinations import Urgent
from desktop_app.pages.foot import back, home
from desktop_app.pages.gestures import PrintSheet, Write
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Choice,
    Folded,
    Listed,
    Live,
    Own,
    Page,
    Steps,
    Take,
    Text,
)
from desktop_app.pages.paper import Options, sheet
from desktop_app.pages.way import way
from desktop_app.pages.why import why
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.urgent import EmergencyPage, Following, LastMoment, in_hours
from desktop_app.workflow.irreversible import Irreversible

LAST_MOMENT = "last-moment"
"""The questions that say when a decision was handed over, and where the last moments are told."""
DAY, HOUR = "jour", "heure"
STATE = "state"
"""The place where it is told what becomes of the sheet."""


def which(found: Iterable[Emergency]) -> Page:
    """Return the list of emergencies."""
    choices = (Choice(i18n.pack_text(one.title), Urgent(emergency=one.id)) for one in found)
    asked = Text(i18n.text("Quel est votre cas ?"), "subheading")
    blocks = (asked, *choices, *dont_know.which_danger())
    return Page(i18n.text("Urgent"), blocks, (home(), back()))


def where(told: Emergency, asked: AskedPlace, came: Urgent) -> Page:
    """Ask the place first: what the page says would be false elsewhere."""
    places = ((one.label, replace(came, emergency=told.id, place=one.id)) for one in asked.choices)
    choices = (Choice(i18n.pack_text(label), place) for label, place in places)
    question = Text(i18n.pack_text(asked.label), "subheading")
    return Page(i18n.pack_text(told.title), (question, *choices), (home(), back()))


def today(
    page: EmergencyPage, came: Urgent, day: dt.date | None, moments: tuple[Text, ...] = ()
) -> Page:
    """Return what to do today, whom to call, what to keep, what may follow.

    ``day``: today; None while it is in doubt. ``moments``: the last moments, where it was said
    already when the decision was handed over.
    """
    told = page.told
    season = (Text(i18n.pack_text(told.season.told(day))),) if told.season else ()
    calls = Listed(tuple(map(case_words.contact, told.call)))
    seen = (Text(words, "hint") for words in case_words.contacts_seen(told.call))
    blocks: tuple[Block, ...] = (
        Text(i18n.pack_text(told.help)),
        *season,
        Card(
            i18n.text("À faire aujourd’hui"),
            (Steps(tuple(i18n.pack_text(one.label) for one in told.today)),),
        ),
        *((_until_when(page, told.paper, moments),) if told.paper else ()),
        Card(i18n.text("Qui appeler"), (calls, *seen)),
        Card(
            i18n.text("À garder"),
            (Listed(tuple(i18n.pack_text(one.label) for one in told.keep)),),
        ),
        *((Text(i18n.text("Ensuite"), "subheading"),) if page.following else ()),
        *(_following(one, came) for one in page.following),
        why(i18n.pack_text(told.title), (case_words.source(told),)),
        *(() if told.discreet else _sheet()),
    )
    return Page(i18n.pack_text(told.title), blocks, tuple(_foot(came)))


def printed(
    page: EmergencyPage,
    day: dt.date | None,
    moments: tuple[Text, ...] = (),
    options: Options | None = None,
) -> Sheet:
    """Return the page on paper, to be taken along and ticked."""
    use = i18n.text("À faire aujourd’hui")
    return sheet(lambda: on_paper(page, day, moments), "urgent", use, options=options)


def on_paper(page: EmergencyPage, day: dt.date | None, moments: tuple[Text, ...] = ()) -> Page:
    """Return the page without what is said of printing it, and without why: one is in a hurry."""
    shown = today(page, Urgent(), day, moments)
    kept = (one for one in shown.blocks if one not in _sheet())
    return replace(shown, blocks=tuple(map(_in_short, kept)))


def _in_short(block: Block) -> Block:
    if not isinstance(block, Card):
        return block
    inside = tuple(one for one in block.blocks if not isinstance(one, Folded))
    return Card(block.title, inside)


def handed_over(values: Mapping[str, Any]) -> Moment:
    """Return when a decision was handed over: the day alone when its hour is not known."""
    day: dt.date = values[DAY]
    return dt.datetime.combine(day, values[HOUR]) if HOUR in values else day


def last_moments(found: Iterable[LastMoment], today: Today) -> tuple[Text, ...]:
    """Return until when each procedure may be taken, once one has said when it began."""
    lines: list[str] = []
    for one in found:
        lines.append(i18n.pack_text(one.procedure.plain_title))
        lines += case_words.moment_lines(one, today)
    return (Text("\n".join(lines)),) if lines else ()


def _until_when(page: EmergencyPage, paper: Paper, moments: tuple[Text, ...]) -> Card:
    """Ask the day a paper was handed over; its hour, where a delay is counted in hours."""
    day = i18n.pack_text(paper.label)
    hour = Question(
        id=HOUR,
        kind="text",
        label=i18n.text("À quelle heure ?"),
        hint=i18n.text(
            "Par exemple 16:30. Si vous ne savez pas, laissez vide : minuit est compté."
        ),
    )
    asked = [Asked(Question(id=DAY, kind="date", label=day, required=True))]
    if any(map(in_hours, page.dated)):
        asked.append(Asked(hour, read_hour, characters=6))
    blocks = (
        Ask(LAST_MOMENT, tuple(asked)),
        Action(i18n.text("Voir le dernier moment"), Take(LAST_MOMENT)),
        Live(LAST_MOMENT),
    )
    return Card(i18n.text("Jusqu’à quand ?"), moments or blocks)


def _sheet() -> tuple[Block, ...]:
    """Offer the page on paper: one takes it along, and ticks."""
    said = irreversible.before(Irreversible.PRINT)
    return (said, Action(i18n.text("Imprimer cette feuille"), PrintSheet()), Own(STATE))


def _following(found: Following, came: Urgent) -> Card:
    absent = () if found.letters else (Text(case_words.no_letter(), "hint"),)
    letters = (
        Choice(
            i18n.labelled(i18n.text("Écrire la lettre"), i18n.pack_text(item.plain_title)),
            _write(item.id, came),
            "lettre",
        )
        for item in found.letters
    )
    return way(found.procedure, (*absent, *letters))


def _foot(came: Urgent) -> Iterator[Action]:
    """Yield how to go on: with the letter that one came from, or from the first page."""
    if came.pack:
        words = i18n.text("Continuer vers la lettre")
        yield Action(words, _write(came.pack, came), "primary")
    else:
        yield home()
    yield back()


def _write(pack: str, came: Urgent) -> Write:
    return Write(pack, warned=True, dossier=came.dossier if pack == came.pack else "")
