"""Imports point one way: gui, cli -> workflow -> core. ARCHITECTURE.md shows the same table."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "desktop_app"
EVERYTHING = {""}
BY_NAME = re.compile(r"desktop_app(\.\w+)+")

# A room is a folder of desktop_app/, or a module that stands beside them.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "datafiles": set(),
    "messages": set(),
    "core": set(),
    "files": {"core.errors"},
    "settings": {"core.errors", "datafiles", "files"},
    "mode": {"datafiles"},
    "qt_needs": set(),
    "hardening": set(),
    "compiling": set(),
    "i18n": {"compiling", "core.errors", "datafiles", "messages"},
    "safe": {"core.errors", "files"},
    "untrusted": {"core.errors", "files", "hardening"},
    "pdf": {"core", "datafiles", "untrusted", "workflow.ports"},
    "catalogue": {"core", "datafiles", "files", "untrusted", "workflow.ports"},
    "workflow": {"core"},
    "cli": {
        "datafiles",
        "sentences",
        "qt_needs",
        "core",
        "workflow",
        "i18n",
        "settings",
        "messages",
        "files",
    },
    "gui": {
        "pages",
        "sentences",
        "core",
        "workflow",
        "i18n",
        "settings",
        "datafiles",
        "files",
    },
    "pages": {"core", "workflow", "i18n", "sentences"},
    "sentences": {"core", "workflow", "i18n", "datafiles"},
    "wiring": EVERYTHING,
    "__main__": EVERYTHING,
}
OUTSIDE: dict[str, set[str]] = {
    "core": {"jinja2", "msgspec", "stdnum"},
    "settings": {"platformdirs"},
    "wiring": {"platformdirs"},
    "compiling": {"babel"},
    "i18n": {"babel", "platformdirs"},
    "safe": {"sqlcipher3", "cryptography", "keyring", "filelock", "mnemonic", "zxcvbn", "msgspec"},
    "untrusted": {"pypdf", "pikepdf", "pypdfium2", "PIL", "msgspec"},
    "pdf": {"pypdf", "reportlab", "typst", "uharfbuzz", "segno", "msgspec", "PIL"},
    "catalogue": {"rapidfuzz", "msgspec"},
    "gui": {"PySide6", "shiboken6"},
    "sentences": {"icalendar"},
}

# What the core may not use: files, processes, chance, and (as calls) the clock or the terminal.
IMPURE = {"os", "io", "pathlib", "random", "secrets", "socket", "subprocess", "tempfile", "time"}
IMPURE_CALLS = {"open", "print", "input", "today", "now", "utcnow"}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            yield node.module
            if node.module == "desktop_app":  # `from desktop_app import i18n` names a room
                yield from (f"desktop_app.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and BY_NAME.fullmatch(str(node.value)):
            yield str(node.value)  # importlib.import_module("desktop_app.…") is an arrow too


def allowed(room: str, name: str) -> bool:
    """Whether this room may import this module of ours; everyone may ask for the version."""
    inner = name.removeprefix("desktop_app").removeprefix(".")
    if inner in ("", "__version__"):
        return True
    return any(
        not other or inner == other or inner.startswith(f"{other}.")
        for other in MAY_IMPORT[room] | {room}
    )


def wrong_arrows(path: Path) -> Iterator[str]:
    """Yield what this file imports and may not, each in a sentence."""
    room = room_of(path)
    if room not in MAY_IMPORT:
        yield f"{room}: a new room needs its row in the table"
        return
    for name in imported_names(path):
        top = name.split(".")[0]
        outside = top not in sys.stdlib_module_names and top not in OUTSIDE.get(room, set())
        if not allowed(room, name) if top == "desktop_app" else outside:
            yield f"{path.relative_to(PACKAGE)}: {room} may not import {name}"


def test_imports_point_downwards() -> None:
    paths = sorted(PACKAGE.rglob("*.py"))
    assert paths
    assert [fault for path in paths for fault in wrong_arrows(path)] == []


def touched(path: Path) -> set[str]:
    """Return what this file uses that the core may not."""
    called = {
        getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    return IMPURE & set(imported_names(path)) | IMPURE_CALLS & called


def test_the_core_touches_nothing() -> None:
    paths = sorted(PACKAGE.glob("core/**/*.py"))
    assert paths
    assert {str(p.relative_to(PACKAGE)): touched(p) for p in paths if touched(p)} == {}


def test_a_wrong_arrow_and_an_impure_core_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "import os\nfrom desktop_app.safe import store\nimport pypdf\nopen('x')\n"
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    (tmp_path / "core").mkdir()
    impure = tmp_path / "core" / "impure.py"
    impure.write_text(told, "utf-8")
    assert touched(impure) == {"os", "open"}
    assert list(wrong_arrows(impure)) == [
        "core/impure.py: core may not import desktop_app.safe",
        "core/impure.py: core may not import pypdf",
    ]


@pytest.mark.parametrize(
    ("room", "name"),
    [
        pytest.param("core", "desktop_app.files", id="the core reads no file"),
        pytest.param("safe", "desktop_app.pdf.fonts", id="the safe knows no PDF"),
        pytest.param("workflow", "desktop_app.safe.keys", id="workflow meets the safe by its port"),
        pytest.param(
            "pdf", "desktop_app.workflow.safes.archive", id="only the ports, not the acts"
        ),
        pytest.param("pdf", "desktop_app.core_of_something", id="a name that only starts alike"),
        pytest.param("messages", "desktop_app.i18n", id="words import nothing"),
    ],
)
def test_the_table_refuses(room: str, name: str) -> None:
    assert not allowed(room, name)
