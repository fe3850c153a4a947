"""Imports point one way: gui, cli -> workflow -> core. See ARCHITECTURE.md for the table."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "desktop_app"

MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "safe": {"core.errors", "files"},
    "untrusted": {"core.errors", "files"},
    "pdf": {"core", "datafiles", "untrusted", "workflow.ports"},
    "catalogue": {"core", "datafiles", "files", "untrusted", "workflow.ports"},
    "workflow": {"core"},
    "cli": {"core", "workflow", "i18n", "settings", "messages", "files"},
    "messages": set(),
    "gui": {"core", "workflow", "i18n", "settings", "datafiles"},
}
OUTSIDE: dict[str, set[str]] = {
    "core": {"jinja2", "msgspec", "stdnum"},
    "safe": {"sqlcipher3", "cryptography", "keyring", "filelock", "mnemonic", "zxcvbn", "msgspec"},
    "untrusted": {"pypdf", "pikepdf", "pypdfium2", "PIL", "msgspec"},
    "pdf": {"pypdf", "reportlab", "typst", "segno", "msgspec", "PIL"},
    "catalogue": {"rapidfuzz", "msgspec"},
    "workflow": set(),
    "cli": set(),
    "messages": set(),
    "gui": {"PySide6"},
}


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


def allowed(folder: str, name: str) -> bool:
    inner = name.removeprefix("desktop_app.")
    return any(
        inner == room or inner.startswith(f"{room}.") for room in MAY_IMPORT[folder] | {folder}
    )


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("*/**/*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_imports_point_downwards(path: Path) -> None:
    folder = path.relative_to(PACKAGE).parts[0]
    for name in imported_names(path):
        top = name.split(".")[0]
        if top == "desktop_app":
            assert name == "desktop_app" or allowed(folder, name), f"{folder} may not import {name}"
        elif top not in STANDARD_LIBRARY:
            assert top in OUTSIDE[folder], f"{folder} may not import {top}"


STANDARD_LIBRARY = sys.stdlib_module_names
