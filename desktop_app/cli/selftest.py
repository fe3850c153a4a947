"""``papier-libre self-test``: a list in green and red of what this installation can do."""

import argparse
import importlib.metadata
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_app import __version__, i18n
from desktop_app.cli.command import Commands, Report, Tools, flag
from desktop_app.core.errors import AppError
from desktop_app.qt_needs import display_answers, missing_packages
from desktop_app.workflow.trials.selftest import Checked, run_checks

FONTS = 4
CUPS = Path("/run/cups/cups.sock")
ABI = "on ("  # of a layer that says its version too
SIGNS = {"ok": "✓", "failed": "✗", "absent": "–"}
COLOURS = {"ok": "\033[32m", "failed": "\033[31m", "absent": "\033[33m"}
VERSIONS = (
    "PySide6-Essentials",
    "typst",
    "reportlab",
    "uharfbuzz",
    "pypdf",
    "pikepdf",
    "pypdfium2",
    "sqlcipher3",
    "cryptography",
)


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "self-test", help=i18n.text("vérifie cette installation, point par point")
    )
    flag(parser, "--public", i18n.text("essaie une séance de borne, et cherche ce qui en reste"))
    parser.add_argument(
        "--page",
        metavar=i18n.text("FICHIER.pdf"),
        help=i18n.text("avec --public : écrit le résultat, à imprimer"),
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, tools: Tools) -> Report:
    """Check everything; exit status 1 when something that must work does not."""
    if options.public:
        from desktop_app.cli import selftest_public

        return selftest_public.run(options, tools)
    with tempfile.TemporaryDirectory(prefix="papier-libre-") as folder:
        layers = _layers(tools)
        checks = [*_system(), _reader(layers), *run_checks(tools, Path(folder))]
    sound = all(check.state != "failed" for check in checks)
    data = {
        "ok": sound,
        "checks": [
            {"name": check.name, "state": check.state, "detail": check.detail} for check in checks
        ],
        "layers": layers,
        "versions": _versions(),
    }
    return Report(data, "\n".join(_lines(checks)), status=0 if sound else 1)


def _system() -> Iterator[Checked]:
    """Yield what the computer itself offers."""
    lacking = missing_packages() if sys.platform.startswith("linux") else []
    yield Checked("qt-libraries", "absent" if lacking else "ok", " ".join(lacking))
    yield Checked("display", "ok" if display_answers() else "absent")
    printing = shutil.which("lp") and CUPS.is_socket() if sys.platform != "win32" else True
    yield Checked("printing", "ok" if printing else "absent")
    yield _fonts()


def _layers(tools: Tools) -> Mapping[str, str]:
    """Return what holds the process that opens what comes from elsewhere; {} if none starts."""
    try:
        return tools.reader_layers()
    except AppError:
        return {}


def _reader(layers: Mapping[str, str]) -> Checked:
    if not layers:
        return Checked("reader", "failed")
    lacking = [name for name, state in layers.items() if state != "on" and ABI not in state]
    held = f"{len(layers) - len(lacking)} / {len(layers)}"
    told = ", ".join(i18n.sentence(f"self-test-layer-{name}") for name in lacking)
    return Checked("reader", "absent" if lacking else "ok", f"{held} : {told}" if told else held)


def _fonts() -> Checked:
    from desktop_app.datafiles import font_folders, form_font_folders

    folders = (*font_folders(), *form_font_folders())
    found = [folder for folder in folders if any(folder.glob("*.ttf"))]
    return Checked("fonts", "ok" if len(found) == FONTS else "failed", f"{len(found)} / {FONTS}")


def _versions() -> dict[str, str]:
    found = {"papier-libre": __version__, "Python": platform.python_version()}
    for name in VERSIONS:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = "?"
    return found


def _lines(checks: list[Checked]) -> Iterator[str]:
    coloured = sys.stdout.isatty()
    for check in checks:
        sign = SIGNS[check.state]
        if coloured:
            sign = f"{COLOURS[check.state]}{sign}\033[0m"
        words = i18n.sentence(f"self-test-{check.name}-{check.state}", {"detail": check.detail})
        yield f"{sign} {words}"
    yield ""
    yield ", ".join(f"{name} {version}" for name, version in _versions().items())
