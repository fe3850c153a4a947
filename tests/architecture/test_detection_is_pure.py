"""Finding boxes is geometry: no PDF, no picture, no file, so that a test needs none either."""

import ast
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "desktop_app" / "untrusted" / "detection"
OURS = ("desktop_app.untrusted.detection", "desktop_app.untrusted.model")
IMPURE = {"os", "io", "pathlib", "random", "time", "subprocess", "tempfile", "ctypes"}


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.name)
def test_it_imports_nothing_but_itself(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            first = name.partition(".")[0]
            standard = first in sys.stdlib_module_names and first not in IMPURE
            assert standard or name.startswith(OURS), f"{path.name} imports {name}"
