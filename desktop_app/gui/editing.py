"""The form that is being made: its PDF, its boxes and all that was done to them. No Qt here.

It stays in memory until it is saved, whatever screen is opened meanwhile; nothing of it is written.
"""

from dataclasses import dataclass

from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History


@dataclass(slots=True)
class Editing:
    """One form in the making.

    Attributes:
        blank: the PDF that it is made of.
        history: the form and what can be taken back.
        selected: the box in hand; -1 when the form has none.
        kept: the form as it was saved last; None before.
        name: its id, once it was saved.
    """

    blank: bytes
    history: History[EditedForm]
    selected: int = 0
    kept: EditedForm | None = None
    name: str = ""

    @property
    def form(self) -> EditedForm:
        return self.history.present

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.form != self.kept
