"""`python -m tests.corpus.detection_elsewhere CORPUS`: forms with fields, looked at without them.

The places of their fields are facts that nobody here made; the forms are none of the five by which
the search was built. A field is found when a box of its kind (text, or tick) and itself hold each
other's middle, one way at least. Fields overlap and repeat, and some forms draw their boxes with
the fields only, so that nothing is left on the paper: these figures compare two states of the
search, they are no share of what a person would see.
"""

import io
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from desktop_app.untrusted.documents import detect_boxes, read_form
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.model import Field, Rect

SLACK = 2.0  # points
Place = tuple[int, str, Rect]


def places(fields: Sequence[Field]) -> list[Place]:
    """Where fields are on pages, and of which kind."""
    found = []
    for one in fields:
        if one.fillable:
            kind = "tick" if one.type in ("tick", "one_of") else "text"
            found += [(widget.page, kind, widget.rect) for widget in one.widgets if widget.page]
    return found


def without_fields(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
    if "/AcroForm" in pdf.Root:
        del pdf.Root["/AcroForm"]
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _meet(one: Place, other: Place) -> bool:
    return one[:2] == other[:2] and (_holds(one[2], other[2]) or _holds(other[2], one[2]))


def _holds(outer: Rect, inner: Rect) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    x0, y0, x1, y1 = outer
    return x0 - SLACK <= x <= x1 + SLACK and y0 - SLACK <= y <= y1 + SLACK


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    print("fields  found  boxes  beside   time  form")
    for path in sorted(Path(arguments[0], "french").glob("*.pdf")):
        data = path.read_bytes()
        try:
            real = places(read_form(data).fields)
            began = time.monotonic()
            found = places(detect_boxes(without_fields(data)).fields) if real else []
        except (PdfRefused, pikepdf.PdfError):
            continue
        if real:
            hit = sum(any(_meet(one, other) for other in found) for one in real)
            beside = sum(not any(_meet(one, other) for one in real) for other in found)
            took = time.monotonic() - began
            print(
                f"{len(real):>6} {hit / len(real):>6.2f} {len(found):>6} {beside:>7}"
                f" {took:>5.1f}s  {path.stem}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
