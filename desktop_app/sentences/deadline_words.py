"""The facts of a ``Deadline`` in words, for the command line and the screens alike."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.deadlines import advice
from desktop_app.core.deadlines.freshness import Old
from desktop_app.core.deadlines.model import Advice, Deadline, Step, Value
from desktop_app.core.deadlines.procedures import Delay
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.moment import Today
from desktop_app.core.sourced import Source
from desktop_app.sentences.verdict_words import headline, lines, say

DIFFERS = ("notification-plus-tot", "notification-plus-tard", "notification-sans-effet")
PERHAPS_LATE = ("peut-etre-tard", "peut-etre-tard-sans-jour")
OLD = ("regle-ancienne", "regle-a-relire")
"""What is told of a rule that was read too long ago."""
ON_PAPER = (
    "urgence",
    *OLD,
    *PERHAPS_LATE,
    *DIFFERS,
    "horloge-suspecte",
    "secours-possible",
    "secours-inopposable",
    "il-reste",
    "autre-cas-plus-tot",
    "secours-un-an",
    "inopposable",
    "refus-pas-ne",
    "prematuree",
    "fenetre-pas-ouverte",
    "confiance-basse",
)


def step(told: Step) -> str:
    """Return one step as a sentence, with the article it rests on."""
    values: dict[str, Value] = {
        "day": told.moment,
        "name": told.name,
        "n": told.number,
    }
    values["number"] = told.number
    if told.unit:
        values["length"] = say(f"unit-{told.unit}", n=told.number)
    if told.on is not None:
        values["on"] = told.on
    sentence = say(f"step-{told.code}", **values)
    return f"{sentence} [{i18n.cited(told.article)}]" if told.article else sentence


def warning(told: Advice) -> str:
    """Return one warning as a sentence or two."""
    values = dict(told.values)
    if told.code in ("a-verifier", *OLD) and isinstance(seen := values["day"], dt.date):
        values["day"] = i18n.long_date(seen)
    if "procedures" in values:
        titles = str(values["procedures"]).split(" ; ")
        values["procedures"] = " ; ".join(map(i18n.pack_text, titles))
    return say(f"warning-{told.code}", **values)


def old(found: Old) -> str:
    """Return that what a paper rests on was read too long ago."""
    return warning(advice.old(found))


def old_rule(found: Deadline) -> tuple[str, ...]:
    """Return that the rule of a day was read too long ago, if it was."""
    return tuple(warning(one) for one in found.warnings if one.code in OLD)


def until(found: Deadline, today: Today) -> tuple[str, ...]:
    """Return the day to aim at, until when the letter received says, and the last legal day."""
    said = verdict(found, today)
    return (headline(said), *lines(said))


def beside_the_law(found: Deadline) -> list[str]:
    """Return what a body may say against the day shown, and what the letter received says."""
    shown = (*PERHAPS_LATE, *DIFFERS)
    return [warning(told) for told in found.warnings if told.code in shown]


def length(delay: Delay) -> str:
    """Return how long a delay is: "2 mois"."""
    if delay.unit == "31-decembre":
        return i18n.plural(
            "jusqu’au 31 décembre de l’année suivante",
            "jusqu’au 31 décembre de la {n}e année suivante",
            delay.value,
        )
    return say(f"unit-{delay.unit}", n=delay.value)


def rule(found: Deadline) -> str:
    """Return the rule of counting in one sentence."""
    return say(f"rule-{found.rule}") if found.rule else ""


def source(told: Source) -> str:
    """Return a source in one line: articles, where they were read, when, how sure."""
    articles = i18n.cited(" ; ".join(told.articles))
    seen = say(
        "label-seen", day=i18n.long_date(told.seen_on), confidence=i18n.text(told.confidence)
    )
    return f"{articles} ({read_in(told)}). {seen}"


def read_in(told: Source) -> str:
    """Return the names of what a source was read in."""
    return " ; ".join(map(i18n.pack_text, told.title.splitlines()))


def legal_name(title: str) -> str:
    """Return what the law calls a procedure, to be shown after its plain title."""
    return i18n.labelled(i18n.text("Nom officiel"), i18n.pack_text(title))
