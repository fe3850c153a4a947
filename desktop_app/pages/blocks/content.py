"""What a page tells in words, facts, lists and tables."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from desktop_app.core.record import record
from desktop_app.pages.blocks.actions import Action

if TYPE_CHECKING:  # a page without a form takes nothing of them
    from desktop_app.core.documents.model import NumberPlace
    from desktop_app.workflow import ports

Role = Literal["body", "hint", "subheading", "label", "date", "done", "error"]
BoxDone = Literal["write", "signs", "tick", "leave", "tick by pen", "write by pen"]
"""``signs``: written one sign in each cell."""


@record(frozen=True)
class Text:
    """A sentence, or a few.

    ``lang``: its language, "" for that of the page; ``stop``: Tab always stops here, as on a page
    of which one reads each part at leisure.
    """

    words: str
    role: Role = "body"
    lang: str = ""
    stop: bool = False


@record(frozen=True)
class Fact:
    """What is known of something, with its name; "" when nothing is known.

    ``change``: what stands beside it to change it; ``wrong``: why it cannot stay so; ``signs``: on
    paper a hand signs there, and has the room for it.
    """

    label: str
    value: str
    change: "Action | None" = None
    wrong: str = ""
    signs: bool = False


@record(frozen=True)
class Steps:
    """What to do, one after the other; numbered.

    The first line of one says what, the others more; behind a dash stands a thing to take.
    """

    items: tuple[str, ...]


@record(frozen=True)
class Listed:
    """Things without an order."""

    items: tuple[str, ...]


@record(frozen=True)
class Picture:
    """A small picture, with what it is in words."""

    words: str
    pixels: "ports.Picture" = field(repr=False)


@record(frozen=True)
class Edition:
    """What is said of a form's edition; ``numbered``, beside a sheet drawn with its number marked.

    ``number_at`` is where the paper bears it; None where it is not known.
    """

    said: tuple[Text, ...]
    numbered: bool
    number_at: "NumberPlace | None" = None


@record(frozen=True)
class Status:
    """The line where it is told, from then on, what becomes of a gesture; at first these words.

    ``lasting``: also how far it is, and a way to stop it.
    """

    words: str = ""
    role: Role = "body"
    lasting: bool = False


@record(frozen=True)
class Told:
    """What a gesture has just done, and what undoes it."""

    words: str
    way: Action | None = None


@record(frozen=True)
class Table:
    """Rows under a head; "" in a cell is left to write by hand.

    ``bars``: of counts, how long the bar of each row is drawn, in thousandths; the rows say it all.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[int, ...] = ()


@record(frozen=True)
class Box:
    """A box of a paper form: what is printed beside it, and the ``value`` to copy into it.

    ``done``: what is done there by hand; ``say``: the same in words, where there is no value.
    """

    done: BoxDone
    label: str
    value: str = ""
    say: str = ""
