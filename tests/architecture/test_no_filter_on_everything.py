"""No Python code looks at every event of the program: see ``gui/input_watcher.py``."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
EVERYTHING = {"app", "_app", "qt", "qApp", "application", "instance"}


def filters_on_everything(code: str) -> list[int]:
    """Return the lines that put an event filter on the application."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "installEventFilter"
        and _name(node.func.value) in EVERYTHING
    ]


def _name(held_by: ast.expr) -> str:
    if isinstance(held_by, ast.Call):
        return _name(held_by.func)
    if isinstance(held_by, ast.Attribute):
        return held_by.attr
    return held_by.id if isinstance(held_by, ast.Name) else ""


def test_nobody_filters_the_events_of_the_application() -> None:
    found = []
    for folder in ("desktop_app", "tests"):
        for path in (PROJECT / folder).rglob("*.py"):
            code = path.read_text("utf-8")
            if "installEventFilter" in code:
                found += [f"{path.relative_to(PROJECT)}:{n}" for n in filters_on_everything(code)]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "app.installEventFilter(self)",
        "self._app.installEventFilter(self)",
        "QApplication.instance().installEventFilter(x)",
        "driver.app.installEventFilter(x)",
    ],
)
def test_what_it_looks_for_is_found(code: str) -> None:
    assert filters_on_everything(code) == [1]
