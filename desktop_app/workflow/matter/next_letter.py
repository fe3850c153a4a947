"""The letter that follows in a dossier, begun with what the dossier already knows."""

import contextlib
import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.answers.formerly import taken_up
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.replies import reply_of
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.records import Event
from desktop_app.workflow.interview.definitions import definition_of, drafted, is_generic
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import remembered
from desktop_app.workflow.matter.said_before import with_arguments
from desktop_app.workflow.matter.timeline import (
    POSTED,
    RECEIPT,
    last,
    silence_noted,
    situation,
)
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.store import Safe

SAID = {"decided": "date_decision", "same": ""}
"""What is told by an answer of the letter followed: to which question; "" for the same one."""
REFUSALS = ("refus", "partielle")
"""Which answers refuse, in whole or in part."""


def begin_next(
    safe: Safe, catalogue: Catalogue, dossier: str, pack: str, today: dt.date
) -> Interview:
    """Return the interview of a letter that follows: who writes and the former letter's days.

    What was said in the last letter is taken as it was said there; nothing comes from elsewhere
    than this dossier. The same letter is begun again with all its answers but its office: a body
    that was the wrong one said so. The person reads it again in "Vérifiez vos réponses".

    Raises:
        UnknownPack, InvalidPack: the letter is not at hand, or is broken.
    """
    definition = definition_of(catalogue, pack)
    sent = _sent(safe.events.timeline(dossier), definition.follows)
    facts = {**_facts(safe, dossier, sent), **_asked(safe, catalogue, dossier, sent)}
    known = _remembered(safe, catalogue, dossier, today)
    said = _said(safe, catalogue, dossier, sent, today)
    answers: dict[str, Typed] = {}
    if said is not None and said.pack == pack:  # the same letter, to another office
        answers = {key: typed for key, typed in said.answers.items() if not _is_office(key)}
    for question in questions_of(definition):
        typed = _fact(question, facts, said) if question.fact else _known(question, known)
        typed = typed or _chosen(question, sent) or typed
        if typed != "":  # none of several choices is an answer too
            answers[question.id] = typed
    draft = taken_up(definition, Draft(pack, answers=MappingProxyType(answers)), today)
    return Interview(definition, draft, today, catalogue.abbreviations)


def _sent(events: Sequence[Event], follows: Sequence[str]) -> Event | None:
    """Return the posting that a letter follows: the last one, of what it follows when it says so.

    A request to a court comes after the appeal, not after the reasons asked for in between.
    """
    posted = [event for event in events if event.kind == POSTED]
    followed = [event for event in posted if event.procedure in follows]
    return next(reversed(followed or posted), None)


def _facts(safe: Safe, dossier: str, sent: Event | None) -> Mapping[str, str]:
    """Return the days of the letter followed, and its reply, as one would type them."""
    if sent is None:
        return {}
    events = safe.events.timeline(dossier)
    received = last(events, RECEIPT, sent.procedure)
    days = {"posted": sent.day}
    if received is not None and received.day >= sent.day:
        days["received"] = received.day
    facts = {fact: KINDS["date"].show(day) for fact, day in days.items()}
    answered = situation(events, sent.procedure, dt.date.max).answer
    if answered in REFUSALS:
        return facts | {"reply": "refus"}
    if not answered and silence_noted(events, sent.procedure):
        return facts | {"reply": "silence"}
    return facts


def _is_office(question: str) -> bool:
    """Tell whether a question is about whom the letter goes to (``forms/common``)."""
    return question.startswith("dest_")


def _fact(question: Question, facts: Mapping[str, str], said: Draft | None) -> Typed:
    """Return what the dossier knows for a question: noted, or said in the letter followed."""
    if question.fact == "reply":
        return reply_of(facts.get("reply", ""), [one.id for one in question.choices])
    if question.fact not in SAID:
        return facts.get(question.fact, "")
    told = said.answers.get(SAID[question.fact] or question.id, "") if said is not None else ""
    return _offered(question, told) if question.choices and told != "" else told


def _offered(question: Question, told: Typed) -> Typed:
    """Return of an answer the choices that this letter has too: another one may have others."""
    ids = [one.id for one in question.choices]
    if KINDS[question.kind].several:
        names = told.split(",") if isinstance(told, str) else told
        return tuple(name for name in names if name in ids)
    return told if told in ids else ""


def _said(
    safe: Safe, catalogue: Catalogue, dossier: str, sent: Event | None, today: dt.date
) -> Draft | None:
    """Return the answers of the letter followed; of the last one made when none was posted.

    What it said against the decision is among them, by the names of the bank of arguments.
    """
    steps = {item.id: item.procedure for item in catalogue.search()}
    found = []
    for saved in safe.drafts.of_dossier(dossier):
        with contextlib.suppress(AppError):  # a draft of a newer version
            found.append(read_json(saved.content))
    wanted = sent.procedure if sent is not None else ""
    followed = [draft for draft in found if wanted and steps.get(draft.pack) == wanted]
    draft = next(iter(followed or found), None)
    return with_arguments(catalogue, draft, today) if draft is not None else None


def _asked(safe: Safe, catalogue: Catalogue, dossier: str, sent: Event | None) -> Mapping[str, str]:
    """Return the title of the letter followed: the last one made for what was posted."""
    items = {item.id: item for item in catalogue.search()}
    made = [
        items[one.made_from] for one in safe.documents(dossier=dossier) if one.made_from in items
    ]
    titles = [item.title for item in made if sent is not None and item.procedure == sent.procedure]
    return {"asked": titles[0]} if titles else {}


def _chosen(question: Question, sent: Event | None) -> str:
    """Return the choice that goes with the procedure followed."""
    procedure = sent.procedure if sent is not None else ""
    return next((one.id for one in question.choices if procedure in one.follows), "")


def _remembered(
    safe: Safe, catalogue: Catalogue, dossier: str, today: dt.date
) -> Mapping[str, str]:
    """Return what the letters of the dossier say of the person, the newest first."""
    known: dict[str, str] = {}
    for saved in safe.drafts.of_dossier(dossier):
        try:
            draft = read_json(saved.content)
            said = Interview(drafted(catalogue, draft), draft, today)
        except AppError:
            continue  # a pack that is no longer here, or a draft of a newer version
        if is_generic(saved.pack):
            continue  # its labels only seem to be about the person
        for key, typed in remembered(said).items():
            known.setdefault(key, typed)
    return known


def _known(question: Question, known: Mapping[str, str]) -> Typed:
    typed = known.get(question.remember, "") if question.remember else ""
    if typed and KINDS[question.kind].several:
        return tuple(filter(None, typed.split(",")))
    return typed
