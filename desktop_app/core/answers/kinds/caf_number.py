"""The number of a person at the Caf: up to eight digits, perhaps a letter after them."""

import re

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, compact, doubtful, grouped

_SHAPE = re.compile(r"([0-9]{1,8})([A-Z]?)")


def read(typed: str, context: Context) -> Reading:
    """Read the number; no public rule checks it, so only its shape may be doubtful."""
    number = compact(typed)
    if match := _SHAPE.fullmatch(number):
        return Reading(grouped(match[1], len(match[1])) + (f" {match[2]}" if match[2] else ""))
    near = number.replace("O", "0")
    return doubtful(context, number, "caf-number", near if _SHAPE.fullmatch(near) else "")


KIND = Kind(read, str, hint="Souvent sept chiffres et une lettre, en haut des courriers.")
