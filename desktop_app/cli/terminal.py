"""A page in the terminal: its lines, in parts, and for what is pressed the command that does it."""

from collections.abc import Iterable

from desktop_app.pages.destinations import Urgent
from desktop_app.pages.gestures import PrintSheet, Write
from desktop_app.pages.page import Action, Block, Card, Choice, Page, Take, Text
from desktop_app.pages.reading import Press, read


def page_text(page: Page, here: str = "") -> str:
    """Return a page; ``here`` is the command that shows it, which does more with more words."""
    return f"{page.heading.upper()}\n{blocks_text(page.blocks, commands(here))}"


def blocks_text(blocks: Iterable[Block], press: Press) -> str:
    """Return some blocks; an empty line stands before and after each card, and before a title."""
    parts: list[list[str]] = [[]]
    for block in blocks:
        if isinstance(block, Card) or _is_title(block):
            parts.append([])
        parts[-1] += read((block,), press)
        if isinstance(block, Card):
            parts.append([])
    return "\n\n".join("\n".join(part) for part in parts if part)


def commands(here: str = "") -> Press:
    """Return how the terminal does what a page offers; "" where it does not."""

    def command(pressed: Action | Choice) -> str:
        match pressed.does:
            case Write(pack):
                return f"letter {pack}"
            case Urgent(emergency):
                return f"urgent {emergency}".rstrip()
            case Take() if here:
                return f"{here} … --date 2026-11-24T16:30"
            case PrintSheet() if here:
                return f"{here} … --out F.pdf"
            case _:
                return ""

    return command


def _is_title(block: Block) -> bool:
    return isinstance(block, Text) and block.role == "subheading"
