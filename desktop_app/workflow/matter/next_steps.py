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
from desktop_app.core.deadlines.road import NO_ROAD, Road
from desktop_app.workflow.guidance.deadlines import deadline_for

State = Literal["a-envoyer", "attente", "silence", "reponse"]
Answer = Literal["", "refus", "partielle", "tardive", "favorable", "fin-mediation"]

# One body, then a remark on it; "(ou …)" is another body, not a remark.
GLOSSED = re.compile(r"([^(;:]+) \((?!ou )[^()]*\)")
DECIDED = "notification"
REFUSED = ("rejet-expres", DECIDED, "motifs-communiques")
"""A refusal of what was asked; a decision taken after observations; the reasons of a refusal."""
UNANSWERED = ("rejet-implicite", "motifs-non-communiques")
# Which events an answer may be, "" being the silence; a step is opened by the first that it knows.
EVENTS: dict[Answer, tuple[str, ...]] = {
    "": UNANSWERED,
    "refus": REFUSED,
    "partielle": REFUSED,
    "tardive": REFUSED,
    "favorable": ("delai-prefet-expire", "motifs-communiques"),
    "fin-mediation": ("fin-mediation",),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a dossier stands.

    Attributes:
        procedure: id of the procedure under way.
        posted: day of posting; None when nothing was sent.
        received: day the body received it (the receipt); the clock of silence starts there.
        answered, answer: day and kind of the answer; "" while there is none.
        road: what is known of who writes, and of what came before.
    """

    procedure: str
    today: dt.date
    posted: dt.date | None = None
    received: dt.date | None = None
    answered: dt.date | None = None
    answer: Answer = ""
    road: Road = NO_ROAD
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
    ``told``: to whom, what, until when, at what cost, for this person. ``any_day``: nothing has to
    happen before it (an urgent request to the judge, an appeal that must not wait for the
    mediator). ``on_decision``: a decision is awaited before it, of which one only said what one
    thinks.
    ``fits``: the answer, or the silence, leads to it.
    """

    procedure: str
    title: str
    plain_title: str
    when: str
    delay: str
    deadline: Deadline | None
    told: str = ""
    basis: str = ""
    any_day: bool = False
    on_decision: bool = False
    fits: bool = True


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What comes next, in the order of the law's file."""

    state: State
    silences: tuple[SilenceDay, ...]
    steps: tuple[NextStep, ...]
    answer: Answer = ""

    @property
    def usual(self) -> SilenceDay | None:
        """What silence means in the ordinary case, the first of the law's file."""
        return next((one for one in self.silences if not one.when), None)

    @property
    def open_steps(self) -> tuple[NextStep, ...]:
        """What may follow: once something happened, only where it leads.

        Where a refusal leads nowhere by itself, every step is told: nobody is left with nothing.
        """
        if not self._is_known:
            return self.steps
        fitting = tuple(step for step in self.steps if step.fits)
        return fitting or (() if self.answer == "favorable" else self.steps)

    @property
    def _is_known(self) -> bool:
        usual = self.usual
        refused = usual is not None and usual.reached and usual.effect == "rejet"
        return bool(self.answer) or refused


def follow_up(law: Law, situation: Situation) -> FollowUp:
    """Return what comes next for a dossier.

    Raises the refusals of the deadline engine (``core/deadlines/check.py``) for impossible days.
    """
    procedure = law.procedure(situation.procedure)
    silences = tuple(_silences(law, procedure, situation))
    return FollowUp(
        state=_state(situation, silences),
        silences=silences,
        steps=tuple(
            _step(law, step, situation)
            for step in procedure.next
            if situation.road.concerns(step, procedure.id)
        ),
        answer=situation.answer,
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
    group = law.tables.territories[situation.road.territory].group
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
    fits = bool(_event(step, situation)) if step.opened_by else situation.answer != "favorable"
    if not step.procedure:
        return outside(step, fits=fits)
    procedure = law.procedure(step.procedure)
    return NextStep(
        step.procedure,
        procedure.title,
        step.plain_title or procedure.plain_title,
        step.when,
        step.delay,
        _opened(law, step, situation),
        step.said or situation.road.said(procedure),
        step.basis,
        any_day=not step.opened_by,
        on_decision=DECIDED in step.opened_by,
        fits=fits,
    )


def outside(step: Next, *, fits: bool = True) -> NextStep:
    """Return a step of no procedure of the law's files."""
    title = step.plain_title or step.step
    return NextStep(
        "", step.step, title, step.when, step.delay, None, step.said, step.basis, fits=fits
    )


def _event(step: Next, situation: Situation) -> str:
    """Return which event the answer, or its absence, is for this step; "" when it is none."""
    return next((one for one in EVENTS[situation.answer] if one in step.opened_by), "")


def in_short(recipient: str) -> str:
    """Return who receives a step without what only explains it; several cases stay all told."""
    gloss = GLOSSED.fullmatch(recipient)
    return gloss[1] if gloss else recipient


def _opened(law: Law, step: Next, situation: Situation) -> Deadline | None:
    """Return the deadline of a step that the facts open: an answer, or silence since a receipt."""
    event = _event(step, situation)
    date = situation.answered if situation.answer else situation.received
    if event == "motifs-non-communiques":
        date = _asked_in_vain(law, situation)
    if date is None or not event:
        return None
    request = Request(
        procedure=step.procedure,
        event=event,
        date=date,
        today=situation.today,
        of=situation.procedure,
        territory=situation.road.territory,
        residence=situation.residence,
        request_received=situation.received if event == "rejet-expres" else None,
    )
    return deadline_for(law, request)


def _asked_in_vain(law: Law, situation: Situation) -> dt.date | None:
    """Return the day when the reasons were asked for, once they are late: the year runs from it."""
    silences = _silences(law, law.procedure(situation.procedure), situation)
    late = any(one.reached and not one.estimated for one in silences)
    return (situation.posted or situation.received) if late else None
