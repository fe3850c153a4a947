"""The form or the letter that is being made, and all that was done to it. No Qt here.

It stays in memory until it is saved, whatever screen is opened meanwhile; nothing of it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.definitions.model import Question
from desktop_app.sentences.sign_words import SignWords


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

    screen: ClassVar[str] = "editeur"

    blank: bytes
    history: History[EditedForm]
    selected: int = 0
    kept: EditedForm | None = None
    name: str = ""

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


@dataclass(slots=True)
class LetterEditing:
    """One letter in the making.

    Attributes:
        origin: id of the letter that it was begun from: the one copied, or itself.
        questions: those of the letter, by name.
        history: the letter and what can be taken back.
        kept: the letter as it was begun, then as it was saved last.
        name: its id, once it was saved.
        typing: a paragraph's place, the words typed in it that cannot stand in the letter yet, and
            the words of its signs as they were shown.
    """

    screen: ClassVar[str] = "ma-version"

    origin: str
    questions: Mapping[str, Question]
    history: History[EditedLetter]
    kept: EditedLetter
    name: str = ""
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
