"""``safe people, person``: who is known here, and one person with who lives with her."""

import argparse
from collections.abc import Sequence

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.pages import done, new_person
from desktop_app.pages import people as everyone
from desktop_app.pages import person as one_person
from desktop_app.workflow.people import adding, people
from desktop_app.workflow.people.alike import Alike
from desktop_app.workflow.people.people import Found, Known, Listed, PersonSheet

Json = list[dict[str, str]]


def list_people(options: argparse.Namespace, tools: Tools) -> Report:
    """List the people of the safe, with what is known of each and who lives with them."""
    told = ""
    doubts: Sequence[tuple[Alike, Listed]] = ()
    with opened(options, tools, reads=options.add is None) as safe:
        if options.add is not None:  # an empty name is refused, not passed over
            doubts = adding.may_be(safe, options.add, {})
            told = "\n\n".join(filter(None, (done.person_added(), new_person.doubts(doubts))))
            people.add_person(safe, options.add, on=tools.clock.today())
            saved(safe, tools)
        sheets = [people.sheet(safe, one.id, {}) for one in safe.people.all()]
    listed = tuple(Listed(one.id, one.name, one.household) for one in sheets)
    page = everyone.page(Found(listed, len(listed), 0), "")
    data: dict[str, object] = {"items": [sheet_data(one) for one in sheets]}
    if options.add is not None:
        data["may_be"] = [her.id for _, her in doubts]
    return reported(page, data, told=told)


def change_person(options: argparse.Namespace, tools: Tools) -> Report:
    """Rename a person, or change who lives with her; then show her."""
    today, told = tools.clock.today(), ""
    with opened(options, tools) as safe:
        person = safe.people.one(options.person).id
        if options.rename is not None:
            people.rename(safe, person, options.rename)
            told = done.renamed()
        if options.together:
            other = safe.people.one(options.together).id
            people.live_together(safe, person, other, options.role, on=today)
            told = done.household_changed()
        if options.apart:
            other = safe.people.one(options.apart).id
            people.no_longer_together(safe, person, other, on=today)
            told = done.household_changed()
        saved(safe, tools)
        sheet = people.whole_sheet(safe, tools.catalogue, person)
    data = {"id": sheet.id, "name": sheet.name, "household": _household_data(sheet)}
    return reported(one_person.page(sheet), data, told=told)


def known_data(one: Known) -> dict[str, str]:
    """Return one thing known of a person, for JSON."""
    day = one.value.given_on.isoformat()
    return {
        "field": one.field,
        "value": one.value.value,
        "source": one.value.source,
        "date": day,
    }


def sheet_data(sheet: PersonSheet) -> dict[str, str | Json]:
    """Return what is known of a person, for JSON."""
    known = [known_data(one) for one in sheet.known]
    household = _household_data(sheet)
    return {"id": sheet.id, "name": sheet.name, "known": known, "household": household}


def _household_data(sheet: PersonSheet) -> Json:
    return [{"name": one.name, "role": one.role} for one in sheet.household]
