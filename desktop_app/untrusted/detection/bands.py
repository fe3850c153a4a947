"""Rectangles found again by height, so that a page of thousands of strokes is read once."""

from collections.abc import Iterable, Iterator

from desktop_app.core.rect import Rect

HIGH = 24.0  # points of a band
MOST = 400  # bands that one rectangle is put in


class Bands:
    """Rectangles of a page, in bands from its foot to its top."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        self._bands: dict[int, list[Rect]] = {}
        self.add(rects)

    def add(self, rects: Iterable[Rect]) -> None:
        """Keep more rectangles."""
        for rect in rects:
            first = int(rect[1] // HIGH)
            for band in range(first, min(int(rect[3] // HIGH), first + MOST) + 1):
                self._bands.setdefault(band, []).append(rect)

    def near(self, low: float, high: float) -> Iterator[Rect]:
        """Rectangles at about these heights, some of them twice."""
        for band in range(int(low // HIGH), int(high // HIGH) + 1):
            yield from self._bands.get(band, ())
