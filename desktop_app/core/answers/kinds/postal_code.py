"""A French postal code: five digits, those of a CEDEX too."""

import re

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    compact,
    digits_for_letters,
    doubtful,
    wrong,
)


def read(typed: str, context: Context) -> Reading:
    """Read five digits; a start that the post office does not use is doubtful."""
    code = compact(typed)
    if not re.fullmatch(r"[0-9]{5}", code):
        return wrong(context, "postal-code-digits", _near(code))
    if code[:2] in ("00", "96", "99"):
        return doubtful(context, code, "postal-code-unused")
    return Reading(code)


def _near(code: str) -> str:
    guess = digits_for_letters(code)
    if re.fullmatch(r"[1-9][0-9]{3}", guess):  # 1000 for 01000: a table lost the zero
        return f"0{guess}"
    return guess if re.fullmatch(r"[0-9]{5}", guess) else ""


KIND = Kind(read, str, hint="Cinq chiffres, par exemple 42000.")
