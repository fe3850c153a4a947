"""What the law says of something, shown to who asks why."""

from desktop_app import i18n
from desktop_app.pages.page import Folded


def why(about: str, law: tuple[str, ...]) -> Folded:
    """Return what the law says; ``about``: of what, heard with the question."""
    return Folded(i18n.text("Pourquoi ?"), i18n.text("Cacher l’explication"), law, about=about)
