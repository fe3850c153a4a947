"""What eyes see: contrasts measured on the pixels themselves."""

from collections import Counter
from functools import cache

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
    part = image.copy(place.intersected(image.rect()))
    if part.isNull():
        return Counter()
    return Counter(_pixels(part))


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
    width = before.width()
    old, new = _pixels(before), _pixels(after)
    changed = sum(
        ratio(one, other) >= 3
        for place, (one, other) in enumerate(zip(old, new, strict=True))
        if one != other and not inner.contains(place % width, place // width)
    )
    seen = inner.intersected(before.rect()).intersected(port)
    ends = (inner.top() >= port.top()) + (inner.bottom() <= port.bottom())
    return changed / max(1, 2 * (2 * seen.height() + ends * seen.width()))


def _pixels(image: QImage) -> list[int]:
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(flat.constBits()).cast("B").cast("I").tolist()
