"""Strokes that continue or cover each other are one line."""

from collections.abc import Iterable

from desktop_app.untrusted.detection.sheet import Line

BESIDE = 0.8  # points between two strokes that are the same line drawn twice
GAP = 1.0  # points along a line that the eye does not see


def join(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines of one kind (level, or upright), each as long as it looks, in order."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.typed, one.at)):
        last = rows[-1] if rows else None
        if last and last[0].typed == line.typed and line.at - last[0].at <= BESIDE:
            last.append(line)
        else:
            rows.append([line])
    return tuple(sorted((one for row in rows for one in _along(row)), key=_place))


def _along(row: list[Line]) -> list[Line]:
    found: list[Line] = []
    for line in sorted(row, key=lambda one: one.start):
        last = found[-1] if found else None
        if last and line.start - last.end <= GAP:
            thicker = last if last.thick >= line.thick else line
            found[-1] = Line(
                thicker.at,
                last.start,
                max(last.end, line.end),
                thicker.thick,
                line.typed,
                last.dotted and line.dotted,
            )
        else:
            found.append(line)
    return found


def _place(line: Line) -> tuple[float, float]:
    return line.at, line.start
