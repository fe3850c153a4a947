"""Social security number: 13 characters and a key of 2 = 97 - (13 characters mod 97).

Source: Code de la sécurité sociale R.115-1 and the directory of the Insee; 2A counts as 19 and 2B
as 18 for the key. A failed check is a doubt, never a block: old and provisional numbers exist.
"""

import re

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    compact,
    digits_for_letters,
    doubtful,
    grouped,
    swapped,
    wrong,
)

# Sex or registration, year, month, département and commune, order, key.
_SHAPE = re.compile(r"[1-478][0-9]{4}[0-9][0-9AB][0-9]{6}[0-9]{2}")
_BODY = re.compile(r"[1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{6}")


def read(typed: str, context: Context) -> Reading:
    """Read the fifteen characters, kept without spaces."""
    number = compact(typed)
    if not any(character.isdigit() for character in number):
        return wrong(context, "nir-length")
    if _BODY.fullmatch(number):
        return doubtful(context, number, "nir-no-key", show(number + key(number)))
    if not (_BODY.fullmatch(number[:13]) and _SHAPE.fullmatch(number)):
        return doubtful(context, number, "nir-length", _readable(number))
    if key(number) != number[13:]:
        return doubtful(context, number, "nir-key", _near(number))
    return Reading(number)


def key(number: str) -> str:
    """Return the two digits of control of the first 13 characters."""
    body = number[:13].replace("2A", "19", 1) if "2A" in number[5:7] else number[:13]
    body = body.replace("2B", "18", 1) if "2B" in number[5:7] else body
    return f"{97 - int(body) % 97:02d}"


def show(value: str) -> str:
    """Write by 1 + 2 + 2 + 2 + 3 + 3 + 2."""
    return grouped(value, 1, 2, 2, 2, 3, 3, 2)


def _near(number: str) -> str:
    """Two neighbours exchanged explain most slips; else the key alone may be wrong."""
    for guess in swapped(number):
        if _plausible(guess) and key(guess) == guess[13:]:
            return show(guess)
    return show(number[:13] + key(number))


def _plausible(number: str) -> bool:
    month = number[3:5]
    return bool(_BODY.fullmatch(number[:13])) and ("01" <= month <= "12" or month >= "20")


def _readable(number: str) -> str:
    guess = digits_for_letters(number)
    if len(guess) == 15 and _SHAPE.fullmatch(guess) and key(guess) == guess[13:]:
        return show(guess)
    return ""


KIND = Kind(read, show, hint="Quinze chiffres, sur la carte Vitale ou son attestation.")
