"""`python -m tests.corpus.detection CORPUS`: how many boxes of flat forms are found, and how many
found boxes are boxes.

A found box and a real one are the same when they stand on one page, are of one kind (text, comb
with as many cells, tick), and share at least 80 % of their common width and 50 % of their common
height (the height of a line to write on is only a habit). Each counts once. An answer of several
lines counts as its lines, a question of several squares as its squares. Boxes which the facts call
optional, and frames to sign in, are neither asked nor wrong.

Facts: ``tests/data/detection``; for 10840, the map of its pack. A form that the corpus lacks is
skipped by name.
"""

import io
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.untrusted.detected import Detected
from desktop_app.untrusted.documents import detect_boxes

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "tests" / "data" / "detection"
FORMS = ("10397", "10840", "10842", "13750", "14952")
WIDTH, HEIGHT = 0.8, 0.5
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Place:
    """One box, real or found; ``cells`` only for a comb."""

    page: int
    kind: str
    rect: Rect
    cells: int = 0
    optional: bool = False
    label: str = ""


@dataclass(frozen=True)
class Score:
    """What was found of a form."""

    form: str
    real: int
    found: int
    right: int
    missed: tuple[Place, ...]
    wrong: tuple[Place, ...]

    @property
    def recall(self) -> float:
        return self.right / self.real if self.real else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def measure(form: str, corpus: Path, *, scanned: bool = False) -> Score | None:
    """Compare what is found on a form with the facts; None when the corpus has not got it.

    ``scanned`` looks at a picture of its pages, turned and blurred as by a scanner.
    """
    facts = tomllib.loads((FACTS / f"{form}.toml").read_text("utf-8"))
    path = corpus / "french" / facts["file"]
    if not path.is_file():
        return None
    real = [_fact(one) for one in facts["box"]]
    if "map" in facts:
        real += from_map(ROOT / "forms" / "official" / facts["map"], tuple(facts["undrawn"]))
    data = path.read_bytes()
    if scanned:
        data, real = scan(data), [_turned(one, page_sizes(data)) for one in real]
    return compare(form, real, found_places(detect_boxes(data)))


TURN = 0.8  # degrees by which the pages of a scan are turned


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    import pypdfium2

    return [page.get_size() for page in pypdfium2.PdfDocument(data)]


def _turned(one: Place, sizes: Sequence[tuple[float, float]]) -> Place:
    """Where a box stands once its page is turned around its middle."""
    wide, high = sizes[one.page - 1]
    x0, y0, x1, y1 = one.rect
    x, y, angle = (x0 + x1 - wide) / 2, (y0 + y1 - high) / 2, math.radians(TURN)
    dx = x * math.cos(angle) - y * math.sin(angle) - x
    dy = x * math.sin(angle) + y * math.cos(angle) - y
    return replace(one, rect=(x0 + dx, y0 + dy, x1 + dx, y1 + dy))


def scan(data: bytes, *, dpi: int = 200, turn: float = TURN) -> bytes:
    """Return the pages as a scanner would: pictures, blurred, turned by some degrees."""
    import pypdfium2
    from PIL import Image, ImageFilter

    pages = [
        page.render(scale=dpi / 72, grayscale=True)
        .to_pil()
        .rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
        .filter(ImageFilter.GaussianBlur(0.6))
        for page in pypdfium2.PdfDocument(data)
    ]
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=80)
    return out.getvalue()


def compare(form: str, real: Sequence[Place], found: Sequence[Place]) -> Score:
    """Pair real and found boxes, the closest first."""
    pairs = sorted(
        (
            (_closeness(one, other), i, j)
            for i, one in enumerate(real)
            for j, other in enumerate(found)
            if _same(one, other)
        ),
        reverse=True,
    )
    of_real: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in of_real and j not in of_found:
            of_real[i], of_found[j] = j, i
    asked = [i for i, one in enumerate(real) if not one.optional]
    excused = [one for one in real if one.optional]
    wrong = [
        one
        for j, one in enumerate(found)
        if j not in of_found
        and one.kind != "signature"
        and not any(one.page == real.page and _inside(one.rect, real.rect) for real in excused)
    ]
    right = sum(i in of_real for i in asked)
    return Score(
        form,
        real=len(asked),
        found=right + len(wrong),
        right=right,
        missed=tuple(real[i] for i in asked if i not in of_real),
        wrong=tuple(wrong),
    )


def _same(one: Place, other: Place) -> bool:
    if (one.page, one.kind, one.cells) != (other.page, other.kind, other.cells):
        return False
    return _share(one.rect, other.rect, 0) >= WIDTH and _share(one.rect, other.rect, 1) >= HEIGHT


def _share(one: Rect, other: Rect, axis: int) -> float:
    common = min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])
    whole = max(one[axis + 2], other[axis + 2]) - min(one[axis], other[axis])
    return common / whole if whole > 0 else 0.0


def _closeness(one: Place, other: Place) -> float:
    return _share(one.rect, other.rect, 0) * _share(one.rect, other.rect, 1)


def _inside(inner: Rect, outer: Rect) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _fact(one: dict[str, Any]) -> Place:
    return Place(
        one["page"],
        one["kind"],
        tuple(one["rect"]),
        one.get("cells", 0),
        one.get("optional", False),
        one["label"],
    )


def from_map(path: Path, undrawn: tuple[str, ...] = ()) -> list[Place]:
    """The boxes of a pack's map; one box written by two answers is one box.

    ``undrawn`` are beginnings of labels of places where the paper shows nothing, not even lines.
    """
    found: dict[tuple[Any, ...], Place] = {}
    for one in tomllib.loads(path.read_text("utf-8"))["place"]:
        x, y, wide, high = one["box"]
        cells = one.get("comb", 0)
        kind = "comb" if cells else one.get("kind", "text")
        lines, indent = one.get("lines", 1), one.get("indent", 0)
        if undrawn and one["label"].startswith(undrawn):
            lines = 1
        rect = (x, y, x + wide, y + high)
        for line in _lines(rect, lines, high / lines, indent):
            place = Place(one["page"], kind, line, cells, label=one["label"])
            found[(place.page, kind, line)] = place
    return list(found.values())


def _lines(rect: Rect, lines: int, leading: float, indent: float) -> Iterable[Rect]:
    x0, _, x1, y1 = rect
    if lines < 2:
        return [rect]
    return [
        (x0 + indent * (n == 0), y1 - (n + 1) * leading, x1, y1 - n * leading) for n in range(lines)
    ]


def found_places(detected: Detected) -> list[Place]:
    """What was found, as places."""
    found = []
    for field in detected.fields:
        kind = {"one_of": "tick", "text": "comb" if field.comb else "text"}.get(
            field.type, field.type
        )
        for widget in field.widgets:
            cells = field.max_length if field.comb else 0
            for line in _lines(widget.rect, field.lines, field.leading, field.indent):
                found.append(Place(widget.page, kind, line, cells, label=field.label))
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the table; with ``--all``, every miss and every wrong box; ``--scanned``: of scans."""
    folders = [one for one in arguments if not one.startswith("-")]
    if len(folders) != 1:
        print(__doc__)
        return 2
    scores = []
    print("form    real  found  right  recall  precision")
    for form in FORMS:
        score = measure(form, Path(folders[0]), scanned="--scanned" in arguments)
        if score is None:
            print(f"{form}   skipped: not in this corpus")
            continue
        scores.append(score)
        _print(form, score)
        if "--all" in arguments:
            for name, places in (("missed", score.missed), ("wrong", score.wrong)):
                for one in places:
                    where = [round(value) for value in one.rect]
                    print(
                        f"    {name} p. {one.page} {one.kind} {one.cells or ''} {where} {one.label}"
                    )
    total = Counter[str]()
    for score in scores:
        total += Counter(real=score.real, found=score.found, right=score.right)
    _print("all", Score("all", total["real"], total["found"], total["right"], (), ()))
    return 0


def _print(name: str, score: Score) -> None:
    print(
        f"{name:<6} {score.real:>5} {score.found:>6} {score.right:>6}"
        f" {score.recall:>7.3f} {score.precision:>10.3f}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
