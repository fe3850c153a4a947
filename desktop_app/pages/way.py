"""The steps of a way as a block of a page: what each says, and what can be done there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.pages.page import Card, Ladder, Rung, Text
from desktop_app.pages.why import why
from desktop_app.sentences import road_words

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.pages.page import Block
    from desktop_app.sentences.ladder_words import Told


def ladder(
    steps: Sequence[Told], more: Callable[[Told], Iterable[Block]] = lambda _told: ()
) -> Ladder:
    """Return the steps; ``more`` adds to each what can be done there."""
    return Ladder(tuple(_rung(one, more(one)) for one in steps))


def way(procedure: Procedure, then: Iterable[Block] = ()) -> Card:
    """Return what a person is told of a procedure, what can be done ``then``, and the law."""
    title = i18n.pack_text(procedure.plain_title)
    law = why(title, road_words.law_of(procedure))
    return Card(title, (Text(road_words.said(procedure)), *then, law))


def _rung(told: Told, more: Iterable[Block]) -> Rung:
    state = told.rung.state
    blocks = (
        *map(Text, told.dates),
        *((Text(told.said),) if told.said else ()),
        *more,
        *((why(told.title, told.law),) if told.law else ()),
    )
    return Rung(told.state, told.title, blocks, here=state == "ici", reached=state == "fait")
