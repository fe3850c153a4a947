"""What every room needs of a text or of a rectangle is computed in one place: a twin drifts.

Two foldings of one name find a person and do not find her again; two overlaps put a word in
another box than the proof.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.language.typography import MONTHS
from desktop_app.core.spaces import UNBROKEN

PACKAGE = Path(__file__).parents[2] / "desktop_app"
FOLDING = "core/folding.py"
SPACES = "core/spaces.py"
TYPOGRAPHY = "core/language/typography.py"
RECT = "core/rect.py"

# The letters that a font draws, taken apart to be compared with those of the page.
DRAWN_LETTERS = "pdf/forms/standing.py"
# Beside forty other signs, in a class of all that a text may show.
SIGNS = "untrusted/detection/garbled.py"


def of_form(node: ast.AST) -> str:
    """Return the normal form of Unicode that a call asks for: "NFD"."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    first = node.args[0]
    return str(first.value) if name == "normalize" and isinstance(first, ast.Constant) else ""


def texts(node: ast.AST) -> str:
    """Return what a text holds, with what a pattern writes by its code."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return ""
    return node.value.encode("ascii", "backslashreplace").decode().lower()


def is_folding(node: ast.AST) -> bool:
    """Whether accents are taken off here."""
    return of_form(node) in ("NFD", "NFKD")


def is_space(node: ast.AST) -> bool:
    """Whether a space at which no line breaks is written here, by itself or by its code."""
    codes = [sign.encode("ascii", "backslashreplace").decode() for sign in UNBROKEN]
    codes += [code.replace("\\x", "\\u00") for code in codes if code.startswith("\\x")]
    return any(code in texts(node) for code in codes)


def is_month(node: ast.AST) -> bool:
    """Whether a list of months begins here."""
    return texts(node).startswith(MONTHS[0])


def is_overlap(node: ast.AST) -> bool:
    """Whether it is computed here how much two rectangles share: min(a[2], b[2]) - max(…)."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Sub):
        return False
    return called_on_sides(node.left) == "min" and called_on_sides(node.right) == "max"


def called_on_sides(node: ast.AST) -> str:
    """Return the name of what is called on two items alone: "min" of min(a[2], b[2])."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return ""
    return node.func.id if [type(one) for one in node.args] == [ast.Subscript] * 2 else ""


def is_rectangle(node: ast.AST) -> bool:
    """Whether four numbers are given a name as a type here."""
    value = node.value if isinstance(node, ast.Assign) else None
    return value is not None and ast.unparse(value) == "tuple[float, float, float, float]"


ONCE = {
    is_folding: {FOLDING, DRAWN_LETTERS},
    is_space: {SPACES, SIGNS},
    is_month: {TYPOGRAPHY},
    is_overlap: {RECT},
    is_rectangle: {RECT},
}


def places(text: str, name: str) -> Iterator[str]:
    """Yield what this file does and another one does for all, with its line."""
    for node in ast.walk(ast.parse(text)):
        for sort, files in ONCE.items():
            if name not in files and sort(node):
                yield f"{name}:{node.lineno}: {sort.__name__} ({', '.join(sorted(files))})"


def test_nothing_is_computed_a_second_time() -> None:
    files = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    assert {name for names in ONCE.values() for name in names} <= files.keys()
    told = (places(path.read_text("utf-8"), name) for name, path in files.items())
    assert [one for faults in told for one in faults] == []


def test_each_is_where_it_is_said_to_be() -> None:
    for sort, files in ONCE.items():
        for name in files:
            tree = ast.parse((PACKAGE / name).read_text("utf-8"))
            assert any(map(sort, ast.walk(tree))), f"{name} does no {sort.__name__} any more"


def test_a_twin_is_seen() -> None:
    twins = (
        'import unicodedata\nunicodedata.normalize("NFKD", name)\n'
        'SPACE = "\\N{NO-BREAK SPACE}"\nCODE = r"[\\u202f]"\nMONTHS = ("janvier",)\n'
        "wide = min(one[2], other[2]) - max(one[0], other[0])\n"
        "Square = tuple[float, float, float, float]\n"
    )
    assert sorted(one.split(" (")[0] for one in places(twins, "gui/twin.py")) == [
        "gui/twin.py:2: is_folding",
        "gui/twin.py:3: is_space",
        "gui/twin.py:4: is_space",
        "gui/twin.py:5: is_month",
        "gui/twin.py:6: is_overlap",
        "gui/twin.py:7: is_rectangle",
    ]
