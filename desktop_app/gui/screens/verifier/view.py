"""Every answer on one page, each with "Changer", before the paper is made."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.verifier.presenter import Line, VerifierPresenter
from desktop_app.gui.widgets.beside import Beside
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.slices import Slices
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to

FIRST = 12
"""Answers that are shown at once: more than a window has room for."""


class Verifier(Page):
    """Opened with the interview in hand."""

    def __init__(self, context: Context, asked: to.Check) -> None:
        writing = writing_of(asked.writing)
        super().__init__(context.look, i18n.text("Vérifiez vos réponses"))
        self._context = context
        self._presenter = VerifierPresenter(writing)
        context.session.saver = writing.saver
        self._changers: dict[str, Button] = {}
        lines = self._presenter.lines()
        wrong = [line for line in lines if line.told]
        free = i18n.text("Rien n’est envoyé. Vous pouvez tout changer.")
        self.add(Words(self.look, free, "hint"))
        self.lead(free)
        if kept := self._presenter.kept():
            self.add(Words(self.look, kept, "hint"))
        self._add_missing([line for line in lines if line.missing])
        self._slices = Slices(self)
        self._slices.begin(self._builders(lines), FIRST)
        self._add_actions(bool(wrong))
        if wrong:
            self._say_wrong(wrong)

    def _builders(self, lines: list[Line]) -> list[Callable[[], None]]:
        """Show the title of each part; return what shows each answer under its own."""
        found: list[Callable[[], None]] = []
        section, column = "", None
        for line in lines:
            if column is None or line.section != section:
                section, column = line.section, self._part(line.section)
            found.append(partial(self._add_line, line, column))
        return found

    def _part(self, title: str) -> QVBoxLayout:
        self.add(Words(self.look, title, "subheading"))
        _frame, column = self.card()
        return column

    def focus_heading(self) -> None:
        """Begin at the heading, or come back to the line that was left."""
        if left := self._presenter.back_from():
            self._slices.finish()
        changer = self._changers.get(left)
        if changer is None:
            super().focus_heading()
            return
        changer.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        self._go_back()
        return True

    def _add_missing(self, missing: list[Line]) -> None:
        if not missing:
            return
        self.add(Words(self.look, i18n.text("À compléter au stylo"), "subheading"))
        _frame, column = self.card()
        for line in missing:
            add = self._changer(line, i18n.text("Ajouter"), remember=False)
            column.addWidget(Beside(self.look, Words(self.look, line.label), add))

    def _add_line(self, line: Line, column: QVBoxLayout) -> None:
        said = QWidget()
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Words(self.look, line.label, "hint"))
        lines.addWidget(Words(self.look, line.answer, "label"))
        if line.told:
            lines.addWidget(Words(self.look, _error(line.told.sentence), "error"))
        words = i18n.text("Ajouter") if line.missing else i18n.text("Changer")
        if column.count():
            column.addWidget(_rule())
        changer = self._changer(line, words)
        # Heard with the button: without its answer, "Changer" cannot be decided by ear.
        told = _error(line.told.sentence) if line.told else ""
        said_with = " ".join(part for part in (line.label, line.answer, told) if part)
        changer.setAccessibleName(i18n.labelled(words, said_with))
        column.addWidget(Beside(self.look, said, changer))

    def _changer(self, line: Line, words: str, *, remember: bool = True) -> Button:
        button = Button(self.look, words, lambda: self._correct(line.question), role="plain")
        button.setAccessibleName(i18n.labelled(words, line.label))
        if remember:
            self._changers[line.question] = button
        return button

    def _add_actions(self, wrong: bool) -> None:
        look = self.look
        see: tuple[str, Callable[[], object]] = (
            (i18n.text("Voir la lettre"), self._see)
            if self._presenter.is_letter
            else (i18n.text("Voir le formulaire"), self._see)
        )
        main = Button(look, *see, role="primary")
        main.setEnabled(not wrong)
        self.set_actions(main, Button(look, i18n.text("Retour"), self._go_back, role="plain"))

    def _say_wrong(self, wrong: list[Line]) -> None:
        links = []
        for line in wrong:
            sentence = _error(line.told.sentence) if line.told else ""
            link = LongButton(self.look, f"{line.label} {sentence}")
            link.clicked.connect(lambda _=False, q=line.question: self._correct(q))
            links.append(link)
        words = i18n.plural(
            "Erreur : {n} réponse est à corriger.",
            "Erreur : {n} réponses sont à corriger.",
            len(wrong),
        )
        self.say_error(words, *links)

    def _correct(self, question: str) -> None:
        self._presenter.correct(question)
        self._context.navigator.go(to.Questions(writing=self._presenter.writing))

    def _see(self) -> None:
        writing = self._presenter.writing
        self._context.session.take(writing)
        paper = to.Letter if self._presenter.is_letter else to.FilledForm
        self._context.navigator.go(paper(writing.interview.draft, writing.keep, writing))

    def _go_back(self) -> None:
        writing = self._presenter.writing
        if not writing.question and writing.interview.steps:
            writing.question = writing.interview.steps[-1].question.id
        self._context.navigator.back()


def _error(sentence: str) -> str:
    return i18n.text("Erreur : {sentence}").format(sentence=sentence)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
