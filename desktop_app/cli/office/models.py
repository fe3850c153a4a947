"""``office model``: the office's own letters in DOCX or ODT, looked at, kept, filled."""

import argparse
from pathlib import Path

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe.opened import opened, saved
from desktop_app.cli.terminal import reported
from desktop_app.files import read_file, write_file
from desktop_app.pages import office_models as page
from desktop_app.workflow.office import word_models
from desktop_app.workflow.office.word_models import Tags


def look(options: argparse.Namespace, tools: Tools) -> Report:
    """Say which tags a model has, and which tags there are; nothing is opened but the model."""
    if not options.file:
        known = word_models.names(tools)
        return reported(page.names(known), {"names": known})
    found = word_models.look(tools, read_file(options.file))
    return reported(page.tags(found), _data(found), status=1 if found.wrong else 0)


def add(options: argparse.Namespace, tools: Tools) -> Report:
    """Keep a model in the safe."""
    data, today = read_file(options.file), tools.clock.today()
    title = options.title or Path(options.file).stem
    with opened(options, tools) as safe:
        kept, found = word_models.keep(safe, tools, data, title, on=today)
        saved(safe, tools)
    return reported(page.tags(found), {"id": kept, **_data(found)}, told=page.kept_now())


def fill(options: argparse.Namespace, tools: Tools) -> Report:
    """Make the letter of a model for one or several people, and file it for each."""
    today = tools.clock.today()
    with opened(options, tools) as safe:
        model = word_models.one(safe, options.model)
        people = [safe.people.one(name).id for name in options.people]
        if options.dossier and len(people) == 1:
            dossier = safe.dossiers.one(options.dossier).id
            made = {
                people[0]: word_models.fill(
                    safe, tools, model.id, people[0], dossier=dossier, on=today
                )
            }
            word_models.file(safe, model.id, made[people[0]], people[0], dossier=dossier, on=today)
        else:
            made = word_models.for_several(safe, tools, model.id, people, on=today)
        saved(safe, tools)
        if options.out:
            write_file(options.out, next(iter(made.values())).data)
    missing = {name for one in made.values() for name in one.missing}
    data = {"letters": len(made), "missing": sorted(missing), "out": options.out}
    return reported(page.made(len(made), sorted(missing)), data)


def _data(found: Tags) -> dict[str, object]:
    return {
        "kind": found.kind,
        "known": list(found.known),
        "unknown": dict(found.unknown),
        "wrong": [{"code": one.code, "place": one.place} for one in found.wrong],
    }
