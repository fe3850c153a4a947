"""A telephone number, grouped by twos; what is not recognised is kept as typed, if confirmed."""

import re

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    clean,
    compact,
    digits_for_letters,
    doubtful,
    grouped,
    wrong,
)
from desktop_app.core.spaces import NBSP

_NATIONAL = re.compile(r"0[1-9][0-9]{8}")
_FRENCH_ABROAD = re.compile(r"(?:\+|00)33(?:\(?0\)?)?([1-9][0-9]{8})")
_OVERSEAS = re.compile(r"(?:\+|00)(262|508|590|594|596|681|687|689)([0-9]{6,9})")
_FOREIGN = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORT = re.compile(r"1[0-9]{1,2}|3[0-9]{3}|11[68][0-9]{3}")


def read(typed: str, context: Context) -> Reading:
    """Read a number of France, of its overseas territories, of another country, or a short one."""
    number = re.sub(r"[()]", "", compact(typed))
    if (shown := _shown(number)) is not None:
        return Reading(shown)
    guess = _shown(digits_for_letters(number)) or ""
    if not re.search(r"[0-9]{3}", number):
        return wrong(context, "phone-digits", guess)
    return doubtful(context, clean(typed), "phone-length", guess or _lost_zero(number))


def _shown(number: str) -> str | None:
    if _NATIONAL.fullmatch(number):
        return grouped(number, 2)
    if match := _FRENCH_ABROAD.fullmatch(number):
        return f"+33{NBSP}{grouped(match[1], 1, 2)}"
    if match := _OVERSEAS.fullmatch(number):
        return f"+{match[1]}{NBSP}{grouped(match[2], 3, 2)}"
    if _FOREIGN.fullmatch(number):
        return number
    return number if _SHORT.fullmatch(number) else None


def _lost_zero(number: str) -> str:
    return grouped(f"0{number}", 2) if re.fullmatch(r"[1-9][0-9]{8}", number) else ""


KIND = Kind(read, str, hint="Dix chiffres, par exemple 01 99 00 12 34.")
