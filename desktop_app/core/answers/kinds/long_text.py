"""The person's own words, on several lines."""

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean_lines
from desktop_app.core.answers.kinds.text import checked


def read(typed: str, context: Context) -> Reading:
    """Read lines; those of the person are kept."""
    return checked(clean_lines(typed), context)


KIND = Kind(read, str)
