"""Decides what each gesture on a letter does, and what is said of its paragraphs. No Qt here."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.checks import letterhead
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import Problem
from desktop_app.core.language.template import condition_of
from desktop_app.files import read_file
from desktop_app.gui.editing import LetterEditing
from desktop_app.gui.screens.ma_version.paragraphs import (
    CannotStand,
    ParagraphRow,
    readable,
    signs_in,
    source_of,
    text_typed,
)
from desktop_app.sentences.condition_words import condition_words
from desktop_app.sentences.sign_words import SignWords

if TYPE_CHECKING:
    from desktop_app.workflow.packs.own_letters import Head
    from desktop_app.workflow.ports import Picture
    from desktop_app.workflow.tools import Tools

SIDE = 240
"""Pixels of a logo on the screen, at most."""


class OwnLetterPresenter:
    """Changes the letter in hand; the screen shows ``rows`` after each gesture.

    ``open`` is the paragraph whose words are being changed; -1 when none are.
    """

    def __init__(self, tools: "Tools", editing: LetterEditing) -> None:
        self.tools, self.editing = tools, editing
        self.open = -1
        self._wrong: Mapping[int, str] = {}
        self._mark = (0, 0)
        if editing.typing is not None:  # left with words that could not be taken
            self.open, typed, signs = editing.typing
            self.take_text(typed, signs)

    @property
    def letter(self) -> EditedLetter:
        return self.editing.letter

    # ------------------------------------------------------------------ gestures

    def take_text(self, typed: str, signs: SignWords) -> bool:
        """Take the words typed in the open paragraph, which closes; tell whether they could stand.

        Those that cannot are kept aside, as typed: the paragraph stays open on them.

        Args:
            signs: the words of its signs as they were shown, perhaps in another language.
        """
        index = self.open
        paragraph = self.letter.paragraphs[index]
        if typed != source_of(paragraph, signs):
            try:
                text = text_typed(typed, signs)
            except CannotStand as refusal:
                self.editing.typing = (index, typed, signs)
                self._wrong, self._mark = {index: refusal.why}, refusal.mark
                return False
            self._do(letters.set_text(self.letter, index, text))
        self.close()
        return True

    def see_text(self, typed: str, signs: SignWords) -> None:
        """Note the words being typed in the open paragraph, which are typed on."""
        paragraph = self.letter.paragraphs[self.open]
        same = typed == source_of(paragraph, signs)
        self.editing.typing = None if same else (self.open, typed, signs)

    def close(self) -> None:
        """Close the open paragraph; what was typed in it and not taken is given up."""
        if self.editing.typing is not None:
            self.editing.typing, self._wrong = None, {}
        self.open = -1

    def set_title(self, title: str) -> None:
        self._do(letters.entitled(self.letter, title), "title")

    # ------------------------------------------------------------------ the head of the paper

    @property
    def head_lines(self) -> tuple[str, ...]:
        return self.letter.definition.letterhead.lines

    def set_head(
        self, lines: Sequence[str], logo: PrintedPicture | None, *, typed: bool = False
    ) -> None:
        """Change the head; what is ``typed``, saved many times, is one step to undo."""
        self._do(letters.with_head(self.letter, lines, logo), "head" if typed else "")

    def head_faults(self) -> list[str]:
        """Return what the head of the page cannot hold, in words."""
        found = []
        for place, code, limit in letterhead.faults(self.head_lines):
            words = i18n.sentence(code, {"limit": limit})
            where = i18n.text("Ligne {n}").format(n=place[0] + 1) if place else ""
            found.append(i18n.labelled(where, words) if where else words)
        return found

    def read_logo(self, path: str) -> "tuple[PrintedPicture, Picture]":
        """Return a logo of the person's files, drawn anew, and its pixels. For the worker."""
        drawn = self.tools.clean_picture(read_file(path))
        return drawn, self.draw(drawn)

    def draw(self, logo: PrintedPicture) -> "Picture":
        """Return the pixels of a logo. For the worker."""
        return self.tools.show_picture(logo.data, SIDE)

    def other_heads(self) -> "tuple[Head, ...]":
        """Return the heads of her other letters. For the worker."""
        from desktop_app.workflow.packs.own_letters import heads

        return heads(self.tools.catalogue, but=self.editing.name)

    def spread_head(self) -> int:
        """Put this head on all her saved letters; return how many changed. For the worker."""
        from desktop_app.workflow.packs.own_letters import own_letters, put_head

        catalogue, letter = self.tools.catalogue, self.letter
        others = [one for one in own_letters(catalogue) if one != self.editing.name]
        lines = self.head_lines
        return len(put_head(catalogue, self.tools.law, lines, letter.logo, others))

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

    def _do(self, letter: EditedLetter, gesture: str = "") -> None:
        if letter != self.letter:
            self._wrong = {}
            self.editing.history = self.editing.history.do(letter, gesture)

    # ------------------------------------------------------------------ what is said

    def row(self, index: int) -> ParagraphRow:
        """Return a paragraph, ready to be shown."""
        one, questions, typing = (
            self.letter.paragraphs[index],
            self.editing.questions,
            self.editing.typing,
        )
        signs, source = signs_in(one, questions), ""
        kept_aside = typing is not None and typing[0] == index
        if typing is not None and kept_aside:
            _, source, signs = typing
        when = condition_of(one.when).expression
        return ParagraphRow(
            number=index + 1,
            text=readable(one, questions),
            source=source or source_of(one, signs),
            sometimes=condition_words(when, questions) if when is not None else "",
            signs=signs,
            wrong=self._wrong.get(index, ""),
            mark=self._mark if kept_aside else (0, 0),
            first=index == 0,
            last=index == len(self.letter.paragraphs) - 1,
            open=index == self.open,
        )

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
        from desktop_app.workflow.packs.own_letters import keep_letter

        letter, tools = self.letter, self.tools
        name, _folder = keep_letter(letter, tools.catalogue, tools.law, name=self.editing.name)
        return letter, name

    def kept(self, saved: tuple[EditedLetter, str]) -> None:
        """Note what was saved: what was changed meanwhile remains to be."""
        self.editing.kept, self.editing.name = saved
