"""Oui or non."""

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean, wrong

_YES = ("oui", "o", "yes", "vrai", "true")
_NO = ("non", "n", "no", "faux", "false")


def read(typed: str, context: Context) -> Reading:
    """Read True or False."""
    word = clean(typed).casefold()
    if word in _YES or word in _NO:
        return Reading(word in _YES)
    near = {"ou": "oui", "oiu": "oui", "ui": "oui", "nom": "non", "no.": "non"}.get(word, "")
    return wrong(context, "not-yes-no", near)


def show(value: bool) -> str:
    """Write it."""
    return "oui" if value else "non"


KIND = Kind(read, show, hint="Répondez oui ou non.")
