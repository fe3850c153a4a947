"""What comes next on a dossier: what silence will mean, from which day, then what and until when.

Pure: the law, the facts and today are given. Both dates of every step come from the one engine.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.deadlines.counting import later
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.procedures import Next, Procedure, Silence
from desktop_app.core.deadlines.request import Request
from desktop_app.workflow.deadlines import deadline_for

State = Literal["a-envoyer", "attente", "silence", "reponse"]
Answer = Literal["", "refus", "partielle", "tardive", "favorable", "fin-mediation"]

# One body, then a remark on it; "(ou …)" is another body, not a remark.
GLOSSED = re.compile(r"([^(;:]+) \((?!ou )[^()]*\)")
# Which event an answer is, for the steps that it opens.
EVENTS: dict[Answer, str] = {
    "refus": "rejet-expres",
    "partielle": "rejet-expres",
    "tardive": "rejet-expres",
    "favorable": "delai-prefet-expire",
    "fin-mediation": "fin-mediation",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a dossier stands.

    Attributes:
        procedure: id of the procedure under way.
        posted: day of posting; None when nothing was sent.
        received: day the body received it (the receipt); the clock of silence starts there.
        answered, answer: day and kind of the answer; "" while there is none.
    """

    procedure: str
    today: dt.date
    posted: dt.date | None = None
    received: dt.date | None = None
    answered: dt.date | None = None
    answer: Answer = ""
    territory: str = "metropole"
    residence: str = ""


@dataclass(frozen=True, slots=True)
class SilenceDay:
    """A day on which silence takes a meaning.

    ``day`` is None before posting. ``estimated``: counted from the posting because the receipt is
    not known: it cannot come earlier. ``when``: the case it is about, empty for the usual one.
    """

    effect: Literal["rejet", "acceptation", "autre"]
    meaning: str
    when: str
    basis: str
    day: dt.date | None
    estimated: bool
    reached: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step that may follow; ``deadline`` is None while nothing opens it, or without a date.

    ``procedure`` is empty for a step outside the law's files: both titles then say it in words.
    ``to`` is who receives it, in short.
    """

    procedure: str
    title: str
    plain_title: str
    when: str
    delay: str
    deadline: Deadline | None
    to: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What comes next, in the order of the law's file."""

    state: State
    silences: tuple[SilenceDay, ...]
    steps: tuple[NextStep, ...]

    @property
    def usual(self) -> SilenceDay | None:
        """What silence means in the ordinary case, the first of the law's file."""
        return next((one for one in self.silences if not one.when), None)

    @property
    def open_steps(self) -> tuple[NextStep, ...]:
        """What may follow; after an answer, only what this answer opens."""
        return tuple(
            step
            for step in self.steps
            if self.state != "reponse" or step.deadline is not None or not step.procedure
        )


def follow_up(law: Law, situation: Situation) -> FollowUp:
    """Return what comes next for a dossier.

    Raises the refusals of the deadline engine (``core/deadlines/check.py``) for impossible days.
    """
    procedure = law.procedure(situation.procedure)
    silences = tuple(_silences(law, procedure, situation))
    return FollowUp(
        state=_state(situation, silences),
        silences=silences,
        steps=tuple(_step(law, step, situation) for step in procedure.next),
    )


def _state(situation: Situation, silences: tuple[SilenceDay, ...]) -> State:
    if situation.answer:
        return "reponse"
    if situation.posted is None and situation.received is None:
        return "a-envoyer"
    usual = next((s for s in silences if not s.when), None)
    return "silence" if usual and usual.reached and not usual.estimated else "attente"


def _silences(law: Law, procedure: Procedure, situation: Situation) -> Iterator[SilenceDay]:
    """Yield what silence on this step will mean; nothing once there is an answer."""
    if situation.answer:
        return
    group = law.tables.territories[situation.territory].group
    here = [s for s in procedure.silence if s.where in ("", group)]
    begins = situation.received or situation.posted
    for silence in [s for s in here if s.opens == "suite"] or here:
        yield _silence(silence, begins, situation)


def _silence(silence: Silence, begins: dt.date | None, situation: Situation) -> SilenceDay:
    day = later(begins, silence.value, silence.unit) if begins else None
    return SilenceDay(
        effect=silence.effect,
        meaning=silence.meaning,
        when=silence.when,
        basis=silence.basis,
        day=day,
        estimated=day is not None and situation.received is None,
        reached=day is not None and day <= situation.today,
    )


def _step(law: Law, step: Next, situation: Situation) -> NextStep:
    if not step.procedure:
        return NextStep("", step.step, step.step, step.when, step.delay, None)
    procedure = law.procedure(step.procedure)
    found = _opened(law, step, situation)
    to = in_short(procedure.recipient)
    names = procedure.id, procedure.title, procedure.plain_title
    return NextStep(*names, step.when, step.delay, found, to)


def in_short(recipient: str) -> str:
    """Return who receives a step without what only explains it; several cases stay all told."""
    gloss = GLOSSED.fullmatch(recipient)
    return gloss[1] if gloss else recipient


def _opened(law: Law, step: Next, situation: Situation) -> Deadline | None:
    """Return the deadline of a step that the facts open: an answer, or silence since a receipt."""
    event, date = EVENTS.get(situation.answer, "rejet-implicite"), situation.received
    if situation.answer:
        date = situation.answered
    if date is None or event not in step.opened_by:
        return None
    request = Request(
        procedure=step.procedure,
        event=event,
        date=date,
        today=situation.today,
        of=situation.procedure,
        territory=situation.territory,
        residence=situation.residence,
        request_received=situation.received if event == "rejet-expres" else None,
    )
    return deadline_for(law, request)
