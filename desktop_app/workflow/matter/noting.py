"""Noting in a dossier what a person says happened: one function for the window and for commands."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.core.deadlines.law import Law
from desktop_app.core.records import Event
from desktop_app.workflow.matter import corrections, followup
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.next_steps import DECIDED, Answer
from desktop_app.workflow.matter.proofs import expect_legible, file_proof
from desktop_app.workflow.matter.sense import expect_past
from desktop_app.workflow.matter.timeline import (
    ANSWER,
    DECISION,
    PAPERS_ASKED,
    POSTED,
    PRINTED,
    RECEIPT,
    SILENCE_REACHED,
    TO_DO,
    WRONG_BODY,
    matter,
    unanswered,
)
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

KINDS = (
    DECISION,
    PRINTED,
    POSTED,
    RECEIPT,
    ANSWER,
    PAPERS_ASKED,
    WRONG_BODY,
    SILENCE_REACHED,
    TO_DO,
)
"""What can be noted; the day of a silence is computed, never noted."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person says of one thing that happened.

    Attributes:
        day: when; not read for a silence.
        number: of the registered letter, as it is on the slip.
        proof: bytes of a photo or a PDF of the slip; none when empty.
        proof_title: how the proof is called in the safe.
        answer: what an answer says.
        procedure: of which letter, when the dossier has several; "" for one that is a step of none,
            None when it is for us to find.
        what: what there will be to do, for a reminder.
        until: the last day to give the paper that is asked for; None when nobody said it.
    """

    day: dt.date
    number: str = ""
    proof: bytes = b""
    proof_title: str = ""
    answer: Answer = ""
    procedure: str | None = None
    what: str = ""
    until: dt.date | None = None


def note(tools: Tools, safe: Safe, dossier: str, kind: str, noted: Noted) -> None:
    """Write one thing that happened, its proof with it, whole or not at all.

    Raises:
        DayInFuture, DayTooOld, NothingPosted and the refusals of ``workflow/matter/sense.py``; what
        refuses a proof (``workflow/matter/proofs.py``). Nothing is written then.
    """
    law, today = tools.law, tools.clock.today()
    found = open_dossier(safe, law, tools.catalogue, dossier, today=today)
    _expect_legible(tools, noted)
    if kind == DECISION and noted.procedure is None and _decides(law, found):
        kind, noted = ANSWER, replace(noted, answer="refus")
    about = _about(found, kind) if noted.procedure is None else noted.procedure
    with safe.act():
        if kind == DECISION:
            followup.decision_received(
                safe, law, dossier, procedure=about, day=noted.day, today=today
            )
        elif kind == POSTED:
            followup.posted(
                safe,
                law,
                dossier,
                procedure=about,
                day=noted.day,
                today=today,
                number=noted.number.strip(),
                proof=_file_proof(tools, safe, dossier, noted),
                papers=found.papers.of(about),
            )
        elif kind == RECEIPT:
            followup.receipt_returned(
                safe, law, dossier, procedure=about, day=noted.day, today=today
            )
        elif kind == PRINTED and found.paper is not None:
            expect_past(noted.day, today)
            followup.printed(safe, dossier, found.paper.id, procedure=about, day=noted.day)
        elif kind == PAPERS_ASKED:
            followup.papers_asked(
                safe,
                law,
                dossier,
                procedure=about,
                day=noted.day,
                today=today,
                until=noted.until,
            )
        elif kind == WRONG_BODY:
            followup.wrong_body(safe, law, dossier, procedure=about, day=noted.day, today=today)
        elif kind == TO_DO:
            followup.to_do(safe, dossier, what=noted.what, day=noted.day, today=today)
        elif kind == SILENCE_REACHED:
            followup.silence_reached(safe, law, dossier, procedure=about, today=today)
        else:
            followup.answer_received(
                safe,
                law,
                dossier,
                procedure=about,
                answer=noted.answer,
                day=noted.day,
                today=today,
            )


def _decides(law: Law, found: OpenDossier) -> bool:
    """Tell whether a decision that comes now was taken on what was posted (observations made)."""
    name = unanswered(found.events)
    steps = law.procedure(name).next if name else ()
    return any(DECIDED in step.opened_by for step in steps)


def _about(found: OpenDossier, kind: str) -> str:
    """Return of which letter something is said.

    One posts what one made last, and receives an answer to what was posted last; a reminder asks
    nothing new: what is answered then is what it reminded of.
    """
    if kind in (POSTED, PRINTED):
        return found.papers.to_post
    if kind == RECEIPT and found.sent is not None:
        return found.sent.procedure
    if kind in (ANSWER, PAPERS_ASKED, WRONG_BODY, SILENCE_REACHED):
        return matter(found.events) or found.procedure
    return found.procedure


def correct(tools: Tools, safe: Safe, dossier: str, event: Event, noted: Noted) -> None:
    """Write what was noted in another way; a proof that is replaced goes to the bin.

    Raises:
        DayNotOurs, and what ``note`` raises. Nothing is written then.
    """
    today, posting = tools.clock.today(), event.kind == POSTED
    _expect_legible(tools, noted)
    with safe.act():
        filed = _file_proof(tools, safe, dossier, noted) or None
        if filed is not None and event.document_id and posting:
            safe.bin.put(event.document_id, on=today)
        corrections.correct(
            safe,
            tools.law,
            dossier,
            event,
            day=noted.day,
            today=today,
            number=noted.number.strip() if posting else None,
            proof=filed,
            answer=noted.answer,
            until=noted.until,
        )


def _expect_legible(tools: Tools, noted: Noted) -> None:
    if noted.proof:
        expect_legible(noted.proof, show=tools.show_picture, read_text=tools.read_text)


def _file_proof(tools: Tools, safe: Safe, dossier: str, noted: Noted) -> str:
    if not noted.proof:
        return ""
    return file_proof(
        safe,
        noted.proof,
        title=noted.proof_title,
        on=noted.day,
        read_text=tools.read_text,
        show=tools.show_picture,
        dossier=dossier,
    )
