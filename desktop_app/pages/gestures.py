"""What may be done from a page, beside going elsewhere."""

from typing import TYPE_CHECKING

from desktop_app.core.record import record
from desktop_app.pages.page import Gesture, Loss

if TYPE_CHECKING:  # the first page counts nothing
    from desktop_app.core.deadlines.tables import Event as Start


@record(frozen=True)
class Write(Gesture):
    """Begin a letter or a form; ``warned``: what must be done first has just been said.

    ``dossier``: the one in which it follows. ``sender``: the family of who wrote, if one said it.
    """

    pack: str
    warned: bool = False
    dossier: str = ""
    sender: str = ""


@record(frozen=True)
class TakeUp(Gesture):
    """Take up a draft of the safe, where it was left; ``checked``: at its answers."""

    draft: str
    checked: bool = False


@record(frozen=True)
class TurnNames(Gesture):
    """Show the names that an office hides, or hide them again."""


@record(frozen=True)
class Count(Gesture):
    """Count a delay from what happened."""

    event: "Start"


@record(frozen=True)
class Believe(Gesture):
    """Take today's date as right from now on."""


@record(frozen=True)
class TakeAllOut(Gesture):
    """Write all of the safe that can be read, in clear."""


@record(frozen=True)
class PrintSheet(Gesture):
    """Print the page as a sheet to take along."""


@record(frozen=True)
class GoPrint(Gesture):
    """Print the paper that was made."""


@record(frozen=True)
class SavePdf(Gesture):
    """Save the paper that was made as a PDF."""


@record(frozen=True)
class SaveSheet(Gesture):
    """Save the same sheet as a PDF."""


@record(frozen=True)
class SaveCalendar(Gesture):
    """Write the dates of the page for a calendar of the person's."""


@record(frozen=True)
class EraseSession(Loss):
    """End the session: everything of this person is forgotten."""


@record(frozen=True)
class CloseAnyway(Loss):
    """Close, though something is kept nowhere."""


@record(frozen=True)
class Begin(Gesture):
    """Begin again from the first page, without a way back."""


@record(frozen=True)
class Speak(Gesture):
    """Take a language, by its code."""

    language: str


@record(frozen=True)
class PressBar(Gesture):
    """Do what the bar does at this place, counted from 0."""

    place: int
