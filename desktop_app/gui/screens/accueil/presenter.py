"""Decides what the first screen offers beside its three choices: drafts, and the week's dates."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import i18n

if TYPE_CHECKING:
    from desktop_app.gui.session import Session
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.interview.saving import Unfinished
    from desktop_app.workflow.matter.dossiers import NextDate
    from desktop_app.workflow.ports import Catalogue
    from desktop_app.workflow.store import Safe

DAYS = 7
MOST_DRAFTS = 5
MOST_DATES = 3
MOST_MODELS = 2


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the safe has to say.

    (id, sentence) of each draft and of each model in the making, (dossier, sentence) of each date;
    of each, how many more there are.
    """

    drafts: Sequence[tuple[str, str]] = ()
    models: Sequence[tuple[str, str]] = ()
    dates: Sequence[tuple[str, str]] = ()
    drafts_left: int = 0
    models_left: int = 0
    dates_left: int = 0


def welcome(
    safe: "Safe | None",
    catalogue: "Catalogue",
    today: dt.date,
    person: str = "",
    *,
    counted: bool = True,
) -> Welcome:
    """Read the safe, for the worker: what is of one person, or of everyone when none is named.

    The dates are those of the coming week, then those just passed, on which an answer may have
    been awaited in vain: what is past never takes the place of what comes. Not ``counted``, today
    being in doubt: none is near.
    """
    from desktop_app.workflow.matter.dossiers import next_date
    from desktop_app.workflow.packs import pack_drafts

    if safe is None:
        return Welcome()
    mine, left = drafts(safe, catalogue, today, person, most=MOST_DRAFTS)
    words = i18n.text("Vous n’aviez pas fini votre modèle : {title}")
    begun = [] if person else pack_drafts.unfinished(safe)
    models = [(one.id, words.format(title=one.title)) for one in begun[:MOST_MODELS]]
    models_left = max(0, len(begun) - MOST_MODELS)
    if not counted:
        return Welcome(mine, models, drafts_left=left, models_left=models_left)
    until = today + dt.timedelta(days=DAYS)
    near = [next_date(one, today) for one in safe.agenda.next_dates(until=until, person=person)]
    near.sort(key=lambda one: (one.past, abs(one.act_on - today)))
    dates = [(one.event.dossier_id, date_words(one)) for one in near[:MOST_DATES]]
    return Welcome(mine, models, dates, left, models_left, len(near) - len(dates))


def drafts(
    safe: "Safe",
    catalogue: "Catalogue",
    today: dt.date,
    person: str = "",
    *,
    skip: int = 0,
    most: int | None = None,
) -> tuple[Sequence[tuple[str, str]], int]:
    """Return (id, sentence) of the drafts of a person or of everyone, and how many more there are.

    ``skip`` were offered already; ``most`` of the others are wanted.
    """
    from desktop_app.workflow.interview import saving

    names = {one.id: one.name for one in safe.people.all()}
    found, left = saving.unfinished(safe, catalogue, today, person=person, skip=skip, most=most)
    return [(one.id, draft_words(one, names.get(one.person_id, ""))) for one in found], left


def drafts_left(count: int) -> str:
    """Return what leads to the drafts that are not offered yet."""
    return i18n.plural(
        "Voir {n} autre papier commencé", "Voir les {n} autres papiers commencés", count
    )


def models_left(count: int) -> str:
    """Return what leads to the models that are not offered here."""
    return i18n.plural(
        "Voir {n} autre modèle commencé", "Voir les {n} autres modèles commencés", count
    )


def dates_left(count: int) -> str:
    """Return what leads to the dates that are not shown here."""
    return i18n.plural("Voir {n} autre date", "Voir les {n} autres dates", count)


def in_memory(session: "Session", *, named: bool) -> "list[tuple[str, Writing]]":
    """Return what was begun and is in no safe: a sentence, and the interview to go on with.

    ``named``: by its letter; else by nothing that tells what a person is about.
    """
    found = [one for one in session.begun() if not one.draft_id]
    if named:
        return [(writing_words(one), one) for one in found]
    words = i18n.text("Reprendre ce que vous avez commencé")
    told = [f"{words} ({n})" if len(found) > 1 else words for n in range(1, len(found) + 1)]
    return list(zip(told, found, strict=True))


def writing_words(writing: "Writing") -> str:
    """Return "Reprendre votre lettre : …, étape 8 sur 12" of an interview in memory."""
    from desktop_app.core.packs.model import LetterDefinition

    interview = writing.interview
    step = interview.step(writing.question)
    total = len(interview.steps)
    letter = isinstance(interview.definition, LetterDefinition)
    what = i18n.text("votre lettre") if letter else i18n.text("votre formulaire")
    return i18n.text("Reprendre {what} : {title}, étape {n} sur {total}").format(
        what=what,
        title=i18n.pack_text(interview.definition.plain_title),
        n=step.number if step else total,
        total=total,
    )


def draft_words(draft: "Unfinished", person: str) -> str:
    """Return "Reprendre votre lettre : …, étape 8 sur 12"."""
    what = i18n.text("votre lettre") if draft.kind == "letter" else i18n.text("votre formulaire")
    known = {"what": what, "title": i18n.pack_text(draft.title), "person": person}
    if not draft.number:
        return i18n.text("Reprendre {what} : {title}").format(**known)
    known |= {"n": str(draft.number), "total": str(draft.total)}
    if person:
        return i18n.text("Reprendre {what} pour {person} : {title}, étape {n} sur {total}").format(
            **known
        )
    return i18n.text("Reprendre {what} : {title}, étape {n} sur {total}").format(**known)


def date_words(found: "NextDate") -> str:
    """Return one date of the agenda as a sentence: when, what to do, in which matter, for whom."""
    from desktop_app.sentences import timeline_words

    event = found.event
    known = {
        "day": i18n.weekday_date(found.said.day or found.act_on),
        "what": timeline_words.what_is_awaited(event),
        "dossier": timeline_words.for_whom(event),
    }
    if timeline_words.is_answer_awaited(event):
        words = (
            i18n.text("Une réponse est-elle arrivée ? Elle était attendue le {day} ({dossier})")
            if found.past
            else i18n.text("Réponse attendue avant le {day} ({dossier})")
        )
    elif found.past:
        words = i18n.text("La date du {day} est passée : {what} ({dossier})")
    elif found.said.is_for_today:
        words = i18n.text("Dès aujourd’hui : {what} ({dossier})")
    else:
        words = i18n.text("Avant le {day} : {what} ({dossier})")
    return words.format(**known)
