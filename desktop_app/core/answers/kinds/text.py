"""One line of words: a street, a reference, a name of a town."""

from desktop_app.core.answers.kinds.base import (
    Context,
    Kind,
    Reading,
    clean,
    wrong,
)
from desktop_app.core.folding import is_latin


def read(typed: str, context: Context) -> Reading:
    """Read one line."""
    return checked(clean(typed), context)


def checked(text: str, context: Context) -> Reading:
    """Check the alphabet and the length that the paper allows."""
    question = context.question
    if not text:
        return wrong(context, "answer-unreadable")
    if question.alphabet == "latin" and not is_latin(text):
        return wrong(context, "not-latin")
    if question.max_length and len(text) > question.max_length:
        over = len(text) - question.max_length
        return wrong(context, "too-long", limit=question.max_length, over=over)
    return Reading(text)


KIND = Kind(read, str)
