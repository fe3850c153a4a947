"""How a person of an office is called where somebody may see the screen."""

import unicodedata
from collections.abc import Iterable

from desktop_app import i18n
from desktop_app.core.initials import first_letters, initials
from desktop_app.core.known_by import BIRTH, CAF, FOREIGNER, MAIL, NIR, NUMBER, PHONE, Key
from desktop_app.workflow.people.alike import Why

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


def found_by(key: Key) -> str:
    """Return by what someone was found, without showing all of it: "téléphone 06 … 44".

    "" where it is her name, which is what one sees.
    """
    words = {
        BIRTH: i18n.text("naissance : {key}"),
        PHONE: i18n.text("téléphone {key}"),
        MAIL: i18n.text("courriel {key}"),
        CAF: i18n.text("numéro d’allocataire {key}"),
        NIR: i18n.text("numéro de sécurité sociale {key}"),
        FOREIGNER: i18n.text("numéro d’étranger {key}"),
    }.get(key.kind, i18n.text("numéro {key}"))
    shown = _shown(key)
    return shown if key.kind in ("", NUMBER) else words.format(key=shown)


def same_as(why: Iterable[Why]) -> str:
    """Return what somebody here has in common with whom one is about to add."""
    words = {
        "name": i18n.text("même nom"),
        "near-name": i18n.text("nom presque pareil"),
        "birth": i18n.text("même date de naissance"),
        "phone": i18n.text("même téléphone"),
        "number": i18n.text("même numéro chez un organisme"),
    }
    return ", ".join(words[one] for one in why)


def _shown(key: Key) -> str:
    """Return of a key what tells that it is this one, and not the whole of it."""
    match key.kind:
        case "":
            return ""
        case "numero":
            return numbered(int(key.text))
        case "naissance":
            return key.text[:4]
        case "telephone":
            return f"{key.text[:2]} … {key.text[-2:]}"
        case _:
            return f"… {key.text[-3:]}"


def _isolated(text: str) -> str:
    """Keep letters written from right to left from carrying the number to their other side."""
    return text if all(_goes_right(sign) for sign in text) else f"{_ANY}{text}{_END}"


def _goes_right(sign: str) -> bool:
    return unicodedata.bidirectional(sign) not in ("R", "AL")
