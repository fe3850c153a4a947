"""Tax number (numéro fiscal): 13 digits, the last three = the first ten mod 511.

The rule is long documented but not official: a failed check is only a doubt.
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


def read(typed: str, context: Context) -> Reading:
    """Read thirteen digits, kept without spaces."""
    number = compact(typed)
    if not any(character.isdigit() for character in number):
        return wrong(context, "nif-length")
    if not re.fullmatch(r"[0-3][0-9]{12}", number):
        guess = digits_for_letters(number)
        return doubtful(context, number, "nif-length", show(guess) if _right(guess) else "")
    if not _right(number):
        near = [guess for guess in swapped(number) if _right(guess)]
        return doubtful(context, number, "nif-key", show(near[0]) if near else "")
    return Reading(number)


def _right(number: str) -> bool:
    shape = re.fullmatch(r"[0-3][0-9]{12}", number)
    return bool(shape) and int(number[:10]) % 511 == int(number[10:])


def show(value: str) -> str:
    """Write by 2 + 2 + 3 + 3 + 3, as on the tax notice."""
    return grouped(value, 2, 2, 3, 3, 3)


KIND = Kind(read, show, hint="Treize chiffres, en haut de l’avis d’impôt.")
