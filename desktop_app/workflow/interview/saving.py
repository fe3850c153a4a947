"""Keeping an interview in the safe after each answer, and coming back to it.

Without a safe ("essayer d'abord", public terminal) none of this is called: nothing is written.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.draft_json import read_json, write_json
from desktop_app.core.answers.formerly import taken_up
from desktop_app.core.authoring import kept
from desktop_app.core.deadlines.courts import Court
from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.core.errors import AppError
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.records import SavedDraft, Value
from desktop_app.workflow.interview import half_typed, place
from desktop_app.workflow.interview.definitions import definition_of, drafted, is_generic
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import remembered
from desktop_app.workflow.interview.place import Place
from desktop_app.workflow.people import addresses, by_role
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.store import Safe

ONESELF = "Moi"
"""The name of the person whose safe it is, until she gives another one."""
ELSEWHERE = (kept.PREFIX, half_typed.PREFIX)
"""How what a draft answers begins, when it is no interview: it is offered on its own page."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft to take up again.

    ``missing``: how many questions were not met yet; None when it cannot be opened here. ``until``:
    what is said of its last day, as far as the answers tell it.
    """

    id: str
    pack: str
    title: str
    kind: str
    missing: int | None
    saved_on: dt.date
    person_id: str
    until: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """An interview taken up at the ``place`` where it was left.

    ``dossier_id`` is the one that the letter follows in, "" for a new matter.
    """

    draft_id: str
    interview: Interview
    place: Place
    person_id: str
    dossier_id: str = ""


def begin(catalogue: Catalogue, pack: str, today: dt.date, sender: str = "") -> Interview:
    """Return a new interview, in memory only; what the ``sender`` says is answered already."""
    definition = definition_of(catalogue, pack)
    given = {
        question.id: choice.id
        for question in questions_of(definition)
        for choice in question.choices
        if sender in choice.sender
    }
    draft = Draft(pack, MappingProxyType(given))
    return Interview(definition, draft, today, catalogue.abbreviations, given=frozenset(given))


def save(
    safe: Safe,
    draft: Draft,
    *,
    draft_id: str,
    question: str,
    on: dt.date,
    person: str = "",
    dossier: str = "",
) -> str:
    """Keep a draft, a new one when it has no id yet; return its id.

    When this returns, the answers are on the disk. ``question`` is where the person comes back, as
    a ``Place`` is kept; ``dossier`` the one that a letter follows in.

    Raises:
        DraftTooLong, and what the safe says of its disk; the work stays in memory then.
    """
    content = write_json(draft)
    if not draft_id:
        draft_id = safe.drafts.begin(draft.pack, content, on=on, person=person, dossier=dossier)
    safe.drafts.save(draft_id, content, question=question, on=on)
    return draft_id


def resume(safe: Safe, catalogue: Catalogue, draft_id: str, today: dt.date) -> Resumed:
    """Take up a draft where it was left.

    Raises:
        DraftUnreadable, UnknownPack, InvalidPack.
    """
    saved = safe.drafts.one(draft_id)
    draft = read_json(saved.content)
    definition = drafted(catalogue, draft)
    draft = taken_up(definition, draft, today)
    interview = Interview(definition, draft, today, catalogue.abbreviations)
    left = place.read(saved.question).in_now(interview)
    return Resumed(draft_id, interview, left, saved.person_id, saved.dossier_id)


def still_there(safe: Safe, draft_id: str) -> SavedDraft | None:
    """Return a draft as the safe holds it; None once its beginning was undone."""
    try:
        return safe.drafts.one(draft_id)
    except AppError as problem:
        if problem.code != "not-in-safe":
            raise
        return None


def answers_of(saved: SavedDraft | None, interview: Interview) -> Draft:
    """Return the answers of a draft, for the interview that it is of; none when it is gone."""
    if saved is None:
        return Draft(interview.draft.pack, form=interview.draft.form)
    now = interview.holding(read_json(saved.content))
    return taken_up(now.definition, now.draft, interview.today)


def unfinished(
    safe: Safe,
    catalogue: Catalogue,
    today: dt.date,
    *,
    person: str = "",
    skip: int = 0,
    most: int = -1,
    until: Callable[[Interview], Verdict | None] = lambda _interview: None,
) -> tuple[Sequence[Unfinished], int]:
    """Return the drafts of a person, or of everyone, the one saved last first, and how many more.

    One that cannot be read here is listed all the same, without a step: it is not lost.
    ``skip`` were read already; ``most`` of the others are read, -1 is all of them. ``until`` says
    what is said of the last day of each.
    """
    items = {item.id: item for item in catalogue.search()}
    found: list[Unfinished] = []
    drafts = safe.drafts
    for saved in drafts.unfinished(without=ELSEWHERE, person=person, skip=skip, limit=most):
        item = items.get(saved.pack)
        title = item.plain_title if item else saved.pack
        missing = said = None
        try:
            resumed = resume(safe, catalogue, saved.id, today)
        except AppError:
            pass
        else:
            missing, said = resumed.interview.missing, until(resumed.interview)
            title = resumed.interview.definition.plain_title
        found.append(
            Unfinished(
                id=saved.id,
                pack=saved.pack,
                title=title,
                kind="form" if is_generic(saved.pack) else item.kind if item else "letter",
                missing=missing,
                saved_on=saved.saved_on,
                person_id=saved.person_id,
                until=said,
            )
        )
    left = drafts.count(without=ELSEWHERE, person=person) - skip - len(found)
    return found, max(0, left)


def known(
    safe: Safe | None,
    person: str,
    *,
    own: bool,
    courts: Iterable[Court] = (),
    on: dt.date | None = None,
) -> Mapping[str, Value]:
    """Return what is known of a person; of the safe's own one when ``own`` and nobody is named.

    Addresses of courts, and of bodies copied for others, are there too, said to be so; what is
    known of those around her is under their roles, and whether they are young is told ``on`` a day.
    """
    listed = addresses.of_courts(courts)
    if safe is None:
        return listed
    who = person or (safe.people.own() if own else "")
    if not who:
        return listed
    hers = safe.people.profile(who)
    around = by_role.of_household(safe, who, hers, on=on)
    return {**listed, **addresses.of_others(safe, who), **hers, **around}


def finish(
    safe: Safe,
    interview: Interview,
    *,
    draft_id: str,
    on: dt.date,
    person: str = "",
    own: bool = False,
) -> None:
    """End a draft that became a document; keep what the profile remembers, with its provenance.

    What a form made for one PDF asks is not kept: its labels only seem to be about her.

    Without a person nothing goes to a profile, for nobody is guessed; unless ``own``: the safe is
    one person's, at home, who writes for herself.

    Args:
        draft_id: "" when nothing of it was kept in this safe.
    """
    with safe.act():
        kept = {} if is_generic(interview.draft.pack) else remembered(interview)
        if not person and own and kept:
            person = safe.people.make_own(ONESELF, on=on)
        if person:
            _remember(safe, kept, person, on=on, source_id=draft_id)
        if draft_id:
            safe.drafts.finish(draft_id)


def _remember(
    safe: Safe, remembered: Mapping[str, str], person: str, *, on: dt.date, source_id: str
) -> None:
    before = safe.people.profile(person)
    for field, value in remembered.items():
        known = before.get(field)
        if known is None or known.value != value or known.given_on != on:
            safe.people.keep_value(person, field, value, source="draft", on=on, source_id=source_id)
