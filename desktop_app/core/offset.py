"""By how much a printer misses, as measured on its page to try."""

from desktop_app.core.record import record

MOST_MM = 20.0
RULERS_MM = (90.0, 110.0)
MOST_WINDOW_MM = 15.0  # further, the address would leave the window's part of the sheet


@record(frozen=True)
class Offset:
    """By how much a printer misses, in millimetres to the right and down.

    ``ruler_mm`` is how long it prints 100 mm: a printer may enlarge or shrink.
    """

    dx_mm: float = 0.0
    dy_mm: float = 0.0
    ruler_mm: float = 100.0
