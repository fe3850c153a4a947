"""Et maintenant: the day to act, why, what to do with the sheets, filing, and "Je l'ai postée"."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.deadlines.model import Deadline
from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import in_hand
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.screens.suite.presenter import (
    afterwards,
    dates,
    filing,
    ladder_of,
    to_do,
)
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.ladder import ladder
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.sentences import deadline_words
from desktop_app.sentences.ladder_words import Told
from desktop_app.workflow.guidance.urgent import emergency_of


class SuiteScreen(PaperPage):
    """Opened with the letter or form that was made; it is filed once, however often one returns."""

    def __init__(self, context: Context, asked: to.WhatNext) -> None:
        super().__init__(context, i18n.text("Et maintenant"))
        self._made, self._draft = asked.made, asked.draft
        self._paper = in_hand(context.session, asked.made)
        if emergency := emergency_of(context.tools.law, asked.made.prepared.procedure):
            urgent = LongButton(self.look, i18n.text("Urgent : que faire aujourd’hui"), "urgent")
            urgent.clicked.connect(
                lambda _=False: context.navigator.go(to.Urgent(emergency=emergency))
            )
            self.add(urgent)
        if asked.made.prepared.deadline is not None:
            self._dates(asked.made.prepared.deadline, explained=asked.why)
        self._sheets()
        self.add(self.state)
        self._act()
        self._after, self._after_column = self.card()  # the whole ladder: it is long
        self._after.hide()
        tools = context.tools
        context.jobs.run(
            lambda: (afterwards(tools, asked.made), ladder_of(tools, asked.made)),
            done=self._say_what_follows,
            failed=self.say_problem,
        )

    # ------------------------------------------------------------------ what is told

    def _dates(self, deadline: Deadline, *, explained: bool) -> None:
        today = counted_today(self.context)
        _frame, column = self.card()
        told = dates(deadline, today)
        column.addWidget(Words(self.look, told.headline, "date"))
        for words in told.lines:
            column.addWidget(Words(self.look, words))
        self.lead(told.headline, *told.lines)
        if told.hint:
            column.addWidget(Words(self.look, told.hint, "hint"))
        steps = self._steps(deadline)
        if (late := told.late) is not None:
            words = i18n.text("Trop tard ? Ce qui reste possible")
            go = self.context.navigator.go
            column.addWidget(Button(self.look, words, lambda: go(late)))
        why = Button(self.look, "", lambda: self._turn(why, steps))
        column.addWidget(why)
        column.addWidget(steps)
        self._explain(why, steps, explained)

    def _turn(self, why: Button, steps: QWidget) -> None:
        """Show the explanation and go to its first line, to be read by Tab; or hide it."""
        shown = not steps.isVisibleTo(self)
        self._explain(why, steps, shown)
        if shown:
            steps.findChildren(Words)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, why: Button, steps: QWidget, shown: bool) -> None:
        words = i18n.text("Cacher l’explication") if shown else i18n.text("Pourquoi cette date ?")
        why.setText(words)
        why.setAccessibleName(words)
        steps.setVisible(shown)

    def _steps(self, deadline: Deadline) -> QWidget:
        """Return each step of the computation with its article, then what must be known."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(1))
        told = [deadline_words.step(step) for step in deadline.steps]
        told += [deadline_words.warning(advice) for advice in deadline.warnings]
        articles = [article for source in deadline.sources for article in source.articles]
        if articles:
            words = i18n.text("Textes : {articles}").format(
                articles=i18n.cited(" ; ".join(articles))
            )
            told.append(words)
        for words in told:
            line = Words(self.look, words, "hint")
            line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(line)
        return place

    def _sheets(self) -> None:
        _frame, column = self.card()
        column.addWidget(Words(self.look, i18n.text("À faire, dans l’ordre"), "subheading"))
        for number, step in enumerate(to_do(self._made), 1):
            column.addWidget(Words(self.look, f"{number}. {step}"))

    def _say_what_follows(self, told: tuple[tuple[str, ...], tuple[Told, ...]]) -> None:
        after, steps = told
        self._say_after(after)
        if len(steps) > 1:
            title = i18n.text("Où vous en êtes, et la suite")
            self._after_column.addWidget(Words(self.look, title, "subheading"))
            self._after_column.addWidget(ladder(self.look, steps))
            self._after.show()

    def _say_after(self, told: tuple[str, ...]) -> None:
        if not told:
            return
        title = i18n.text("Après l’envoi")
        self._after_column.addWidget(Words(self.look, title, "subheading"))
        for words in told:
            self._after_column.addWidget(Words(self.look, words))
        self._after.show()

    # ------------------------------------------------------------------ what is done

    def _act(self) -> None:
        look, navigator, session = self.look, self.context.navigator, self.context.session
        back = Button(look, i18n.text("Retour"), navigator.back, role="plain")
        home = Button(look, i18n.text("Revenir à l’accueil"), lambda: navigator.go(to.Home()))
        if session.safe is None:
            self._without_safe(home, back)
            return
        self._sent = Button(look, self._sent_words(), self._note_sent, role="primary")
        self._file = Button(look, i18n.text("Ranger dans le coffre"), self._keep)
        self._open = Button(look, i18n.text("Voir le dossier"), self._see)
        self.set_actions(self._sent, self._file, self._open, home, back)
        self._show_filed()

    def _without_safe(self, home: Button, back: Button) -> None:
        self.state.say(
            i18n.text(
                "Rien n’est gardé sur cet ordinateur. "
                "Imprimez ou enregistrez votre lettre avant de fermer."
            )
        )
        if self.context.session.public:
            self.set_actions(home, back)
            return
        words = i18n.text(
            "Avec un coffre, vous notez le jour de l’envoi, et la date de la réponse vous est "
            "rappelée."
        )
        self.add(Words(self.look, words))
        then = to.WhatNext(made=self._made, draft=self._draft)
        offer = Button(
            self.look,
            i18n.text("Garder dans un coffre"),
            lambda: self.context.navigator.go(to.SafeHome(then=then)),
            role="primary",
        )
        self.set_actions(offer, home, back)

    def _sent_words(self) -> str:
        if self._made.is_letter:
            return i18n.text("Je l’ai postée")
        return i18n.text("Je l’ai posté ou remis")

    def _show_filed(self) -> None:
        filed = bool(self._paper.document)
        self._file.setVisible(not filed)
        self._open.setVisible(filed)

    def _keep(self) -> None:
        self._file_then(self._kept)

    def _note_sent(self) -> None:
        """Go on to the day of posting; the paper is filed first when it was not."""
        if self._paper.document:
            self._go_note()
        else:
            self._file_then(self._go_note)

    def _file_then(self, then: Callable[[], None]) -> None:
        how = filing(self.context.session, self.context.tools, self._made, self._paper)
        if how is None:
            return
        self._file.setEnabled(False)
        self._sent.setEnabled(False)
        self.context.jobs.run(
            how.file, done=lambda filed: self._filed(filed, how.writing, then), failed=self.refused
        )

    def _filed(
        self, filed: tuple[str, str], writing: Writing | None, then: Callable[[], None]
    ) -> None:
        self._paper.dossier, self._paper.document = filed
        if writing is not None:
            writing.finish()
        self._sent.setEnabled(True)
        then()

    def _kept(self) -> None:
        self._show_filed()
        self._open.setFocus()
        self.say(
            i18n.text("C’est rangé dans le coffre. Vous le retrouvez dans Mes documents."), "done"
        )

    def _go_note(self) -> None:
        self.context.navigator.go(
            to.RecordEvent(
                dossier=self._paper.dossier,
                kind="posted",
                form=not self._made.is_letter,
                leave=True,
            ),
        )

    def _see(self) -> None:
        self.context.navigator.go(to.Dossier(dossier=self._paper.dossier))

    def refused(self, problem: BaseException) -> None:
        for button in (self._file, self._sent):
            button.setEnabled(True)
        super().refused(problem)
