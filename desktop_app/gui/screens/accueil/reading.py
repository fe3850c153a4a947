"""Reads what the first screen offers beside its three choices: drafts, and the week's dates."""

import datetime as dt
from typing import TYPE_CHECKING

from desktop_app.pages.home import Welcome

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.workflow.ports import Catalogue
    from desktop_app.workflow.store import Safe

DAYS = 7
MOST_DRAFTS, MORE_DRAFTS = 5, 20
"""Drafts shown first, and how many more at a gesture: each is taken up, to say what is missing."""
MOST_DATES = 3
MOST_MODELS = 2


def welcome(
    safe: "Safe",
    catalogue: "Catalogue",
    law: "Law",
    today: dt.date,
    person: str = "",
    *,
    counted: bool = True,
    most: int = MOST_DRAFTS,
) -> Welcome:
    """Read the safe, for the worker: what is of one person, or of everyone when none is named.

    The dates are those of the coming week, then those just passed, on which an answer may have
    been awaited in vain: what is past never takes the place of what comes. Not ``counted``, today
    being in doubt: none is near. ``most`` drafts are read.
    """
    from desktop_app.workflow.documents.so_far import until_when
    from desktop_app.workflow.interview import saving
    from desktop_app.workflow.matter import law_moved
    from desktop_app.workflow.matter.dossiers import next_date
    from desktop_app.workflow.packs import pack_drafts

    drafts, drafts_left = saving.unfinished(
        safe,
        catalogue,
        today,
        person=person,
        most=most,
        until=lambda interview: until_when(law, interview) if counted else None,
    )
    whose = {one.person_id for one in drafts if one.person_id}
    models = [] if person else pack_drafts.unfinished(safe)
    until = today + dt.timedelta(days=DAYS)
    awaited = safe.agenda.next_dates(until=until, person=person) if counted else ()
    near = sorted(
        (next_date(one, today) for one in awaited),
        key=lambda one: (one.past, abs(one.act_on - today)),
    )
    return Welcome(
        drafts,
        models[:MOST_MODELS],
        near[:MOST_DATES],
        drafts_left,
        max(0, len(models) - MOST_MODELS),
        max(0, len(near) - MOST_DATES),
        {one: safe.people.one(one).name for one in whose},
        law_moved.moved(safe, law, catalogue, today, person=person),
    )
