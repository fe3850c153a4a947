"""What a map of boxes must be on a flat blank: on its squares, its cells, its lines of writing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, Place
from desktop_app.core.rect import POINTS_A_MM as MM
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.fit import FOOT
from desktop_app.pdf.forms.lettering import CAP_HEIGHT
from tests.helpers import examples as answered
from tests.helpers.printed import Rect, drawn, middle, underscores

Reader = Callable[[Path, int], list[Rect]]

RESERVED = "réservé"
NEAR = 0.3 * MM  # points: as far as a mark may be from the middle of its square
UNDER = 3.0  # points: as far as letters may stand above their line


def examples(pack: str) -> list[Path]:
    """Return the example files of a pack."""
    return sorted((data_root("forms") / "official" / pack / "examples").iterdir(), key=str)


def composed(pack: str, example: Path) -> FilledForm:
    """Return an example as it is on paper, on its own day."""
    return answered.composed(pack, example.name)


def never_reached(pack: str) -> set[str]:
    """Return the boxes that no example fills, those reserved to the office left out."""
    values = [value for file in examples(pack) for value in composed(pack, file).values]
    reached = {value.label for value in values if value.text or value.tick}
    return {value.label for value in values if RESERVED not in value.label} - reached


def squares(blank: Path, *pages: int) -> int:
    """Count the boxes to tick that are drawn."""
    return _count(blank, pages, lambda wide, high: 9.2 < wide < 9.6 and 9.2 < high < 9.6)


def cells(blank: Path, *pages: int) -> int:
    """Count the cells for one character that are drawn, open at the top."""
    return _count(blank, pages, lambda wide, high: 12 < wide < 13 and 4 < high < 5)


def _count(blank: Path, pages: tuple[int, ...], like: Callable[[float, float], bool]) -> int:
    return sum(
        like(right - left, top - low)
        for page in pages
        for left, low, right, top in {*_read(drawn, blank, page)}
    )


def off_squares(field_map: FieldMap, blank: Path, *readers: Reader) -> list[str]:
    """Return the ticks whose middle is not that of a drawn square, or of what ``readers`` find."""
    shapes = _by_page(field_map, blank, *(readers or (drawn,)))
    return [
        place.label
        for place in field_map.place
        if place.kind == "tick"
        and not any(_near(middle(rect), _middle_of(place)) for rect in shapes[place.page])
    ]


def off_cells(field_map: FieldMap, blank: Path, *readers: Reader) -> list[str]:
    """Return the combs of which one digit is not in the middle of a drawn cell."""
    shapes = _by_page(field_map, blank, *(readers or (drawn,)))
    return [
        place.label
        for place in field_map.place
        if place.comb and not all(_in_a_cell(x, place, shapes[place.page]) for x in _digits(place))
    ]


def off_lines(field_map: FieldMap, blank: Path, *unruled: str) -> list[str]:
    """Return the boxes of writing under which no line is printed; ``unruled`` have none."""
    rules = {
        page: [rect for rect in shapes if rect[3] - rect[1] < 1 and rect[2] - rect[0] > 1]
        for page, shapes in _by_page(field_map, blank, drawn, underscores).items()
    }
    return [
        place.label
        for place in field_map.place
        if place.kind == "text" and place.value and not place.comb and place.label not in unruled
        if not any(0 < place.box[1] + UNDER - rect[1] <= UNDER + 1 for rect in _under(place, rules))
    ]


def off_underscores(places: Iterable[Place], blank: Path) -> list[str]:
    """Return the boxes that are not, within two points, as long as the underscores below."""
    return [
        place.label
        for place in places
        if not all(_is_as_long(row, _read(underscores, blank, place.page)) for row in _rows(place))
    ]


def _rows(place: Place) -> list[tuple[float, float, float]]:
    """Return foot, left and right of each line of letters of a box."""
    x, y, wide, high = place.box
    if place.lines < 2:
        return [(y + (high - CAP_HEIGHT * place.size) / 2, x, x + wide)]
    step = high / place.lines
    return [
        (y + row * step + FOOT, x + (place.indent if row == place.lines - 1 else 0), x + wide)
        for row in range(place.lines)
    ]


def _is_as_long(row: tuple[float, float, float], printed: Sequence[Rect]) -> bool:
    foot, left, right = row
    below = [
        rect
        for rect in printed
        if left - 1 <= middle(rect)[0] <= right + 1 and 0 < foot - middle(rect)[1] < UNDER
    ]
    ends = [edge for rect in below for edge in (rect[0], rect[2])]
    return bool(ends) and abs(min(ends) - left) <= 2 and abs(max(ends) - right) <= 2


def _under(place: Place, rules: dict[int, list[Rect]]) -> Iterator[Rect]:
    """Lines which stand below the middle of a box, however long."""
    x, _, wide, _ = place.box
    return (rect for rect in rules[place.page] if rect[0] < x + wide and rect[2] > x)


@cache
def _read(reader: Reader, blank: Path, page: int) -> tuple[Rect, ...]:
    return tuple(reader(blank, page))


def _by_page(field_map: FieldMap, blank: Path, *readers: Reader) -> dict[int, list[Rect]]:
    pages = {place.page for place in field_map.place}
    return {page: [r for read in readers for r in _read(read, blank, page)] for page in pages}


def _middle_of(place: Place) -> tuple[float, float]:
    x, y, wide, high = place.box
    return x + wide / 2, y + high / 2


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) <= NEAR and abs(one[1] - other[1]) <= NEAR


def _digits(place: Place) -> list[float]:
    x, _, wide, _ = place.box
    return [x + (cell + 0.5) * wide / place.comb for cell in range(place.comb)]


def _in_a_cell(across: float, place: Place, shapes: list[Rect]) -> bool:
    _, y, _, high = place.box
    return any(
        abs(middle(rect)[0] - across) <= NEAR and y - 1 <= rect[1] <= y + high / 2
        for rect in shapes
    )
