"""What one may do with a letter received, and what it says of that beside what the law says."""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.deadlines.verdict import first_day
from desktop_app.core.moment import Today
from desktop_app.core.received.rules import Remedy, Rules
from desktop_app.core.record import record
from desktop_app.pages import until
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Block, Card, Choice, Gesture, Text
from desktop_app.sentences import deadline_words, road_words
from desktop_app.sentences.verdict_words import say
from desktop_app.workflow.guidance import received
from desktop_app.workflow.guidance.received import Looked
from desktop_app.workflow.guidance.received_way import Way, named, notice

DAYS = {"heures": 1 / 24, "jours": 1, "semaines": 7, "mois": 30, "annees": 365}
"""Near enough to tell which of two lengths is the shorter one."""


@record(frozen=True)
class ChooseMyself(Gesture):
    """Look for what to write, to this family; "" when it is not known."""

    family: str


def following(looked: Looked, rules: Rules, way: Way | None, today: Today) -> Iterator[Block]:
    """Yield what one may do now, once the kind of letter or its sender is known.

    ``way``: where the usual answer leads; None while it is not known.
    """
    letters = received.answers(looked, rules)
    yield Text(i18n.text("Et maintenant"), "subheading")
    if way is not None:
        yield from _until(looked, way, today)
        yield from _to_whom(named(looked, rules), way)
    if letters:
        yield Choice(i18n.text("Répondre à cette lettre"), Write(letters[0]), "lettre")
    words = i18n.text("Choisir moi-même quoi écrire")
    yield Choice(words, ChooseMyself(received.family(looked, rules)), "bureau")


def length_words(delay: WrittenDelay) -> str:
    """Return a length that a letter writes: "2 mois"."""
    return say(f"unit-{delay.unit}", n=delay.value)


def _until(looked: Looked, way: Way, today: Today) -> Iterator[Block]:
    """Yield until when, by what was confirmed; where the letter and the law differ, both."""
    said = notice(looked)
    if way.deadline is not None and first_day(way.deadline) is not None:
        counted = i18n.text(
            "Compté de la date de la lettre, par prudence. Le jour où vous l’avez reçue vous sera "
            "demandé."
        )
        days = until.until(way.deadline, today)
        yield Card(i18n.text("Jusqu’à quand ?"), (*days, Text(counted, "hint")))
    if way.procedure is not None and isinstance(said, WrittenDelay):
        yield from _lengths(said, way.procedure)


def _lengths(said: WrittenDelay, procedure: Procedure) -> Iterator[Text]:
    law = procedure.delay
    if law is None or law.unit not in DAYS or procedure.confidence == "basse":
        return
    if (law.value, law.unit) == (said.value, said.unit):
        yield Text(i18n.text("La loi donne le même délai que votre lettre."), "hint")
        return
    shorter = said.value * DAYS[said.unit] < law.value * DAYS[law.unit]
    mine, its = length_words(said), deadline_words.length(law)
    words = i18n.text(
        "Votre lettre dit : {letter}. La loi dit : {law}. Comptez le plus court : {short}."
    )
    yield Text(words.format(letter=mine, law=its, short=mine if shorter else its), "label")


def _to_whom(remedies: Sequence[Remedy], way: Way) -> Iterator[Text]:
    """Yield whether the answer goes where the letter says, when both are known."""
    known = [one for one in remedies if one.bodies]
    there = [one for one in known if not way.bodies.isdisjoint(one.bodies)]
    if there:
        words = i18n.text("La réponse proposée écrit là où le dit votre lettre : {names}.")
        yield Text(words.format(names=_names(there)))
    elif known and way.procedure is not None:
        words = i18n.text(
            "Votre lettre dit d’écrire ailleurs que la réponse proposée : {names}. Suivez votre "
            "lettre, ou demandez conseil avant d’envoyer."
        )
        yield Text(words.format(names=_names(known)), "label")
        yield Text(road_words.said(way.procedure), "hint")


def _names(remedies: Sequence[Remedy]) -> str:
    return ", ".join(i18n.pack_text(one.name) for one in remedies)
