"""Which way this system prints."""

import sys
from collections.abc import Callable

from desktop_app.workflow.ports import Picture
from desktop_app.workflow.printing import Printing


def printing(render: Callable[[bytes, int, float], Picture]) -> Printing:
    """Return CUPS on Linux, and elsewhere the pages drawn by ``render``."""
    if sys.platform.startswith("linux"):
        from desktop_app.printing.cups import Cups

        return Cups()
    from desktop_app.gui.printing.drawn import Drawn

    return Drawn(render)
