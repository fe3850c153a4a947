"""``papier-libre demo``: the whole journey on fictional data, every part real."""

import argparse
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, value
from desktop_app.core.errors import AppError
from desktop_app.files import NotWritten, write_file
from desktop_app.sentences import proof_words
from desktop_app.sentences.deadline_words import until
from desktop_app.workflow.trials.demo import Journey, run_demo

DEFAULT_FOLDER = "papier-libre-demo"
MARK = "LISEZ-MOI.txt"
OURS = ("safe", "letter.pdf", "kit.pdf", "form.pdf", MARK)


class DemoFolderInUse(AppError):
    """The folder holds something else than a former demo: nothing of it is touched."""


def register(commands: Commands) -> None:
    """Add the command and its argument."""
    parser = commands.add_parser(
        "demo", help=i18n.text("fait tout le parcours avec une personne inventée")
    )
    told = i18n.text("dossier où écrire (par défaut : {folder})").format(folder=DEFAULT_FOLDER)
    value(parser, "--out", "DIR", told, default=DEFAULT_FOLDER)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Do the journey and say what was made, in how long, and where to look."""
    folder = Path(options.out)
    _prepare(folder)
    journey = run_demo(
        tools,
        folder,
        write=lambda name, data: write_file(folder / name, data),
        seconds=time.perf_counter,
    )
    return Report(_data(journey, folder), "\n".join(_lines(journey, folder, tools)))


def _prepare(folder: Path) -> None:
    """Make the folder, or empty it of a former demo; leave anything else alone."""
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise DemoFolderInUse
        for name in OURS:
            _remove(folder / name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise NotWritten from refusal
    note = i18n.text(
        "Dossier fait par « papier-libre demo » avec une personne inventée.\n"
        "Il est vidé à chaque nouvelle démonstration : n’y rangez rien à vous.\n"
    )
    write_file(folder / MARK, note.encode("utf-8"))


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as refusal:
        raise NotWritten from refusal


def _data(journey: Journey, folder: Path) -> dict[str, object]:
    return {
        "documents": [
            {
                "path": str(folder / made.path),
                "pages": made.pages,
                "verified": made.verified,
                "total": made.total,
            }
            for made in journey.documents
        ],
        "safe": str(folder / "safe"),
        "phrase": journey.phrase,
        "steps": [{"name": name, "ms": ms} for name, ms in journey.steps],
    }


def _lines(journey: Journey, folder: Path, tools: Tools) -> Sequence[str]:
    letter = journey.letter
    assert letter is not None
    assert letter.deadline is not None
    lines = [
        i18n.text("Une personne inventée dit : « la caf me réclame des sous »."),
        i18n.text("Papier libre propose : {title}.").format(
            title=i18n.pack_text(letter.definition.plain_title)
        ),
        "",
        *until(letter.deadline, tools.clock.today()),
        "",
    ]
    for made in journey.documents:
        pages = i18n.plural("{n} page", "{n} pages", made.pages)
        proof = proof_words.read_back(made.verified, made.total)
        lines.append("  " + i18n.labelled(str(folder / made.path), f"{pages}, {proof}"))
    lines += [
        "  "
        + i18n.labelled(
            str(folder / "safe"),
            i18n.text("coffre chiffré ; la lettre et le formulaire y ont été rangés et retrouvés"),
        ),
        i18n.text("Phrase du coffre d’exemple : {phrase}").format(phrase=journey.phrase),
        "",
        i18n.text("Durée : {s} s").format(
            s=i18n.number(sum(ms for _, ms in journey.steps) / 1000, 1)
        ),
    ]
    return lines
