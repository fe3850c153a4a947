"""What is pressed on a page: where it leads, or what it does."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from desktop_app.core.record import record
from desktop_app.pages.destinations import Destination

Weight = Literal["primary", "secondary", "plain"]
Drawing = Literal[
    "", "amende", "anneaux", "arrêt", "attente", "autre", "balance", "bougie", "boutique", "bulle",
    "bureau", "canne", "carte", "casque", "chariot", "clé", "coffre", "demande", "document",
    "documents", "facture", "famille", "fauteuil",
    "formulaire", "image", "impôt", "inconnu", "lettre", "livret", "loupe", "mairie", "maison",
    "mallette", "médiateur", "papier", "passé", "personnes", "photo", "pièce", "porte", "refus",
    "rendre", "reprendre", "sablier", "semaine", "soin", "stéthoscope", "titre", "toque",
    "urgent", "voiture", "éclair",
]  # fmt: skip
"""A picture that stands before words and says the same."""


class Gesture:
    """Something done from a page that leads to no other: printed, written, taken back."""

    __slots__ = ()


class Loss(Gesture):
    """What takes something away from the person, or asks whether to; Enter leads to none."""

    __slots__ = ()


@record(frozen=True)
class Back(Gesture):
    """Return to the page before."""


@record(frozen=True)
class Undo(Gesture):
    """Undo the gesture done last, whatever page it was done on."""


@record(frozen=True)
class Keep(Gesture):
    """Leave things as they are, where it was asked whether one is sure."""


@record(frozen=True)
class Take(Gesture):
    """Read the answers to the questions of an ``Ask``; what is wrong is said at each."""

    ask: str


@record(frozen=True)
class Answers(Gesture):
    """The answers, read and right: the values by question, without those left empty."""

    ask: str
    values: Mapping[str, Any]


@record(frozen=True)
class Chosen(Gesture):
    """The file or the folder that was chosen, or dropped, for what the page asked (``OpenFile``).

    ``replace``: to write there, one of that name may go.
    """

    ask: str
    path: str = field(repr=False)
    replace: bool = False


Does = Destination | Gesture


@record(frozen=True)
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


@record(frozen=True)
class Cells:
    """How a choice stands as a line of a table, where there is room; its words say the same.

    ``badge`` stands before all; ``day`` is ``late``, ``soon`` or neither, which it says too.
    """

    badge: str
    what: str
    day: str
    state: str
    tone: Literal["", "soon", "late"] = ""


@record(frozen=True)
class Choice:
    """A sentence that leads further, as wide as a line; ``name`` and ``about`` as an action's.

    Each line of ``about`` is heard alone. ``cells``: it is a line of a table.
    """

    words: str
    does: Does
    drawing: Drawing = ""
    about: str = ""
    name: str = ""
    cells: Cells | None = None


@record(frozen=True)
class Unfold:
    """A choice that shows an explanation under it, which is then read."""

    words: str
    told: str
    drawing: Drawing = ""


@record(frozen=True)
class Row:
    """Actions or choices side by side."""

    actions: tuple[Action | Choice, ...]
