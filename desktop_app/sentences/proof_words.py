"""What a second engine read back on finished pages, in words."""

from desktop_app import i18n


def read_back(verified: int, total: int) -> str:
    """Return how many values were found again on the page."""
    return i18n.sentence("values-read-back", {"n": verified, "total": total})
