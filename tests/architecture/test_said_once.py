"""What every room needs of a text or of a rectangle is computed in one place: a twin drifts.

Two foldings of one name find a person and do not find her again; two overlaps put a word in
another box than the proof.
"""

import ast
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.months import MONTHS
from desktop_app.core.spaces import UNBROKEN

PACKAGE = Path(__file__).parents[2] / "desktop_app"
FOLDING = "core/folding.py"
SPACES = "core/spaces.py"
MONTHS_OF = "core/months.py"
RECT = "core/rect.py"

# The letters that a font draws, taken apart to be compared with those of the page.
DRAWN_LETTERS = "pdf/forms/standing.py"
# Beside forty other signs, in a class of all that a text may show.
SIGNS = "untrusted/detection/garbled.py"


def name_of(node: ast.AST) -> str:
    """Return the last word of what is called: "normalize" of ``unicodedata.normalize(…)``."""
    func = node.func if isinstance(node, ast.Call) else node
    return str(getattr(func, "attr", getattr(func, "id", "")))


def texts(node: ast.AST) -> str:
    """Return what a text holds, with what a pattern writes by its code."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return ""
    return node.value.encode("ascii", "backslashreplace").decode().lower()


def is_folding(node: ast.AST) -> bool:
    """Whether accents are taken off here: letters taken apart, marks told from letters.

    A normal form which only puts letters together (NFC, NFKC) is none, when it is written there.
    """
    if isinstance(node, ast.ImportFrom) and node.module == "unicodedata":
        return any(one.name == "normalize" and one.asname for one in node.names)
    if not isinstance(node, ast.Call):
        return False
    if name_of(node) == "normalize":
        form = node.args[0] if node.args else node
        return texts(form) not in ("nfc", "nfkc")
    return name_of(node) == "combining" or (name_of(node) == "encode" and leaves_out(node))


def leaves_out(call: ast.Call) -> bool:
    """Whether an encoding leaves out each letter that is not ASCII."""
    told = [texts(one) for one in (*call.args, *(one.value for one in call.keywords))]
    return "ignore" in told and "ascii" in told


def is_space(node: ast.AST) -> bool:
    """Whether a space at which no line breaks is written here, by itself or by its code."""
    codes = [sign.encode("ascii", "backslashreplace").decode() for sign in UNBROKEN]
    codes += [code.replace("\\x", "\\u00") for code in codes if code.startswith("\\x")]
    return any(code in texts(node) for code in codes)


def is_month(node: ast.AST) -> bool:
    """Whether a list of months begins here, in full, shortened or asked of Python."""
    if name_of(node) in ("month_name", "month_abbr"):
        return True
    return texts(node).startswith((MONTHS[0], "janv.")) or texts(node) == "janv"


def is_overlap(node: ast.AST) -> bool:
    """Whether it is computed here how much two spans share: min(a, b) - max(c, d)."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Sub):
        return False
    return of_two(node.left) == "min" and of_two(node.right) == "max"


def of_two(node: ast.AST) -> str:
    """Return the name of what is called on two things: "min" of min(a, b)."""
    return name_of(node) if isinstance(node, ast.Call) and len(node.args) == 2 else ""


def is_meeting(node: ast.AST) -> bool:
    """Whether it is asked here that two spans meet: a.start < b.end and b.start < a.end."""
    if not isinstance(node, ast.BoolOp):
        return False
    found = [pair for one in node.values if (pair := compared(one)) is not None]
    return any(
        (one[0][0], one[1][0]) == (other[1][0], other[0][0])
        and (one[0][1], one[1][1]) == (other[0][1], other[1][1])
        and one[0][0] != one[1][0]
        and one[0][1] != one[1][1]
        for one, other in itertools.combinations(found, 2)
    )


def compared(node: ast.AST) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Return whose sides are compared, the smaller first: (one, 0) and (other, 2)."""
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        return None
    ends = side(node.left), side(node.comparators[0])
    return ends if isinstance(node.ops[0], ast.Lt | ast.LtE) else (ends[1], ends[0])


def side(node: ast.AST) -> tuple[str, str]:
    """Return whose side this is, and which: (one, 0) of one[0], (one, left) of one.left."""
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value), ast.unparse(node.slice)
    return (ast.unparse(node.value), node.attr) if isinstance(node, ast.Attribute) else ("", "")


def is_rectangle(node: ast.AST) -> bool:
    """Whether four numbers are given a name as a type here."""
    value = node.value if isinstance(node, ast.Assign) else None
    return value is not None and ast.unparse(value) == "tuple[float, float, float, float]"


ONCE = {
    is_folding: {FOLDING, DRAWN_LETTERS},
    is_space: {SPACES, SIGNS},
    is_month: {MONTHS_OF},
    is_overlap: {RECT},
    is_meeting: {RECT},
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


TWINS = {
    'unicodedata.normalize("NFKD", name)': is_folding,
    "unicodedata.normalize(form, name)": is_folding,
    "from unicodedata import normalize as bare": is_folding,
    "[c for c in name if not unicodedata.combining(c)]": is_folding,
    'name.encode("ascii", "ignore")': is_folding,
    'SPACE = "\\N{NO-BREAK SPACE}"': is_space,
    'SPACE = "\\xa0"': is_space,
    'CODE = r"[\\u202f]"': is_space,
    'MONTHS = ("janvier",)': is_month,
    'MONTHS = ("janv", "févr")': is_month,
    "calendar.month_name[day.month]": is_month,
    "wide = min(one[2], other[2]) - max(one[0], other[0])": is_overlap,
    "wide = max(0, min(one.right, right) - max(one.left, left))": is_overlap,
    "met = one[0] < other[2] and other[0] < one[2]": is_meeting,
    "met = one.right >= other.left and here and other.right >= one.left": is_meeting,
    "apart = one[2] <= other[0] or other[2] <= one[0]": is_meeting,
    "Square = tuple[float, float, float, float]": is_rectangle,
}


@pytest.mark.parametrize(("twin", "sort"), TWINS.items())
def test_a_twin_is_seen(twin: str, sort: Callable[[ast.AST], bool]) -> None:
    told = [one.split(" (")[0] for one in places(twin, "gui/twin.py")]
    assert set(told) == {f"gui/twin.py:1: {sort.__name__}"}


def test_what_is_no_twin_is_left_alone() -> None:
    others = (
        'unicodedata.normalize("NFC", name)\nwide = min(one, other) - max(wide)\n'
        "near = one.at < other.at and one.end < other.end\nbase64 = 'é'.encode('ascii')\n"
        "MONTH = 'Délai jusqu’au 31 décembre'\nsorted = one[0] < one[2] and other[0] < other[2]\n"
    )
    assert list(places(others, "gui/other.py")) == []
