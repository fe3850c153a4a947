"""A page as lines to be read from top to bottom: what a terminal shows, and a voice would say."""

from collections.abc import Iterator

from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Choice,
    Fact,
    Listed,
    Own,
    Page,
    Row,
    Steps,
    Text,
    Unfold,
)


def lines(page: Page, *, actions: bool = True) -> tuple[str, ...]:
    """Return the whole page; without its ``actions`` where nothing can be pressed."""
    return (page.heading, *_blocks(page.blocks, actions), *_foot(page, actions))


def _foot(page: Page, actions: bool) -> Iterator[str]:
    if actions:
        for one in page.actions:
            yield from _block(one, actions)


def _blocks(blocks: tuple[Block, ...], actions: bool) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, actions)


def _block(block: Block, actions: bool) -> Iterator[str]:
    match block:
        case Text(words):
            yield words
        case Fact(label, value):
            yield f"{label} : {value}"
        case Steps(items):
            yield from (f"{number}. {words}" for number, words in enumerate(items, 1))
        case Listed(items):
            yield from (f"– {words}" for words in items)
        case Card(title, blocks):
            yield title
            yield from (f"  {words}" for words in _blocks(blocks, actions))
        case Row(inside):
            for one in inside:
                yield from _block(one, actions)
        case Action(words) | Choice(words):
            if actions:
                yield f"[{words}]"
        case Unfold(words, told):
            yield from (words, f"  {told}")
        case Own():
            pass
