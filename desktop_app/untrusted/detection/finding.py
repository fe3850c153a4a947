"""From a sheet to its marks: each idea in its own file, put together here."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.rect import Rect, area, has, holds, middle, same_row, shared_width
from desktop_app.untrusted.detection import (
    after_colon,
    descending,
    frames,
    leaders,
    ruled,
    several,
    slashes,
    small_cells,
    tinted,
    under_heads,
    writing_lines,
)
from desktop_app.untrusted.detection.bands import Bands
from desktop_app.untrusted.detection.columns import split
from desktop_app.untrusted.detection.combs import Box, free_parts
from desktop_app.untrusted.detection.joining import join
from desktop_app.untrusted.detection.labels import name
from desktop_app.untrusted.detection.open_boxes import boxes
from desktop_app.untrusted.detection.order import in_reading_order
from desktop_app.untrusted.detection.sheet import Kind, Line, Mark, Sheet

MOST = 2_000  # marks of one page
MOST_LINES = 6_000
LEAST_HIGH = 7.0
LEAST_SQUARE, LEAST_CELL = 6.3, 8.5  # points: in a picture, smaller ones are parts of letters
BETWEEN = 2.5  # points: what stands that near on both sides are letters of a word
DOT = 0.6  # of a cell: what is drawn in it and smaller is no ground
ALONE = 0.8  # points of white around a square of a picture


def find(sheet: Sheet) -> list[Mark]:
    """Return the places of a page that ask for an answer, named, in reading order."""
    sheet = replace(sheet, level=join(sheet.level), upright=join(sheet.upright))
    drawn, imagined = tinted.cells_by(sheet)
    every = tinted.with_tinted((*drawn, *imagined), sheet)
    closed = [cell for cell in every if not _inked(sheet, cell)]
    if len(sheet.level) > MOST_LINES:
        return []  # a drawing
    marks = _small(sheet, closed)
    marks += _open(sheet, every, imagined, marks)
    marks += _frames(sheet, closed, marks)
    marks += slashes.marks(sheet, marks)
    marks += after_colon.marks(sheet, closed, marks)
    marks = in_reading_order(marks)[:MOST]
    name(marks, sheet)
    descending.make_room(marks, sheet)
    return marks


def _inked(sheet: Sheet, cell: Rect) -> bool:
    """Painted dark all over: a bullet, the head of a table; not where white was painted on it."""
    return any(holds(ink, cell, 1.5) for ink in sheet.inked) and not any(
        holds(white, cell, 1.5) for white in sheet.white
    )


def _small(sheet: Sheet, closed: Sequence[Rect]) -> list[Mark]:
    """Squares to tick, and combs of closed cells."""
    runs = tinted.combs(sheet, closed)
    found = [_comb(row) for row in runs]
    taken = {cell for row in runs for cell in row}
    small = [
        cell
        for cell in closed
        if small_cells.is_small(cell)
        and cell not in taken
        and _is_empty(sheet, cell)
        and not any(_is_bullet(cell, one) for one in sheet.art)
    ]
    known = [cell for cell in small if small_cells.is_square(cell)]
    squares = {
        one
        for one in sheet.squares
        if _is_free(sheet, one) and not any(has(cell, middle(one)) for cell in known)
    }
    rows = small_cells.rows([*small, *squares])
    for row in rows:
        if small_cells.is_of_table(row, rows):
            found += [
                Mark("tick", small_cells.middle_of(rect), walled=True, sure=0.8) for rect in row
            ]
            continue
        if sheet.is_picture and len(row) == 1 and not _is_large(row[0]):
            continue
        if small_cells.is_comb(row):
            found.append(_comb(row))
            continue
        found += [
            Mark("tick", rect, walled=True, sure=0.95)
            for rect in row
            if rect in squares or small_cells.is_square(rect)
        ]
    return _each_once(found)


def _each_once(marks: Sequence[Mark]) -> list[Mark]:
    """Leave out a square within another: of a double line, or seen by its lines and by its hole."""
    squares = Bands(mark.rect for mark in marks if mark.kind == "tick")

    def is_within(rect: Rect) -> bool:
        near = squares.near(rect[1], rect[3])
        return any(area(one) > area(rect) and has(one, middle(rect)) for one in near)

    return [mark for mark in marks if mark.kind != "tick" or not is_within(mark.rect)]


def _is_bullet(cell: Rect, art: Rect) -> bool:
    """Whether a dot is drawn in the middle of a small cell; its own rounded ground is none."""
    return holds(cell, art, 0.0) and has(art, middle(cell)) and area(art) < DOT * area(cell)


def _comb(row: Sequence[Rect]) -> Mark:
    rect = row[0][0], row[0][1], row[-1][2], row[0][3]
    return Mark("comb", rect, cells=len(row), walled=True)


def _is_large(cell: Rect) -> bool:
    return min(cell[2] - cell[0], cell[3] - cell[1]) >= LEAST_SQUARE


def _is_free(sheet: Sheet, square: Rect) -> bool:
    """Whether a square or a circle is empty; the dot of one that is not ticked may lie under it."""
    if sheet.is_picture:
        return _is_empty(sheet, square)
    return all(word.text == "●" or not has(square, middle(word.rect)) for word in sheet.words)


def _is_empty(sheet: Sheet, cell: Rect) -> bool:
    """Whether nothing is written in a cell; in a picture, letters have cells: an o, a D."""
    if sheet.is_picture:
        x0, y0, x1, y1 = cell
        around = x0 - ALONE, y0 - ALONE, x1 + ALONE, y1 + ALONE
        beside = [word.rect for word in sheet.words if same_row(cell, word.rect, (y1 - y0) / 2)]
        before = any(0 <= x0 - rect[2] < BETWEEN for rect in beside)
        after = any(0 <= rect[0] - x1 < BETWEEN for rect in beside)
        touched = any(
            shared_width(around, one.rect) > 0 and same_row(around, one.rect, 0)
            for one in sheet.words
        )
        return not touched and not (before and after)
    return not _has_words(sheet, cell)


def _has_words(sheet: Sheet, cell: Rect) -> bool:
    return any(has(cell, middle(word.rect)) for word in sheet.words)


def _open(
    sheet: Sheet, closed: Sequence[Rect], imagined: Sequence[Rect], before: Sequence[Mark]
) -> list[Mark]:
    """Boxes open at the top, combs of them, and lines to write on.

    Above the highest line of a table without sides one writes too: it is a foot, though it is the
    top of an imagined cell.
    """
    known = set(imagined)
    sides = [(cell, (cell[1],) if cell in known else (cell[1], cell[3])) for cell in closed]
    feet = [line for line in sheet.level if line.length >= 3.0 and not _is_side(line, sides)]
    sided, bare = boxes(feet, sheet.upright)
    obstacles = Bands(
        [
            *(word.rect for word in sheet.words),
            *(mark.rect for mark in before),
            *map(_rect, sheet.level),
        ]
    )
    parts = [part for box in sided for part in free_parts(box, sheet.words)]
    found = [mark for box in parts if (mark := _sided(sheet, box, obstacles)) is not None]
    obstacles.add(mark.rect for mark in found)
    bare = writing_lines.each_once(bare)
    bare = [part for line in bare for part in writing_lines.after_words(sheet, line)]
    bare = [line for line in bare if not leaders.leads(sheet, line, closed)]
    lines = _bare(sheet, bare, obstacles)
    return found + under_heads.parted(lines, [*before, *found, *lines], sheet)


def _rect(level: Line) -> Rect:
    """Where a level line stands; it has no surface."""
    return level.start, level.at, level.end, level.at


def _is_side(line: Line, sides: Sequence[tuple[Rect, tuple[float, ...]]]) -> bool:
    """Whether a line is the foot or the top of closed cells for most of its length."""
    covered = sum(
        max(0.0, shared_width(cell, _rect(line)))
        for cell, heights in sides
        if any(abs(at - line.at) < 0.8 for at in heights)
    )
    return covered > 0.5 * line.length


def _sided(sheet: Sheet, box: Box, obstacles: Bands) -> Mark | None:
    span = Line(box.foot.at, box.start, box.end, typed=box.foot.typed)
    free = writing_lines.room(span, obstacles)
    high = max(box.wall, free, LEAST_HIGH)
    if free < 0.5 * min(max(box.wall, 4.0), writing_lines.LINE):  # words stand in it
        return None
    crowded = free < frames.FREE <= box.wall and _has_words(sheet, box.rect(box.wall))
    if crowded and not sheet.is_picture:  # where what is unread may be a speck
        return None
    around = box.rect(max(box.wall, 4.0))
    alone = _is_empty(sheet, around) and box.end - box.start > LEAST_CELL
    if sheet.is_picture and box.cells == 1 and not alone:
        return None
    kind: Kind = "comb" if box.cells else "text"
    return Mark(
        kind,
        box.rect(high),
        cells=box.cells,
        walled=box.wall > 0,
        typed=box.foot.typed,
        lines=0 if high >= frames.SEVERAL_LINES and kind == "text" else 1,
        sure=0.95 if box.wall else 0.7,
    )


def _bare(sheet: Sheet, bare: Sequence[Line], obstacles: Bands) -> list[Mark]:
    accepted: list[tuple[Line, Mark]] = []
    waiting: list[tuple[Line, float]] = []
    for line in bare:
        free = writing_lines.room(line, obstacles)
        if sure := writing_lines.asks(sheet, line, free):
            accepted.append((line, _line_mark(line, free, sure)))
        elif not line.typed and free >= writing_lines.LOWEST:
            waiting.append((line, free))
    for line, free in reversed(waiting):  # from the top: one that goes on may be gone on from
        if any(writing_lines.continues(line, above) for above, _ in accepted):
            accepted.append((line, _line_mark(line, free, 0.6)))
    known = {id(line) for line, _ in accepted}
    frees = {id(line): free for line, free in waiting if id(line) not in known}
    art = Bands(sheet.art)
    together = ruled.of(
        [line for line, _ in waiting if id(line) in frees and not _bears_art(line, art)]
    )
    accepted += [(line, _line_mark(line, frees[id(line)], 0.6)) for line in together]
    parts = [part for _, mark in accepted for part in split(mark, sheet.upright)]
    return several.join(parts, sheet)


def _bears_art(line: Line, art: Bands) -> bool:
    """Whether something is drawn on a line: letters of a logo, a small picture."""
    row = line.start, line.at, line.end, line.at + writing_lines.LINE
    return any(has(row, middle(one)) for one in art.near(row[1], row[3]))


def _line_mark(line: Line, free: float, sure: float) -> Mark:
    high = max(free, LEAST_HIGH)
    rect = line.start, line.at, line.end, line.at + high
    return Mark("text", rect, typed=line.typed, sure=sure, feet=[line])


def _frames(sheet: Sheet, closed: Sequence[Rect], before: Sequence[Mark]) -> list[Mark]:
    found: list[Mark] = []
    below = [*closed, *(mark.rect for mark in before)]
    empty = Bands(cell for cell in closed if not _has_words(sheet, cell))
    for cell in closed:
        inside = any(has(cell, middle(mark.rect)) for mark in before)
        covers = any(
            shared_width(cell, mark.rect) > 2 and has(mark.rect, middle(cell)) for mark in before
        )
        if inside or covers:
            continue
        free = frames.beside_art(cell, sheet.art)
        if free is None or frames.is_around(cell, empty.near(cell[1], cell[3])):
            continue
        if not frames.is_head(free, below, sheet.words):
            found += frames.marks_of(free, sheet.words, (sheet.width, sheet.height))
    return found
