"""Bank account: IBAN with its sum mod 97 and, in France, the key of the RIB inside it."""

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

_FRENCH = re.compile(r"(?:FR|MC)[0-9]{2}([0-9]{5})([0-9]{5})([0-9A-Z]{11})([0-9]{2})")


def read(typed: str, context: Context) -> Reading:
    """Read an IBAN, kept without spaces."""
    number = compact(typed).removeprefix("IBAN").lstrip(":")
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{3,32}", number):
        return wrong(context, "iban-shape")
    if not _right_length(number):
        return doubtful(context, number, "iban-length", digits=len(number))
    if not _right(number):
        return doubtful(context, number, "iban-key", _near(number))
    return Reading(number)


def _right_length(number: str) -> bool:
    return len(number) == 27 if number[:2] in ("FR", "MC") else 15 <= len(number) <= 34


def _right(number: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(number)) and _rib_key(number)


def _rib_key(number: str) -> bool:
    """Bank x 89 + branch x 15 + account x 3 + key is a multiple of 97; letters count 1 to 9."""
    match = _FRENCH.fullmatch(number)
    if match is None:
        return number[:2] not in ("FR", "MC")
    bank, branch, account, key = match.groups()
    # A..I count 1..9, J..R count 1..9, S..Z count 2..9.
    letters = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")
    total = 89 * int(bank) + 15 * int(branch) + 3 * int(account.translate(letters)) + int(key)
    return total % 97 == 0


def _near(number: str) -> str:
    guesses = [number[:2] + digits_for_letters(number[2:]), *swapped(number)]
    near = [guess for guess in guesses if _right_length(guess) and _right(guess)]
    return show(near[0]) if near else ""


def show(value: str) -> str:
    """Write by fours."""
    return grouped(value, 4)


KIND = Kind(read, show, hint="Sur le relevé d’identité bancaire (RIB) ; en France 27 caractères.")
