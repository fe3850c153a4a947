"""A page as the network sees it, and what it found there, in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.sheet import Kind
from desktop_app.untrusted.operations.standing import Standing
from tests.corpus.learned import decode, network
from tests.corpus.learned.network import Array, Step

DPI = 100
SQUARE = 4 * 72 / DPI  # points
PAPER = 90  # of 100 pixels, how many are darker than the paper: it is no white, on a photograph
DARKEST_PAPER = 60.0
STRAIGHT = Standing()
MOST_PIXELS = 4_000_000  # a larger page is seen smaller


@dataclass(frozen=True, slots=True)
class Box:
    """A place that the network took for a box; points of the page as seen."""

    kind: Kind
    rect: Rect
    sure: float


@dataclass(frozen=True, slots=True)
class View:
    """What the network said of a page."""

    boxes: tuple[Box, ...]
    likely: Array
    """Of each square, from the upper left: how likely a box to write in is there, or to tick."""
    height: float
    square: float

    def support(self, rect: Rect, kind: Kind) -> float:
        """How likely the inside of a rectangle is that of a box of this kind."""
        x0, y0, x1, y1 = rect
        inset = min(0.28 * min(x1 - x0, y1 - y0), 2 * self.square)
        rows = _places(self.height - y1 + inset, self.height - y0 - inset, self.square)
        columns = _places(x0 + inset, x1 - inset, self.square)
        part = self.likely[int(kind == "tick"), rows, columns]
        return float(part.mean()) if part.size else 0.0


def look(steps: Mapping[str, Step], page: Any, stood: Standing = STRAIGHT) -> View:
    """Show a page of PDFium to the network.

    Args:
        stood: how its sheet stands in it.
    """
    wide, high = page.get_size()
    scale = min(DPI / 72, (MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
    grey = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    said = network.run(steps, ink(stood.straight(grey)))
    square = 4 / scale
    boxes = tuple(
        Box(one.kind, _in_points(one.rect, square, high), one.sure) for one in decode.boxes(said)
    )
    return View(boxes, decode.to_fill(decode.likely(said)), high, square)


def ink(grey: Image.Image) -> Array:
    """How dark each pixel is beside the paper, from 0 to 1; white at the right and the foot."""
    values = np.asarray(grey, np.float32)
    paper = max(DARKEST_PAPER, float(np.percentile(values, PAPER)))
    high, wide = (-(-side // network.SIDES) * network.SIDES for side in values.shape)
    found = np.zeros((high, wide), np.float32)
    found[: values.shape[0], : values.shape[1]] = np.clip(1 - values / paper, 0, 1)
    return found


def _in_points(rect: Rect, square: float, height: float) -> Rect:
    x0, y0, x1, y1 = rect
    return x0 * square, height - y1 * square, x1 * square, height - y0 * square


def _places(low: float, high: float, square: float) -> slice:
    first, last = int(low / square + 0.5), int(high / square - 0.5)
    if last < first:
        first = last = int((low + high) / 2 / square)
    return slice(max(0, first), max(0, last + 1))
