"""Noting one thing that happened: its day, and for a posting its number and its proof."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.core.definitions.model import Choice, Question
from desktop_app.gui import timeline_words
from desktop_app.gui.context import Context
from desktop_app.gui.screens.dossier import presenter
from desktop_app.gui.screens.dossier.presenter import DossierPresenter, Noted
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words


class ActScreen(Page):
    """One question, and what goes with it; nothing typed is lost by a refusal."""

    def __init__(self, context: Context, *, dossier: str, kind: str, **_parameters: Any) -> None:
        self._act = presenter.act(kind)
        super().__init__(context.look, self._act.button)
        self._context = context
        assert context.session.safe is not None
        self._presenter = DossierPresenter(context.tools, context.session.safe, dossier)
        self.proof: Path | None = None
        label = Words(self.look, self._act.question)
        question = Question(id="jour", kind="date", label=self._act.question)
        self._day = DateAnswer(self.look, question, label)
        self._day.describe("", "")
        self.add(label)
        self.add(self._day)
        self._answer: ChoiceAnswer | None = None
        if self._act.answer:
            self._ask_answer()
        self._number = LineField(
            self.look,
            i18n.text("Quel numéro est sur le reçu du recommandé ?"),
            characters=24,
            hint=i18n.text("Laissez vide si vous n’avez pas de reçu."),
        )
        if self._act.posting:
            self._ask_posting()
        self._save = Button(
            self.look, i18n.text("Noter dans le dossier"), self._note, role="primary"
        )
        self.set_actions(
            self._save,
            Button(self.look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def put_proof(self, path: str) -> None:
        """Take this file as the proof of posting."""
        self.proof = Path(path)
        self._proof_words.say(i18n.text("Preuve : {name}").format(name=self.proof.name))

    def _ask_answer(self) -> None:
        label = Words(self.look, i18n.text("Que dit la réponse ?"))
        choices = tuple(
            Choice(id=answer, label=timeline_words.answer_words(answer))
            for answer in timeline_words.ANSWERS
        )
        question = Question(id="reponse", kind="choice", label=label.text(), choices=choices)
        self._answer = ChoiceAnswer(self.look, question, label)
        self._answer.describe("", "")
        self.add(label)
        self.add(self._answer)

    def _ask_posting(self) -> None:
        self._proof_words = Words(
            self.look, i18n.text("Vous pouvez garder ici une photo du reçu."), "hint"
        )
        self.add(self._number)
        self.add(self._proof_words)
        self.add(Button(self.look, i18n.text("Choisir la photo"), self._choose))

    def _choose(self) -> None:
        kinds = i18n.text("Photos et PDF (*.jpg *.jpeg *.png *.pdf)")
        path, _ = QFileDialog.getOpenFileName(self, i18n.text("Quelle photo ?"), "", kinds)
        if path:
            self.put_proof(path)

    def _note(self) -> None:
        self.clear_problem()
        today = self._context.tools.clock.today()
        day = presenter.read_day(str(self._day.answer()), self._act.question, today)
        if day is None:
            error = i18n.text("Écrivez le jour, le mois et l’année : par exemple 3, 11 et 2026.")
            self._day.describe("", error)
            self.say_error(error)
            return
        self._day.describe("", "")
        answer = str(self._answer.answer()) if self._answer is not None else ""
        noted = Noted(day, self._number.text(), self.proof, answer)
        kind = self._act.kind
        self._save.setEnabled(False)
        self._context.jobs.run(
            lambda: self._presenter.note(kind, noted),
            done=lambda _: self._noted(),
            failed=self._refused,
        )

    def _noted(self) -> None:
        self._context.navigator.back()
        self._context.navigator.say_saved(i18n.text("Noté dans le dossier."))

    def _refused(self, problem: BaseException) -> None:
        self._save.setEnabled(True)
        self.say_problem(problem)
