"""Draws pages to be looked at, in the worker, and finds what changed on them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from desktop_app.workflow.ports import PageViewer, Picture, PictureRenderer

MakeViewer = Callable[[], PageViewer]
WHITE = b"\xff"
LEADING, A4 = 6.0, 595.0
"""Points: white between two lines of one paragraph, at most; the width of a page."""
WRITTEN = 3.0
"""Points: the least height of a line of words; what is lower is a line to write on, or a mark."""
FEW = 3
"""Pages of a document among which a change is looked for: to draw them all takes too long."""


class NobodyLooks(Exception):
    """A page is asked for of what was closed: no child is started for it."""


Rows = tuple[int, int]
"""Rows of pixels: the first, and the one after the last."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as pixels, and the first rows that are not what they were; None when none is known.

    ``compared``: with another document, and not with what it was; ``ink`` are then the columns
    between which these rows are not white. ``written``: the rows where words stand.
    """

    picture: Picture
    page: int
    changed: Rows | None
    compared: bool = False
    ink: Rows = (0, 0)
    written: tuple[Rows, ...] = ()


class Drawer:
    """Makes what draws at the first page; ``close`` ends it for good."""

    def __init__(self, make: MakeViewer) -> None:
        self._make = make
        self._viewer: PageViewer | None = None
        self._closed = False
        self._data = b"", b""
        self._before: dict[int, Trace] = {}
        self._other: tuple[bytes, int, dict[int, Trace]] = b"", 0, {}

    def draw(
        self,
        data: bytes,
        page: int,
        wide: int,
        other: bytes = b"",
        *,
        pages: int = 0,
        stay: bool = True,
    ) -> Drawn:
        """Return this page, or the one where the document is not what it was.

        Args:
            other: the document that this one is compared with; what it was before when empty.
            pages: of the document, when a page that changed may be shown in place of one that did
                not; 0 shows the page asked for.
            stay: what draws stays ready for the next page.

        Raises:
            NobodyLooks: it was closed while this waited.
        """
        here: Drawn | None = None
        for one in self._order(data, page, pages, other):
            drawn = self._draw(data, one, wide, other)
            here = drawn if one == page else here
            if drawn.changed is not None:
                break
        else:
            assert here is not None
            drawn = here
        self._data = data, other
        if not stay:
            self.rest()
        return drawn

    def _order(self, data: bytes, page: int, pages: int, other: bytes) -> Sequence[int]:
        """Return where to look for a change: the page in view first, but for another comparison."""
        if not 1 < pages <= FEW or (data, other) == self._data:
            return (page,)
        every = range(1, pages + 1)
        if other and other != self._data[1]:
            return every
        return page, *(one for one in every if one != page)

    def rest(self) -> None:
        """End what draws until the next page."""
        if self._viewer is not None:
            self._viewer.close()

    def close(self) -> None:
        """End what draws."""
        self._closed = True
        self._before.clear()
        self._other = b"", 0, {}
        self.rest()

    def _draw(self, data: bytes, page: int, wide: int, other: bytes) -> Drawn:
        compared = self._of_other(other, page, wide) if other else self._before.get(page)
        picture = self._picture(data, page, wide)
        now = trace_of(picture)
        if page <= FEW:
            self._before[page] = now
        near = round(LEADING * wide / A4)
        changed = first_change(compared, now, near) if compared else None
        ink = ink_of(picture, changed) if other and changed else (0, 0)
        written = tuple(lines_of_words(now, round(WRITTEN * wide / A4)))
        return Drawn(picture, page, changed, bool(other), ink, written)

    def _of_other(self, other: bytes, page: int, wide: int) -> "Trace | None":
        """Return the same page of the other document, drawn once; None when it has none."""
        if self._other[:2] != (other, wide):
            self._other = other, wide, {}
        known = self._other[2]
        if page not in known:
            known[page] = trace_of(self._picture(other, page, wide))
        return known[page]

    def _picture(self, data: bytes, page: int, wide: int) -> Picture:
        if self._closed:
            raise NobodyLooks
        if self._viewer is None:
            self._viewer = self._make()
        return self._viewer.draw(data, page, wide)


Trace = tuple[int, list[int]]
"""What is kept of a page: its width and a checksum of each row, not its pixels (3 MB)."""


def trace_of(picture: Picture) -> Trace:
    """Return what later tells where a page has changed."""
    row, pixels = picture.width * 4, memoryview(picture.pixels)
    starts = range(0, row * picture.height, row)
    return picture.width, [crc32(pixels[at : at + row]) for at in starts]


def first_change(before: Trace, now: Trace, near: int = 0) -> Rows | None:
    """Return the first rows of pixels that differ; None when none does, or the sizes do.

    ``near``: up to so many rows that are the same part two that are one.
    """
    (width, old), (same_width, new) = before, now
    if width != same_width or len(old) != len(new):
        return None
    rows = enumerate(zip(old, new, strict=True))
    differ = (row for row, (one, other) in rows if one != other)
    first = last = next(differ, None)
    if first is None or last is None:
        return None
    for row in differ:
        if row - last > near + 1:
            break
        last = row
    return first, last + 1


def lines_of_words(trace: Trace, least: int) -> Iterator[Rows]:
    """Yield the rows, ``least`` of them at least, between two that are white."""
    width, rows = trace
    white, first = crc32(WHITE * (width * 4)), 0
    for row, one in enumerate([*rows, white]):
        if one == white:
            if row - first >= max(least, 1):
                yield first, row
            first = row + 1


def ink_of(picture: Picture, rows: Rows) -> Rows:
    """Return between which columns these rows are not white; all of them where they are."""
    row = picture.width * 4
    pixels = bytes(memoryview(picture.pixels)[rows[0] * row : rows[1] * row])
    lines = [pixels[at : at + row] for at in range(0, len(pixels), row)]
    left = min(row - len(one.lstrip(WHITE)) for one in lines)
    right = max(len(one.rstrip(WHITE)) for one in lines)
    return (left // 4, -(-right // 4)) if left < right else (0, picture.width)


class PhotoViewer:
    """A photo as a document of one page; a child draws it each time."""

    def __init__(self, show: PictureRenderer) -> None:
        self._show = show

    def prepare(self) -> None:
        """Nothing waits for a photo that nobody opened."""

    def draw(self, data: bytes, page: int, wide: int) -> Picture:  # noqa: ARG002 (its one page)
        """Return the photo within a square as wide as its place."""
        return self._show(data, wide)

    def close(self) -> None:
        """No child stays."""


class LaidOver:
    """Draws pages of ours over those of another document, as one page: answers on their form.

    Each has a child of its own. Nothing of ours is white: where it is dark, the page below is.

    Args:
        ours: draws what is laid over; ``under`` draws ``below``, the same pages in the same order.
    """

    def __init__(self, ours: PageViewer, under: PageViewer, below: bytes) -> None:
        self._ours, self._under, self._below = ours, under, below
        self._seen: tuple[tuple[int, int], Picture] | None = None

    def prepare(self) -> None:
        """Have both children wait."""
        self._under.prepare()
        self._ours.prepare()

    def draw(self, data: bytes, page: int, wide: int) -> Picture:
        """Return a page; that of the other document is drawn once for all that is laid over it."""
        if self._seen is None or self._seen[0] != (page, wide):
            self._seen = (page, wide), self._under.draw(self._below, page, wide)
        return _darker(self._ours.draw(data, page, wide), self._seen[1])

    def close(self) -> None:
        """End both children."""
        self._seen = None
        self._ours.close()
        self._under.close()


@dataclass(frozen=True, slots=True)
class Pixels:
    """A page as pixels, made here of two others."""

    width: int
    height: int
    pixels: bytes


def _darker(one: Picture, other: Picture) -> Pixels:
    """Return where either is dark; of two that differ by a pixel, what both have.

    Bit by bit, all at once: white leaves the other as it is, black makes it black, and of two greys
    none is lighter than either.
    """
    wide, high = min(one.width, other.width), min(one.height, other.height)
    size = wide * high * 4
    mixed = _bits(one, wide, size) & _bits(other, wide, size)
    return Pixels(wide, high, mixed.to_bytes(size, "little"))


def _bits(picture: Picture, wide: int, size: int) -> int:
    pixels, row = memoryview(picture.pixels), picture.width * 4
    if picture.width != wide:
        starts = range(0, row * picture.height, row)
        pixels = memoryview(b"".join(pixels[at : at + wide * 4] for at in starts))
    return int.from_bytes(pixels[:size], "little")
