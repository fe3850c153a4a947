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
from desktop_app.core.authoring.letter import EditedLetter, as_seen
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.sentences.sign_words import SignWords, sign_words

LetterValue = tuple[EditedLetter, tuple[int, str] | None]
"""A letter, and the words that are being typed in one of its paragraphs."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a safe holds of it: the ids of the safe and of the draft, and the value it has."""

    safe: str = ""
    draft: str = ""
    value: "EditedForm | LetterValue | None" = None


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

    place: ClassVar[to.Destination] = to.FormEditor()

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
        questions: those of the letter, by name.
        history: the letter and what can be taken back.
        kept: the letter as it was begun, then as it was saved last; None when it is taken up.
        name: its id, once it was saved.
        held: what the safe has of it.
        typing: a paragraph's place, the words typed in it that cannot stand in the letter yet, and
            the words of its signs as they were shown.
    """

    place: ClassVar[to.Destination] = to.LetterEditor()

    origin: str
    questions: Mapping[str, Question]
    history: History[EditedLetter]
    kept: EditedLetter | None
    name: str = ""
    held: Held = field(default_factory=Held)
    typing: tuple[int, str, SignWords] | None = None

    @property
    def letter(self) -> EditedLetter:
        return self.history.present

    @property
    def title(self) -> str:
        return self.letter.definition.title

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.letter != self.kept or self.typing is not None

    @property
    def value(self) -> LetterValue:
        return self.letter, self.typing[:2] if self.typing is not None else None

    def model(self) -> KeptModel:
        """Return what the safe keeps."""
        letter, typing = self.value
        return KeptModel(
            letter=letter,
            name=self.name,
            origin=self.origin,
            questions=self.questions,
            typing=typing,
        )


def resumed(model: KeptModel, blank: bytes, safe: str, draft: str) -> Editing | LetterEditing:
    """Return a model as the safe kept it; it is not saved yet."""
    if model.form is not None:
        held = Held(safe, draft, model.form)
        history = History(model.form)
        return Editing(blank, history, model.selected, name=model.name, held=held)
    assert model.letter is not None
    held, letter = Held(safe, draft, (model.letter, model.typing)), History(model.letter)
    made = LetterEditing(model.origin, model.questions, letter, None, model.name, held)
    if model.typing is not None and model.typing[0] < len(model.letter.paragraphs):
        index, words = model.typing
        signs = sign_words(as_seen(model.letter.paragraphs[index].text), model.questions)
        made.typing = (index, words, signs)
    return made
