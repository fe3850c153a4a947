"""``safe list, show, search``."""

import argparse
from dataclasses import replace
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.parser import UsageError
from desktop_app.cli.safe.opened import opened
from desktop_app.cli.terminal import reported
from desktop_app.core.moment import iso, iso_if
from desktop_app.core.records import Event, StoredDocument
from desktop_app.files import write_file
from desktop_app.i18n import text
from desktop_app.pages import documents as page
from desktop_app.pages import done
from desktop_app.pages.foot import see_others
from desktop_app.workflow.safes import archive
from desktop_app.workflow.safes.listing import Listing, Page
from desktop_app.workflow.safes.several import copy_of
from desktop_app.workflow.store import Order


def list_all(options: argparse.Namespace, tools: Tools) -> Report:
    """List every document, those of a dossier too."""
    with opened(options, tools, reads=True) as safe:
        found = safe.documents()
    listed = page.documents(page.everything(Page((), found, 0), whose=False), "", whose=False)
    return reported(listed, {"items": [document_data(one) for one in found]})


def search(options: argparse.Namespace, tools: Tools) -> Report:
    """List the dossiers named so, then the documents that hold every word."""
    order: Order = "relevance" if options.by_relevance else "newest"
    skip, whose = options.skip, bool(options.person)
    with opened(options, tools, reads=True) as safe:
        listing = Listing(safe, options.person)
        name = listing.whose() if whose else ""
        named = () if skip else listing.named(options.text)
        dossiers = safe.dossiers.count(options.text, person=options.person)
        found = archive.find(safe, options.text, person=options.person, order=order, skip=skip)
    some = Page(named, found.documents, found.left, dossiers, found.total)
    shown = page.found(some, whose=whose)
    items = [document_data(one) for one in found.documents]
    data = {"items": items, "total": found.total, "left": found.left}
    told = reported(page.documents(shown, name, whose=whose), data)
    if not found.left:
        return told
    more = f"safe search … {options.text} --skip {skip + len(found.documents)}"
    return replace(told, text=f"{told.text}\n{see_others(found.left)} → {more}")


def show(options: argparse.Namespace, tools: Tools) -> Report:
    """Write a document's bytes, the same as those that were filed; or a photo's pixels alone."""
    with opened(options, tools, reads=True) as safe:
        document = safe.document(options.id)
        if options.clean and document.media not in archive.PICTURES:
            raise UsageError(detail=text("--clean va avec une photo"))
        data = safe.content(document.id)
    if options.clean:
        data = copy_of(data, tools.photos)
    write_file(options.out, data, replace=options.force)
    return Report(
        {**document_data(document), "out": options.out},
        done.copied_out(),
    )


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
        "earlier": document.earlier,
    }


def event_data(event: Event) -> dict[str, Any]:
    """Return a step of a dossier, for JSON."""
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        "prudent_day": iso_if(event.prudent_day),
        "last_day": iso_if(event.last_day),
        "day": iso(event.at),
        "procedure": event.procedure,
        "awaited": event.awaited,
        "person": event.person,
        "person_id": event.person_id,
        "dossier": event.dossier,
        "dossier_id": event.dossier_id,
    }
