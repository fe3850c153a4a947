"""What poppler sees of a PDF: words with their places, pages in grey. Its tools, not ours."""

import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from pathlib import Path

from PIL import Image

DPI = 150
SCALE = DPI / 72
SECONDS = 120  # of one call of a tool
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
WORD = re.compile(
    r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)</word>'
)

Rect = tuple[float, float, float, float]


@dataclass(slots=True)
class Word:
    """A word and its box, in points from the lower left of the page as seen."""

    text: str
    box: Rect


@dataclass(slots=True)
class Shown:
    """A document as poppler shows it; pages count from 1."""

    words: dict[int, list[Word]] = field(default_factory=dict)
    pictures: dict[int, Image.Image] = field(default_factory=dict)
    errors: int = 0


class Poppler:
    """pdftotext and pdftoppm on one document, in a folder that disappears."""

    def __init__(self, highs: Sequence[float]) -> None:
        """``highs``: the height of each page as seen; pdftotext tells that before rotation."""
        self._highs = highs
        self._folder = tempfile.TemporaryDirectory()
        self._file = Path(self._folder.name) / "a.pdf"

    def show(self, data: bytes, pages: Iterable[int], *, bare: bool = False) -> Shown:
        """Read and draw some pages; ``bare`` hides what lies on them (fields, comments)."""
        self._file.write_bytes(data)
        shown = Shown()
        shown.words = {} if bare else self._words(shown)
        for first, last in _runs(sorted(set(pages))):
            self._draw(shown, first, last, ["-hide-annotations"] if bare else [])
        return shown

    def _words(self, shown: Shown) -> dict[int, list[Word]]:
        made = self._run(shown, "pdftotext", "-bbox", "-cropbox", str(self._file), "-")
        found: dict[int, list[Word]] = {}
        height = 0.0
        for line in made.decode("utf-8", "replace").splitlines():
            if page := PAGE.search(line):
                number = len(found) + 1
                height = self._highs[number - 1] if number <= len(self._highs) else float(page[2])
                found[number] = []
            elif word := WORD.search(line):
                left, top, right, bottom = (float(word[place]) for place in range(1, 5))
                box = (left, height - bottom, right, height - top)
                found[len(found)].append(Word(_as_read(unescape(word[5])), box))
        return found

    def _draw(self, shown: Shown, first: int, last: int, options: list[str]) -> None:
        place = str(Path(self._folder.name) / "p")
        span = ["-f", str(first), "-l", str(last)]
        order = ["-r", str(DPI), "-gray", "-cropbox", *span, *options]
        self._run(shown, "pdftoppm", *order, str(self._file), place)
        for made in Path(self._folder.name).glob("p-*.pgm"):
            with Image.open(made) as picture:
                shown.pictures[int(made.stem.removeprefix("p-"))] = picture.copy()
            made.unlink()

    def _run(self, shown: Shown, *command: str) -> bytes:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
        shown.errors += done.stderr.count(b"Syntax Error")
        return done.stdout

    def close(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()


def is_from_the_right(text: str) -> bool:
    """Whether all the letters of a text are read from right to left."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return bool(kinds & {"R", "AL"}) and not kinds & {"L", "EN", "AN"}


def _as_read(word: str) -> str:
    """A word as it is read; pdftotext tells its letters as they stand, from left to right."""
    return word[::-1] if is_from_the_right(word) else word


def _runs(pages: list[int]) -> Iterator[tuple[int, int]]:
    """Pages that follow one another, as first and last."""
    if not pages:
        return
    first = pages[0]
    for page, after in pairwise([*pages, pages[-1] + 2]):
        if after != page + 1:
            yield first, page
            first = after
