"""A page as lines to be read from top to bottom: what a terminal shows, and a voice would say."""

from collections.abc import Iterable, Iterator

from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Card,
    Choice,
    Fact,
    Folded,
    Ladder,
    Listed,
    Long,
    Page,
    Row,
    Status,
    Steps,
    Text,
    Timeline,
    Unfold,
)


def lines(page: Page, *, actions: bool = True) -> tuple[str, ...]:
    """Return the whole page; without its ``actions`` where nothing can be pressed."""
    problem = () if page.problem is None else (page.problem.words,)
    ways = () if page.problem is None else _blocks(page.problem.ways, actions)
    body = _blocks(page.blocks, actions)
    return (page.heading, *problem, *ways, *body, *_foot(page, actions))


def _foot(page: Page, actions: bool) -> Iterator[str]:
    if actions:
        for one in page.actions:
            yield from _block(one, actions)


def _blocks(blocks: Iterable[Block], actions: bool) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, actions)


def _block(block: Block, actions: bool) -> Iterator[str]:
    match block:
        case Text(words) | Status(words):
            if words:
                yield words
        case Steps(items):
            yield from (f"{number}. {words}" for number, words in enumerate(items, 1))
        case Listed(items):
            yield from (f"– {words}" for words in items)
        case Folded(_, _, sentences):
            yield from sentences
        case Action(words) | Choice(words):
            if actions:
                yield f"[{words}]"
        case Unfold(words, told):
            yield from (words, f"  {told}")
        case Fact():
            yield from _fact(block, actions)
        case _:
            yield from _holding(block, actions)


def _holding(block: Block, actions: bool) -> Iterator[str]:
    """Yield what is in a block that holds others."""
    match block:
        case Card(title, blocks):
            if title:
                yield title
            yield from _under(blocks, actions, "  ")
        case Row(inside) | Long(inside):
            yield from _blocks(inside, actions)
        case Timeline(moments):
            for moment in moments:
                yield f"– {moment.words}"
                yield from _under(moment.blocks, actions, "  ")
        case Ladder(rungs):
            for number, rung in enumerate(rungs, 1):
                yield f"{number}. {rung.state} : {rung.title}"
                yield from _under(rung.blocks, actions, "   ")


def _fact(fact: Fact, actions: bool) -> Iterator[str]:
    yield f"{fact.label} : {fact.value}" if fact.value else fact.label
    if fact.wrong:
        yield fact.wrong
    if fact.change is not None:
        yield from _block(fact.change, actions)


def _under(blocks: Iterable[Block], actions: bool, margin: str) -> Iterator[str]:
    yield from (f"{margin}{words}" for words in _blocks(blocks, actions))
