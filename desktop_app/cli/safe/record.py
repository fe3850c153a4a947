"""``safe record``: all that is kept of one person, told, and written to be given to her."""

import argparse

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.paper import print_options
from desktop_app.cli.safe.documents import document_data, event_data
from desktop_app.cli.safe.opened import opened
from desktop_app.cli.safe.people import known_data, sheet_data
from desktop_app.cli.terminal import reported
from desktop_app.core.moment import iso
from desktop_app.files import write_file
from desktop_app.pages import done
from desktop_app.pages import record as page
from desktop_app.workflow.documents.record import KeptDossier, Record, whole_record


def record(options: argparse.Namespace, tools: Tools) -> Report:
    """Tell all that is kept of a person, and write it as a PDF when asked."""
    today = tools.clock.today()
    with opened(options, tools, reads=True) as safe:
        found = whole_record(safe, tools.catalogue, options.person)
    data = _data(found)
    if options.out:
        sheet = page.printed(found, today, print_options(options))
        write_file(options.out, tools.letters.sheet(sheet, today).data)
        data["out"] = options.out
    told = done.copied_out() if options.out else ""
    return reported(page.on_paper(found, today), data, told=told)


def _data(found: Record) -> dict[str, object]:
    begun = [{"pack": one.pack, "saved_on": iso(one.saved_on)} for _, one in found.begun]
    return {
        "person": sheet_data(found.sheet),
        "former": [known_data(one) for one in found.former],
        "dossiers": [_dossier_data(one) for one in found.dossiers],
        "documents": [document_data(paper) for paper in found.loose],
        "begun": begun,
        "in_bin": found.binned,
        "dossiers_in_bin": found.binned_dossiers,
    }


def _dossier_data(one: KeptDossier) -> dict[str, object]:
    return {
        "id": one.dossier.id,
        "title": one.dossier.title,
        "events": [event_data(event) for event in one.events],
        "documents": [document_data(paper) for paper in one.documents],
    }
