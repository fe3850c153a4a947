"""Decides what the first screen offers beside its three choices: drafts, and the week's dates."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import i18n

if TYPE_CHECKING:
    from desktop_app.workflow.ports import Catalogue
    from desktop_app.workflow.safes import Event, Safe
    from desktop_app.workflow.saving import Unfinished

DAYS = 7
MOST_DATES = 3


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the safe has to say: (id, sentence) of each draft, and a sentence per date."""

    drafts: Sequence[tuple[str, str]] = ()
    dates: Sequence[str] = ()


def welcome(safe: "Safe | None", catalogue: "Catalogue", today: dt.date) -> Welcome:
    """Read the safe. For the worker."""
    from desktop_app.workflow import saving

    if safe is None:
        return Welcome()
    names = {person.id: person.name for person in safe.people.all()}
    drafts = [
        (draft.id, draft_words(draft, names.get(draft.person_id, "")))
        for draft in saving.unfinished(safe, catalogue, today)
    ]
    until = today + dt.timedelta(days=DAYS)
    events = safe.agenda.next_dates(until=until, limit=MOST_DATES)
    return Welcome(drafts, [date_words(event) for event in events])


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


def date_words(event: "Event") -> str:
    """Return one date of the agenda as a sentence."""
    day = event.prudent_day or event.last_day or event.day
    words = i18n.weekday_date(dt.date.fromisoformat(day[:10]))
    who = f" ({event.person})" if event.person else ""
    what = f"{i18n.pack_text(event.title) or event.dossier}{who}"
    return i18n.labelled(f"{words[:1].upper()}{words[1:]}", what)
