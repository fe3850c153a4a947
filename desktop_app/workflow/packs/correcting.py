"""The boxes of a form made for one PDF, corrected while it is filled.

They are those of the draft, which holds the form: what is corrected is saved with the answers. The
gestures and what takes them back are the editor's (``packs/editing_form.py``). Kept with the
interview in hand, so that they can still be taken back once one has been elsewhere.
"""

import dataclasses
from collections.abc import Sequence

from desktop_app.core.authoring import correcting
from desktop_app.core.authoring.asking import Shape, shape_of
from desktop_app.core.authoring.beside import Spot, beside, middle
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History
from desktop_app.core.generic.model import kept_generic, write_generic
from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Box, rect_of
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.packs.editing_form import Editing
from desktop_app.workflow.ports import FormWriter


class Corrections:
    """What is done to the boxes of one interview.

    Attributes:
        editing: the form, its box in hand, and what was done to it.
        first: the form before any of it.
    """

    def __init__(self, hand: InHand) -> None:
        draft = hand.interview.draft
        self._hand, self._base, self._text = hand, kept_generic(draft.form), draft.form
        self.first = correcting.opened(self._base, ())
        self.editing = Editing(b"", History(self.first))
        self._taken = self.first

    @property
    def form(self) -> EditedForm:
        """The form as it is now."""
        return self.editing.form

    @property
    def page_sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page, in points."""
        return self.form.page_sizes

    def are_of(self, hand: InHand) -> bool:
        """Tell whether an interview still has these boxes: something may be undone elsewhere."""
        return self._hand is hand and hand.interview.draft.form == self._text

    def take(self) -> bool:
        """Have the draft hold the boxes as they are now; tell whether it does only since now."""
        if self.form == self._taken:
            return False
        self._taken = self.form
        self._text = write_generic(correcting.corrected(self._base, self.form))
        self._hand.hold(dataclasses.replace(self._hand.interview.draft, form=self._text))
        return True

    def add(self, page: int, label: str, box: Box | None, shape: Shape) -> None:
        """Put one more box on a page, in hand; in its middle where no place is known."""
        draft, history = self._hand.interview.draft, self.editing.history
        answered = frozenset({*draft.answers, *draft.unknown})
        known = correcting.knowing(self.form, answered)
        self.editing.history = dataclasses.replace(history, present=known)
        where = box or middle(self.page_sizes[page - 1], shape)
        self.editing.put(page, label, where, shape)


def corrections(hand: InHand, before: Corrections | None) -> Corrections:
    """Return what is done to the boxes of this interview; ``before``: what was done to them."""
    return before if before is not None and before.are_of(hand) else Corrections(hand)


@dataclasses.dataclass(frozen=True, slots=True)
class ReadPage:
    """A page of the PDF that is filled, to be read in the worker.

    Attributes:
        number: from 1.
        size: in points.
        there: its boxes.
    """

    forms: FormWriter
    blank: bytes
    password: str
    number: int
    size: tuple[float, float]
    there: tuple[Place, ...]

    def beside(self, said: str, shape: Shape) -> Spot | None:
        """Return where a box stands beside these words; None when the page does not say them.

        Raises:
            PdfRefused: the PDF cannot be read again.
        """
        words, _ = self.forms.printed(self.blank, self.number, (), self.password)
        return beside(words, said, shape, self.size, self.there)

    def name(self, box: Box, shape: Shape) -> str:
        """Return what the paper calls a box that is put there; "" when nothing does."""
        known = [(shape_of(one), rect_of(one.box)) for one in self.there]
        asked = [*known, (shape, rect_of(box))]
        _, labels = self.forms.printed(self.blank, self.number, asked, self.password)
        return labels[-1]
