"""``papier-libre read-letter FILE``: what a letter received says, to be checked."""

import argparse

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools
from desktop_app.cli.terminal import reported
from desktop_app.files import read_file
from desktop_app.pages import received as page
from desktop_app.workflow.guidance.received import Looked, answers, understand


def register(commands: Commands) -> None:
    """Add the command and its argument."""
    told = i18n.text("lire une lettre reçue (PDF, photo, scan) : qui écrit, dates, somme, délai")
    parser = commands.add_parser("read-letter", help=told)
    parser.add_argument("file", metavar="FICHIER", help=i18n.text("le PDF, la photo ou le scan"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Read a letter, and tell what it may say; nothing is kept."""
    found = understand(tools, read_file(options.file), lambda _so_far, _of: None)
    rules, reading = tools.received_rules, found.reading
    decision = reading.one("decision")
    looked = Looked(reading).confirm("decision", decision.value) if decision else Looked(reading)
    data: dict[str, object] = {
        "recognised": found.words.recognised,
        "unread": found.unread.code if found.unread else None,
        "pages": found.words.pages,
        "facts": {fact: page.facts_data(reading.of(fact)) for fact in looked.found},
        "letters": list(answers(looked, rules)),
    }
    return reported(page.told_page(found, rules), data)
