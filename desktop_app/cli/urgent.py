"""``papier-libre urgent``: what to do today, before any form."""

import argparse
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, value
from desktop_app.cli.deadline_data import deadline_data
from desktop_app.cli.paper import add_print_options, print_options
from desktop_app.cli.parser import UsageError
from desktop_app.cli.terminal import reported
from desktop_app.core.deadlines.cases import Asked, Contact, Emergency
from desktop_app.core.deadlines.moments import read_moment
from desktop_app.files import write_file
from desktop_app.pages import destinations as to
from desktop_app.pages import urgent as said
from desktop_app.workflow.guidance.urgent import (
    EmergencyPage,
    LastMoment,
    last_moments,
    page_at,
    page_of,
)


def register(commands: Commands) -> None:
    """Add the command and its argument."""
    parser = commands.add_parser(
        "urgent",
        help=i18n.text(
            "que faire aujourd’hui : expulsion, ordre de quitter la France, revenus coupés…"
        ),
    )
    parser.add_argument(
        "id", nargs="?", default="", metavar="ID", help=i18n.text("laquelle (sans lui : la liste)")
    )
    told = i18n.text("territoire où la décision vous a été remise, quand la règle en dépend")
    value(parser, "--place", "LIEU", told)
    value(parser, "--date", "D", i18n.text("le jour de la décision, et l’heure : 2026-11-24T16:30"))
    value(parser, "--out", "F.pdf", i18n.text("écrit la feuille à cocher, en PDF"))
    add_print_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """List the emergencies, or tell one."""
    if options.id:
        return _told(options, tools)
    if options.date or options.out or options.place:
        raise UsageError(
            detail=i18n.text("--place, --date et --out vont avec le nom d’une urgence")
        )
    found = tools.law.emergencies
    return reported(said.which(found), {"items": [{"id": e.id, "title": e.title} for e in found]})


def _told(options: argparse.Namespace, tools: Tools) -> Report:
    law, catalogue, today = tools.law, tools.catalogue, tools.clock.now()
    if options.place:
        page = page_at(law, catalogue, options.id, options.place)
    else:
        page = page_of(law, catalogue, options.id)
        if page.told.asks is not None:
            return _where(options, page.told, page.told.asks)
    data, calendar = _page(page), list[dict[str, Any]]()
    found: tuple[LastMoment, ...] = ()
    if options.date:
        found = last_moments(law, page, read_moment(options.date), today, options.place)
        for one in found:
            calendar.append({"procedure": one.procedure.id, **deadline_data(one.deadline, today)})
    data["calendar"] = calendar
    moments = said.last_moments(found, today)
    told = said.today(page, to.Urgent(), today.day, moments)
    if options.out:
        sheet = said.printed(page, today.day, moments, print_options(options))
        write_file(options.out, tools.letters.sheet(sheet, today.day).data)
        data["out"] = options.out
    return reported(told, data, "urgent")


def _where(options: argparse.Namespace, told: Emergency, asked: Asked) -> Report:
    """Ask the place first: what the page says would be false elsewhere."""
    if options.date or options.out:
        raise UsageError(detail=i18n.text("le lieu d’abord : --place, avec --date ou --out"))
    places = [
        {"id": one.id, "label": one.label, "territories": list(one.territories)}
        for one in asked.choices
    ]
    data = {"id": told.id, "title": told.title, "asks": asked.label, "places": places}
    return reported(said.where(told, asked, to.Urgent(told.id)), data)


def _page(page: EmergencyPage) -> dict[str, Any]:
    told = page.told
    return {
        "id": told.id,
        "title": told.title,
        "help": told.help,
        "today": [one.label for one in told.today],
        "call": [_contact(one) for one in told.call],
        "keep": [one.label for one in told.keep],
        "procedures": [
            {
                "id": one.procedure.id,
                "title": one.procedure.title,
                "plain_title": one.procedure.plain_title,
                "letters": [item.id for item in one.letters],
            }
            for one in page.following
        ],
        "basis": told.basis,
        "seen_on": told.seen_on.isoformat(),
        "confidence": told.confidence,
        "to_verify": told.to_verify,
    }


def _contact(told: Contact) -> dict[str, Any]:
    return {
        "who": told.label,
        "how": told.help,
        "number": told.number,
        "source": told.source,
        "seen_on": told.seen_on.isoformat(),
        "to_verify": told.to_verify,
    }
