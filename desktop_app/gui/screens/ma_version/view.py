"""A letter of one's own: its title and its paragraphs, to be changed, then saved once sound."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.errors import InvalidPack
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.dropping import Drops
from desktop_app.gui.errors import words_of
from desktop_app.gui.model_autosave import ModelAutosave
from desktop_app.gui.screens.ma_version.card import OwnParagraph
from desktop_app.gui.screens.ma_version.head import HeadPart
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.leaving import let_go
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.slices import Slices
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import own_letter, wanted
from desktop_app.pages.page import Chosen
from desktop_app.workflow.packs.editing_letter import LetterEditing, OpenLetter

AT_ONCE = 4
"""Paragraphs shown at first, more than a small screen holds: a letter has thirty."""


class OwnLetterScreen(Page):
    """Opened on the letter in hand, which stays in the session: leaving loses nothing."""

    def __init__(self, context: Context, editing: LetterEditing) -> None:
        super().__init__(context.look, i18n.text("Ma version de la lettre"))
        self._context = context
        self.hand = OpenLetter(editing)
        self._said_saved = ""
        self._keeping = ModelAutosave(
            context, editing, self, taken=self._take_typed, seen=self._see_typed
        )
        told = i18n.text("Les mots entre crochets viennent des réponses de chaque personne.")
        self.add(Words(self.look, told))
        self._title = LineField(self.look, i18n.text("Titre de votre lettre"), characters=80)
        self._title.edit.editingFinished.connect(self._entitled)
        self._title.edit.textEdited.connect(lambda _text: self._keeping.typed())
        self.add(self._title)
        self.head = HeadPart(
            context, self.hand, self._may_go_on, self._changed, self._keeping.typed
        )
        self.add(self.head)
        self._cards: list[OwnParagraph] = []
        place = QWidget()
        self._list = column_in(place, self.look.space(2))
        self.add(place)
        self._progress = Progress(self.look)
        self._progress.succeeded.connect(self.clear_error)
        self.add(self._progress)
        self._add_actions()
        Drops(self, self.viewport())
        self._slices = Slices(self)
        self._changed(max(AT_ONCE, self.hand.open + 1))

    def asked_files(self) -> list[to.OpenFile]:
        """Return what may be dropped here: a logo."""
        return [wanted.picture()]

    def given(self, chosen: Chosen) -> None:
        """Put this logo in the head."""
        self.head.put_logo(chosen.path)

    def _add_actions(self) -> None:
        look = self.look
        self._undo = Button(look, i18n.text("Défaire"), self.undo)
        self._redo = Button(look, i18n.text("Refaire"), self.redo)
        self.set_actions(
            Button(look, i18n.text("Enregistrer ma version"), self._save, role="primary"),
            self._undo,
            self._redo,
            Button(look, i18n.text("Retour"), self._context.navigator.back, role="plain"),
        )
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------------ shown

    def _changed(self, first: int | None = None) -> None:
        """Show the letter as it is now; a card that says the same stays.

        ``first``: so many paragraphs at once, the others little by little.
        """
        self._slices.finish()
        editing, count = self.hand.editing, len(self.hand.letter.paragraphs)
        self._title.edit.setText(editing.title)
        self.head.show_head()
        shows = [partial(self._show_row, index) for index in range(count)]
        self._slices.begin(shows, count if first is None else first)
        for card in self._cards[count:]:
            self._let_go(card)
        del self._cards[count:]
        self._undo.setEnabled(bool(editing.history.past))
        self._redo.setEnabled(bool(editing.history.future))
        self._keeping.rest()
        saved = i18n.text("Lettre enregistrée")
        fresh = editing.unsaved or not editing.name
        words = i18n.text("Lettre pas encore enregistrée") if fresh else saved
        if words != self._said_saved:
            self._said_saved = words
            self._context.navigator.say_saved(words)

    def _show_row(self, index: int) -> None:
        row = own_letter.row(self.hand, index)
        if index < len(self._cards) and self._cards[index].row == row:
            return
        card = OwnParagraph(self.look, row, self)
        self._list.insertWidget(index, card)
        if index < len(self._cards):
            self._let_go(self._cards[index])
            self._cards[index] = card
        else:
            self._cards.append(card)
        card.show()  # now, not at the next turn: the focus may be put there

    def _let_go(self, card: OwnParagraph) -> None:
        self._list.removeWidget(card)
        let_go(card)

    # ------------------------------------------------------------------ gestures

    def change(self, index: int) -> None:
        def open_it() -> tuple[int, str]:
            self.hand.open = index
            return index, ""

        self._then(open_it)

    def keep_words(self, index: int) -> None:
        self._then(lambda: (index, i18n.text("Vos mots sont dans la lettre.")))

    def give_up(self, index: int) -> None:
        """Close the paragraph as it was; one that was just added, and says nothing, goes."""
        self._slices.finish()
        self.hand.close()
        if not self.hand.letter.paragraphs[index].text.strip():
            index = self.hand.remove(index)
        self._show_at(index)

    def carry(self, index: int, by: int) -> None:
        def move() -> tuple[int, str]:
            at = self.hand.move(index, by)
            return at, i18n.text("C’est maintenant le paragraphe {n}.").format(n=at + 1)

        self._then(move)

    def take_out(self, index: int) -> None:
        self._then(lambda: (self.hand.remove(index), i18n.text("Paragraphe retiré.")))

    def add_after(self, index: int) -> None:
        self._then(lambda: (self.hand.add(index), ""))

    def _then(self, act: Callable[[], tuple[int, str]]) -> None:
        """Take the words being typed, then act, and show the paragraph in hand with what is said.

        Words that cannot stand in the letter stay where they are: nothing else is done before.
        """
        if self._take_typed():
            self._show_at(*act())
        else:
            self._show_wrong()

    def undo(self) -> None:
        self._go_back(self.hand.undo, i18n.text("C’est défait"))

    def redo(self) -> None:
        self._go_back(self.hand.redo, i18n.text("C’est refait"))

    def _go_back(self, act: Callable[[], None], words: str) -> None:
        if not self._take_typed():
            self._show_wrong()
            return
        act()
        self._changed()
        self._progress.end(words)

    def _may_go_on(self) -> bool:
        """Take what is being typed in a paragraph before the head is changed."""
        if self._take_typed():
            return True
        self._show_wrong()
        return False

    def _show_wrong(self) -> None:
        """Show what cannot stand, selected, and why."""
        self._show_at(self.hand.open)
        card = self._cards[self.hand.open]
        announce(card, card.row.wrong, urgent=True)

    def _show_at(self, index: int, words: str = "") -> None:
        """Show the letter, the focus in this paragraph, and say what was done."""
        self._progress.end()
        self._changed()
        self._cards[index].begin()
        if words:
            announce(self._cards[index], words)

    def _entitled(self) -> None:
        if self._title.edit.isModified():
            self._take_typed()
            self._changed()

    def typed(self, _index: int) -> None:
        self._keeping.typed()

    def _see_typed(self) -> None:
        """Take the words that are being typed for the safe alone; they are typed on."""
        if self._title.edit.isModified():
            self.hand.set_title(self._title.text())
        self.head.see_typed()
        index = self.hand.open
        if 0 <= index < len(self._cards):
            card = self._cards[index]
            if (typed := card.typed()) is not None:
                self.hand.see_text(typed, card.row.signs)

    def _take_typed(self) -> bool:
        """Take the words that are being typed; tell whether they could stand in the letter."""
        self._slices.finish()  # as the letter was: a gesture may come next
        if self._title.edit.isModified():
            self._title.edit.setModified(False)
            self.hand.set_title(self._title.text())
        self.head.take_typed()
        if 0 <= self.hand.open < len(self._cards):
            card = self._cards[self.hand.open]
            if (typed := card.typed()) is not None:
                return self.hand.take_text(typed, card.row.signs)
        return True

    # ------------------------------------------------------------------ saved

    def _save(self) -> None:
        if not self._take_typed():
            self._show_wrong()
            return
        self._changed()
        self.clear_problem()
        self._progress.begin(i18n.text("La lettre est vérifiée, puis enregistrée…"))
        editing, tools = self.hand.editing, self._context.tools
        self._context.jobs.run(lambda: editing.keep(tools), done=self._saved, failed=self._refused)

    def _saved(self, saved: tuple[EditedLetter, str]) -> None:
        self.hand.editing.saved(saved)
        self._changed()
        self._keeping.now()
        told = i18n.text("Votre version est enregistrée. Vous la trouverez avec les lettres.")
        self._progress.end(told)

    def _refused(self, problem: BaseException) -> None:
        """Say what to correct, its paragraph open; nothing is lost."""
        self._progress.end()
        told = [words_of(problem)]
        if isinstance(problem, InvalidPack):
            self.hand.note(problem.problems)
            told += own_letter.told(self.hand.letter, problem.problems)
            self._changed()
        self.say_error("\n".join(told))
