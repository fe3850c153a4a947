"""A name as the person writes it: particles, hyphens, apostrophes, one-word names are kept."""

import re

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean, doubtful
from desktop_app.core.answers.kinds.text import checked


def read(typed: str, context: Context) -> Reading:
    """Read a name; a digit in it is doubtful."""
    text = clean(typed)
    reading = checked(text, context)
    if reading.problem is None and re.search(r"[0-9@#<>{}\\]", text):
        return doubtful(context, text, "name-signs")
    return reading


KIND = Kind(read, str)
