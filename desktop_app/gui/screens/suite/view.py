"""Et maintenant: the day to act, why, what to do with the sheets, and filing."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desktop_app import deadline_words, i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.model import Deadline
from desktop_app.gui.context import Context
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.making import Made, file_paper


class SuiteScreen(PaperPage):
    """Opened with the letter that was made."""

    def __init__(self, context: Context, *, made: Made, draft: Draft, **_parameters: Any) -> None:
        super().__init__(context, i18n.text("Et maintenant"))
        self._made, self._draft = made, draft
        if made.prepared.deadline is not None:
            self._dates(made.prepared.deadline)
        self._sheets()
        self.add(self.state)
        look, navigator = context.look, context.navigator
        self._file = Button(look, i18n.text("Ranger dans le coffre"), self._keep, role="primary")
        back = Button(look, i18n.text("Retour"), navigator.back, role="plain")
        home = Button(look, i18n.text("Revenir à l’accueil"), lambda: navigator.go("accueil"))
        if context.session.safe is None:
            self.state.say(
                i18n.text(
                    "Rien n’est gardé sur cet ordinateur. "
                    "Imprimez ou enregistrez votre lettre avant de fermer."
                )
            )
            then = ("suite", {"made": made, "draft": draft})
            offer = Button(
                look,
                i18n.text("Garder dans un coffre"),
                lambda: navigator.go("coffre", then=then),
                role="primary",
            )
            self.set_actions(*(() if context.session.public else (offer,)), home, back)
        else:
            self.set_actions(self._file, home, back)

    def _dates(self, deadline: Deadline) -> None:
        today = self.context.tools.clock.today()
        _frame, column = self.card()
        column.addWidget(Words(self.look, deadline_words.headline(deadline, today), "date"))
        column.addWidget(Words(self.look, deadline_words.last_day(deadline)))
        column.addWidget(
            Words(self.look, i18n.text("La lettre que vous avez reçue passe avant tout."), "hint")
        )
        why = Button(self.look, i18n.text("Pourquoi cette date ?"), lambda: None)
        why.clicked.connect(lambda _checked: self._explain(deadline, column, why))
        column.addWidget(why)

    def _explain(self, deadline: Deadline, column: QVBoxLayout, pressed: Button) -> None:
        pressed.setEnabled(False)
        for step in deadline.steps:
            column.addWidget(Words(self.look, deadline_words.step(step), "hint"))
        for advice in deadline.warnings:
            column.addWidget(Words(self.look, deadline_words.warning(advice), "hint"))

    def _sheets(self) -> None:
        document = self._made.prepared.document
        _frame, column = self.card()
        column.addWidget(Words(self.look, i18n.text("À faire, dans l’ordre"), "subheading"))
        letter = self._made.is_letter
        steps = [
            i18n.text("Relisez la lettre et signez-la.")
            if letter
            else i18n.text("Relisez le formulaire, datez-le et signez-le.")
        ]
        if document.missing:
            blanks = [f"– {i18n.pack_text(one.label)}" for one in document.missing]
            steps.append("\n".join([i18n.text("Complétez au stylo :"), *blanks]))
        if document.enclosures:
            papers = i18n.plural(
                "Joignez {n} papier.", "Joignez {n} papiers.", len(document.enclosures)
            )
            steps.append(papers)
        if letter:
            steps += [
                i18n.text("Pliez la lettre en trois : l’adresse se voit dans la fenêtre."),
                i18n.text("Postez-la en recommandé avec avis de réception."),
                i18n.text("Gardez le reçu de la poste et votre copie."),
            ]
        else:
            steps.append(i18n.text("Gardez une photocopie de tout ce que vous remettez."))
        for number, step in enumerate(steps, 1):
            column.addWidget(Words(self.look, f"{number}. {step}"))

    def _keep(self) -> None:
        safe, person = self.context.session.safe, self.context.session.person
        if safe is None:
            return
        self._file.setEnabled(False)
        today = self.context.tools.clock.today()
        self.context.jobs.run(
            lambda: file_paper(safe, self.context.tools, self._made, today, person=person),
            done=lambda _filed: self._kept(),
            failed=self.refused,
        )

    def _kept(self) -> None:
        writing = self.context.session.writing
        if writing is not None:
            writing.finish()
        self.say(
            i18n.text("C’est rangé dans le coffre. Vous le retrouvez dans Mes documents."), "done"
        )

    def refused(self, problem: BaseException) -> None:
        self._file.setEnabled(True)
        super().refused(problem)
