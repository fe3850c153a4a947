"""A piece of a page by chance, made worse by chance, and what the network should say of it."""

import io
import random
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

SIDE, CELL = 512, 4
CELLS = SIDE // CELL
FAR = 8.0  # squares: a side further away is not measured
INSET, DEEPEST = 0.28, 2.0  # share of the smaller side, squares: between a box and its inside
Arrays = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def piece(path: Path, chance: random.Random) -> Arrays:
    """Ink, kinds, sides, and where each is known."""
    kept = np.load(path)
    grey, boxes, unsure = kept["grey"], kept["boxes"].copy(), kept["unsure"].copy()
    scale = chance.uniform(0.85, 1.2)
    size = round(SIDE / scale)
    high, wide = grey.shape
    x, y = (
        chance.randint(-20, max(-19, wide - size + 20)),
        chance.randint(-20, max(-19, high - size + 20)),
    )
    image = Image.fromarray(grey).crop((x, y, x + size, y + size))
    if x < 0 or y < 0 or x + size > wide or y + size > high:  # beyond the page: white, or a table
        around = Image.new("L", (size, size), chance.choice([255, 255, chance.randint(30, 160)]))
        inner = max(0, -x), max(0, -y)
        around.paste(Image.fromarray(grey[max(0, y) : y + size, max(0, x) : x + size]), inner)
        image = around
    image = image.resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    move = np.array([x, y, x, y], np.float32)
    boxes[:, 1:] = (boxes[:, 1:] - move) * (SIDE / size) / CELL
    unsure = (unsure - move) * (SIDE / size) / CELL
    return ink(worse(image, chance)), *wanted(boxes, unsure)


def wanted(boxes: np.ndarray, unsure: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Kinds (3), sides (4), and where kinds are known, for each square; boxes are in squares."""
    kinds = np.zeros((3, CELLS, CELLS), np.float32)
    sides = np.full((4, CELLS, CELLS), -1, np.float32)
    known = np.ones((CELLS, CELLS), np.float32)
    for rect in unsure:
        known[_between(rect[1], rect[3]), _between(rect[0], rect[2])] = 0
    surfaces = (boxes[:, 3] - boxes[:, 1]) * (boxes[:, 4] - boxes[:, 2])
    for kind, x0, y0, x1, y1 in boxes[np.argsort(-surfaces)]:
        inset = min(INSET * min(x1 - x0, y1 - y0), DEEPEST)
        rows, columns = _between(y0 + inset, y1 - inset), _between(x0 + inset, x1 - inset)
        if rows.start >= rows.stop or columns.start >= columns.stop:
            continue
        kinds[:, rows, columns] = 0
        kinds[int(kind), rows, columns] = 1
        known[rows, columns] = 1
        xs = np.arange(columns.start, columns.stop) + 0.5
        ys = (np.arange(rows.start, rows.stop) + 0.5)[:, None]
        for place, far in enumerate((xs - x0, ys - y0, x1 - xs, y1 - ys)):
            sides[place, rows, columns] = np.clip(far, 0, FAR)
    return kinds, sides, known


def _between(low: float, high: float) -> slice:
    """The squares whose middles lie between; the nearest one where there is none."""
    first, last = int(np.ceil(low - 0.5)), int(np.floor(high - 0.5))
    if last < first:
        first = last = int((low + high) / 2)
    return slice(min(max(0, first), CELLS), min(max(0, last + 1), CELLS))


def ink(image: Image.Image) -> np.ndarray:
    """How dark each pixel is, beside the lightest that is common."""
    grey = np.asarray(image, np.float32)
    paper = max(60.0, float(np.percentile(grey, 90)))
    return np.clip(1 - grey / paper, 0, 1)[None]


def worse(image: Image.Image, chance: random.Random) -> Image.Image:
    """As a scanner, a telephone, a fax or a tired cartridge would give it; often as it is."""
    if chance.random() < 0.4:
        return image
    if chance.random() < 0.35:
        image = image.rotate(chance.uniform(-0.7, 0.7), Image.Resampling.BILINEAR, fillcolor=255)
    if chance.random() < 0.4:
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.1)))
    values = np.asarray(image, np.float32)
    if chance.random() < 0.4:  # low ink, or tired paper
        values = 255 - (255 - values) * chance.uniform(0.35, 1)
    if chance.random() < 0.35:  # a shadow
        xs = np.linspace(0, 1, SIDE, dtype=np.float32)
        slope = chance.uniform(-0.5, 0.5) * xs[None] + chance.uniform(-0.5, 0.5) * xs[:, None]
        values = values * np.clip(1 - chance.uniform(0, 0.3) + slope * 0.6, 0.25, 1)
    if chance.random() < 0.4:
        noise = np.random.default_rng(chance.randrange(1 << 30)).normal(
            0, chance.uniform(2, 18), values.shape
        )
        values = values + noise
    if chance.random() < 0.08:  # a fax
        values = np.where(values > values.mean() * chance.uniform(0.75, 0.9), 255, 0)
    image = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    if chance.random() < 0.3:
        kept = io.BytesIO()
        image.save(kept, "JPEG", quality=chance.randint(25, 70))
        image = Image.open(kept)
    return image
