"""``safe circle list|make|readers|add|remove|move``: restricted safes, each for its readers."""

import argparse
import contextlib
from collections.abc import Iterator, Sequence

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe import phrase
from desktop_app.cli.safe.opened import opened, say
from desktop_app.cli.terminal import reported
from desktop_app.pages import circles as page
from desktop_app.workflow.office import circles
from desktop_app.workflow.store import Safe


@contextlib.contextmanager
def _mine(options: argparse.Namespace, tools: Tools) -> Iterator[tuple[Safe, Sequence[Safe]]]:
    """Open the safe of the office and the circles that the same phrase opens."""
    alone = argparse.Namespace(**{**vars(options), "circle": ""})
    with opened(alone, tools) as safe:
        found = safe.circles.open_mine(on=tools.clock.today(), tell=say)
        try:
            yield safe, found
        finally:
            safe.circles.close()


def list_all(options: argparse.Namespace, tools: Tools) -> Report:
    """List the circles that the phrase opens; of the others, nothing is said."""
    with _mine(options, tools) as (_safe, found):
        data = [{"id": one.id, "title": one.circle} for one in found]
    return reported(page.mine([one.circle for one in found]), {"items": data})


def make(options: argparse.Namespace, tools: Tools) -> Report:
    """Make a circle; its recovery words are shown this once."""
    with opened(options, tools) as safe:
        made, words = safe.circles.make(options.title, on=tools.clock.today(), tell=say)
        with made:
            data = {"id": made.id, "title": made.circle, "recovery_words": list(words)}
    return reported(page.made(options.title, words), data)


def readers(options: argparse.Namespace, tools: Tools) -> Report:
    """Say who reads a circle."""
    with _mine(options, tools) as (safe, found):
        circle = circles.find(found, options.circle)
        there = safe.circles.readers(circle.id)
    data = [{"id": one.slot, "name": one.name, "me": one.me} for one in there]
    return reported(page.readers(circle.circle, there), {"readers": data})


def add(options: argparse.Namespace, tools: Tools) -> Report:
    """Open a circle to a helper, who types her own phrase."""
    with _mine(options, tools) as (safe, found):
        circle = circles.find(found, options.circle)
        hers = phrase.existing(options.reader_fd)
        name = safe.circles.add_reader(circle.id, hers, on=tools.clock.today())
    return Report({"name": name}, page.reader_added())


def remove(options: argparse.Namespace, tools: Tools) -> Report:
    """Close a circle to somebody."""
    with _mine(options, tools) as (safe, found):
        circle, ours = circles.find(found, options.circle), safe.circles
        reader = circles.find_reader(ours.readers(circle.id), options.reader)
        ours.remove_reader(circle.id, reader.slot, on=tools.clock.today())
    return Report({"removed": reader.slot}, page.reader_removed())


def move(options: argparse.Namespace, tools: Tools) -> Report:
    """Move a dossier: copied, read back and compared, then erased where it was."""
    with _mine(options, tools) as (safe, found):
        source = circles.find(found, options.source) if options.source else safe
        target = circles.find(found, options.to) if options.to else safe
        moved = safe.circles.move(source.id, target.id, options.dossier, on=tools.clock.today())
    data = {
        "dossier": moved.dossier,
        "documents": moved.documents,
        "events": moved.events,
        "drafts": moved.drafts,
        "values": moved.values,
        "verified": True,
    }
    return Report(data, page.moved(moved))
