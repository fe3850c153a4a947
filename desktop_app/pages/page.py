"""A page as a value: what it says, in the order in which it is read, and what can be done there.

Made from facts by the modules beside this one; shown by thin renderers: ``gui/page_view.py`` for
the window, ``reading.py`` for the terminal and for whoever reads from top to bottom.

The blocks are in ``blocks/``, and have their names here: a page is made from this module alone.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from desktop_app.core.record import record
from desktop_app.pages.blocks.actions import (
    Action,
    Answers,
    Back,
    Cells,
    Choice,
    Chosen,
    Does,
    Drawing,
    Gesture,
    Keep,
    Loss,
    Row,
    Take,
    Undo,
    Unfold,
    Weight,
)
from desktop_app.pages.blocks.containers import (
    Beside,
    Block,
    Card,
    Folded,
    Found,
    Ladder,
    Live,
    Long,
    Moment,
    Rung,
    Search,
    Timeline,
)
from desktop_app.pages.blocks.content import (
    Box,
    BoxDone,
    Edition,
    Fact,
    Listed,
    Picture,
    Role,
    Status,
    Steps,
    Table,
    Text,
    Told,
)
from desktop_app.pages.blocks.inputs import Ask, Own, Secret

__all__ = [
    "Action", "Answers", "Ask", "Back", "Beside", "Block", "Box", "BoxDone", "Card", "Cells",
    "Choice", "Chosen", "Does", "Drawing", "Edition", "Fact", "Folded", "Found", "Gesture", "Keep",
    "Ladder", "Listed", "Live", "Long", "Loss", "Moment", "Own", "Page", "Picture", "Problem",
    "Role", "Row", "Rung", "Search", "Secret", "Status", "Steps", "Table", "Take", "Text",
    "Timeline", "Told", "Undo", "Unfold", "Weight",
]  # fmt: skip


@record(frozen=True)
class Problem:
    """What must be known before all else, and what can be done: an error, or what one ``asks``."""

    words: str
    ways: tuple[Block, ...] = ()
    asks: bool = False


@record(frozen=True)
class Page:
    """One page.

    ``heading`` is said first, with ``lead``: the sentences of the page that tell what it is for,
    and without them those that stand above all else; or ``problem``, when there is one.
    ``actions`` stand at its foot, the main one first.
    """

    heading: str
    blocks: tuple[Block, ...]
    actions: tuple[Action, ...]
    lead: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def said_first(self) -> tuple[str, ...]:
        """Return what is heard with the heading: a sentence there waits for no key."""
        return self.lead or tuple(_sentences(self.blocks))


def _sentences(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the sentences before anything else; a hint is heard with what it explains."""
    for one in takewhile(lambda block: isinstance(block, Text), blocks):
        if isinstance(one, Text) and one.role in _TELLS and not (one.stop or one.lang):
            yield one.words


_TELLS = frozenset(["body", "date", "done", "error"])
