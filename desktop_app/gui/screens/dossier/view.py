"""One dossier: its next date, its timeline as sentences, its documents, what may be noted."""

from functools import partial
from typing import Any

from desktop_app import deadline_words, i18n
from desktop_app.gui import timeline_words
from desktop_app.gui.context import Context
from desktop_app.gui.screens.documents.presenter import document_line
from desktop_app.gui.screens.dossier import presenter
from desktop_app.gui.screens.dossier.presenter import DossierPresenter
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.row import RowButton
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.dossiers import NextDate, OpenDossier
from desktop_app.workflow.next_steps import NextStep


class DossierScreen(Page):
    """Reads the dossier in the worker each time it is shown."""

    def __init__(self, context: Context, *, dossier: str, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Dossier"))
        self._context, self._id = context, dossier
        assert context.session.safe is not None
        self._presenter = DossierPresenter(context.tools, context.session.safe, dossier)
        self._today = context.tools.clock.today()
        self._refresh()

    def _refresh(self) -> None:
        self._context.jobs.run(
            self._presenter.read, done=self._show_dossier, failed=self.say_problem
        )

    def _show_dossier(self, found: OpenDossier) -> None:
        self.clear()
        self.heading.say(found.dossier.title)
        if found.dossier.person:
            words = i18n.text("Pour {person}").format(person=found.dossier.person)
            self.add(Words(self.look, words, "hint"))
        for date in presenter.awaited(found, self._today):
            self._date(date)
        self._timeline(found)
        self._next(found)
        self._notes(found)
        self._documents(found)
        self.set_actions(
            Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        )

    def _date(self, date: NextDate) -> None:
        _frame, column = self.card()
        column.addWidget(Words(self.look, timeline_words.when(date, self._today), "date"))
        column.addWidget(Words(self.look, timeline_words.what_is_awaited(date.event)))
        for words in (
            timeline_words.besides(date, self._today),
            timeline_words.note(date.event),
        ):
            if words:
                column.addWidget(Words(self.look, words, "hint"))
        done = Button(self.look, i18n.text("Ne plus l’attendre"), lambda: self._done(date.event.id))
        about = timeline_words.what_is_awaited(date.event)
        done.setAccessibleName(i18n.labelled(i18n.text("Ne plus l’attendre"), about))
        column.addWidget(done)

    def _timeline(self, found: OpenDossier) -> None:
        self.add(Words(self.look, i18n.text("Ce qui s’est passé"), "subheading"))
        lines = presenter.lines(found, self._today)
        for line in lines or (i18n.text("Rien n’est encore noté dans ce dossier."),):
            self.add(Words(self.look, line))

    def _next(self, found: OpenDossier) -> None:
        if found.next is None:
            words = i18n.text("Ce dossier n’a pas de démarche connue : aucune date n’est calculée.")
            self.add(Words(self.look, words, "hint"))
            return
        silences = presenter.silence_words(found.next)
        if not silences and not found.next.steps:
            return
        self.add(Words(self.look, i18n.text("La suite possible"), "subheading"))
        for line in silences:
            self.add(Words(self.look, line))
        for step in found.next.steps:
            self._step(step)

    def _step(self, step: NextStep) -> None:
        _frame, column = self.card()
        column.addWidget(Words(self.look, i18n.pack_text(step.title), "subheading"))
        if step.deadline is not None and step.deadline.prudent_day is not None:
            told = deadline_words.headline(step.deadline, self._today)
            column.addWidget(Words(self.look, told, "date"))
            column.addWidget(Words(self.look, deadline_words.last_day(step.deadline)))
        elif step.delay:
            words = i18n.text("Délai : {delay}").format(delay=i18n.pack_text(step.delay))
            column.addWidget(Words(self.look, words))
        if step.when:
            column.addWidget(Words(self.look, i18n.pack_text(step.when), "hint"))

    def _notes(self, found: OpenDossier) -> None:
        self.add(Words(self.look, i18n.text("Noter ce qui arrive"), "subheading"))
        row, flow = FlowLayout.row(self.look.space(2))
        go = self._context.navigator.go
        for act in presenter.acts():
            flow.addWidget(
                Button(
                    self.look,
                    act.button,
                    partial(go, "acte", dossier=self._id, kind=act.kind),
                )
            )
        if presenter.may_note_silence(found):
            flow.addWidget(Button(self.look, i18n.text("Personne n’a répondu"), self._silence))
        self.add(row)

    def _documents(self, found: OpenDossier) -> None:
        self.add(Words(self.look, i18n.text("Les documents"), "subheading"))
        if not found.documents:
            self.add(Words(self.look, i18n.text("Aucun document dans ce dossier."), "hint"))
        for document in found.documents:
            self.add(
                RowButton(
                    self.look,
                    document_line(document),
                    partial(self._context.navigator.go, "papier", document=document.id),
                )
            )

    def _silence(self) -> None:
        self._context.jobs.run(
            self._presenter.silence, done=lambda _: self._refresh(), failed=self.say_problem
        )

    def _done(self, event: str) -> None:
        safe = self._presenter.safe
        self._context.jobs.run(
            lambda: safe.events.done(event), done=lambda _: self._refresh(), failed=self.say_problem
        )
