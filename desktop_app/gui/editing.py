"""The form or the letter that is being made, and all that was done to it. No Qt here.

It stays in memory whatever screen is opened meanwhile. An open safe keeps it too, see
``keeping.py``; without one nothing of it is written before it is saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.kept import KeptModel
from desktop_app.core.authoring.letter import EditedLetter


@dataclass(frozen=True, slots=True)
class Held:
    """What a safe holds of it: the ids of the safe and of the draft, and the value it has."""

    safe: str = ""
    draft: str = ""
    value: EditedForm | EditedLetter | None = None


@dataclass(slots=True)
class Editing:
    """One form in the making.

    Attributes:
        blank: the PDF that it is made of.
        history: the form and what can be taken back.
        selected: the box in hand; -1 when the form has none.
        kept: the form as it was saved last; None before.
        name: its id, once it was saved.
        held: what the safe has of it.
    """

    screen: ClassVar[str] = "editeur"

    blank: bytes
    history: History[EditedForm]
    selected: int = 0
    kept: EditedForm | None = None
    name: str = ""
    held: Held = field(default_factory=Held)

    @property
    def form(self) -> EditedForm:
        return self.history.present

    @property
    def title(self) -> str:
        return self.form.header.title

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.form != self.kept

    @property
    def value(self) -> EditedForm:
        return self.form

    def model(self) -> KeptModel:
        """Return what the safe keeps."""
        return KeptModel(form=self.form, name=self.name, selected=self.selected)


@dataclass(slots=True)
class LetterEditing:
    """One letter in the making.

    Attributes:
        origin: id of the letter that it was begun from: the one copied, or itself.
        labels: name of a blank -> the question that fills it.
        history: the letter and what can be taken back.
        kept: the letter as it was begun, then as it was saved last; None when it is taken up.
        name: its id, once it was saved.
        held: what the safe has of it.
    """

    screen: ClassVar[str] = "ma-version"

    origin: str
    labels: Mapping[str, str]
    history: History[EditedLetter]
    kept: EditedLetter | None
    name: str = ""
    held: Held = field(default_factory=Held)

    @property
    def letter(self) -> EditedLetter:
        return self.history.present

    @property
    def title(self) -> str:
        return self.letter.definition.title

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.letter != self.kept

    @property
    def value(self) -> EditedLetter:
        return self.letter

    def model(self) -> KeptModel:
        """Return what the safe keeps."""
        return KeptModel(letter=self.letter, name=self.name, origin=self.origin, labels=self.labels)


def resumed(model: KeptModel, blank: bytes, safe: str, draft: str) -> Editing | LetterEditing:
    """Return a model as the safe kept it; it is not saved yet."""
    if model.form is not None:
        held = Held(safe, draft, model.form)
        history = History(model.form)
        return Editing(blank, history, model.selected, name=model.name, held=held)
    assert model.letter is not None
    held, letter = Held(safe, draft, model.letter), History(model.letter)
    return LetterEditing(model.origin, model.labels, letter, None, model.name, held)
