"""``papier-libre urgent``: what to do today, before any form."""

import argparse
from typing import Any

from desktop_app import case_words, i18n
from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.core.deadlines.cases import Contact
from desktop_app.workflow.urgent import EmergencyPage, page_of


def register(commands: Commands) -> None:
    """Add the command and its argument."""
    parser = commands.add_parser(
        "urgent", help=i18n.text("que faire aujourd’hui : expulsion, OQTF, revenus coupés…")
    )
    parser.add_argument(
        "id", nargs="?", default="", metavar="ID", help=i18n.text("laquelle (sans lui : la liste)")
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """List the emergencies, or tell one."""
    if options.id:
        page = page_of(tools.law, tools.catalogue, options.id)
        return Report(_page(page), "\n".join(case_words.emergency_text(page)))
    found = tools.law.emergencies
    lines = [f"  {one.id}  {i18n.pack_text(one.title)}" for one in found]
    return Report({"items": [{"id": e.id, "title": e.title} for e in found]}, "\n".join(lines))


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
