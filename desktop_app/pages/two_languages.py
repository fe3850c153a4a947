"""A page in two languages: each block stands beside the same one in the second."""

from collections.abc import Iterator

from desktop_app.pages.page import Beside, Block, Card, Long, Page, Text


def beside(first: Page, second: Page, language: str) -> Page:
    """Return the first page, with what the second says beside; what both say alike stands once.

    ``second`` is the same page, made while ``language`` was spoken.
    """
    heading = Text(second.heading, "subheading", language)
    blocks = tuple(_pairs(first.blocks, second.blocks, language))
    return Page(first.heading, (heading, *blocks), first.actions, first.lead, first.problem)


def _pairs(first: tuple[Block, ...], second: tuple[Block, ...], language: str) -> Iterator[Block]:
    if len(first) != len(second):  # one says a thing more: of its language itself
        yield Beside(first, second, language)
        return
    for one, other in zip(first, second, strict=True):
        match one, other:
            case _ if one == other:
                yield one
            case Card(), Card() if one.title:
                titles = Text(one.title, "subheading"), Text(other.title, "subheading")
                yield from _pairs((titles[0], *one.blocks), (titles[1], *other.blocks), language)
            case Card(), Card():
                yield Card("", tuple(_pairs(one.blocks, other.blocks, language)))
            case Long(), Long():
                yield Long(tuple(_pairs(one.blocks, other.blocks, language)), one.at_once)
            case _:
                yield Beside((one,), (other,), language)
