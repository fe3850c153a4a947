"""Lines that nothing names, one under another at one distance: a table without sides, a note."""

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.untrusted.detection.sheet import Line

LEAST = 3  # lines
CLOSEST, FURTHEST = 11.0, 34.0  # points between two of them
EVEN, RAGGED = 2.5, 4.0  # points by which their distances, and their ends, may differ


def of(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are ruled together."""
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -one.at):
        column = next((one for one in columns if _goes_on(one, line)), None)
        if column is None:
            columns.append([line])
        else:
            column.append(line)
    return [line for column in columns if len(column) >= LEAST for line in column]


def _goes_on(column: Sequence[Line], line: Line) -> bool:
    last = column[-1]
    step = last.at - line.at
    steps = [a.at - b.at for a, b in pairwise(column)]
    return (
        abs(last.start - line.start) <= RAGGED
        and abs(last.end - line.end) <= RAGGED
        and CLOSEST <= step <= FURTHEST
        and all(abs(step - one) <= EVEN for one in steps[-1:])
    )
