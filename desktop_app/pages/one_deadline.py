"""One deadline: until when, first and large; then why, on which articles, and read where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.pages.page import Card, Listed, Page, Text
from desktop_app.pages.until import know, until
from desktop_app.sentences import deadline_words as words
from desktop_app.sentences.verdict_words import say

if TYPE_CHECKING:
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.moment import Today
    from desktop_app.pages.page import Block


def page(found: Deadline, today: Today) -> Page:
    """Return what is said of a deadline on this day."""
    rule = words.rule(found)
    blocks: tuple[Block, ...] = (
        Card("", until(found, today)),
        *((Text(rule),) if rule else ()),
        Text(words.legal_name(found.title), "hint"),
        *_titled("label-know", know(found, today)),
        *_titled("label-how", map(words.step, found.steps)),
        *_titled("label-sources", map(words.source, found.sources)),
    )
    return Page(i18n.pack_text(found.plain_title), blocks, ())


def _titled(label: str, told: Iterable[str]) -> Iterator[Block]:
    if items := tuple(told):
        yield Text(say(label), "subheading")
        yield Listed(items)
