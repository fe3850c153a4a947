"""The letter in the making, its paragraph in hand, and all that was done; see ``editing.py``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.kept import KeptModel
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.authoring.tokens import SignWords, UnknownWords
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import Problem
from desktop_app.core.language.syntax import Refused
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.workflow.packs import own_letters
from desktop_app.workflow.packs.pack_drafts import Held, LetterValue
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.tools import Tools

Fault = UnknownWords | Refused | Problem
"""Why a paragraph cannot stand: what was typed in it, or what the check says."""


@dataclass(slots=True)
class LetterEditing:
    """One letter in the making.

    Attributes:
        origin: id of the letter that it was begun from: the one copied, or itself.
        questions: what its texts may name: those of the letter, and the words of its groups.
        history: the letter and what can be taken back.
        kept: the letter as it was begun, then as it was saved last; None when it is taken up.
        name: its id, once it was saved.
        held: what the safe has of it.
        typing: a paragraph's place, the words typed in it that cannot stand in the letter yet, and
            the words of its signs as they were shown.
    """

    is_letter: ClassVar = True

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
    def head_lines(self) -> tuple[str, ...]:
        """The lines of the head of its paper."""
        return self.letter.definition.letterhead.lines

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self.letter != self.kept or self.typing is not None

    @property
    def value(self) -> LetterValue:
        return self.letter, self.typing[:2] if self.typing is not None else None

    @property
    def touched(self) -> bool:
        """Whether something was done to it since it was taken in hand."""
        return bool(self.history.past) or self.typing is not None

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

    def keep(self, tools: Tools) -> tuple[EditedLetter, str]:
        """Save the letter; return it and its id. Raises as ``own_letters.keep_letter``."""
        letter = self.letter
        name, _ = own_letters.keep_letter(letter, tools.catalogue, tools.law, name=self.name)
        return letter, name

    def saved(self, saved: tuple[EditedLetter, str]) -> None:
        """Note what was saved: what was changed meanwhile remains to be."""
        self.kept, self.name = saved


def begin(catalogue: Catalogue, pack: str, called: str) -> LetterEditing:
    """Return a letter to be changed: one of the person's own, or a copy of another.

    ``called``: how a copy is called, after the ``{title}`` of the other. Raises as
    ``own_letters.copy_letter``.
    """
    definition, own = catalogue.letter(pack), catalogue.is_own(pack)
    title = called.format(title=definition.title)
    letter = (
        own_letters.reopen_letter(catalogue, pack)
        if own
        else own_letters.copy_letter(catalogue, pack, title)
    )
    return LetterEditing(pack, named_in(definition), History(letter), letter, pack if own else "")


def named_in(definition: LetterDefinition) -> dict[str, Question]:
    """Return what the texts of a letter may name: its questions, and the words of its groups."""
    phrases = (Question(id=one.id, kind="text", label=one.title) for one in definition.phrase)
    return {one.id: one for one in (*questions_of(definition), *phrases)}


class OpenLetter:
    """Changes the letter in hand, paragraph by paragraph.

    Attributes:
        open: the paragraph whose words are being changed; -1 when none are.
        faults: why a paragraph cannot stand, by its place.
    """

    def __init__(self, editing: LetterEditing) -> None:
        self.editing = editing
        self.open = -1
        self.faults: Mapping[int, Sequence[Fault]] = {}
        if editing.typing is not None:  # left with words that could not be taken
            self.open, typed, signs = editing.typing
            self.take_text(typed, signs)

    @property
    def letter(self) -> EditedLetter:
        return self.editing.letter

    def take_text(self, typed: str, signs: SignWords) -> bool:
        """Take the words typed in the open paragraph, which closes; tell whether they could stand.

        Those that cannot are kept aside, as typed: the paragraph stays open on them.

        Args:
            signs: the words of its signs as they were shown, perhaps in another language.
        """
        index = self.open
        if typed != letters.in_words(self.letter.paragraphs[index], signs):
            try:
                text = letters.text_typed(typed, signs)
            except (UnknownWords, Refused) as refusal:
                self.editing.typing = (index, typed, signs)
                self.faults = {index: (refusal,)}
                return False
            self._do(letters.set_text(self.letter, index, text))
        self.close()
        return True

    def see_text(self, typed: str, signs: SignWords) -> None:
        """Note the words being typed in the open paragraph, which are typed on."""
        same = typed == letters.in_words(self.letter.paragraphs[self.open], signs)
        self.editing.typing = None if same else (self.open, typed, signs)

    def close(self) -> None:
        """Close the open paragraph; what was typed in it and not taken is given up."""
        if self.editing.typing is not None:
            self.editing.typing, self.faults = None, {}
        self.open = -1

    def set_title(self, title: str) -> None:
        """Call the letter so."""
        self._do(letters.entitled(self.letter, title), "title")

    def set_head(
        self, lines: Sequence[str], logo: PrintedPicture | None, *, typed: bool = False
    ) -> None:
        """Change the head; what is ``typed``, saved many times, is one step to undo."""
        self._do(letters.with_head(self.letter, lines, logo), "head" if typed else "")

    def add(self, after: int) -> int:
        """Add a paragraph, open; return its place."""
        letter, self.open = letters.add(self.letter, after)
        self._do(letter)
        return self.open

    def move(self, index: int, by: int) -> int:
        """Move a paragraph so many places down; return its place."""
        letter, at = letters.move(self.letter, index, by)
        self._do(letter)
        return at

    def remove(self, index: int) -> int:
        """Take a paragraph out; return the place of the one that is now nearest."""
        self._do(letters.remove(self.letter, index))
        return min(index, len(self.letter.paragraphs) - 1)

    def undo(self) -> None:
        """Take back what was done last."""
        self.faults, self.editing.history = {}, self.editing.history.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.faults, self.editing.history = {}, self.editing.history.redo()

    def note(self, problems: Iterable[Problem]) -> None:
        """Note what the check says of the paragraphs; the first of them opens."""
        found: dict[int, list[Fault]] = {}
        for problem in problems:
            if (index := letters.paragraph_of(self.letter, problem)) is not None:
                found.setdefault(index, []).append(problem)
        self.faults = found
        self.open = min(found, default=self.open)

    def _do(self, letter: EditedLetter, gesture: str = "") -> None:
        if letter != self.letter:
            self.faults = {}
            self.editing.history = self.editing.history.do(letter, gesture)
