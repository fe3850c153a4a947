"""SIRET (14 digits) or SIREN (9 digits) of a company, with Luhn's sum.

La Poste (356000000) is the exception: the sum of the digits of its SIRET is a multiple of 5.
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
    """Read fourteen digits (nine for a SIREN), kept without spaces."""
    number = compact(typed)
    if not any(character.isdigit() for character in number):
        return wrong(context, "siret-length")
    if not re.fullmatch(r"[0-9]{14}|[0-9]{9}", number):
        guess = digits_for_letters(number)
        return doubtful(context, number, "siret-length", show(guess) if _right(guess) else "")
    if not _right(number):
        near = [guess for guess in swapped(number) if _right(guess)]
        return doubtful(context, number, "siret-key", show(near[0]) if len(near) == 1 else "")
    return Reading(number)


def _right(number: str) -> bool:
    from stdnum.fr import siren, siret

    if not re.fullmatch(r"[0-9]{14}|[0-9]{9}", number):
        return False
    return bool(siret.is_valid(number) if len(number) == 14 else siren.is_valid(number))


def show(value: str) -> str:
    """Write by 3 + 3 + 3 + 5."""
    return grouped(value, 3, 3, 3, 5)


KIND = Kind(read, show, hint="Quatorze chiffres, sur les fiches de paie et les factures.")
