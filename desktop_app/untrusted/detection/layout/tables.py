"""Tables: a cell is named by the words of its row and those at the head of its column.

Cells of one row have no words between them: what names the first of them names the row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, around, height, middle, shared_height, shared_width, width
from desktop_app.untrusted.detection.layout.paths import column_of
from desktop_app.untrusted.detection.rows import clean_text, joined
from desktop_app.untrusted.detection.sheet import Line, Mark, Sheet, Word

LEVEL = 0.6  # share of the lower of two heights that cells of one row have in common
GAP = 90.0  # points of white between two cells of one row
ALIGNED = 0.8  # share of the narrower of two widths that cells of one column have in common
STEP = 30.0  # points between two cells of one column
HEAD = 130.0  # points of height of what stands at the head of a column
NEXT_LINE = 5.0  # points of white between two lines of a head
CELL = 5.0  # points: a lower space between two lines holds no words
FAR = 320.0  # points from a row to its words
WHITE = 26.0  # points of white that part the words of a row from others, where no line does
LONGEST = 90
UNITS = frozenset("%€")
ANSWERS = frozenset(["oui", "non", "m", "f"])  # words of squares that stand over a cell
BANDS = 3  # rows over a table, of which one has its heads
SPACE = 3.6  # points between two words of a sentence
SIDE = 40.0  # points of height of a line that parts two columns


@dataclass(slots=True)
class Cell:
    """A mark, or those of one date or number, in a table.

    Attributes:
        above: the cell of the row before, in its column.
    """

    marks: list[Mark]
    rect: Rect
    above: "Cell | None" = None
    row: list["Cell"] = field(default_factory=list)


def name_cells(units: Sequence[Sequence[Mark]], sheet: Sheet, captioned: Sequence[Rect]) -> None:
    """Name the marks that stand in tables; others keep their words.

    Args:
        units: marks in the order of reading, those of one date or number together.
        captioned: boxes whose own words stand right below them.
    """
    cells = [Cell(list(one), around(mark.rect for mark in one)) for one in units]
    named = set(captioned)
    rows = [
        row
        for row in _rows(cells, sheet.words)
        if len(row) > 1 and not any(mark.rect in named for cell in row for mark in cell.marks)
    ]
    inside = [cell for row in rows for cell in row]
    for row in rows:
        for cell in row:
            cell.row = row
            cell.above = _above(cell, inside)
    known: list[tuple[list[Cell], list[str]]] = []
    for row in sorted(rows, key=lambda one: -one[0].rect[3]):
        heads = _heads(row, cells, sheet)
        there = [head for head in heads if head]
        enough = len(there) >= max(2, len(heads) / 2)
        told = enough and len(set(there)) == len(there)
        if told:
            known.append((row, heads))
        elif inherited := next((said for one, said in reversed(known) if _same(one, row)), None):
            heads, told = inherited, True
        first = row[0].marks[0]
        said = _row_words(row[0], sheet) or (first.label if first.beside else "")
        if told or said:
            _name(row, heads if told else [""] * len(row), said)


def _same(row: Sequence[Cell], other: Sequence[Cell]) -> bool:
    """Whether two rows have the same columns, whatever stands between them."""
    return len(row) == len(other) and all(
        shared_width(one.rect, two.rect) > ALIGNED * max(width(one.rect), width(two.rect))
        for one, two in zip(row, other, strict=True)
    )


def _name(row: Sequence[Cell], heads: Sequence[str], said: str) -> None:
    """Give each cell of a row its words; a cell of which nothing is said keeps its own."""
    said = "" if said in heads else said
    for cell, head in zip(row, heads, strict=True):
        words = f"{said} ({head})" if said and head else said or head
        for mark in cell.marks if words else ():
            part = mark.label.rpartition(" : ")[2] if len(cell.marks) > 1 else ""
            if mark.kind == "tick" and head:
                mark.label, mark.question, mark.asked = head, said, bool(said)
            elif mark.kind != "tick" or not mark.label:
                mark.label = words
            mark.label += f" : {part}" if part else ""


def _rows(cells: Sequence[Cell], words: Sequence[Word]) -> Iterator[list[Cell]]:
    """Cells that follow each other on one height, no words between them."""
    lowered = sorted(cells, key=lambda one: -middle(one.rect)[1])
    for band in grouped(lowered, lambda band, one: _is_level(band[0].rect, one.rect)):
        row: list[Cell] = []
        for cell in sorted(band, key=lambda one: one.rect[0]):
            if row and not _follows(row[-1], cell, words):
                yield row
                row = []
            row.append(cell)
        yield row


def _is_level(one: Rect, other: Rect) -> bool:
    return shared_height(one, other) > LEVEL * max(min(height(one), height(other)), 1.0)


def _follows(one: Cell, other: Cell, words: Sequence[Word]) -> bool:
    x0, x1 = one.rect[2], other.rect[0]
    between = x0 - 1, max(one.rect[1], other.rect[1]), x1 + 1, min(one.rect[3], other.rect[3])
    return -4 <= x1 - x0 <= GAP and not any(
        between[0] < middle(word.rect)[0] < between[2] and shared_height(between, word.rect) > 1
        for word in words
        if any(map(str.isalnum, word.text))
    )


def _above(cell: Cell, others: Sequence[Cell]) -> Cell | None:
    near = [
        one
        for one in others
        if one is not cell
        and -3 <= one.rect[1] - cell.rect[3] <= STEP
        and shared_width(one.rect, cell.rect) > ALIGNED * min(width(one.rect), width(cell.rect))
        and width(one.rect) < 2 * width(cell.rect)
    ]
    return min(near, key=lambda one: one.rect[1], default=None)


def _heads(row: Sequence[Cell], cells: Sequence[Cell], sheet: Sheet) -> list[str]:
    """The words at the head of each column; over a line of words across all of them, too."""
    sides = [line for line in sheet.upright if line.length > SIDE]
    bands = [[_head(cell, cells, sheet, over) for cell in row] for over in range(BANDS)]
    best = max(bands, key=lambda heads: sum(map(bool, heads)))
    return [
        head or column_of(cell.rect, sheet, sides) for cell, head in zip(row, best, strict=True)
    ]


def _head(cell: Cell, cells: Sequence[Cell], sheet: Sheet, over: int) -> str:
    """The words over the first cell of a column, in one of the rows that lines part."""
    top = cell
    while top.above is not None:
        top = top.above
    x0, _, x1, foot = top.rect
    slack = 4.0 if top.marks[0].kind != "tick" else _slack(top)
    column = sorted(
        (
            word
            for word in sheet.words
            if x0 - slack <= middle(word.rect)[0] <= x1 + slack
            and -2 <= word.rect[1] - foot < HEAD
            and (any(map(str.isalnum, word.text)) or word.text in UNITS)
        ),
        key=lambda one: one.rect[1],
    )
    for band in range(BANDS):
        if not column:
            break
        low, high = _lids(top.rect, column[0], cells, sheet.level)
        ruled = [word for word in column if low < middle(word.rect)[1] < high] if low else []
        if band == over:
            found = ruled or _lines(column, foot, high)
            out = any(_goes_out(word, found, sheet) for word in found)
            text = "" if out else clean_text(joined(found))[:LONGEST]
            return "" if ANSWERS.issuperset(text.casefold().split()) else text
        if not ruled:
            break
        column, foot = [word for word in column if middle(word.rect)[1] > high], high
    return ""


def _goes_out(word: Word, found: Sequence[Word], sheet: Sheet) -> bool:
    """Whether a word of a head is of a sentence that goes on beside its column."""
    mine = {id(one) for one in found}
    for one in sheet.words:
        gap = max(one.rect[0] - word.rect[2], word.rect[0] - one.rect[2])
        if id(one) in mine or not -1 < gap < SPACE or not _is_level(one.rect, word.rect):
            continue
        between = min(one.rect[2], word.rect[2]) - 1, max(one.rect[0], word.rect[0]) + 1
        y = middle(word.rect)[1]
        if not any(
            between[0] <= line.at <= between[1] and line.start <= y <= line.end
            for line in sheet.upright
        ):
            return True
    return False


def _lines(column: Sequence[Word], foot: float, high: float) -> list[Word]:
    """The lines of words that follow each other over a cell."""
    found: list[Word] = []
    edge = foot + STEP - NEXT_LINE
    for word in column:
        if middle(word.rect)[1] > high or word.rect[1] - edge > NEXT_LINE:
            break
        edge = word.rect[3] if not found else max(edge, word.rect[3])
        found.append(word)
    return found


def _slack(cell: Cell) -> float:
    """How far from a square the words at the head of its column may stand: half way to the next."""
    place = cell.row.index(cell)
    near = [cell.row[n] for n in (place - 1, place + 1) if 0 <= n < len(cell.row)]
    steps = [abs(middle(one.rect)[0] - middle(cell.rect)[0]) for one in near]
    return max(4.0, min([*steps, 60.0]) / 2 - width(cell.rect) / 2)


def _lids(
    top: Rect, first: Word, cells: Sequence[Cell], level: Sequence[Line]
) -> tuple[float, float]:
    """The heights between which the words of a head stand: those of lines, or of another box.

    The lower one is 0 where lines do not close the head above and below.
    """
    x, y = middle(top)[0], middle(first.rect)[1]
    lines = [one.at for one in level if top[3] - 3 < one.at and one.start <= x <= one.end]
    boxes = [one.rect[1] for one in cells if one.rect[1] > y and shared_width(one.rect, top) > 2]
    over = [at for at in lines if at > y]
    under = [at for at in lines if at <= y]
    return (max(under) if under and over else 0.0), min([*over, *boxes, top[3] + HEAD])


def _row_words(first: Cell, sheet: Sheet) -> str:
    """The words of a row: in the cell before its first box, else before it on its height."""
    x0, y0, _, y1 = first.rect
    sides = sorted(
        (
            one.at
            for one in sheet.upright
            if one.start < y1 - 2 and one.end > y0 + 2 and one.at < x0 - CELL
        ),
        reverse=True,
    )
    for side in sides[:2]:
        words = _between(side, x0, y0, y1, sheet.words)
        if words:
            return clean_text(joined(words))[:LONGEST]
    if sides:
        return ""
    words = sorted(_between(x0 - FAR, x0, y0, y1, sheet.words), key=lambda one: -one.rect[2])
    found: list[Word] = []
    edge = x0 if words else 0.0
    for word in words:
        if found and edge - word.rect[2] > WHITE:
            break
        found.append(word)
        edge = min(edge, word.rect[0])
    return clean_text(joined(found))[:LONGEST]


def _between(x0: float, x1: float, y0: float, y1: float, words: Sequence[Word]) -> list[Word]:
    return [
        word
        for word in words
        if x0 - 1 <= word.rect[0]
        and word.rect[2] <= x1 + 2
        and y0 - 2 <= middle(word.rect)[1] <= y1 + 2
        and any(map(str.isalnum, word.text))
    ]
