"""``papier-libre form inspect``: what a PDF is, and each of its boxes."""

import argparse
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.form.editions import form_facts, other_edition_data
from desktop_app.cli.form.files import password, read_pdf
from desktop_app.cli.form.report import said
from desktop_app.cli.terminal import reported
from desktop_app.core.updates import Updates
from desktop_app.pages.form_report import inspected
from desktop_app.sentences.update_words import words_before
from desktop_app.workflow.documents.forms import Recognised, inspect
from desktop_app.workflow.safes.evidence import of_updates


def run(args: argparse.Namespace, tools: Tools) -> Report:
    """Describe a PDF as a form."""
    data = read_pdf(args.file)
    secret = password(args.password_fd)
    found = inspect(tools.forms, tools.catalogue, data, secret)
    updates = tools.updates(data, secret)
    facts = {**_data(found), "updates": updates.times, "changed": _changed(updates)}
    notices = said((*found.form.notices, *of_updates(updates)))
    return reported(inspected(found), facts, notices=(*notices, *words_before(updates)))


def _changed(updates: Updates) -> dict[str, Any]:
    """Return what became of it since it was first written, for JSON."""
    return {
        "compared": updates.compared,
        "print": [
            {"page": one.page, "before": one.before, "now": one.now} for one in updates.reworded
        ],
        "covered": list(updates.covered),
        "filled": list(updates.filled),
        "signed": list(updates.signed),
        "pages_more": updates.more,
        "pages_not_compared": updates.left,
    }


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
