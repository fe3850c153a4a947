"""``office settings|helpers|role|rename|remove``: the rules of an office, and who helps there."""

import argparse

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.parser import UsageError
from desktop_app.cli.safe.opened import opened
from desktop_app.cli.terminal import reported
from desktop_app.core.folding import folded
from desktop_app.core.office import HELPER, RESPONSABLE, RIGHTS, Member, Office, Right
from desktop_app.pages import office_helper, office_settings
from desktop_app.workflow.office import settings
from desktop_app.workflow.store import Safe

NONE = "rien"
ROLES = {"responsable": RESPONSABLE, "aide": HELPER}


def rules(options: argparse.Namespace, tools: Tools) -> Report:
    """Tell the rules, or keep those that are given: the first ones set the office up."""
    changes = (options.name, options.head, options.months, options.hiding, options.may)
    asked = any(one is not None for one in changes)
    with opened(options, tools, reads=not asked) as safe:
        if asked:
            settings.keep_office(safe, _wanted(options, settings.office(safe)))
        found = office_settings.FoundOffice(
            safe.team.office(), tuple(safe.team.all()), safe.team.at_work
        )
    told = office_settings.kept() if asked else ""
    return reported(office_settings.page(found), _data(found), told=told)


def helpers(options: argparse.Namespace, tools: Tools) -> Report:
    """List who helps, each with her role, and those who left."""
    with opened(options, tools, reads=True) as safe:
        found = safe.team.all(removed=True)
    data = {"helpers": [_member(one) for one in found]}
    return reported(office_settings.who_helps(found), data)


def role(options: argparse.Namespace, tools: Tools) -> Report:
    """Make somebody responsable, or no longer."""
    with opened(options, tools) as safe:
        wanted = ROLES[options.role]
        member = _who(safe, options.who)
        safe.team.give_role(member.id, wanted)
    return Report({"helper": member.id, "role": wanted}, office_helper.role_given(wanted))


def rename(options: argparse.Namespace, tools: Tools) -> Report:
    """Give somebody her name."""
    with opened(options, tools) as safe:
        member = _who(safe, options.who)
        safe.team.rename(member.id, options.name)
    return Report({"helper": member.id, "name": options.name}, office_helper.renamed())


def remove(options: argparse.Namespace, tools: Tools) -> Report:
    """Take away all that opens the safe for somebody; her name stays on what she did."""
    with opened(options, tools) as safe:
        member = _who(safe, options.who)
        safe.team.remove(member.id, on=tools.clock.today())
    return reported(office_helper.removed(member.name), {"removed": member.id})


def _wanted(options: argparse.Namespace, now: Office) -> Office:
    return Office(
        now.name if options.name is None else options.name,
        now.head if options.head is None else "\n".join(options.head),
        now.months if options.months is None else options.months,
        now.hiding if options.hiding is None else options.hiding == "on",
        now.helpers if options.may is None else _rights(options.may),
    )


def _rights(told: str) -> frozenset[Right]:
    names = [one.strip() for one in told.split(",") if one.strip() and one.strip() != NONE]
    if unknown := [one for one in names if one not in RIGHTS]:
        raise UsageError(detail=office_settings.no_such_right(unknown[0]))
    return frozenset(one for one in RIGHTS if one in names)


def _who(safe: Safe, wanted: str) -> Member:
    """Return a helper by her id or her name; raises NotFound."""
    for one in safe.team.all():
        if wanted == one.id or (one.name and folded(one.name) == folded(wanted)):
            return one
    return safe.team.one(wanted)


def _member(one: Member) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role,
        "added_on": one.added_on,
        "removed_on": one.removed_on,
        "ways": list(one.ways),
        "at_work": one.at_work,
    }


def _data(found: office_settings.FoundOffice) -> dict[str, object]:
    office = found.rules
    if office is None:
        return {"office": None}
    told = {
        "name": office.name,
        "head": office.head.splitlines(),
        "months": office.months,
        "hiding": office.hiding,
        "may": sorted(office.helpers),
    }
    return {"office": told, "helpers": [_member(one) for one in found.members]}
