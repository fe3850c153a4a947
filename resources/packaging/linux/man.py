"""Prints the page of the manual, of the help that each command gives: ``man.py > FILE``."""

import argparse
import sys
from collections.abc import Iterator

from desktop_app import __version__
from desktop_app.cli.parser import build

NAME = "papier-libre"
HEAD = """\
.TH PAPIER-LIBRE 1 "" "{name} {version}" "Commandes"
.SH NOM
papier-libre \\- lettres et formulaires administratifs sur papier, sans internet
.SH SYNOPSIS
.B papier-libre
.br
.B papier-libre
.I COMMANDE
.RI [ OPTIONS ]
.SH DESCRIPTION
{about}
.PP
Sans commande, la fenêtre s’ouvre. Chaque commande dit ses options par
.BR \\-\\-help .
.SH COMMANDES"""
FOOT = """\
.SH FICHIERS
Les papiers sont dans un coffre chiffré, dans le dossier que la personne a choisi.
.SH VOIR AUSSI
.BR lp (1),
.BR sqlcipher (1)"""


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    parser = build(NAME)
    yield HEAD.format(name=NAME, version=__version__, about=_plain(parser.description or ""))
    for name, words in _commands(parser):
        yield f".TP\n.B {_plain(name)}\n{_plain(words)}"
    yield FOOT


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._get_subactions():
                yield str(choice.dest), str(choice.help or "")


def _plain(words: str) -> str:
    """Return words in which roff finds nothing of its own."""
    said = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{said}" if said.startswith((".", "'")) else said


if __name__ == "__main__":
    print("\n".join(page()), file=sys.stdout)
