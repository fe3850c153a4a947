"""A page as a value: what it says, in the order in which it is read, and what can be done there.

Made from facts by the modules beside this one; shown by thin renderers: ``gui/page_view.py`` for
the window, ``reading.py`` for the terminal and for whoever reads from top to bottom.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.pages.destinations import Destination
from desktop_app.pages.record import record

if TYPE_CHECKING:  # a page that asks nothing takes nothing of the questions
    from desktop_app.core.answers.draft import Typed
    from desktop_app.core.answers.group import Asked
    from desktop_app.core.documents.model import NumberPlace
    from desktop_app.workflow import ports

Role = Literal["body", "hint", "subheading", "label", "date", "done", "error"]
Weight = Literal["primary", "secondary", "plain"]
Drawing = Literal[
    "", "bureau", "coffre", "demande", "documents", "famille", "formulaire", "inconnu", "lettre",
    "personnes", "reprendre", "semaine", "urgent",
]  # fmt: skip
"""A picture that stands before words and says the same."""
BoxDone = Literal["write", "signs", "tick", "leave", "tick by pen", "write by pen"]
"""``signs``: written one sign in each cell."""


class Gesture:
    """Something done from a page that leads to no other: printed, written, taken back."""

    __slots__ = ()


@record(frozen=True, slots=True)
class Back(Gesture):
    """Return to the page before."""


@record(frozen=True, slots=True)
class Undo(Gesture):
    """Undo the gesture done last, whatever page it was done on."""


@record(frozen=True, slots=True)
class Take(Gesture):
    """Read the answers to the questions of an ``Ask``; what is wrong is said at each."""

    ask: str


@record(frozen=True, slots=True)
class Answers(Gesture):
    """The answers, read and right: the values by question, without those left empty."""

    ask: str
    values: Mapping[str, Any]


Does = Destination | Gesture


@record(frozen=True, slots=True)
class Text:
    """A sentence, or a few.

    ``lang``: its language, "" for that of the page; ``stop``: Tab always stops here, as on a page
    of which one reads each part at leisure.
    """

    words: str
    role: Role = "body"
    lang: str = ""
    stop: bool = False


@record(frozen=True, slots=True)
class Fact:
    """What is known of something, with its name; "" when nothing is known.

    ``change``: what stands beside it to change it; ``wrong``: why it cannot stay so.
    """

    label: str
    value: str
    change: "Action | None" = None
    wrong: str = ""


@record(frozen=True, slots=True)
class Steps:
    """What to do, one after the other; numbered.

    The first line of one says what, the others more; behind a dash stands a thing to take.
    """

    items: tuple[str, ...]


@record(frozen=True, slots=True)
class Listed:
    """Things without an order."""

    items: tuple[str, ...]


@record(frozen=True, slots=True)
class Picture:
    """A small picture, with what it is in words."""

    words: str
    pixels: "ports.Picture" = field(repr=False)


@record(frozen=True, slots=True)
class Edition:
    """What is said of a form's edition; ``numbered``, beside a sheet drawn with its number marked.

    ``number_at`` is where the paper bears it; None where it is not known.
    """

    said: tuple[Text, ...]
    numbered: bool
    number_at: "NumberPlace | None" = None


@record(frozen=True, slots=True)
class Action:
    """Something to press.

    ``name``: how it is called aloud where its words do not stand alone; ``about``: what is heard
    after them; ``ready``: False while something else is to be done before.
    """

    words: str
    does: Does
    weight: Weight = "secondary"
    name: str = ""
    about: str = ""
    ready: bool = True


@record(frozen=True, slots=True)
class Choice:
    """A sentence that leads further, as wide as a line; ``name`` and ``about`` as an action's.

    Each line of ``about`` is heard alone.
    """

    words: str
    does: Does
    drawing: Drawing = ""
    about: str = ""
    name: str = ""


@record(frozen=True, slots=True)
class Unfold:
    """A choice that shows an explanation under it, which is then read."""

    words: str
    told: str
    drawing: Drawing = ""


@record(frozen=True, slots=True)
class Row:
    """Actions or choices side by side."""

    actions: tuple[Action | Choice, ...]


@record(frozen=True, slots=True)
class Own:
    """A place that a renderer fills itself: a form, a preview, a drawing. ``name`` tells which.

    ``said``: the lines that are read there, where it is made of words.
    """

    name: str
    said: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Ask:
    """Questions asked together, with the kinds and the words of the interview.

    ``Take`` with this ``id``, anywhere on the page, reads them; ``Answers`` then does the gesture.
    ``typed``: what is there already, by question; ``at_once``: each choice is taken as it is made.
    """

    id: str
    asked: "tuple[Asked, ...]"
    typed: "Mapping[str, Typed]" = field(default_factory=dict)
    at_once: bool = False


@record(frozen=True, slots=True)
class Secret:
    """A phrase to type, hidden until one shows it; Enter does ``then``.

    It is no question: what is typed stays in its field, and no value can hold it, so that it comes
    into no draft, no log and no dump.
    """

    name: str
    label: str
    then: Gesture | None = None


@record(frozen=True, slots=True)
class Live:
    """A place that a gesture fills anew, while all around it stays; at first these blocks."""

    name: str
    blocks: tuple["Block", ...] = ()


@record(frozen=True, slots=True)
class Status:
    """The line where it is told, from then on, what becomes of a gesture; at first these words.

    ``lasting``: also how far it is, and a way to stop it.
    """

    words: str = ""
    role: Role = "body"
    lasting: bool = False


@record(frozen=True, slots=True)
class Told:
    """What a gesture has just done, and what undoes it."""

    words: str
    way: Action | None = None


@record(frozen=True, slots=True)
class Card:
    """What belongs together, in a frame, under its title; "" where words before it say it."""

    title: str
    blocks: tuple["Block", ...]


@record(frozen=True, slots=True)
class Long:
    """A list of which only the first ``at_once`` are shown: the others come at a gesture.

    Headings are not counted, and go with what follows them.
    """

    blocks: tuple["Block", ...]
    at_once: int

    def cut(self) -> "tuple[Long, Long]":
        """Return what is shown first, and what waits."""
        count = 0
        for place, block in enumerate(self.blocks):
            if count == self.at_once:
                return self._part(self.blocks[:place]), self._part(self.blocks[place:])
            count += not _is_heading(block)
        return self, self._part(())

    def count(self) -> int:
        """Return how many things there are, headings apart."""
        return sum(not _is_heading(block) for block in self.blocks)

    def _part(self, blocks: "tuple[Block, ...]") -> "Long":
        return Long(blocks, self.at_once)


@record(frozen=True, slots=True)
class Found:
    """What a search found: how much, in words, the first of it, and how much is not read yet."""

    words: str
    shown: Long
    left: int = 0


@record(frozen=True, slots=True)
class Search:
    """A box in which one types words, and under it what is ``found``: at first what is there.

    ``name`` is told to the screen, which looks for what is typed, and reads what is left.
    """

    name: str
    label: str
    found: Found


@record(frozen=True, slots=True)
class Folded:
    """What is said at a gesture only; ``more`` shows it, ``less`` hides it, ``shown`` at first."""

    more: str
    less: str
    sentences: tuple[str, ...]
    shown: bool = False


@record(frozen=True, slots=True)
class Moment:
    """What happened on a day, or is ``to_come``; then what is known of it and can be done."""

    words: str
    to_come: bool
    blocks: tuple["Block", ...] = ()


@record(frozen=True, slots=True)
class Timeline:
    """Moments, one after the other."""

    moments: tuple[Moment, ...]


@record(frozen=True, slots=True)
class Rung:
    """A step of a way: where one stands towards it, its title, what is known of it.

    ``here``: one is there; ``reached``: or was.
    """

    state: str
    title: str
    blocks: tuple["Block", ...]
    here: bool = False
    reached: bool = False


@record(frozen=True, slots=True)
class Ladder:
    """The steps of a way, from the first; numbered."""

    rungs: tuple[Rung, ...]


@record(frozen=True, slots=True)
class Beside:
    """What stands side by side where there is room, else one after the other.

    ``lang``: the language of the second, "" for that of the page: a page may be in two of them.
    """

    first: tuple["Block", ...]
    second: tuple["Block", ...]
    lang: str = ""


@record(frozen=True, slots=True)
class Table:
    """Rows under a head; "" in a cell is left to write by hand."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@record(frozen=True, slots=True)
class Box:
    """A box of a paper form: what is printed beside it, and the ``value`` to copy into it.

    ``done``: what is done there by hand; ``say``: the same in words, where there is no value.
    """

    done: BoxDone
    label: str
    value: str = ""
    say: str = ""


Block = (
    Text
    | Fact
    | Steps
    | Listed
    | Picture
    | Edition
    | Action
    | Choice
    | Unfold
    | Row
    | Own
    | Ask
    | Secret
    | Live
    | Status
    | Told
    | Card
    | Long
    | Search
    | Folded
    | Timeline
    | Ladder
    | Beside
    | Table
    | Box
)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Text) and block.role == "subheading"


@record(frozen=True, slots=True)
class Problem:
    """What must be known before all else: an error, or what is asked; and what can be done."""

    words: str
    ways: tuple[Block, ...] = ()


@record(frozen=True, slots=True)
class Page:
    """One page.

    ``heading`` is said first, with ``lead``: the sentences of the page that tell what it is for;
    or ``problem``, when there is one. ``actions`` stand at its foot, the main one first.
    """

    heading: str
    blocks: tuple[Block, ...]
    actions: tuple[Action, ...]
    lead: tuple[str, ...] = ()
    problem: Problem | None = None
