"""Pages that are values of the program's own steps: settings, the safe, papers."""

from collections.abc import Iterator

from desktop_app.pages import settings
from desktop_app.pages.page import Page

Named = Iterator[tuple[str, Page]]


def settings_pages() -> Named:
    """Yield Réglages, and what it says of printers."""
    now = {settings.COLOURS: "clair", settings.QUESTIONS: (settings.EXPERT,)}
    for public in (True, False):
        yield f"settings, {public=}", settings.page(now, (1.0, 2.0), public=public)
    for names in ((), ("Bureau", "Salon")):
        yield f"settings: {len(names)} printers", Page("", settings.printers(names), ())
