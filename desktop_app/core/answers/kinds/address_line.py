"""One line of a postal address: 38 characters at most (NF Z 10-011), in the window of an envelope.

A form has its own room for it, which its question says (``packs/resolve.py``).
"""

import dataclasses

import msgspec

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean
from desktop_app.core.answers.kinds.text import checked

LONGEST = 38


def read(typed: str, context: Context) -> Reading:
    """Read a line, with the length of the post office unless the question has its own."""
    limit = context.question.max_length or LONGEST
    question = msgspec.structs.replace(context.question, max_length=limit)
    return checked(clean(typed), dataclasses.replace(context, question=question))


KIND = Kind(read, str)
