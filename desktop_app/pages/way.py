"""The steps of a way as a block of a page: what each says, and what can be done there."""

from collections.abc import Callable, Iterable, Sequence

from desktop_app.pages.page import Block, Ladder, Rung, Text
from desktop_app.sentences.ladder_words import Told


def ladder(
    steps: Sequence[Told], more: Callable[[Told], Iterable[Block]] = lambda _told: ()
) -> Ladder:
    """Return the steps; ``more`` adds to each what can be done there."""
    return Ladder(tuple(_rung(one, more(one)) for one in steps))


def _rung(told: Told, more: Iterable[Block]) -> Rung:
    dates = (Text(words) for words in told.dates)
    lines = (Text(words, "hint") for words in told.lines)
    state = told.rung.state
    blocks = (*dates, *lines, *more)
    return Rung(told.state, told.title, blocks, here=state == "ici", reached=state == "fait")
