"""What MuPDF shows of a form's boxes beside what PDFium shows: its tool, not ours.

``python -m tests.corpus.mupdf [WORD…]`` fills every form of the corpus, editable, and prints how
many answers the two do not show alike.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from PIL import Image, ImageChops

from desktop_app.pdf.forms.engine import FormFile
from desktop_app.untrusted.errors import PdfRefused
from tests.corpus import hard
from tests.corpus.judge import Picture, Pictures, second
from tests.corpus.poppler import DPI, Rect

SECONDS = 120
CHANGE = 60  # grey levels
EDGE = 0.5  # points of a box's edge, where its neighbours' accents reach
NEAR = 2.0  # points between the edges of the ink in the one and in the other: faint ends of strokes
LEAST = 4  # pixels

has_tool = which("mutool") is not None


@dataclass(frozen=True, slots=True)
class Compared:
    """How many boxes were looked at, how many have ink, and those not shown alike, by name."""

    boxes: int
    inked: int
    unlike: tuple[str, ...]


def compare(blank: bytes, change: Callable[[bytes], bytes] = bytes) -> Compared:
    """Fill a blank in every field, editable, and compare each box in the two engines.

    ``change`` spoils the file that MuPDF is given, to try the comparison itself.
    """
    with FormFile().open(blank) as file:
        fields = hard.writable(file.form.fields)
        values = hard.every_field(fields)
        pdf, proof = file.fill(values, editable=True)
    told = {one.field for one in proof.problems}
    boxes = [
        (one.name, widget.page, widget.rect)
        for one in fields
        if one.name in values and one.name not in told
        for widget in one.widgets
        if widget.page
    ]
    pages = sorted({page for _, page, _ in boxes})
    theirs = [draw(data, pages) for data in (blank, change(pdf.data))]
    ours = [second(data, pages, fields=True) for data in (blank, pdf.data)]
    inked, unlike = 0, []
    for name, page, box in boxes:
        one, other = (_ink(*shown, page, box) for shown in (ours, theirs))
        inked += one is not None
        if (one is None) != (other is None) or (one and other and _apart(one, other) > NEAR):
            unlike.append(name)
    return Compared(len(boxes), inked, tuple(unlike))


def draw(data: bytes, pages: Sequence[int]) -> Pictures:
    """Pages as MuPDF draws them, in grey."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.pdf"
        file.write_bytes(data)
        numbers = ",".join(str(page) for page in pages)
        subprocess.run(
            ["mutool", "draw", "-q", "-c", "gray", "-F", "pgm", "-r", str(DPI),
             "-o", f"{folder}/%d.pgm", file, numbers],
            check=True, capture_output=True, timeout=SECONDS,
        )  # fmt: skip
        found = {}
        for page in pages:
            with Image.open(f"{folder}/{page}.pgm") as opened:
                image = opened.convert("L")
            found[page] = Picture(image, DPI / 72, DPI / 72, image.height * 72 / DPI)
    return found


def _ink(blank: Pictures, filled: Pictures, page: int, box: Rect) -> Rect | None:
    """Where a filled box is darker or lighter than the blank's, in points; None for nowhere."""
    picture = filled[page]
    x0, y0, x1, y1 = box
    place = picture.pixels((x0 + EDGE, y0 + EDGE, x1 - EDGE, y1 - EDGE))
    before, after = (one[page].image.crop(place) for one in (blank, filled))
    if before.size != after.size or not before.width or not before.height:
        return None
    changed = ImageChops.difference(before, after).point(lambda level: 255 * (level > CHANGE))
    found = changed.getbbox()
    if found is None or changed.histogram()[255] < LEAST:
        return None
    x, y = place[0], place[1]
    return (
        (x + found[0]) / picture.across,
        picture.high - (y + found[3]) / picture.down,
        (x + found[2]) / picture.across,
        picture.high - (y + found[1]) / picture.down,
    )


def _apart(one: Rect, other: Rect) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def main(words: Sequence[str]) -> None:
    """Print a line for each form of the corpus, and the sum."""
    from tests.corpus.__main__ import CORPUS, paths

    boxes = inked = unlike = 0
    for path in paths(CORPUS, list(words)):
        try:
            found = compare(path.read_bytes())
        except PdfRefused as refusal:
            print(f"{path.stem[:52]:52} {refusal.code}")
            continue
        boxes, inked = boxes + found.boxes, inked + found.inked
        unlike += len(found.unlike)
        print(
            f"{path.stem[:52]:52} {found.boxes:5} boxes {found.inked:5} inked "
            f"{len(found.unlike):4} unlike  {', '.join(found.unlike[:4])}",
            flush=True,
        )
    print(f"{boxes} boxes, {inked} inked, {unlike} not shown alike")


if __name__ == "__main__":
    main(sys.argv[1:])
