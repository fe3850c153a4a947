"""What a person may say that happened in a dossier: one value for each thing, a closed union."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.workflow.matter import timeline
from desktop_app.workflow.matter.next_steps import Answer


@dataclass(frozen=True, slots=True)
class Slip:
    """What the post office gave.

    Attributes:
        number: of the registered letter; empty when there is none.
        proof: bytes of a photo or a PDF of the slip; none when empty.
        title: how the proof is called in the safe.
    """

    number: str = ""
    proof: bytes = b""
    title: str = ""


NO_SLIP = Slip()


@dataclass(frozen=True, slots=True)
class DecisionReceived:
    """A decision came."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class Printed:
    """The paper made last was printed."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter left."""

    day: dt.date
    slip: Slip = NO_SLIP


@dataclass(frozen=True, slots=True)
class ReceiptReturned:
    """The body received the letter."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class AnswerReceived:
    """The body answered."""

    day: dt.date
    answer: Answer


@dataclass(frozen=True, slots=True)
class PapersAsked:
    """A paper is asked for; ``until``: the last day to give it, None when nobody said it."""

    day: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class WrongBody:
    """The body says that it is not the right one."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class SilenceReached:
    """Nobody answered in time; since which day is computed."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """What there will be to do that day, in the person's own words."""

    day: dt.date
    what: str


Happened = (
    DecisionReceived
    | Printed
    | Posted
    | ReceiptReturned
    | AnswerReceived
    | PapersAsked
    | WrongBody
    | SilenceReached
    | ToDo
)


def of_kind(  # noqa: PLR0911 (one case a thing)
    kind: str,
    day: dt.date,
    *,
    slip: Slip = NO_SLIP,
    answer: Answer = "",
    until: dt.date | None = None,
    what: str = "",
) -> Happened:
    """Return what a page or a command asked for by the kind of its event in ``timeline.py``."""
    match kind:
        case timeline.DECISION:
            return DecisionReceived(day)
        case timeline.PRINTED:
            return Printed(day)
        case timeline.POSTED:
            return Posted(day, slip)
        case timeline.RECEIPT:
            return ReceiptReturned(day)
        case timeline.PAPERS_ASKED:
            return PapersAsked(day, until)
        case timeline.WRONG_BODY:
            return WrongBody(day)
        case timeline.SILENCE_REACHED:
            return SilenceReached()
        case timeline.TO_DO:
            return ToDo(day, what)
        case _:
            return AnswerReceived(day, answer)
