"""A page as a value: what it says, in the order in which it is read, and what can be done there.

Made from facts by the modules beside this one; shown by thin renderers: ``gui/page_view.py`` for
the window, ``reading.py`` for the terminal and for whoever reads from top to bottom.
"""

from dataclasses import dataclass
from typing import Literal

from desktop_app.pages.destinations import Destination

Role = Literal["body", "hint", "subheading", "date", "done"]
Weight = Literal["primary", "secondary", "plain"]
Drawing = Literal[
    "", "bureau", "coffre", "demande", "documents", "famille", "formulaire", "inconnu", "lettre",
    "personnes", "reprendre", "semaine", "urgent",
]  # fmt: skip
"""A picture that stands before words and says the same."""


class Gesture:
    """Something done from a page that leads to no other: printed, written, taken back."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Back(Gesture):
    """Return to the page before."""


Does = Destination | Gesture


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence, or a few.

    ``lang``: its language, "" for that of the page; ``stop``: Tab always stops here, as on a page
    of which one reads each part at leisure.
    """

    words: str
    role: Role = "body"
    lang: str = ""
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of something, with its name."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, one after the other; numbered."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Things without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Something to press.

    ``name``: how it is called aloud where its words do not stand alone; ``about``: what is heard
    after them.
    """

    words: str
    does: Does
    weight: Weight = "secondary"
    name: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that leads further, as wide as a line; ``about`` is heard after it."""

    words: str
    does: Does
    drawing: Drawing = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Unfold:
    """A choice that shows an explanation under it, which is then read."""

    words: str
    told: str
    drawing: Drawing = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Actions side by side."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """A place that a screen fills itself: a form, a preview. ``name`` is told to the screen."""

    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """What belongs together, in a frame, under its title."""

    title: str
    blocks: tuple["Block", ...]


Block = Text | Fact | Steps | Listed | Action | Choice | Unfold | Row | Own | Card


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``heading`` is said first, with ``lead``: the sentences of the page that tell what it is for.
    ``actions`` stand at its foot, the main one first.
    """

    heading: str
    blocks: tuple[Block, ...]
    actions: tuple[Action, ...]
    lead: tuple[str, ...] = ()
