"""``papier-libre form inspect``: what a PDF is, and each of its boxes."""

import argparse
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.form.editions import form_facts, other_edition_data
from desktop_app.cli.form.files import password, read_pdf
from desktop_app.cli.form.report import said
from desktop_app.cli.terminal import reported
from desktop_app.pages.form_report import inspected
from desktop_app.workflow.documents.forms import Recognised, inspect
from desktop_app.workflow.safes.evidence import of_updates


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Describe a PDF as a form."""
    data = read_pdf(args.file)
    found = inspect(tools.forms, tools.catalogue, data, password(args.password_fd))
    updates = of_updates(data)
    facts = {**_data(found), "updates": updates[0].parameters["n"] if updates else 0}
    return reported(inspected(found), facts, notices=said((*found.form.notices, *updates)))


def _data(found: Recognised) -> dict[str, Any]:
    form = found.form
    return {
        "kind": form.kind,
        "pages": form.pages,
        "encrypted": form.encrypted,
        "pack": found.pack or None,
        "edition": found.edition or None,
        "printed": [
            {"number": one.number, "page": one.page, "rect": [round(side, 2) for side in one.rect]}
            for one in form.numbers
        ],
        "nearest": other_edition_data(found.nearest),
        "form": form_facts(found.model),
        "active_content": list(form.active_content),
        "fields": [dict(one) for one in form.fields],
    }
