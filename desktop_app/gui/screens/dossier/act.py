"""Noting one thing that happened, or correcting it: its day, its number, its proof."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Choice, Question
from desktop_app.core.records import Event
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.screens.dossier import presenter
from desktop_app.gui.screens.dossier.presenter import ActTyped, DossierPresenter
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import acts
from desktop_app.pages import destinations as to
from desktop_app.sentences import timeline_words


class ActScreen(Page):
    """One question, and what goes with it; nothing typed is lost by a refusal.

    Opened with the ``kind`` of an act, or with the ``event`` that is corrected. ``which`` are the
    letters that it may be about (procedure, title), ``leave`` ends the writing of a letter: one
    goes on to the dossier instead of back.
    """

    def __init__(self, context: Context, asked: to.RecordEvent) -> None:
        act = (
            acts.act_of(asked.event, form=asked.form)
            if asked.event
            else acts.act(asked.kind, form=asked.form)
        )
        super().__init__(context.look, act.button)
        self._context, self._act, self._event = context, act, asked.event
        self._dossier, self._leave = asked.dossier, asked.leave
        assert context.session.safe is not None
        self._presenter = DossierPresenter(context.tools, context.session.safe, asked.dossier)
        self.proof: Path | None = None
        self._which: ChoiceAnswer | None = None
        self._answer: ChoiceAnswer | None = None
        if asked.which:
            self._which = self._ask(i18n.text("De quelle lettre s’agit-il ?"), asked.which)
        # What is not asked is not made: a field on no page is never let go of.
        self._what: LineField | None = None
        if act.reminder and asked.event is None:
            self._what = LineField(
                self.look,
                i18n.text("Que faudra-t-il faire ?"),
                hint=i18n.text("Par exemple : appeler la Caf, apporter un papier."),
            )
            self.add(self._what)
        self._day = self._ask_day(act.question)
        self._until: DateAnswer | None = None
        if act.until:
            self._until = self._ask_day(act.until, i18n.text("Laissez vide si rien n’est écrit."))
        if act.answer:
            told = [(one, timeline_words.answer_words(one)) for one in timeline_words.ANSWERS]
            self._answer = self._ask(i18n.text("Que dit la réponse ?"), told)
        self._number: LineField | None = None
        if act.posting:
            self._ask_posting()
        if asked.event is not None:
            self._fill(asked.event)
        self._half = self._keep_half_typed(context)
        words = (
            i18n.text("Enregistrer la correction")
            if asked.event
            else i18n.text("Noter dans le dossier")
        )
        self._save = Button(self.look, words, self._note, role="primary")
        back = Button(self.look, i18n.text("Retour"), context.navigator.back, role="plain")
        if asked.event is None:
            self.set_actions(self._save, back)
        else:
            remove = Button(self.look, i18n.text("Retirer cette étape"), self._ask_to_remove)
            self.set_actions(self._save, remove, back)

    def put_proof(self, path: str) -> None:
        """Take this file as the proof of posting."""
        self.proof = Path(path)
        self._half.touched("proof")
        self._proof_words.say(i18n.text("Preuve : {name}").format(name=self.proof.name))

    def _keep_half_typed(self, context: Context) -> HalfTyped:
        """Have what is written here outlive a power cut until it is noted."""
        about = self._event.id if self._event is not None else self._act.kind
        half = HalfTyped(context, self, f"acte-{self._dossier}-{about}", dossier=self._dossier)
        for name, field in (
            ("which", self._which),
            ("what", self._what),
            ("day", self._day),
            ("until", self._until),
            ("answer", self._answer),
            ("number", self._number),
        ):
            if field is not None:
                half.watch(name, field)
        half.watch_value("proof", lambda: str(self.proof or ""), self._proof_again)
        half.put_back()
        return half

    def _proof_again(self, path: Typed) -> None:
        if path and self._act.posting and Path(str(path)).exists():
            self.put_proof(str(path))

    def _ask_day(self, words: str, hint: str = "") -> DateAnswer:
        label = Words(self.look, words)
        day = DateAnswer(self.look, Question(id="jour", kind="date", label=words), label)
        day.describe(hint, "")
        self.add(label)
        if hint:
            self.add(Words(self.look, hint, "hint"))
        self.add(day)
        return day

    def _ask(self, words: str, options: Sequence[tuple[str, str]]) -> ChoiceAnswer:
        label = Words(self.look, words)
        choices = tuple(Choice(id=one, label=told) for one, told in options)
        question = Question(id="choix", kind="choice", label=words, choices=choices)
        answer = ChoiceAnswer(self.look, question, label)
        answer.describe("", "")
        self.add(label)
        self.add(answer)
        return answer

    def _ask_posting(self) -> None:
        kept = self._event.document_id if self._event else ""
        words = (
            i18n.text("Une photo du reçu est gardée. Vous pouvez en choisir une autre.")
            if kept
            else i18n.text(
                "Vous pouvez garder ici une photo du reçu (JPEG, PNG, PDF ; 50 Mo au plus)."
            )
        )
        self._proof_words = Words(self.look, words, "hint")
        self._number = LineField(
            self.look,
            i18n.text("Quel numéro est sur le reçu du recommandé ?"),
            characters=24,
            hint=i18n.text("Laissez vide si vous n’avez pas de reçu."),
        )
        self.add(self._number)
        self.add(self._proof_words)
        buttons, row = FlowLayout.row(self.look.space(1))
        if kept:
            see = i18n.text("Voir la photo gardée")
            go = self._context.navigator.go
            row.addWidget(Button(self.look, see, lambda: go(to.StoredDocument(document=kept))))
        choose = i18n.text("Changer la photo") if kept else i18n.text("Choisir la photo")
        row.addWidget(Button(self.look, choose, self._choose))
        self.add(buttons)

    def _fill(self, event: Event) -> None:
        """Show what was noted, ready to be corrected."""
        self._day.put(presenter.typed_day(event))
        if self._number is not None:
            self._number.edit.setText(event.number)
        if self._until is not None and event.last_day:
            self._until.put(presenter.typed(event.last_day))
        if self._answer is not None:
            self._answer.put(event.kind.removeprefix(self._act.kind))
        if event.document_id and not self._act.posting:
            words = i18n.text(
                "Le papier rangé ne change pas. Si ce jour y est écrit, refaites le papier."
            )
            self.add(Words(self.look, words, "hint"))

    def _choose(self) -> None:
        path = choosing.open_file(
            self, self._context, i18n.text("Quelle photo ?"), presenter.photo_kinds()
        )
        if path:
            self.put_proof(path)

    # ------------------------------------------------------------------ noting

    def _note(self) -> None:
        self.clear_problem()
        today = self._context.tools.clock.today()
        day = self._read(self._day, self._act.question, today)
        until: dt.date | None = None
        if day is not None and self._until is not None and self._until.answer():
            until = self._read(self._until, self._act.until, today)
            day = day if until is not None else None
        if day is None:
            return
        procedure = str(self._which.answer()) if self._which is not None else ""
        if self._which is not None and not procedure:
            self.say_error(i18n.text("Choisissez d’abord de quelle lettre il s’agit."))
            return
        answer = str(self._answer.answer()) if self._answer is not None else ""
        kept = self._event.number if self._event is not None else ""
        number = self._number.text() if self._number is not None else kept
        what = self._what.text() if self._what is not None else ""
        said = ActTyped(day, number, self.proof, answer, procedure, what, until)
        act, event, write = self._act, self._event, self._presenter
        self._save.setEnabled(False)
        self._context.jobs.run(
            self._half.noted_by(
                lambda: write.correct(event, said) if event else write.note(act, said)
            ),
            done=lambda _: self._noted(),
            failed=self._refused,
        )

    def _read(self, answer: DateAnswer, question: str, today: dt.date) -> dt.date | None:
        """Return the day written there; say what is wrong when it is none."""
        day = presenter.read_day(str(answer.answer()), question, today)
        error = i18n.text("Écrivez le jour, le mois et l’année : par exemple 3, 11 et 2026.")
        answer.describe("", "" if day is not None else error)
        if day is None:
            self.say_error(error)
        return day

    def _noted(self) -> None:
        words = i18n.text("Corrigé.") if self._event else i18n.text("Noté dans le dossier.")
        self._go_on(words)

    def _go_on(self, words: str) -> None:
        navigator = self._context.navigator
        if self._leave:
            navigator.restart(to.Home())
            navigator.go(to.Dossier(dossier=self._dossier))
        else:
            navigator.back()
        navigator.say_saved(words)

    def _refused(self, problem: BaseException) -> None:
        self._save.setEnabled(True)
        self._half.go_on()
        self.say_problem(problem)

    # ------------------------------------------------------------------ removing

    def _ask_to_remove(self) -> None:
        """Ask once, naming what goes; what was typed on the page stays under the question."""
        event = self._event
        assert event is not None
        told = timeline_words.what_happened(event)
        words = i18n.text(
            "« {step} » sera retiré du dossier, et ses dates avec. "
            "Vous pourrez le remettre pendant trente jours."
        )
        yes = Button(self.look, i18n.text("Retirer"), self._remove)
        no = Button(self.look, i18n.text("Garder"), self._keep)
        self.say_error(words.format(step=told.rstrip(".")), yes, no)

    def _keep(self) -> None:
        self.clear_problem()
        self.focus_heading()

    def _remove(self) -> None:
        event, write = self._event, self._presenter
        assert event is not None
        self._context.jobs.run(
            lambda: write.remove(event),
            done=lambda _: self._go_on(i18n.text("L’étape est retirée du dossier.")),
            failed=self.say_problem,
        )
