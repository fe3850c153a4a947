"""Is today's date right? Asked where it cannot be; until then nothing is counted from it."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice, Question
from desktop_app.pages.gestures import Believe
from desktop_app.pages.page import Action, Ask, Page, Problem, Take
from desktop_app.workflow.safes.todays_date import DateInDoubt

ASKED = "today"
RIGHT, FALSE = "right", "false"


def page(today: dt.date, doubt: DateInDoubt | None) -> Page:
    """Return which day it is, for whom no other page says; and the question, when it is asked."""
    heading = i18n.text("Nous sommes le {day}.").format(day=i18n.long_date(today))
    if doubt is None:
        return Page(heading, (), ())
    believe = Action(i18n.text("Si elle est juste"), Believe())
    return Page(heading, (believe,), (), problem=asked(doubt))


def asked(doubt: DateInDoubt) -> Problem:
    """Ask whether the date is right, saying why it is asked."""
    choices = (
        Choice(id=RIGHT, label=i18n.text("Oui, c’est bien ce jour")),
        Choice(id=FALSE, label=i18n.text("Non, cette date est fausse")),
    )
    label = i18n.text("Cette date est-elle juste ?")
    question = Question(id=ASKED, kind="choice", label=label, choices=choices)
    ask = Ask(ASKED, (Asked(question, empty="answer-required"),))
    go_on = Action(i18n.text("Continuer"), Take(ASKED), "primary")
    return Problem(why(doubt), (ask, go_on), asks=True)


def why(doubt: DateInDoubt) -> str:
    """Return which day this computer says, and why it can hardly be that one."""
    told = i18n.text("Cet ordinateur dit que nous sommes le {today}.")
    since = {
        "before-release": i18n.text("Ce programme a été relu après, le {day}."),
        "before-safe": i18n.text("Ce coffre a été ouvert après, le {day}."),
        "too-far": i18n.text("Ce programme a été relu il y a plus de dix ans, le {day}."),
    }[doubt.why or "before-release"]
    words = f"{told} {since}"
    return words.format(today=i18n.weekday_date(doubt.today), day=i18n.long_date(doubt.since))


def to_mend() -> Problem:
    """Return what to do with a date that is false."""
    return Problem(
        i18n.text(
            "Corrigez la date dans les réglages de l’ordinateur, puis rouvrez ce programme. "
            "En attendant, les dates sont données sans compter les jours, et rien n’est effacé."
        )
    )
