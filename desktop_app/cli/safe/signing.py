"""``safe signature``: the image of a person's signature, kept with her other papers."""

import argparse

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.letterhead import picture
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.i18n import text
from desktop_app.pages.person import image_title
from desktop_app.workflow.people import signatures


def signature(options: argparse.Namespace, tools: Tools) -> Report:
    """Keep an image, throw it away, or tell whether there is one."""
    drawn = picture(options.file, tools) if options.file else None  # before the phrase
    today = tools.clock.today()
    with opened(options, tools) as safe:
        whose = safe.people.one(options.person)
        person, name = whose.id, whose.name
        if drawn is not None:
            signatures.keep(safe, person, drawn, title=image_title(name), on=today)
        found = signatures.kept(safe, person)
        if options.remove and found is not None:
            safe.bin.put(found.id, on=today)
            found = None
        if drawn is not None or options.remove:
            saved(safe, tools)
    words = (
        text("L’image de la signature de {name} est dans le coffre.")
        if found is not None
        else text("Aucune image de la signature de {name} dans le coffre.")
    )
    data = {"person": person, "document": found.id if found is not None else None}
    return Report(data, words.format(name=name))
