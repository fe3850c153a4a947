"""Arguments in French, errors as AppError, ``--json`` and ``--lang`` understood anywhere."""

import argparse
import importlib
import os
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.messages.cli import ARGPARSE

# One module per command; a module is imported only when its command is called or help is shown.
COMMANDS = {
    "catalogue": "desktop_app.cli.catalogue",
    "deadline": "desktop_app.cli.deadline",
    "which-delay": "desktop_app.cli.which_delay",
    "urgent": "desktop_app.cli.urgent",
    "read-letter": "desktop_app.cli.read_letter",
    "letter": "desktop_app.cli.letter",
    "form": "desktop_app.cli.form",
    "safe": "desktop_app.cli.safe",
    "office": "desktop_app.cli.office",
    "pack": "desktop_app.cli.pack",
    "law": "desktop_app.cli.law",
    "update": "desktop_app.cli.update",
    "setup": "desktop_app.cli.setup",
    "terminal": "desktop_app.cli.kiosk",
    "demo": "desktop_app.cli.demo",
    "self-test": "desktop_app.cli.selftest",
}


class UsageError(AppError, code="usage", exit_status=2):
    """The command cannot be understood. ``detail`` is argparse's sentence about the arguments."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises instead of exiting, and that knows the common options."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_abbrev", False)
        options.setdefault("formatter_class", _Formatter)
        super().__init__(**options)
        self._mixing = False
        # SUPPRESS: a subcommand's default must not undo what was said before the subcommand.
        self.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help=i18n.text("réponse en JSON sur la sortie standard"),
        )
        self.add_argument(
            "--lang",
            default=argparse.SUPPRESS,
            metavar="L",
            help=i18n.text("langue des textes (fr, en…)"),
        )

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Let options stand anywhere: argparse gives up what may be absent at the first option."""
        if self._mixing:
            return super().parse_known_args(args, namespace)
        if self._subparsers is not None:
            given = list(sys.argv[1:] if args is None else args)
            return super().parse_known_args(self._after_its_name(given), namespace)
        self._mixing = True  # it parses twice, by this very method
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._mixing = False

    def _after_its_name(self, given: list[str]) -> list[str]:
        """Put the options of a subcommand that stand before its name after it."""
        later = {name: one for one in _options(self) for name in one.option_strings}
        kept: list[str] = []
        moved: list[str] = []
        wanted = len(self._get_positional_actions())  # the last of them is the subcommand
        words = iter(given)
        for word in words:
            name, equals, _ = word.partition("=")
            own = self._option_string_actions.get(name)
            option = own or later.get(name)
            to = moved if option is not None and own is None else kept
            to.append(word)
            if option is not None:
                if not equals and option.nargs != 0:
                    to += [value for value in [next(words, None)] if value is not None]
            elif word.startswith("-"):
                return given  # argparse says what is wrong
            elif (wanted := wanted - 1) == 0:
                return [*kept, *moved, *words]
        return given

    def error(self, message: str) -> NoReturn:
        raise UsageError(detail=message)


def _options(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the options of the subcommands of a parser, and of theirs."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inside in action.choices.values():
                yield from (one for one in inside._actions if one.option_strings)
                yield from _options(inside)


def build(command: str) -> Parser:
    """Return the parser of one command, or of all of them when ``command`` is not one."""
    # argparse has no public way to choose its own words; the module-level ``_`` is how it
    # looks them up.
    argparse._ = _in_our_words  # type: ignore[attr-defined]
    parser = Parser(
        prog="papier-libre",
        description=i18n.text(
            "Remplir, imprimer et garder des papiers administratifs, sans réseau et sans compte."
        ),
    )
    parser.add_argument("--version", action="store_true", help=i18n.text("version du programme"))
    commands = parser.add_subparsers(
        dest="command", metavar=i18n.text("COMMANDE"), parser_class=Parser
    )
    for name in [command] if command in COMMANDS else COMMANDS:
        importlib.import_module(COMMANDS[name]).register(commands)
    return parser


class _Formatter(argparse.HelpFormatter):
    """argparse makes one for each argument, and asks ``shutil``, which loads what unpacks archives,
    how wide the terminal is."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, **{"width": _columns() - 2, **options})


def _columns() -> int:
    """Return how wide the terminal is, as ``shutil.get_terminal_size`` tells it."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def _in_our_words(words: str) -> str:
    return i18n.text(ARGPARSE.get(words, words))
