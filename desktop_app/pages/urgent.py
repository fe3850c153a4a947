"""Urgent: which case, then where if the law depends on it, then what to do today."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app import i18n
from desktop_app.core.deadlines.cases import Asked, Emergency
from desktop_app.pages.destinations import Urgent
from desktop_app.pages.foot import back, home
from desktop_app.pages.gestures import PrintSheet, Write
from desktop_app.pages.page import Action, Block, Card, Choice, Listed, Own, Page, Steps, Text
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.urgent import EmergencyPage, Following

LAST_MOMENT = "last-moment"
"""The place where one says when a decision was handed over."""
STATE = "state"
"""The place where it is told what becomes of the sheet."""


def which(found: Iterable[Emergency]) -> Page:
    """Return the list of emergencies."""
    choices = (
        Choice(i18n.pack_text(one.title), Urgent(emergency=one.id), "urgent") for one in found
    )
    asked = Text(i18n.text("Quel est votre cas ?"), "subheading")
    return Page(i18n.text("Urgent"), (asked, *choices), (home(), back()))


def where(told: Emergency, asked: Asked, came: Urgent) -> Page:
    """Ask the place first: what the page says would be false elsewhere."""
    places = ((one.label, replace(came, emergency=told.id, place=one.id)) for one in asked.choices)
    choices = (Choice(i18n.pack_text(label), place, "urgent") for label, place in places)
    question = Text(i18n.pack_text(asked.label), "subheading")
    return Page(i18n.pack_text(told.title), (question, *choices), (home(), back()))


def today(page: EmergencyPage, came: Urgent) -> Page:
    """Return what to do today, whom to call, what to keep, what may follow."""
    told = page.told
    dated = any(one.procedure.delay is not None for one in page.following)
    calls = (Text(case_words.contact(one)) for one in told.call)
    seen = (Text(words, "hint") for words in case_words.contacts_seen(told.call))
    blocks: tuple[Block, ...] = (
        Text(i18n.pack_text(told.help)),
        Card(
            i18n.text("À faire aujourd’hui"),
            (Steps(tuple(i18n.pack_text(one.label) for one in told.today)),),
        ),
        *((Own(LAST_MOMENT),) if dated else ()),
        Card(i18n.text("Qui appeler"), (*calls, *seen)),
        Card(
            i18n.text("À garder"),
            (Listed(tuple(i18n.pack_text(one.label) for one in told.keep)),),
        ),
        *((Text(i18n.text("Ensuite"), "subheading"),) if page.following else ()),
        *(_following(one, came) for one in page.following),
        Text(case_words.source(told), "hint"),
        *(() if told.discreet else _sheet()),
    )
    return Page(i18n.pack_text(told.title), blocks, tuple(_foot(came)))


def _sheet() -> tuple[Block, ...]:
    """Offer the page on paper: one takes it along, and ticks."""
    return (Action(i18n.text("Imprimer cette feuille"), PrintSheet()), Own(STATE))


def _following(found: Following, came: Urgent) -> Card:
    lines = (Text(words, "hint") for words in case_words.following_lines(found))
    letters = (
        Choice(
            i18n.labelled(i18n.text("Écrire la lettre"), i18n.pack_text(item.plain_title)),
            _write(item.id, came),
            "lettre",
        )
        for item in found.letters
    )
    return Card(i18n.pack_text(found.procedure.plain_title), (*lines, *letters))


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
