"""A page as lines to be read from top to bottom: what a terminal shows, and a voice would say."""

from collections.abc import Callable, Iterable, Iterator

from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Beside,
    Block,
    Box,
    Card,
    Choice,
    Edition,
    Fact,
    Folded,
    Ladder,
    Listed,
    Live,
    Long,
    Own,
    Page,
    Picture,
    Row,
    Search,
    Secret,
    Status,
    Steps,
    Table,
    Text,
    Timeline,
    Told,
    Unfold,
)

Press = Callable[[Action | Choice], str]
"""How something to press is read; "" where it cannot be pressed."""


def in_brackets(one: Action | Choice) -> str:
    """Return its words, told from the others."""
    return f"[{one.words}]"


def nothing(_one: Action | Choice) -> str:
    """Leave out all that is pressed: on paper, or where one only reads."""
    return ""


def lines(page: Page, press: Press = in_brackets) -> tuple[str, ...]:
    """Return the whole page."""
    problem = () if page.problem is None else (page.problem.words,)
    ways = () if page.problem is None else read(page.problem.ways, press)
    return (page.heading, *problem, *ways, *read(page.blocks, press), *read(page.actions, press))


def read(found: Iterable[Block], press: Press = in_brackets) -> Iterator[str]:
    """Yield some blocks."""
    for block in found:
        yield from _block(block, press)


def _block(block: Block, press: Press) -> Iterator[str]:
    match block:
        case Text(words) | Status(words) | Picture(words):
            yield from words.splitlines()
        case Steps(items):
            for number, words in enumerate(items, 1):
                first, *more = words.splitlines()
                yield from (f"{number}. {first}", *(f"   {line}" for line in more))
        case Listed(items):
            yield from (f"– {words}" for words in items)
        case Folded(_, _, sentences) | Own(_, sentences):
            yield from sentences
        case Action() | Choice():
            if said := press(block):
                yield said
        case Unfold(words, told):
            yield from (words, f"  {told}")
        case Fact():
            yield from _fact(block, press)
        case Secret(_, label):
            yield label
        case _:
            yield from _holding(block, press)


def _holding(block: Block, press: Press) -> Iterator[str]:
    """Yield what is in a block that holds others."""
    match block:
        case Card(title, blocks):
            if title:
                yield title
            yield from _under(blocks, press, "  ")
        case Ask(_, asked):
            for one in asked:
                yield from (one.question.label, *one.question.hint.splitlines())
                for choice in one.question.choices:
                    yield f"– {choice.label}"
                    yield from filter(None, (choice.hint,))
            yield from filter(None, (block.told,))
        case Told(words, way):
            yield words
            yield from () if way is None else read((way,), press)
        case Edition(inside) | Row(inside) | Long(inside) | Live(_, inside):
            yield from read(inside, press)
        case Search(_, label, found):
            yield from filter(None, (label, found.words))
            yield from read((found.shown,), press)
        case _:
            yield from _drawn(block, press)


def _drawn(block: Block, press: Press) -> Iterator[str]:
    """Yield what is in a block whose shape says something too."""
    match block:
        case Beside(first, second):
            yield from read((*first, *second), press)
        case Table(head, rows):
            yield from (" · ".join(filter(None, row)) for row in (head, *rows))
        case Box():
            yield box_words(block)
        case Timeline(moments):
            for moment in moments:
                yield f"– {moment.words}"
                yield from _under(moment.blocks, press, "  ")
        case Ladder(rungs):
            for number, rung in enumerate(rungs, 1):
                yield f"{number}. {rung.state} : {rung.title}"
                yield from _under(rung.blocks, press, "   ")


def _fact(fact: Fact, press: Press) -> Iterator[str]:
    yield f"{fact.label} : {fact.value}" if fact.value else fact.label
    if fact.wrong:
        yield fact.wrong
    if fact.change is not None:
        yield from _block(fact.change, press)


def box_words(box: Box) -> str:
    """Return a box of a form in one line: what to do there, or what to write."""
    return f"{box.say} : {box.label}" if box.say else f"{box.label} : {box.value}"


def _under(blocks: Iterable[Block], press: Press, margin: str) -> Iterator[str]:
    yield from (f"{margin}{words}" for words in read(blocks, press))
