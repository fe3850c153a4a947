"""Where the answer to a letter leads, beside what the letter says of it: to whom, until when."""

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass

from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.core.errors import AppError
from desktop_app.core.received.rules import Remedy, Rules
from desktop_app.workflow.guidance import received
from desktop_app.workflow.guidance.deadlines import deadline_for, fitting_events
from desktop_app.workflow.guidance.received import Looked
from desktop_app.workflow.tools import Tools

BY_POST = "lettre-simple"
"""Until one says how the letter came: it may have come by post, and be counted from its date."""


@dataclass(frozen=True, slots=True)
class Way:
    """The usual answer to a letter.

    Attributes:
        bodies: whom it may be written to, of ``law/bodies.toml``.
        procedure: what it begins; None where it begins none.
        deadline: until when, by the date of the letter and by its own delay, once both are known.
    """

    pack: str
    bodies: Set[str]
    procedure: Procedure | None
    deadline: Deadline | None


def way(tools: Tools, looked: Looked) -> Way | None:
    """Return where the usual answer to a letter of this kind leads; None when there is none."""
    packs = received.answers(looked, tools.received_rules)
    if not packs:
        return None
    definition = tools.catalogue.letter(packs[0])
    name = definition.procedure
    procedure = tools.law.procedure(name) if name else None
    bodies = frozenset(one.id for one in definition.recipient.body)
    return Way(packs[0], bodies, procedure, _deadline(tools, looked, procedure))


def named(looked: Looked, rules: Rules) -> tuple[Remedy, ...]:
    """Return whom the letter says to write to, as she confirmed it."""
    said = looked.said.get("remedies", ())
    return tuple(one for one in rules.remedies if one.id in said)


def notice(looked: Looked) -> WrittenDelay | dt.date | None:
    """Return what the letter says of its own delay: its last day, else its length."""
    last, length = looked.one("last_day"), looked.one("delay")
    if isinstance(last, dt.date):
        return last
    return length if isinstance(length, WrittenDelay) else None


def _deadline(tools: Tools, looked: Looked, procedure: Procedure | None) -> Deadline | None:
    day, said = looked.one("written_on"), notice(looked)
    if procedure is None or said is None or not isinstance(day, dt.date):
        return None
    law, today = tools.law, tools.clock.today()
    if all(one.event.id != BY_POST for one in fitting_events(law, procedure.id)):
        return None
    try:
        return deadline_for(law, Request(procedure.id, BY_POST, day, today, notice=said))
    except AppError:  # such days tell no deadline; the interview will ask
        return None
