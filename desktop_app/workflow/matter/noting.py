"""Noting in a dossier what a person says happened: one function for the window and for commands."""

import datetime as dt
from dataclasses import dataclass
from typing import assert_never

from desktop_app.core.deadlines.law import Law
from desktop_app.core.records import Event
from desktop_app.workflow.matter import corrections, followup
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.happened import (
    NO_SLIP,
    AnswerReceived,
    DecisionReceived,
    Happened,
    PapersAsked,
    Posted,
    Printed,
    ReceiptReturned,
    SilenceReached,
    Slip,
    ToDo,
    WrongBody,
)
from desktop_app.workflow.matter.law_moved import see
from desktop_app.workflow.matter.next_steps import DECIDED, Answer
from desktop_app.workflow.matter.proofs import expect_legible, file_proof
from desktop_app.workflow.matter.sense import expect_past
from desktop_app.workflow.matter.timeline import POSTED, matter, unanswered
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Correction:
    """What is written in place of what was noted.

    Attributes:
        day: when it happened.
        slip: of a posting; a proof replaces the one that was kept.
        answer: what an answer says.
        until: the last day to give the paper that is asked for; None when nobody said it.
    """

    day: dt.date
    slip: Slip = NO_SLIP
    answer: Answer = ""
    until: dt.date | None = None


def note(
    tools: Tools, safe: Safe, dossier: str, happened: Happened, *, procedure: str | None = None
) -> None:
    """Write one thing that happened, its proof with it, whole or not at all.

    Args:
        procedure: of which letter, when the dossier has several; "" for one that is a step of none,
            None when it is for us to find.

    Raises:
        DayInFuture, DayTooOld, NothingPosted and the refusals of ``workflow/matter/sense.py``; what
        refuses a proof (``workflow/matter/proofs.py``). Nothing is written then.
    """
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=tools.clock.today())
    if isinstance(happened, Posted):
        _expect_legible(tools, happened.slip)
    if isinstance(happened, DecisionReceived) and procedure is None and _decides(tools.law, found):
        happened = AnswerReceived(happened.day, "refus")
    about = _about(found, happened) if procedure is None else procedure
    with safe.act():
        see(safe, tools.law, tools.catalogue, found.dossier.id, tools.clock.today())
        _write(tools, safe, found, happened, about)


def _write(tools: Tools, safe: Safe, found: OpenDossier, happened: Happened, about: str) -> None:
    law, dossier, today = tools.law, found.dossier.id, tools.clock.today()
    match happened:
        case DecisionReceived(day):
            followup.decision_received(safe, law, dossier, procedure=about, day=day, today=today)
        case Printed(day):
            if found.paper is not None:
                expect_past(day, today)
                followup.printed(safe, dossier, found.paper.id, procedure=about, day=day)
        case Posted(day, slip):
            followup.posted(
                safe,
                law,
                dossier,
                procedure=about,
                day=day,
                today=today,
                number=slip.number.strip(),
                proof=_file_proof(tools, safe, dossier, slip, day),
                papers=found.papers.of(about),
            )
        case ReceiptReturned(day):
            followup.receipt_returned(safe, law, dossier, procedure=about, day=day, today=today)
        case AnswerReceived(day, answer):
            followup.answer_received(
                safe, law, dossier, procedure=about, answer=answer, day=day, today=today
            )
        case PapersAsked(day, until):
            followup.papers_asked(
                safe, law, dossier, procedure=about, day=day, today=today, until=until
            )
        case WrongBody(day):
            followup.wrong_body(safe, law, dossier, procedure=about, day=day, today=today)
        case SilenceReached():
            followup.silence_reached(safe, law, dossier, procedure=about, today=today)
        case ToDo(day, what):
            followup.to_do(safe, dossier, what=what, day=day, today=today)
        case _:
            assert_never(happened)


def _decides(law: Law, found: OpenDossier) -> bool:
    """Tell whether a decision that comes now was taken on what was posted (observations made)."""
    name = unanswered(found.events)
    steps = law.procedure(name).next if name else ()
    return any(DECIDED in step.opened_by for step in steps)


def _about(found: OpenDossier, happened: Happened) -> str:
    """Return of which letter something is said.

    One posts what one made last, and receives an answer to what was posted last; a reminder asks
    nothing new: what is answered then is what it reminded of.
    """
    match happened:
        case Posted() | Printed():
            return found.papers.to_post
        case ReceiptReturned() if found.sent is not None:
            return found.sent.procedure
        case AnswerReceived() | PapersAsked() | WrongBody() | SilenceReached():
            return matter(found.events) or found.procedure
        case _:
            return found.procedure


def correct(tools: Tools, safe: Safe, dossier: str, event: Event, said: Correction) -> None:
    """Write what was noted in another way; a proof that is replaced goes to the bin.

    Raises:
        DayNotOurs, and what ``note`` raises. Nothing is written then.
    """
    today, posting = tools.clock.today(), event.kind == POSTED
    _expect_legible(tools, said.slip)
    with safe.act():
        if see(safe, tools.law, tools.catalogue, dossier, today):
            event = next(one for one in safe.events.timeline(dossier) if one.id == event.id)
        filed = _file_proof(tools, safe, dossier, said.slip, said.day) or None
        if filed is not None and event.document_id and posting:
            safe.bin.put(event.document_id, on=today)
        corrections.correct(
            safe,
            tools.law,
            dossier,
            event,
            day=said.day,
            today=today,
            number=said.slip.number.strip() if posting else None,
            proof=filed,
            answer=said.answer,
            until=said.until,
        )


def _expect_legible(tools: Tools, slip: Slip) -> None:
    if slip.proof:
        expect_legible(slip.proof, tools)


def _file_proof(tools: Tools, safe: Safe, dossier: str, slip: Slip, day: dt.date) -> str:
    if not slip.proof:
        return ""
    return file_proof(
        safe,
        slip.proof,
        title=slip.title,
        on=day,
        readers=tools,
        dossier=dossier,
    )
