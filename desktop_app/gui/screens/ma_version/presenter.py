"""Decides what each gesture on a letter does, and what is said of its paragraphs. No Qt here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.answers.conditions import TODAY
from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.definitions.model import Paragraph
from desktop_app.core.documents import syntax
from desktop_app.core.documents.template import joined_lines, text_of, tidy
from desktop_app.core.errors import Problem
from desktop_app.gui.editing import LetterEditing

if TYPE_CHECKING:
    from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """One paragraph, ready to be shown.

    Attributes:
        text: as in the letter, its blanks in words.
        source: as its author types it.
        blanks: what each sign of the source stands for.
        wrong: what is to correct; "" when nothing is.
        open: its words are being changed.
    """

    number: int
    text: str
    source: str
    sometimes: bool
    blanks: tuple[str, ...]
    wrong: str
    first: bool
    last: bool
    open: bool


class OwnLetterPresenter:
    """Changes the letter in hand; the screen shows ``rows`` after each gesture.

    ``open`` is the paragraph whose words are being changed; -1 when none are.
    """

    def __init__(self, tools: "Tools", editing: LetterEditing) -> None:
        self.tools, self.editing = tools, editing
        self.open = -1
        self._wrong: Mapping[int, str] = {}

    @property
    def letter(self) -> EditedLetter:
        return self.editing.letter

    # ------------------------------------------------------------------ gestures

    def take_text(self, typed: str) -> None:
        """Take the words typed in the open paragraph; it closes."""
        index, self.open = self.open, -1
        if index >= 0 and typed != letters.as_seen(self.letter.paragraphs[index].text):
            self._do(letters.set_text(self.letter, index, letters.as_typed(typed)))

    def set_title(self, title: str) -> None:
        self._do(letters.entitled(self.letter, title))

    def add(self, after: int) -> int:
        """Add a paragraph, open; return its place."""
        letter, self.open = letters.add(self.letter, after)
        self._do(letter)
        return self.open

    def move(self, index: int, by: int) -> int:
        letter, at = letters.move(self.letter, index, by)
        self._do(letter)
        return at

    def remove(self, index: int) -> int:
        """Take a paragraph out; return the place of the one that is now nearest."""
        self._do(letters.remove(self.letter, index))
        return min(index, len(self.letter.paragraphs) - 1)

    def undo(self) -> None:
        self._wrong, self.editing.history = {}, self.editing.history.undo()

    def redo(self) -> None:
        self._wrong, self.editing.history = {}, self.editing.history.redo()

    def _do(self, letter: EditedLetter) -> None:
        if letter != self.letter:
            self._wrong = {}
            self.editing.history = self.editing.history.do(letter)

    # ------------------------------------------------------------------ what is said

    def rows(self) -> list[ParagraphRow]:
        last = len(self.letter.paragraphs) - 1
        return [
            ParagraphRow(
                number=index + 1,
                text=self._readable(one),
                source=letters.as_seen(one.text),
                sometimes=bool(one.when.strip()),
                blanks=tuple(self._blanks(one)),
                wrong=self._wrong.get(index, ""),
                first=index == 0,
                last=index == last,
                open=index == self.open,
            )
            for index, one in enumerate(self.letter.paragraphs)
        ]

    def _readable(self, paragraph: Paragraph) -> str:
        if not paragraph.text.strip():
            return i18n.text("(paragraphe sans texte)")
        try:
            return tidy(self._in_words(text_of(paragraph.text).pieces))
        except syntax.Refused:
            return paragraph.text

    def _in_words(self, pieces: Iterable[syntax.Piece]) -> str:
        said = []
        for piece in pieces:
            match piece:
                case syntax.Words():
                    said.append(joined_lines(piece.text))
                case syntax.Shown():
                    names = syntax.names_in(piece)
                    said.append(" ".join(f"[{self._label(name)}]" for name in names))
                case syntax.Block():
                    ways = (*(words for _, words in piece.branches), piece.otherwise)
                    found = [words for way in ways if (words := self._in_words(way).strip(" ,\n"))]
                    told = i18n.text("(selon les réponses : {words})")
                    said.append(" " + told.format(words=" / ".join(found)) if found else "")
        return "".join(said)

    def _blanks(self, paragraph: Paragraph) -> Iterable[str]:
        try:
            pieces = text_of(paragraph.text).pieces
        except syntax.Refused:
            return
        shown = [piece for piece in _all_of(pieces) if isinstance(piece, syntax.Shown)]
        for name in dict.fromkeys(name for piece in shown for name in syntax.names_in(piece)):
            words = i18n.text("{sign} : la réponse à « {question} »")
            yield words.format(sign="{{ " + name + " }}", question=self._label(name))
        if any(isinstance(piece, syntax.Block) for piece in pieces):
            words = i18n.text("{sign} : les mots qui suivent dépendent des réponses. Gardez-le.")
            yield words.format(sign="{% … %}")

    def _label(self, name: str) -> str:
        if name == TODAY:
            return i18n.text("la date de la lettre")
        return i18n.pack_text(self.editing.labels.get(name, name))

    def told(self, problems: Iterable[Problem]) -> tuple[list[str], int | None]:
        """Return what to correct, in words, and the first paragraph that it is about."""
        wrong: dict[int, str] = {}
        said = []
        for problem in problems:
            words = i18n.sentence(problem.code, problem.parameters)
            if problem.suggestion:
                near = i18n.text("Vouliez-vous écrire « {near} » ?")
                words = f"{words} {near.format(near=problem.suggestion)}"
            index = letters.paragraph_of(self.letter, problem)
            where = problem.place
            if index is not None:
                where = i18n.text("Paragraphe {n}").format(n=index + 1)
                wrong[index] = " ".join(filter(None, (wrong.get(index), words)))
            said.append(i18n.labelled(where, words) if where else words)
        self._wrong = wrong
        return said, min(wrong, default=None)

    # ------------------------------------------------------------------ work, for the worker

    def keep(self) -> tuple[EditedLetter, str]:
        """Save the letter; return it and its id. Raises as ``workflow.own_letters.keep_letter``."""
        from desktop_app.workflow.own_letters import keep_letter

        letter, tools = self.letter, self.tools
        name, _folder = keep_letter(letter, tools.catalogue, tools.law, name=self.editing.name)
        return letter, name

    def kept(self, saved: tuple[EditedLetter, str]) -> None:
        """Note what was saved: what was changed meanwhile remains to be."""
        self.editing.kept, self.editing.name = saved


def _all_of(pieces: Iterable[syntax.Piece]) -> Iterable[syntax.Piece]:
    for piece in pieces:
        yield piece
        if isinstance(piece, syntax.Block):
            for _, way in piece.branches:
                yield from _all_of(way)
            yield from _all_of(piece.otherwise)
