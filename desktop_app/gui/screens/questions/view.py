"""One question a page: read it, answer it, go on. Checked only at "Continuer".

The paper is shown beside it as it stands, or by a button where the window is narrow.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.gui.accessible import EXPLAINS
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.screens.questions.blank_panel import paper_panel
from desktop_app.gui.screens.questions.presenter import Next, QuestionsPresenter, Shown, Told
from desktop_app.gui.screens.questions.proposal import ProposalCard
from desktop_app.gui.screens.questions.ways import Way, ways_of
from desktop_app.gui.widgets.answers import widget_class
from desktop_app.gui.widgets.answers.base import AnswerWidget, types
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to


class Questions(WidePage):
    """Opened with the interview in hand; shows the question where it stands."""

    def __init__(self, context: Context, asked: to.Questions) -> None:
        writing = writing_of(asked.writing)
        super().__init__(context.look, "")
        self._context = context
        self._presenter = QuestionsPresenter(writing)
        writing.whole = False
        context.session.saver = self._unsaved
        self._answer: AnswerWidget | None = None
        self._shown: Shown | None = None
        self._known: Typed | None = None
        self._autosave = Autosave(self, self._keep_typed)
        self._panel = paper_panel(context, writing)
        self.put_beside(self._panel)
        self._show_question()
        self.widened.connect(self._on_wide)

    # ------------------------------------------------------------------ what is shown

    def _show_question(self) -> None:
        step = self._presenter.step()
        if step is None:
            return
        shown = self._shown = self._presenter.show(step)
        self._autosave.stop()  # what led here has kept the answer before
        self.setUpdatesEnabled(False)
        self.begin_anew(shown.heading)
        self.add(Words(self.look, shown.place, "hint"))
        self._beside = Words(self.look, "", "error")  # said by the name of the box
        self._beside.hide()
        answer = self._answer = widget_class(shown.question.kind)(
            self.look, shown.question, self.heading
        )
        answer.put(shown.typed)
        answer.describe(shown.help, "")
        self.lead(shown.place, shown.help if answer.in_group else "")
        answer.changed.connect(self._typed)
        for words in filter(None, (shown.hint, shown.example)):
            self.add(Words(self.look, words, "hint")).setProperty(EXPLAINS, True)
        self.add(self._beside)
        self.add(answer)
        self._add_proposal(shown)
        self._add_why(shown)
        self._add_actions(shown)
        self.setUpdatesEnabled(True)
        self.entitle(self._presenter.title())
        self._look()

    def _add_proposal(self, shown: Shown) -> None:
        """Say what is known already, under the answer: Tab meets the field before the button."""
        proposal = self._presenter.proposal(shown.question.id)
        self._known = proposal.typed if proposal else None
        if shown.proposal:
            self.add(ProposalCard(self.look, shown.proposal, self._take_proposal))

    def _add_why(self, shown: Shown) -> None:
        if not shown.why:
            return
        why = Words(self.look, shown.why)
        why.hide()

        def turn() -> None:
            why.setVisible(not why.isVisible())
            if why.isVisible():
                why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                why.setFocus(Qt.FocusReason.OtherFocusReason)

        words = i18n.text("Pourquoi cette question ?")
        self.add(Button(self.look, words, turn, role="plain"))
        self.add(why)

    def _add_actions(self, shown: Shown) -> None:
        look = self.look
        buttons = [Button(look, i18n.text("Continuer"), self._go_on, role="primary")]
        if shown.can_ignore:
            buttons.append(Button(look, i18n.text("Je ne sais pas"), self._ignore))
        self._see = Button(look, i18n.text("Voir la page"), self._see_page, role="plain")
        if self.wide:
            self._see.hide()
        buttons.append(self._see)
        buttons.append(Button(look, i18n.text("Retour"), self._go_back, role="plain"))
        if not self._presenter.writing.correcting:
            for words, way in ways_of(self._presenter.writing, to.Questions):
                go = partial(self._show_otherwise, way)
                buttons.append(Button(look, words, go, role="plain"))
        self.set_actions(*buttons)

    # ------------------------------------------------------------------ the paper

    def focus_heading(self) -> None:
        """Begin at the heading; back from the page of paper, at the answer that was left."""
        if self._presenter.back_from_the_page() and self._answer is not None:
            self._answer.begin()
        else:
            super().focus_heading()

    def _on_wide(self, wide: bool) -> None:
        self._see.setHidden(wide)
        self._look()

    def _look(self) -> None:
        """Have the page beside follow what is typed; nothing is made while it is not in view."""
        if self.wide and self._answer is not None and self._shown is not None:
            question = self._shown.question.id
            self._panel.follow(self._presenter.seen(self._answer.answer()), question)

    def _see_page(self) -> None:
        self._presenter.leave_for_the_page()
        self._context.navigator.go(to.PaperSoFar(writing=self._presenter.writing))

    # ------------------------------------------------------------------ gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat():
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_F2:
            self._take_proposal()
        elif self._reads() and self._answer is not None and types(event):
            self._answer.begin()  # who types at once types the answer
            self._answer.receive(event)
        else:
            super().keyPressEvent(event)

    def _reads(self) -> bool:
        """Whether the focus is on words: typed there, a letter would be lost."""
        return isinstance(QApplication.focusWidget(), QLabel)

    def _enter(self) -> None:
        # From the heading, the first press goes to the answer: nothing is passed by mistake.
        held = QApplication.focusWidget()
        if self._answer is not None and held is self.heading:
            self._answer.begin()
        elif self._answer is not None and held is not None and self._answer.isAncestorOf(held):
            self._go_on()

    def _go_on(self) -> None:
        if self._answer is not None:
            self._follow(self._presenter.go_on(self._answer.answer()))

    def _ignore(self) -> None:
        self._follow(self._presenter.ignore())

    def _confirm(self) -> None:
        self._follow(self._presenter.confirm())

    def _later(self) -> None:
        self._follow(self._presenter.later())

    def step_back(self) -> bool:
        self._go_back()
        return True

    def _go_back(self) -> None:
        if self._answer is not None:
            self._follow(self._presenter.go_back(self._answer.answer()))

    def _take_proposal(self) -> None:
        """Put what is known in the place of what is typed: never beside it."""
        if self._answer is not None and self._known is not None:
            self._autosave.now()
            self._presenter.writing.apart()
            self._put(self._known)
            self._autosave.now()
            self._presenter.writing.apart()
            self._context.gestures.tell_kept(i18n.text("La réponse connue est reprise."))

    def _write(self, suggestion: str) -> None:
        if self._answer is not None:
            self._clear_error()
            self._put(suggestion)

    def _put(self, typed: Typed) -> None:
        if self._answer is not None:
            self._answer.put(typed)
            self._typed()
            self._answer.begin()

    def _show_otherwise(self, way: Way) -> None:
        if self._answer is not None and self._shown is not None:
            self._presenter.put_aside(self._shown.question.id, self._answer.answer())
        self._context.navigator.back()
        self._context.navigator.go(way(self._presenter.writing))

    def _follow(self, where: Next) -> None:
        navigator = self._context.navigator
        if where == "question":
            self._show_question()
            self.focus_heading()
        elif where == "verify":
            navigator.go(to.Check(writing=self._presenter.writing))
        elif where == "back":
            navigator.back()
        elif self._shown is not None:
            found = self._presenter.told(self._shown.question.id)
            if found is not None and found.emergency:
                navigator.go(to.Urgent(emergency=found.emergency))
            elif found is not None:
                self._show_error(found)

    # ------------------------------------------------------------------ errors

    def _show_error(self, told: Told) -> None:
        sentence = i18n.text("Erreur : {sentence}").format(sentence=told.sentence)
        if self._answer is None or self._shown is None:
            return
        self._answer.describe(self._shown.help, sentence)
        self._beside.say(sentence)
        self._beside.show()
        self.say_error(sentence, *self._ways_out(told))

    def _ways_out(self, told: Told) -> list[QWidget]:
        look = self.look
        ways: list[QWidget] = []
        if told.suggestion:
            words = i18n.text("Écrire {suggestion}").format(suggestion=told.shown_suggestion)
            ways.append(Button(look, words, lambda: self._write(told.suggestion)))
        if told.confirmable:
            ways.append(Button(look, i18n.text("C’est bien ma réponse"), self._confirm))
        if told.can_wait:
            ways.append(Button(look, i18n.text("Répondre plus tard"), self._later))
        if self._answer is not None:
            words = i18n.text("Corriger ma réponse")
            ways.append(Button(look, words, self._answer.begin, role="plain"))
        return ways

    def _clear_error(self) -> None:
        self.clear_problem()
        self._beside.hide()
        if self._answer is not None and self._shown is not None:
            self._answer.describe(self._shown.help, "")
        self.entitle(self._presenter.title())

    # ------------------------------------------------------------------ kept while one types

    def _typed(self) -> None:
        """Show what was just typed on the paper, and have it in the safe within a second."""
        self._presenter.writing.typing()
        self._autosave.touched()
        self._look()

    def _keep_typed(self) -> None:
        """Keep it as it is, without judging: "Continuer" does."""
        if self._answer is not None and self._shown is not None:
            self._presenter.put_aside(self._shown.question.id, self._answer.answer())
        self._presenter.writing.keep_typed()

    def _unsaved(self) -> Any:
        """The page is left, or the safe locks: the first does not run what is returned."""
        self._autosave.now()
        return self._presenter.writing.saver()
