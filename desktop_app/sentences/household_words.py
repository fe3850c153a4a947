"""A sentence for each of a household: "Léa Martin, votre fille, née le 9 octobre 2012."."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.folding import folded
from desktop_app.core.generic import roles
from desktop_app.workflow.interview.members import Member


def sentence(one: Member) -> str:
    """Return who somebody is to the person, and when she was born where it is said."""
    link = folded(one.link).strip()
    who = _who(one, link)
    told = f"{one.name}, {who}" if who else one.name
    if one.born is None:
        return i18n.text("{who}.").format(who=told)
    return _born(link).format(who=told, day=_day(one.born))


def _who(one: Member, link: str) -> str:
    if link == "fille":
        return i18n.text("votre fille")
    if link == "fils":
        return i18n.text("votre fils")
    if one.link:
        return one.link
    if one.role == roles.SPOUSE:
        return i18n.text("avec qui vous vivez en couple")
    child = one.role.startswith(f"{roles.CHILD}_")
    return i18n.text("votre enfant") if child else i18n.text("de votre foyer")


def _born(link: str) -> str:
    if link == "fille":
        return i18n.text("{who}, née le {day}.")
    if link == "fils":
        return i18n.text("{who}, né le {day}.")
    return i18n.text("{who}. Naissance : {day}.")


def _day(day: dt.date) -> str:
    return i18n.long_date(day)
