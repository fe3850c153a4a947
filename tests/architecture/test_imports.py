"""Imports point one way: gui, cli -> workflow -> core, and so do those inside core and workflow.

The table is in ``rooms.py``; ARCHITECTURE.md shows it.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.architecture import rooms
from tests.architecture.rooms import EVERYTHING, PAGE, ROOMS, leads_to, room_of

PACKAGE = rooms.PACKAGE
BY_NAME = re.compile(r"desktop_app(\.\w+)+")

OUTSIDE: dict[str, set[str]] = {
    "core": {"jinja2", "msgspec", "stdnum"},
    "mode": {"platformdirs"},
    "own_folders": {"platformdirs"},
    "settings": {"platformdirs"},
    "wiring": {"platformdirs"},
    "compiling": {"babel"},
    "i18n": {"babel", "platformdirs"},
    "safe": {"sqlcipher3", "cryptography", "keyring", "filelock", "mnemonic", "zxcvbn", "msgspec"},
    "untrusted": {"pypdf", "pikepdf", "pypdfium2", "PIL", "msgspec", "openpyxl"},
    "pdf": {"pypdf", "reportlab", "typst", "uharfbuzz", "segno", "msgspec", "PIL"},
    "catalogue": {"rapidfuzz", "msgspec"},
    "workflow": {"rapidfuzz"},
    "delivered": {"cryptography", "mnemonic"},
    "tables": {"openpyxl"},
    "gui": {"PySide6", "shiboken6"},
    "sentences": {"icalendar"},
}

# What the core may not use: files, processes, chance, and (as calls) the clock or the terminal.
IMPURE = {"os", "io", "pathlib", "random", "secrets", "socket", "subprocess", "tempfile", "time"}
IMPURE_CALLS = {"open", "print", "input", "today", "now", "utcnow"}


def module_of(path: Path) -> str:
    """Return the name of a module within the package: "core.packs.model"; a folder's is its own."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and parts[:-1] else parts)


@cache
def imported_names(path: Path, *, by_name: bool = True) -> tuple[str, ...]:
    """Return what a file imports; ``by_name``: what it only names in a string too."""
    return tuple(_imported(ast.parse(path.read_text("utf-8")), path, by_name))


def _imported(tree: ast.AST, path: Path, by_name: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            if not node.module.startswith("desktop_app"):
                yield node.module
                continue
            for alias in node.names:  # `from desktop_app import i18n` names a room
                whole = f"{node.module}.{alias.name}"
                yield whole if is_module(whole) else node.module
        elif by_name and isinstance(node, ast.Constant) and BY_NAME.fullmatch(str(node.value)):
            yield str(node.value)  # importlib.import_module("desktop_app.…") is an arrow too


def is_module(name: str) -> bool:
    """Tell whether a name is a module of ours, or a folder of them."""
    path = PACKAGE.joinpath(*name.split(".")[1:])
    return path.is_dir() or path.with_suffix(".py").is_file()


def inner(name: str) -> str:
    return name.removeprefix("desktop_app").removeprefix(".")


def allowed(room: str, name: str) -> bool:
    """Whether this room may import this module of ours; everyone may ask for the version."""
    module = inner(name)
    return module in ("", "__version__", "__made_on__") or any(
        leads_to(arrow, module) for arrow in (*ROOMS[room].may, room)
    )


def wrong_arrows(path: Path) -> Iterator[str]:
    """Yield what this file imports and may not, each in a sentence."""
    module = module_of(path)
    if module == "__init__":
        return
    room = room_of(module)
    if not room:
        yield f"{module}: a new room needs its row in the table"
        return
    for name in imported_names(path):
        top = name.split(".")[0]
        libraries = OUTSIDE.get(room.split(".")[0], set())
        outside = top not in sys.stdlib_module_names and top not in libraries
        if not allowed(room, name) if top == "desktop_app" else outside:
            yield f"{path.relative_to(PACKAGE)}: {room} may not import {name}"


def test_imports_point_downwards() -> None:
    paths = sorted(PACKAGE.rglob("*.py"))
    assert paths
    assert [fault for path in paths for fault in wrong_arrows(path)] == []


def test_every_arrow_of_the_table_is_in_the_code() -> None:
    """The page shows the arrows that there are, not those that there once were."""
    drawn = {
        (room, arrow)
        for path in PACKAGE.rglob("*.py")
        if (room := room_of(module_of(path)))
        for name in imported_names(path)
        for arrow in ROOMS[room].may
        if leads_to(arrow, inner(name)) and name.startswith("desktop_app")
    }
    table = {
        (name, arrow)
        for name, room in ROOMS.items()
        for arrow in room.may
        if arrow != EVERYTHING[0]
    }
    assert table - drawn == set()


def test_every_room_is_there_and_says_what_it_is_for() -> None:
    faults = []
    for name in ROOMS:
        path = PACKAGE / name.removesuffix(".*").replace(".", "/")
        if not path.is_dir():
            assert path.with_suffix(".py").is_file(), name
        elif "." in name and not name.endswith("*"):
            told = ast.get_docstring(ast.parse((path / "__init__.py").read_text("utf-8")))
            faults += [] if told else [name]
    assert faults == []


def test_the_page_shows_this_table() -> None:
    """`python -m tests.architecture.rooms` writes it."""
    page = PAGE.read_text("utf-8")
    assert rooms.printed(page) == page


def circles(arrows: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """Return the sets of names that lead back to themselves."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        left = [start]
        while left:
            for name in arrows.get(left.pop(), set()) - seen:
                seen.add(name)
                left.append(name)
        return seen

    ahead = {name: reached(name) for name in arrows}
    return {
        frozenset(other for other in far if name in ahead.get(other, set()))
        for name, far in ahead.items()
        if name in far
    }


def test_no_room_leads_back_to_itself() -> None:
    table = {
        name: {other for other in ROOMS for arrow in room.may if leads_to(arrow, other)} - {name}
        for name, room in ROOMS.items()
        if room.may != EVERYTHING
    }
    assert circles(table) == set()


def test_no_file_leads_back_to_itself() -> None:
    files = {
        module_of(path): {inner(name) for name in imported_names(path, by_name=False)}
        - {module_of(path), ""}
        for path in PACKAGE.rglob("*.py")
    }
    assert circles(files) == set()


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == {frozenset({"b", "c"})}


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
        "core/impure.py: core.* may not import desktop_app.safe",
        "core/impure.py: core.* may not import pypdf",
    ]


@pytest.mark.parametrize(
    ("room", "name"),
    [
        pytest.param("core.*", "desktop_app.files", id="the core reads no file"),
        pytest.param("core.packs", "desktop_app.core.answers.draft", id="a floor of the core"),
        pytest.param("core.*", "desktop_app.core.packs.model", id="nothing below leads up"),
        pytest.param("safe", "desktop_app.pdf.fonts", id="the safe knows no PDF"),
        pytest.param("safe", "desktop_app.core.packs.model", id="nor forms"),
        pytest.param("workflow.safes", "desktop_app.safe.keys", id="it meets the safe by its port"),
        pytest.param(
            "workflow.safes", "desktop_app.workflow.matter.sense", id="a floor of workflow"
        ),
        pytest.param("pdf", "desktop_app.workflow.ports", id="pages know nobody's gestures"),
        pytest.param("pdf", "desktop_app.core_of_something", id="a name that only starts alike"),
        pytest.param("messages", "desktop_app.i18n", id="words import nothing"),
    ],
)
def test_the_table_refuses(room: str, name: str) -> None:
    assert not allowed(room, name)
