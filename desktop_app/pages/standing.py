"""How a paper stands, under what is done with it: what is missing by name, what was read back."""

from collections.abc import Iterable

from desktop_app.pages.page import Text
from desktop_app.sentences.proof_words import Line

STANDING = "standing"
"""The place of it, on the page of a letter and of a form. How it stands in short is told above."""


def blocks(lines: Iterable[Line]) -> tuple[Text, ...]:
    """Return what is shown of these lines."""
    return tuple(Text(one.words, one.weight) for one in lines)
