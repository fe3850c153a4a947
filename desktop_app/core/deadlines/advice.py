"""What the person must be told beside the date, the gravest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines import clock
from desktop_app.core.deadlines.check import ON_LEGAL_AID
from desktop_app.core.deadlines.counting import add_months
from desktop_app.core.deadlines.freshness import oldest
from desktop_app.core.deadlines.legal_time import has_passed
from desktop_app.core.deadlines.model import Advice
from desktop_app.core.moment import day_of

if TYPE_CHECKING:
    from desktop_app.core.deadlines.freshness import Old
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.deadlines.request import Request
    from desktop_app.core.deadlines.start import Start
    from desktop_app.core.moment import Moment

BODY_MODE = "mb"
"""The delay binds the body: acting before it has run is premature."""
NOTIFIED = (
    "notification",
    "reception",
    "signification",
    "rejet-expres",
    "lrar-non-retiree",
    "compte-en-ligne",
    "lettre-simple",
    "fps-poste",
    "fps-envoi-inconnu",
    "lrar-remise",
    "lrar-refusee",
    "lrar-sans-avis",
    "lettre-suivie",
    "lre",
    "signification-personne",
    "signification-domicile",
    "signification-etude",
    "signification-659",
    "signification-irreguliere",
    "remise",
    "agent",
    "ancienne-adresse",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found: the procedure whose delay was counted, its two dates, and how they were."""

    target: Procedure
    last: Moment | None
    prudent: Moment | None
    start: Start
    rule: str = ""


def ordered(
    law: Law, request: Request, outcome: Outcome, told: Iterable[Advice]
) -> tuple[Advice, ...]:
    """Return every advice, the gravest first; the notice received always has the last word.

    ``told`` is what the computation itself has to say.
    """
    target = outcome.target
    found: list[Advice] = []
    if target.emergency:
        found.append(Advice("urgence", {"contacts": target.emergency}))
    today = day_of(request.today)
    if clock.suspect(today, released=request.released):
        found.append(Advice("horloge-suspecte", {"day": today}))
    found += _too_late(law, request, outcome)
    found += _old(law, request, target, today)
    found += told
    found += _sending(outcome)
    found += _place(law, request, target)
    if request.event in ON_LEGAL_AID:
        asked = request.asked
        known = Advice("aj-demandee", {"day": asked}) if asked else Advice("aj-dans-le-delai")
        found.append(known)
    if keep := law.tables.events[request.event].keep:
        found.append(Advice("garder", {"text": keep}))
    if target.traps:
        found.append(Advice("piege", {"text": target.traps}))
    if target.to_verify:
        found.append(Advice("a-verifier", {"day": target.seen_on}))
    if request.notice is None:  # else it was compared with the law
        found += _notice(target)
    return tuple(found)


def _old(law: Law, request: Request, target: Procedure, today: dt.date) -> list[Advice]:
    """The rule was read too long ago to be said without a word."""
    event = law.tables.events[request.event]
    review = law.review
    found = oldest((review.old("procedure", [target], today), review.old("event", [event], today)))
    return [] if found is None else [old(found)]


def old(found: Old) -> Advice:
    """Return what is told of a rule that was read too long ago."""
    code = "regle-ancienne" if found.months else "regle-a-relire"
    return Advice(code, {"day": found.seen_on, "months": found.months})


def _notice(target: Procedure) -> list[Advice]:
    """The notice received has the last word; a delay that binds the body comes with none."""
    if target.delay is None and target.answer_delay:
        return []
    return [Advice("notification-prime" if target.longer_notice else "notification-plus-courte")]


def _too_late(law: Law, request: Request, outcome: Outcome) -> list[Advice]:
    """Say honestly that the day has passed, and what remains; a body's day is never hers."""
    if outcome.prudent is None or outcome.rule == BODY_MODE:
        return []
    clocks = law.tables.territories[request.territory].clocks
    if outcome.last is None or not has_passed(outcome.last, request.today, clocks):
        return _perhaps_late(request, outcome)
    return [Advice("trop-tard", {"day": outcome.last}), *_what_remains(law, request, outcome)]


def _perhaps_late(request: Request, outcome: Outcome) -> list[Advice]:
    """The prudent day has passed and no legal one has: she acts today, and knows what protects."""
    prudent = outcome.prudent
    if prudent is None or outcome.rule == "h" or not has_passed(prudent, request.today):
        return []  # without its hour, the last moment of a delay in hours is told with the day
    start, last = outcome.start, outcome.last
    if last is None:
        return [Advice("peut-etre-tard-sans-jour", {"start": start.prudent})]
    if start.earliest is not None and start.earliest != start.count_from:
        values = {"start": start.earliest, "born": start.count_from, "last": last}
        return [Advice("peut-etre-tard", values)]
    return [Advice("jour-prudent-passe", {"day": last})]


def _what_remains(law: Law, request: Request, outcome: Outcome) -> list[Advice]:
    target = outcome.target
    found = []
    rescue = add_months(day_of(request.date), 12)
    notified, runs = request.event in NOTIFIED, not has_passed(rescue, request.today)
    if target.missing_remedies == "un-an" and notified and runs:
        found.append(Advice("secours-possible", {"day": rescue}))
    if target.missing_remedies == "inopposable" and notified:
        found.append(Advice("secours-inopposable"))
    if target.if_late:
        names = " ; ".join(law.procedure(name).plain_title for name in target.if_late)
        found.append(Advice("il-reste", {"procedures": names}))
    return found


def _sending(outcome: Outcome) -> list[Advice]:
    """Receipt and registration are not the posting day: the person must send earlier."""
    kind = outcome.target.date_type
    if outcome.target.delay is None or outcome.prudent is None:
        return []
    return [Advice(f"date-{kind}")] if kind in ("reception", "enregistrement") else []


def _place(law: Law, request: Request, target: Procedure) -> list[Advice]:
    found = []
    territory = law.tables.territories[request.territory]
    if not territory.holidays_known:
        found.append(Advice("feries-locaux-inconnus", {"place": territory.name}))
    depends = any(h.optional and request.territory in h.territories for h in law.tables.holidays)
    if depends and request.good_friday:
        found.append(Advice("vendredi-saint"))
    far = target.delay is not None and target.delay.distance
    if request.residence not in ("", request.territory) and not far:
        found.append(Advice("distance-non-comptee"))
    return found
