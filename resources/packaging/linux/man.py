"""Prints the page of the manual, of the help of each command: ``man.py [LANGUAGE] > FILE``."""

import argparse
import sys
from collections.abc import Iterator

from desktop_app import __version__, i18n
from desktop_app.cli.parser import build

NAME = "papier-libre"
LANGUAGES = ("fr", "en")
"""Of the pages that are shipped."""
HEAD = """\
.TH PAPIER-LIBRE 1 "" "{name} {version}" "{section}"
.SH {naming}
papier-libre \\- {short}
.SH {synopsis}
.B papier-libre
.RI [ {file} ]
.br
.B papier-libre
.I {command}
.RI [ OPTIONS ]
.SH DESCRIPTION
{about}
.PP
{window}
.BR \\-\\-help .
.SH {commands}"""
FOOT = """\
.SH {files}
{kept}
.SH {see}
.BR lp (1),
.BR sqlcipher (1)"""
WORDS = {
    "fr": {
        "section": "Commandes",
        "naming": "NOM",
        "short": "lettres et formulaires administratifs sur papier, sans internet",
        "synopsis": "SYNOPSIS",
        "file": "FICHIER.pdf",
        "command": "COMMANDE",
        "window": "Sans commande, la fenêtre s’ouvre ; avec un formulaire PDF ou sa photo, sur lui."
        " Chaque commande dit ses options par",
        "commands": "COMMANDES",
        "files": "FICHIERS",
        "kept": "Les papiers sont dans un coffre chiffré, dans le dossier que la personne a choisi "
        "ou dans ~/.local/share/papier\\-libre/coffres. Enlever le programme n’y touche pas.",
        "see": "VOIR AUSSI",
    },
    "en": {
        "section": "User commands",
        "naming": "NAME",
        "short": "French administrative letters and forms on paper, without internet",
        "synopsis": "SYNOPSIS",
        "file": "FILE.pdf",
        "command": "COMMAND",
        "window": "Without a command the window opens; with a PDF form or its photo, on that form. "
        "Each command tells its options by",
        "commands": "COMMANDS",
        "files": "FILES",
        "kept": "Papers are in an encrypted safe, in the folder that the person chose or in "
        "~/.local/share/papier\\-libre/coffres. To remove the program leaves them as they are.",
        "see": "SEE ALSO",
    },
}


def page(language: str = "fr") -> Iterator[str]:
    """Yield the lines of the page, in one of ``LANGUAGES``."""
    words = WORDS[language]
    with i18n.speaking(language):
        parser = build(NAME)
        about = _plain(parser.description or "")
        yield HEAD.format(name=NAME, version=__version__, about=about, **words)
        for name, told in _commands(parser):
            yield f".TP\n.B {_plain(name)}\n{_plain(told)}"
        yield FOOT.format(**words)


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._get_subactions():
                yield str(choice.dest), str(choice.help or "")


def _plain(words: str) -> str:
    """Return words in which roff finds nothing of its own."""
    said = i18n.plain(words).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{said}" if said.startswith((".", "'")) else said


if __name__ == "__main__":
    print("\n".join(page(*sys.argv[1:2])), file=sys.stdout)
