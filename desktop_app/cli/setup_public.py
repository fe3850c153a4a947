"""What ``setup --public`` may be told of a terminal, and the page that its manager prints."""

import argparse
from dataclasses import replace

from desktop_app import i18n
from desktop_app.cli.command import Report, Tools
from desktop_app.core.terminal import Terminal, TerminalWrong, terminal_of
from desktop_app.files import not_there, write_file
from desktop_app.pages import terminal_kit

_OPTIONS = ("price", "minutes", "languages", "open", "printer", "kit")


class SetupOnlyPublic(TerminalWrong, exit_status=2):
    """These options are those of a public terminal. ``name``: of the first."""


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a terminal."""
    group = parser.add_argument_group(i18n.text("d’une borne publique (--public)"))
    group.add_argument(
        "--price", type=int, metavar="N", help=i18n.text("prix d’une page imprimée, en centimes")
    )
    group.add_argument(
        "--minutes", type=int, metavar="N", help=i18n.text("durée d’une séance, en minutes")
    )
    group.add_argument(
        "--languages", metavar="L,L", help=i18n.text("langues proposées (fr,en) ; toutes sinon")
    )
    group.add_argument(
        "--open",
        action="append",
        metavar=i18n.text("JOURS HEURES"),
        help=i18n.text("heures d’ouverture, par exemple « 2-6 10:00-18:00 » ; 1 est lundi"),
    )
    group.add_argument(
        "--printer",
        action="append",
        metavar=i18n.text("NOM"),
        help=i18n.text("imprimante permise ; toutes sinon"),
    )
    group.add_argument(
        "--kit",
        metavar=i18n.text("FICHIER.pdf"),
        help=i18n.text("écrit la page du gestionnaire : ce qu’il règle sur l’ordinateur"),
    )


def told(options: argparse.Namespace) -> Terminal:
    """Return the terminal that is told.

    Raises:
        SetupOnlyPublic: another mode, or none, is asked with it.
        TerminalWrong: what is told is not understood, or no catalogue has this language.
    """
    given = [name for name in _OPTIONS if getattr(options, name) is not None]
    if not given:
        return Terminal()
    if options.mode != "public":
        raise SetupOnlyPublic(name=f"--{given[0]}", value="")
    lines: dict[str, object] = {
        "price_cents": options.price,
        "minutes": options.minutes,
        "languages": _languages(options.languages),
        "open": options.open,
        "printers": options.printer,
    }
    found = terminal_of({name: one for name, one in lines.items() if one is not None})
    for one in found.languages:
        if one not in i18n.languages():
            raise TerminalWrong(name="languages", value=one)
    return replace(found, languages=tuple(dict.fromkeys(found.languages)))


def kit_may_be_written(options: argparse.Namespace) -> None:
    """Refuse a page that would replace a file, before the computer's mode is changed."""
    if options.kit is not None:
        not_there(options.kit)


def with_kit(
    options: argparse.Namespace, tools: Tools, terminal: Terminal, report: Report
) -> Report:
    """Write the manager's page too, where it is asked for."""
    if options.kit is None:
        return report
    pdf = tools.letters.sheet(tools.sheets.terminal_kit(terminal))
    write_file(options.kit, pdf.data, replace=False)
    words = terminal_kit.written(options.kit)
    data = {**report.data, "kit": options.kit, "kit_pages": pdf.pages}
    return replace(report, data=data, text=f"{report.text}\n\n{words}")


def _languages(words: str | None) -> list[str] | None:
    return None if words is None else [one.strip() for one in words.split(",")]
