"""What eyes see: contrasts measured on the pixels themselves."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import cast

from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage


@cache
def luminance(pixel: int) -> float:
    channels = (((pixel >> shift) & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def ratio(one: int, other: int) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(image: QImage, place: QRect) -> Counter[int]:
    """Return how often each colour stands in a part of an image, alpha left out."""
    part = image.copy(place.intersected(image.rect())).convertToFormat(QImage.Format.Format_RGB888)
    if part.isNull():
        return Counter()
    size = part.width(), part.height()
    drawn = Image.frombuffer(
        "RGB", size, bytes(part.constBits()), "raw", "RGB", part.bytesPerLine(), 1
    )
    counted = cast("list[tuple[int, tuple[int, int, int]]]", drawn.getcolors(size[0] * size[1]))
    return Counter({red << 16 | green << 8 | blue: n for n, (red, green, blue) in counted})


def text_contrast(image: QImage, place: QRect) -> float:
    """Return the contrast of the strongest pixel with the ground, the most frequent colour."""
    found = colours(image, place)
    if not found:
        return 0.0
    ground = found.most_common(1)[0][0]
    return max(ratio(colour, ground) for colour in found)


def changed_part(before: QImage, after: QImage, inner: QRect, port: QRect) -> float:
    """Return the pixels that changed by 3:1, over those of a perimeter of 2 px in view.

    Of a control higher than the ``port`` it is seen through, an edge out of view counts not.
    """
    rows = Counter(
        (one, other)
        for one, other in zip(_around(before, inner), _around(after, inner), strict=True)
        if one != other
    )
    changed = sum(n * _changed(one, other) for (one, other), n in rows.items())
    seen = inner.intersected(before.rect()).intersected(port)
    ends = (inner.top() >= port.top()) + (inner.bottom() <= port.bottom())
    return changed / max(1, 2 * (2 * seen.height() + ends * seen.width()))


def _changed(one: bytes, other: bytes) -> int:
    """Count the pixels of a row that changed by 3:1; most rows around a control are alike."""
    pairs = zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True)
    return sum(n for pair, n in Counter(pairs).items() if pair[0] != pair[1] and ratio(*pair) >= 3)


def _around(image: QImage, inner: QRect) -> Iterator[bytes]:
    """Yield the pixels of an image that are not of its inner part, row by row."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels, width = bytes(flat.constBits()), image.width()
    left = min(max(inner.left(), 0), width)
    right = min(max(inner.right() + 1, left), width)
    for line in range(image.height()):
        row = pixels[line * width * 4 : (line + 1) * width * 4]
        if inner.top() <= line <= inner.bottom():
            yield row[: left * 4]
            yield row[right * 4 :]
        else:
            yield row
