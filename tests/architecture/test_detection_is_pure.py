"""Finding boxes is geometry: no PDF, no picture, no file, so that a test needs none either."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOM = Path(__file__).parents[2] / "desktop_app" / "untrusted" / "detection"
OURS = (
    "desktop_app.untrusted.detection",
    "desktop_app.untrusted.model",
    "desktop_app.core.exclusive",
    "desktop_app.core.grouping",
    "desktop_app.core.rect",
)
IMPURE = {"os", "io", "pathlib", "random", "time", "subprocess", "tempfile", "ctypes"}


def wrong_imports(path: Path) -> Iterator[str]:
    """Yield what a file of the room imports that is neither its own nor plain computation."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            first = name.partition(".")[0]
            standard = first in sys.stdlib_module_names and first not in IMPURE
            if not standard and not name.startswith(OURS):
                yield f"{path.name} imports {name}"


def test_it_imports_nothing_but_itself() -> None:
    paths = sorted(ROOM.glob("*.py"))
    assert paths
    assert [fault for path in paths for fault in wrong_imports(path)] == []
