"""What to do today, before any form: the emergency of a procedure, and the letters at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.cases import NOTIFIED, is_urgent
from desktop_app.core.deadlines.errors import UnknownProcedure
from desktop_app.core.deadlines.near import nearest, slug
from desktop_app.core.deadlines.request import Request
from desktop_app.core.errors import AppError, Problem, WithProblems
from desktop_app.core.moment import day_of
from desktop_app.workflow.guidance.at_hand import letters_for
from desktop_app.workflow.guidance.deadlines import deadline_for

if TYPE_CHECKING:
    from desktop_app.core.deadlines.cases import Emergency
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.moment import Moment, Today
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.workflow.ports import Catalogue


class UnknownPlace(AppError, exit_status=2):
    """This emergency does not ask that place. ``places``: those it asks; "" when it asks none."""


class UnknownEmergency(WithProblems, exit_status=2):
    """No emergency has this name."""


@dataclass(frozen=True, slots=True)
class Following:
    """One procedure that may follow, with the letters at hand for it; none when none is written."""

    procedure: Procedure
    letters: tuple[CatalogueItem, ...]


@dataclass(frozen=True, slots=True)
class EmergencyPage:
    """An emergency with what may follow it."""

    told: Emergency
    following: tuple[Following, ...]

    @property
    def dated(self) -> tuple[Procedure, ...]:
        """The procedures whose delay runs from the paper of which the day is asked."""
        names = self.told.paper.procedures if self.told.paper else ()
        return tuple(one.procedure for one in self.following if one.procedure.id in names)


def page_of(law: Law, catalogue: Catalogue, name: str) -> EmergencyPage:
    """Return one emergency; raise ``UnknownEmergency`` with a near miss."""
    known = {one.id: one for one in law.emergencies}
    if name not in known:
        near = nearest(name, known)
        problems = [Problem("unknown-emergency-near", suggestion=near)] if near else []
        raise UnknownEmergency(problems)
    letters = catalogue.search(kind="letter")
    following = tuple(
        Following(law.procedure(one), letters_for(letters, one)) for one in known[name].procedures
    )
    return EmergencyPage(known[name], following)


def page_at(law: Law, catalogue: Catalogue, name: str, place: str) -> EmergencyPage:
    """Return the page that holds at a place: a territory, or the name of an answer.

    Raises ``UnknownPlace``, ``UnknownEmergency``.
    """
    page = page_of(law, catalogue, name)
    choices = page.told.asks.choices if page.told.asks else ()
    for one in choices:
        if slug(place) in (one.id, *one.territories):
            return page_of(law, catalogue, one.emergency) if one.emergency else page
    raise UnknownPlace(places=", ".join(name for one in choices for name in one.territories))


@dataclass(frozen=True, slots=True)
class LastMoment:
    """Until when one of the procedures of a page may be taken."""

    procedure: Procedure
    deadline: Deadline


def last_moments(
    law: Law, page: EmergencyPage, moment: Moment, today: Today, place: str = ""
) -> tuple[LastMoment, ...]:
    """Return until when, for a paper handed over at that moment, each procedure that runs from it.

    ``place``: where, as for ``page_at``; the clocks of Paris are those of an answer that names
    several territories.

    Raises the refusals of the deadline engine for impossible days.
    """
    found = []
    where = slug(place) if slug(place) in law.tables.territories else "metropole"
    for procedure in page.dated:
        date = moment if in_hours(procedure) else day_of(moment)
        request = Request(procedure.id, NOTIFIED, date, today, territory=where)
        found.append(LastMoment(procedure, deadline_for(law, request)))
    return tuple(found)


def in_hours(procedure: Procedure) -> bool:
    """Tell whether the hour of the decision counts."""
    return procedure.delay is not None and procedure.delay.unit == "heures"


def procedure_of(catalogue: Catalogue, pack: str) -> str:
    """Return the procedure of a letter or a form; "" when it is a step of none."""
    return next((item.procedure for item in catalogue.search() if item.id == pack), "")


def comes_first(law: Law, catalogue: Catalogue, pack: str) -> str:
    """Return the emergency to show before a letter or a form is begun; "" when none is."""
    return emergency_of(law, procedure_of(catalogue, pack))


def emergency_of(law: Law, procedure: str) -> str:
    """Return the emergency to show before this procedure; "" when nothing presses so much."""
    try:
        pressing = bool(procedure) and is_urgent(law.procedure(procedure))
    except UnknownProcedure:  # a dossier made by a newer version
        return ""
    if not pressing:
        return ""
    return next((one.id for one in law.emergencies if procedure in one.procedures), "")
