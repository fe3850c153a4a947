"""A whole number, not negative unless the question allows it."""

import re

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    clean,
    digits_for_letters,
    wrong,
)

_DIGITS = "[0-9]{1,9}"


def read(typed: str, context: Context) -> Reading:
    """Read an int between the question's bounds (0 and 999 999 999 when it gives none)."""
    text = re.sub(r"\s", "", clean(typed))
    if not re.fullmatch(rf"[+-]?{_DIGITS}", text):
        guess = digits_for_letters(text.upper())
        near = guess if re.fullmatch(_DIGITS, guess) else ""
        return wrong(context, "not-integer", near)
    value = int(text)
    lowest = int(context.question.minimum or 0)
    if value < lowest:
        return wrong(context, "too-small", lowest=lowest)
    if context.question.maximum and value > int(context.question.maximum):
        return wrong(context, "too-large", highest=int(context.question.maximum))
    return Reading(value)


KIND = Kind(read, str, hint="Écrivez un nombre en chiffres, par exemple 3.")
