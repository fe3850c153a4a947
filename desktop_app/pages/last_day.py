"""The last day to act, said on its own page as soon as it is known; then in the bar."""

from desktop_app import i18n
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.moment import Today, day_of
from desktop_app.pages import until
from desktop_app.pages.foot import back
from desktop_app.pages.page import Page, Text
from desktop_app.pages.questions import go_on


def page(found: Deadline, today: Today) -> Page:
    """Return the day, how long it leaves, and why; what remains once it is over."""
    left = left_words(found, today)
    return Page(
        i18n.text("Votre dernier jour pour agir"),
        (*((Text(left, "subheading"),) if left else ()), until.card(found, today, explained=False)),
        (go_on(), back()),
        (left, *(one.words for one in until.until(found, today)[:1])),
    )


def left_words(found: Deadline, today: Today) -> str:
    """Return how long is left until the day to aim at; "" where there is no such day."""
    said = verdict(found, today)
    if said.is_over:
        return i18n.text("Le délai est passé")
    if said.is_for_today:
        return i18n.text("À faire aujourd’hui")
    if said.state != "to-come" or said.day is None:
        return ""
    days = (day_of(said.day) - day_of(today)).days
    return i18n.plural("Il vous reste {n} jour", "Il vous reste {n} jours", days)
