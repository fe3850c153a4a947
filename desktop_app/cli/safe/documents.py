"""``safe add, list, show, search``."""

import argparse
from collections.abc import Sequence
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved, say
from desktop_app.core.moment import iso
from desktop_app.core.records import Event, StoredDocument
from desktop_app.files import read_file, write_file
from desktop_app.i18n import long_date, plural, text
from desktop_app.workflow.safes import archive
from desktop_app.workflow.store import Order


def add(options: argparse.Namespace, tools: Tools) -> Report:
    """File a paper as it is."""
    data = read_file(options.file)  # before the phrase: a wrong name is said at once
    with opened(options, tools) as safe:
        document = archive.file_received(
            safe,
            data,
            title=options.title,
            on=tools.clock.today(),
            read_text=tools.read_text,
            show=tools.show_picture,
            tell=say,
            name=options.file,
            person=options.person,
            dossier=options.dossier,
        )
        saved(safe, tools)
    return Report(
        {"id": document}, text("Le document est rangé. Son numéro : {id}").format(id=document)
    )


def list_all(options: argparse.Namespace, tools: Tools) -> Report:
    """List every document."""
    with opened(options, tools) as safe:
        return _report(safe.documents())


def search(options: argparse.Namespace, tools: Tools) -> Report:
    """List the documents that hold every word."""
    with opened(options, tools) as safe:
        order: Order = "relevance" if options.by_relevance else "newest"
        found = archive.find(
            safe, options.text, person=options.person, order=order, skip=options.skip
        )
    lines = [plural("{n} document", "{n} documents", found.total)]
    lines += map(document_line, found.documents)
    if found.left:
        words = plural(
            "Il en reste {n} : --skip {skip}", "Il en reste {n} : --skip {skip}", found.left
        )
        lines.append(words.format(skip=options.skip + len(found.documents)))
    data = {"items": [document_data(one) for one in found.documents], "total": found.total}
    return Report({**data, "left": found.left}, "\n".join(lines))


def show(options: argparse.Namespace, tools: Tools) -> Report:
    """Write a document's bytes, the same as those that were filed."""
    with opened(options, tools) as safe:
        document = safe.document(options.id)
        data = safe.content(document.id)
    write_file(options.out, data, replace=options.force)
    return Report(
        {**document_data(document), "out": options.out},
        text("Le document est écrit. Ce fichier n’est plus protégé par le coffre."),
    )


def _report(found: Sequence[StoredDocument]) -> Report:
    lines = [plural("{n} document", "{n} documents", len(found)), *map(document_line, found)]
    return Report({"items": [document_data(document) for document in found]}, "\n".join(lines))


def document_data(document: StoredDocument) -> dict[str, Any]:
    """Return a document, for JSON."""
    return {
        "id": document.id,
        "title": document.title,
        "person": document.person,
        "person_id": document.person_id,
        "dossier": document.dossier,
        "dossier_id": document.dossier_id,
        "kind": document.kind,
        "date": document.date.isoformat(),
        "media": document.media,
        "size": document.size,
        "pages": document.pages,
        "made_from": document.made_from,
        "edition": document.edition,
        "verified": document.verified,
        "total": document.total,
    }


def document_line(document: StoredDocument) -> str:
    """Return a document on one line."""
    about = [document.title, document.person, document.dossier, long_date(document.date)]
    return f"  {document.id}  " + " · ".join(part for part in about if part)


def event_data(event: Event) -> dict[str, Any]:
    """Return a step of a dossier, for JSON."""
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        "prudent_day": iso(event.prudent_day) if event.prudent_day else None,
        "last_day": iso(event.last_day) if event.last_day else None,
        "day": iso(event.at),
        "procedure": event.procedure,
        "awaited": event.awaited,
        "person": event.person,
        "person_id": event.person_id,
        "dossier": event.dossier,
        "dossier_id": event.dossier_id,
    }
