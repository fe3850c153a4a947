"""``safe create``."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.safe import phrase
from desktop_app.i18n import text
from desktop_app.pages import done


def create(options: argparse.Namespace, tools: Tools) -> Report:
    """Make a safe; the recovery words are shown this once."""
    made = tools.safes.create(
        Path(options.dir),
        phrase.chosen(tools, options.phrase_fd, "--phrase-fd"),
        on=tools.clock.today(),
        recovery=not options.no_recovery,
    )
    data: dict[str, object] = {"id": made.id}
    lines = [done.safe_made()]
    if made.recovery_words:
        data["recovery_words"] = list(made.recovery_words)
        lines.append(words_text(made.recovery_words))
    return Report(data, "\n".join(lines))


def words_text(words: Sequence[str]) -> str:
    """Return the recovery words as a list to copy by hand."""
    return "\n".join(
        [
            text("Recopiez ces douze mots sur une feuille, et gardez-la loin de l’ordinateur :"),
            *(f"  {number:2}. {word}" for number, word in enumerate(words, 1)),
            text("Ils ouvrent le coffre si vous oubliez la phrase. Ils ne seront plus montrés."),
        ]
    )
