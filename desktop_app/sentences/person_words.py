"""How a person of an office is called where somebody may see the screen."""

import unicodedata

from desktop_app import i18n
from desktop_app.core.initials import first_letters, initials

LETTERS = 3
"""Letters shown of somebody else's name, to tell whether it is she."""
_ANY, _END = "\u2068", "\u2069"


def discreet(name: str, number: int | None) -> str:
    """Return the initials and the file number: "F. D. · n° 27"; never the name.

    Args:
        name: as the person is called in the safe.
        number: her file number; None where she has none.
    """
    found = _isolated(initials(name))
    parts = (found, numbered(number) if number is not None else "")
    return " · ".join(filter(None, parts)) or i18n.text("sans nom")


def numbered(number: int) -> str:
    """Return a file number, as it is said everywhere: "n° 27"."""
    return i18n.text("n° {n}").format(n=number)


def glimpse(name: str, born: str, number: int | None) -> str:
    """Return what may be shown of somebody else: three letters, a year, her number.

    Args:
        born: day of birth, ``1982-03-14``; "" when it is not known. The year alone is shown.
    """
    seen = first_letters(name, LETTERS)
    letters = f"{seen}…" if seen else ""
    parts = (_isolated(letters), born[:4], numbered(number) if number is not None else "")
    return " · ".join(filter(None, parts)) or i18n.text("sans nom")


def told_apart(name: str, born: str, number: int | None) -> str:
    """Return a name with what tells it from another's: "Fatou Diallo (1982, n° 27)"."""
    apart = ", ".join(filter(None, (born[:4], numbered(number) if number is not None else "")))
    return f"{name} ({apart})" if apart else name


def _isolated(text: str) -> str:
    """Keep letters written from right to left from carrying the number to their other side."""
    return text if all(_goes_right(sign) for sign in text) else f"{_ANY}{text}{_END}"


def _goes_right(sign: str) -> bool:
    return unicodedata.bidirectional(sign) not in ("R", "AL")
