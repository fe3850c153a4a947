"""A finished paper is filed with the day to act: once, a changed version beside the former."""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop_app.core.answers.conditions import asked
from desktop_app.core.answers.draft import Draft
from desktop_app.core.language.typography import french
from desktop_app.core.packs.screen_text import name_of
from desktop_app.core.records import Event, StoredDocument
from desktop_app.workflow.documents.preparing import PreparedLetter
from desktop_app.workflow.documents.rendering import Made, expect_proved
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.matter.awaited import remember
from desktop_app.workflow.matter.followup import delay_runs, printed
from desktop_app.workflow.matter.letter_steps import papers_of
from desktop_app.workflow.matter.timeline import (
    REWRITTEN,
    SILENCE_EXPECTED,
    TO_DO,
    is_decision,
)
from desktop_app.workflow.safes.archive import file_made
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

OWN_DAYS = {"post_by": "Dernier jour pour poster", "answer_by": "Réponse demandée pour ce jour"}
"""What the dossier reminds of, by the ``fact`` of the question: days of the person's own."""


def file_paper(
    safe: Safe,
    tools: Tools,
    made: Made,
    today: dt.date,
    *,
    person: str = "",
    dossier: str = "",
    draft: str = "",
    printed_on: dt.date | None = None,
) -> tuple[str, str]:
    """File a paper in its dossier, with the day to act, at once; return dossier and document.

    The same paper of the same person is filed once, until it is thrown away. Made anew of the same
    answers, changed, it joins the former version, which stays there as an earlier one.

    Args:
        person: id of the person written for.
        dossier: id of the dossier; when empty the one of the former version. A new one is opened,
            named in plain words, when there is none, or it was thrown away.
        draft: id of the answers it was made of: a letter that follows begins with them.
        printed_on: the day it was printed, when it was.

    Raises:
        DocumentNotProved, and the safe's own refusals.
    """
    expect_proved(made)
    procedure = made.prepared.procedure
    with safe.act():
        dossier = _there(safe, dossier, draft)
        place = _filed(safe, made, person, dossier) or _file_new(
            safe, tools, made, today, person=person, dossier=dossier, draft=draft
        )
        if printed_on is not None:
            printed(safe, *place, procedure=procedure, day=printed_on)
        if draft:
            safe.drafts.file(draft, place[0])
    return place


def file_answers(
    safe: Safe,
    tools: Tools,
    made: Made,
    draft: Draft,
    today: dt.date,
    *,
    person: str = "",
    dossier: str = "",
) -> tuple[str, str]:
    """File a paper with the answers that it was made of, which no interview holds.

    In a dossier that is named it takes the place of one of the same model that was not sent yet.
    """
    with safe.act():
        if place := _filed(safe, made, person, dossier):
            return place
        former = next(to_send(safe, tools, draft.pack, dossier=dossier), None) if dossier else None
        kept = saving.save(
            safe,
            draft,
            draft_id=former.draft_id if former is not None else "",
            question="",
            on=today,
            person=person,
            dossier=dossier,
        )
        place = file_paper(safe, tools, made, today, person=person, dossier=dossier, draft=kept)
        safe.drafts.finish(kept)
        return place


def to_send(
    safe: Safe, tools: Tools, model: str, *, person: str = "", dossier: str = ""
) -> Iterator[StoredDocument]:
    """Yield the papers of a model that were not sent yet, in a dossier or of a person."""
    for one in safe.documents(person=person, dossier=dossier, made_from=model):
        if not one.dossier_id or (not dossier and one.person_id != person):
            continue
        place = one.dossier_id
        beside, events = safe.documents(dossier=place), safe.events.timeline(place)
        papers = papers_of(safe.dossiers.one(place), events, beside, tools.catalogue.search())
        if one in papers.to_send:
            yield one


def file_written(
    safe: Safe,
    tools: Tools,
    made: Made,
    draft: Draft,
    hand: InHand | None,
    *,
    person: str,
    printed_on: dt.date | None,
) -> tuple[str, str, bool]:
    """File a paper and end the draft of its interview, in one act.

    The interview goes on when it says something else than the ``draft`` the paper was made of.
    Return dossier, document, and whether a former version of it is there.
    """
    with safe.act():
        dossier, document = file_paper(
            safe,
            tools,
            made,
            tools.clock.today(),
            person=hand.person if hand is not None else person,
            dossier=hand.dossier if hand is not None else "",
            draft=hand.draft_id if hand is not None else "",
            printed_on=printed_on,
        )
        if hand is not None and hand.interview.draft == draft:
            hand.finish(safe)
        return dossier, document, bool(earlier_versions(safe, document))


def earlier_versions(safe: Safe, document: str) -> Sequence[StoredDocument]:
    """Return the former versions of a paper that its dossier keeps, the newest first."""
    paper = safe.document(document)
    beside = safe.documents(dossier=paper.dossier_id)
    return [one for one in beside if one.earlier and one.draft_id == paper.draft_id]


def _there(safe: Safe, dossier: str, draft: str) -> str:
    """Return the dossier, or the one where a paper made of these answers is; "" where none is."""
    wanted = dossier or (safe.drafts.one(draft).dossier_id if draft else "")
    return wanted if safe.dossiers.there(wanted) is not None else ""


def _filed(safe: Safe, made: Made, person: str, dossier: str) -> tuple[str, str] | None:
    """Return the dossier and the document where this very paper is; None where it is not."""
    same = safe.documents(
        person="" if dossier else person,
        dossier=dossier,
        made_from=made.prepared.definition.id,
        data=made.pdf.data,
    )
    for one in same:
        here = one.dossier_id == dossier if dossier else one.person_id == person
        if one.dossier_id and here and not one.earlier:
            return one.dossier_id, one.id
    return None


def _file_new(
    safe: Safe, tools: Tools, made: Made, today: dt.date, *, person: str, dossier: str, draft: str
) -> tuple[str, str]:
    """File a paper that is not there yet, within an act."""
    definition, procedure = made.prepared.definition, made.prepared.procedure
    _pages, text = tools.read_text(made.pdf.data)
    if not dossier:
        dossier = safe.dossiers.add(
            french(definition.plain_title), on=today, person=person, procedure=procedure
        )
    settled = _take_over(safe, dossier, draft)
    document = file_made(
        safe,
        made.pdf,
        title=french(name_of(definition)),
        on=today,
        kind="letter" if made.is_letter else "form",
        text=text,
        made_from=definition.id,
        proof=made.proof,
        edition=getattr(made.prepared.document, "edition", ""),
        person=person,
        dossier=dossier,
        draft=draft,
    )
    _write_days(safe, made, today, dossier, document)
    remember(safe, tools.law)
    if settled:
        _await_nothing(safe, dossier, document)
    return dossier, document


def _write_days(safe: Safe, made: Made, today: dt.date, dossier: str, document: str) -> None:
    """Write the day to act of a paper, those that its person set herself, and what she changed."""
    prepared = made.prepared
    if prepared.deadline is not None:
        delay_runs(safe, dossier, prepared.deadline, document=document)
    for what, day in _own_days(made, today):
        safe.events.add(dossier, kind=TO_DO, day=day, title=what, document=document, awaited=True)
    if isinstance(prepared, PreparedLetter) and prepared.rewritten:
        safe.events.add(
            dossier, kind=REWRITTEN, day=today, procedure=prepared.procedure, document=document
        )


def _days_of(safe: Safe, dossier: str, papers: Sequence[str]) -> list[Event]:
    """Return the days that these papers brought to a timeline."""
    return [
        event
        for event in safe.events.timeline(dossier)
        if event.document_id in papers
        and (is_decision(event) or event.kind in (SILENCE_EXPECTED, TO_DO))
    ]


def _take_over(safe: Safe, dossier: str, draft: str) -> bool:
    """Take off the days of the former versions; tell whether they had some, all settled.

    Those that were thrown away left theirs.
    """
    former = safe.documents(dossier=dossier, draft=draft) if draft else ()
    days = _days_of(safe, dossier, [one.id for one in former])
    for event in days:
        safe.events.forget(event.id)
    return bool(days) and not any(event.awaited for event in days)


def _await_nothing(safe: Safe, dossier: str, document: str) -> None:
    """The former version was posted, or its days set aside: those of this one are told only."""
    for event in _days_of(safe, dossier, [document]):
        safe.events.done(event.id)


def _own_days(made: Made, today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """Yield the days to come that the person set herself for this paper, and what each is for."""
    prepared = made.prepared
    for question in asked(prepared.definition, prepared.answers, today):
        day = prepared.answers.values.get(question.id)
        if question.fact in OWN_DAYS and isinstance(day, dt.date) and day >= today:
            yield f"{OWN_DAYS[question.fact]} : {french(name_of(prepared.definition))}", day
