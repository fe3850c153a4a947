"""A page in the terminal: its lines, in parts, and for what is pressed the command that does it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from textwrap import fill
from typing import TYPE_CHECKING

from desktop_app.cli.command import Report
from desktop_app.cli.page_data import page_data
from desktop_app.core.deadlines.request import ADDRESSES, AGREED
from desktop_app.pages.destinations import (  # fmt: skip
    Urgent,
    WhichDelay,
)
from desktop_app.pages.gestures import Count, PrintSheet, SaveCalendar, Write
from desktop_app.pages.page import (  # fmt: skip
    Card,
    Long,
    Search,
    Take,
    Text,
    Told,
)
from desktop_app.pages.reading import read

if TYPE_CHECKING:
    from desktop_app.core.deadlines.tables import Event as LawEvent
    from desktop_app.pages.page import (  # fmt: skip
        Action,
        Block,
        Choice,
        Does,
        Page,
    )
    from desktop_app.pages.reading import Press

WIDTH = 88
MARGIN = re.compile(r" *(?:– |\d+\. )?")
"""What stands before the words of a line: its place, its dash or its number."""
MORE_DAYS = {
    "": "",
    "picked_up": " --picked-up …",
    "opened": " --opened …",
    "received": " --received …",
}


def _more(event: LawEvent) -> str:
    """Return how the other day, and what it depends on, are told to ``deadline``."""
    agreed = event.start == "account" and not event.agreed
    told = f" --agreed {'|'.join(AGREED)}" if agreed else ""
    moved = f" --address {'|'.join(ADDRESSES)}" if event.start == "moved" else ""
    return f"{MORE_DAYS[event.second]}{told}{moved}"


def reported(
    page: Page,
    data: Mapping[str, object],
    here: str = "",
    *,
    told: str = "",
    status: int = 0,
    notices: tuple[str, ...] = (),
) -> Report:
    """Return a page, and in JSON what a command gives beside it; ``told``: what was just done."""
    if told:
        page = replace(page, blocks=(Told(told), *page.blocks))
    return Report({**data, "page": page_data(page)}, page_text(page, here), status, notices)


def page_text(page: Page, here: str = "") -> str:
    """Return a page; ``here`` is the command that shows it, which does more with more words."""
    first, blocks = page.heading.upper(), page.blocks
    if (problem := page.problem) is not None:
        first, blocks = f"{first}\n{problem.words}", (*problem.ways, *blocks)
    return f"{first}\n{blocks_text(blocks, commands(here))}".rstrip()


def blocks_text(blocks: Iterable[Block], press: Press) -> str:
    """Return some blocks; an empty line stands before and after each card, and before a title."""
    parts: list[list[str]] = [[]]
    for block in (inside for one in blocks for inside in _in_turn(one)):
        if isinstance(block, Card) or _is_title(block):
            parts.append([])
        parts[-1] += map(_cut, read((_loud(block),), press))
        if isinstance(block, Card):
            parts.append([])
    return "\n\n".join("\n".join(part) for part in parts if part)


def _loud(block: Block) -> Block:
    """Return a block with what a page shows large in capitals."""
    match block:
        case Text(words, "date"):
            return replace(block, words=words.upper())
        case Card(title, blocks):
            return Card(title, tuple(map(_loud, blocks)))
        case _:
            return block


def _cut(line: str) -> str:
    """Return a line cut between words where it is too long; a command stays whole, to be copied."""
    if " → " in line or len(line) <= WIDTH:
        return line
    margin = MARGIN.match(line)
    assert margin is not None
    return fill(
        line,
        WIDTH,
        subsequent_indent=" " * margin.end(),
        break_on_hyphens=False,
        break_long_words=False,
    )


def commands(here: str = "") -> Press:
    """Return how the terminal does what a page offers; "" where it does not."""

    def command(pressed: Action | Choice) -> str:
        told = ""
        match pressed.does:
            case Write(pack):
                told = f"letter {pack}"
            case Urgent(emergency, place):
                told = f"urgent {emergency}{f' --place {place}' if place else ''}".rstrip()
            case WhichDelay(family, situation):
                told = f"which-delay {family} {situation}".rstrip()
            case Count(event) if here:
                told = f"{here} --event {event.id} --date …{_more(event)}"
            case Take() if here:
                told = f"{here} … --date 2026-11-24T16:30"
            case PrintSheet() if here:
                told = f"{here} … --out F.pdf"
            case SaveCalendar() if here:
                told = f"{here} … --ics A.ics"
            case _:
                told = _in_the_safe(pressed.does)
        # What is seen on two lines is heard, and told here, as one sentence.
        words = pressed.name if "\n" in pressed.words else pressed.words
        return f"{words} → {told}" if told else ""

    return command


def _in_the_safe(does: Does) -> str:
    from desktop_app.cli import in_the_safe  # what reads the law or the catalogue needs no safe

    return in_the_safe.command(does)


def _in_turn(block: Block) -> tuple[Block, ...]:
    match block:
        case Long(blocks):
            return blocks
        case Search(_, label, found):
            words = (Text(said) for said in (label, found.words) if said)
            return (*words, *found.shown.blocks)
        case _:
            return (block,)


def _is_title(block: Block) -> bool:
    return isinstance(block, Text) and block.role == "subheading"
