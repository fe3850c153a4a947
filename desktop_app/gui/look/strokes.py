"""What a line drawing is made of: strokes on a grid of 24 by 24."""

from desktop_app.core.record import record


@record(frozen=True)
class Line:
    """Straight strokes from point to point."""

    points: tuple[tuple[float, float], ...]


@record(frozen=True)
class Box:
    """A rectangle with soft corners."""

    x: float
    y: float
    width: float
    height: float
    corner: float = 1.5


@record(frozen=True)
class Arc:
    """Part of a circle: degrees from three o'clock, the way a clock does not go."""

    x: float
    y: float
    radius: float
    start: float = 0.0
    span: float = 360.0


Stroke = Line | Box | Arc


def line(*points: tuple[float, float]) -> Line:
    return Line(points)


SHEET = (line((14, 3), (6, 3), (6, 21), (18, 21), (18, 7), (14, 3), (14, 7), (18, 7)),)
