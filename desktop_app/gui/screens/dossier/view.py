"""One dossier: its next date, its timeline, what may follow, what may be noted, its documents."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.records import Event
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.screens.dossier import acts, presenter
from desktop_app.gui.screens.dossier.acts import Act
from desktop_app.gui.screens.dossier.presenter import DossierPresenter, Line
from desktop_app.gui.starting import follow
from desktop_app.gui.todays_date import counted_today, dates_only
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.ladder import LadderStep, ladder
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.row import RowButton
from desktop_app.gui.widgets.timeline import TimelineStep
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages.too_late import late_of
from desktop_app.sentences import case_words, ladder_words, timeline_words
from desktop_app.sentences.ladder_words import Told
from desktop_app.workflow.matter import proposals, timeline
from desktop_app.workflow.matter.dossiers import NextDate, OpenDossier


def no_letter() -> str:
    """Say that a step has no letter here: what comes next and to whom is said beside it."""
    return i18n.text("Cette lettre n’est pas encore dans le programme.")


class DossierScreen(Page):
    """Reads the dossier in the worker each time it is shown."""

    def __init__(self, context: Context, asked: to.Dossier) -> None:
        super().__init__(context.look, i18n.text("Dossier"))
        self._context, self._id = context, asked.dossier
        assert context.session.safe is not None
        self._presenter = DossierPresenter(context.tools, context.session.safe, asked.dossier)
        self._today = counted_today(context)
        self._refresh()

    def _refresh(self) -> None:
        self._context.jobs.run(
            self._presenter.read, done=self._show_dossier, failed=self._not_there
        )

    def _not_there(self, problem: BaseException) -> None:
        self.clear()
        self.set_actions(self._back())
        self.say_problem(problem)

    def _show_dossier(self, found: OpenDossier) -> None:
        self.begin_anew(found.dossier.title)
        if found.dossier.person:
            words = i18n.text("Pour {person}").format(person=found.dossier.person)
            self.add(Words(self.look, words, "hint"))
        if told := dates_only(self._context):
            self.add(Words(self.look, told))
        if found.emergency:
            urgent = LongButton(self.look, i18n.text("Urgent : que faire aujourd’hui"), "urgent")
            go = partial(self._context.navigator.go, to.Urgent(emergency=found.emergency))
            urgent.clicked.connect(lambda _=False: go())
            self.add(urgent)
        if dates := presenter.awaited(found, self._today):
            self._nearest(dates[0], found)
        self._timeline(found)
        self._next(found)
        self._notes(found)
        self._documents(found)
        self._removed(found)
        erase = i18n.text("Mettre ce dossier à la corbeille")
        self.set_actions(Button(self.look, erase, lambda: self._ask_to_erase(found)), self._back())

    def _back(self) -> Button:
        return Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")

    # ------------------------------------------------------------------ the next date

    def _nearest(self, date: NextDate, found: OpenDossier) -> None:
        """Show what presses most, large, with what to do about it."""
        _frame, column = self.card()
        column.addWidget(Words(self.look, timeline_words.when(date, self._today), "date"))
        awaited = timeline_words.what_is_awaited(date.event, past=date.past)
        column.addWidget(Words(self.look, awaited))
        self.lead(timeline_words.when(date, self._today), awaited)
        for words in (
            timeline_words.besides(date),
            timeline_words.note(date.event),
        ):
            if words:
                column.addWidget(Words(self.look, words, "hint"))
        row, flow = FlowLayout.row(self.look.space(2))
        for button in self._answers_to(date, found):
            flow.addWidget(button)
        if what_remains := late_of(date):
            go = self._context.navigator.go
            late = i18n.text("Trop tard ? Ce qui reste possible")
            flow.addWidget(Button(self.look, late, lambda: go(what_remains)))
        if flow.count():
            column.addWidget(row)
        for item in presenter.letters_for(date.event, found):
            self._letter(item, column)

    def _answers_to(self, date: NextDate, found: OpenDossier) -> list[Button]:
        """Return what may be said of a date, the likeliest first."""
        form = presenter.is_form(found)
        if timeline.is_decision(date.event):
            return [self._act(acts.act(timeline.POSTED, form=form), found, role="primary")]
        if date.event.kind != timeline.SILENCE_EXPECTED or not date.past:
            return []
        answer = self._act(acts.act(timeline.ANSWER, form=form), found)
        if presenter.asks_receipt(found):
            return [answer, self._act(acts.act(timeline.RECEIPT, form=form), found)]
        if presenter.may_note_silence(found):
            return [answer, Button(self.look, i18n.text("Personne n’a répondu"), self._silence)]
        return [answer]

    def _act(self, act: Act, found: OpenDossier, role: str = "secondary") -> Button:
        return Button(self.look, act.button, partial(self._note, act, found), role=role)

    def _letter(self, item: CatalogueItem, column: QVBoxLayout) -> None:
        """Offer a letter whose time has come, begun with what is known."""
        words = i18n.labelled(i18n.text("La lettre suivante"), i18n.pack_text(item.plain_title))
        button = LongButton(self.look, words, "lettre")
        button.clicked.connect(lambda _=False: self._follow(item.id))
        column.addWidget(button)

    def _follow(self, pack: str) -> None:
        follow(self._context, self, self._id, pack)

    # ------------------------------------------------------------------ the timeline

    def _timeline(self, found: OpenDossier) -> None:
        self.add(Words(self.look, i18n.text("Ce qui s’est passé, et ce qui vient"), "subheading"))
        told = presenter.lines(found, self._today)
        if not told:
            words = i18n.text("Rien n’est encore noté dans ce dossier.")
            self.add(Words(self.look, words, "hint"))
            return
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, line in enumerate(told, 1):
            column.addWidget(self._step_row(line, found, last=number == len(told)))
        self.add(place)

    def _step_row(self, line: Line, found: OpenDossier, *, last: bool) -> TimelineStep:
        row = TimelineStep(self.look, line.sentence, to_come=line.to_come, last=last)
        first, legal = line.dates
        large = "date" if line.event.awaited else "subheading"
        for words, role in ((first, large), (legal, "body")):
            if words:
                row.column.addWidget(Words(self.look, words, role))
        if line.event.kind == timeline.NEXT:
            self._about_step(line.event, found, row.column)
        if (reply := found.replies.get(line.event.id)) is not None:
            row.column.addWidget(Words(self.look, case_words.reply(reply), "hint"))
        if timeline.reply_of(line.event) == "wrong-body":
            for item in proposals.right_office(found):
                self._letter(item, row.column)
        buttons, flow = FlowLayout.row(self.look.space(1))
        for button in self._row_buttons(line, found):
            flow.addWidget(button)
        if flow.count():
            row.column.addWidget(buttons)
        return row

    def _about_step(self, event: Event, found: OpenDossier, column: QVBoxLayout) -> None:
        """Say to whom a step goes and in which case; offer its letter when it is at hand."""
        step = presenter.step_of(event, found)
        if step is not None and step.to:
            words = i18n.text("À qui : {body}").format(body=i18n.pack_text(step.to))
            column.addWidget(Words(self.look, words))
        if event.note:
            column.addWidget(Words(self.look, timeline_words.note(event), "hint"))
        for item in presenter.letters_of(event, found):
            self._letter(item, column)
        if not presenter.letters_of(event, found):
            column.addWidget(Words(self.look, no_letter(), "hint"))

    def _row_buttons(self, line: Line, found: OpenDossier) -> list[Button]:
        event, go = line.event, self._context.navigator.go
        form = presenter.is_form(found)
        buttons = []
        if event.kind == timeline.POSTED and event.document_id:
            see = i18n.text("Voir la preuve")
            buttons.append(
                self._about(see, line, partial(go, to.StoredDocument(document=event.document_id)))
            )
        if timeline.reply_of(event) == "late-appeal":
            remains = i18n.text("Trop tard ? Ce qui reste possible")
            late = partial(go, to.TooLate(procedure=event.procedure))
            buttons.append(self._about(remains, line, late))
        if line.may_correct:
            correct = partial(go, to.RecordEvent(dossier=self._id, event=event, form=form))
            buttons.append(self._about(i18n.text("Corriger"), line, correct))
        elif event.kind not in timeline.COMPUTED:
            remove = partial(self._change, self._presenter.remove, event)
            buttons.append(self._about(i18n.text("Retirer"), line, remove))
        if event.awaited:
            done = partial(self._done, event.id)
            words = (
                i18n.text("C’est fait")
                if event.kind in (timeline.TO_DO, timeline.PAPERS_ASKED)
                else i18n.text("Ne plus l’attendre")
            )
            buttons.append(self._about(words, line, done))
        elif event.kind == timeline.TO_DO or (timeline.is_asked(event) and event.last_day):
            again = partial(self._await_again, event.id)
            buttons.append(self._about(i18n.text("Ce n’est pas fait"), line, again))
        elif line.dates[0] and not line.to_come and found.sent is None:
            again = partial(self._await_again, event.id)
            buttons.append(self._about(i18n.text("L’attendre à nouveau"), line, again))
        return buttons

    def _about(self, words: str, line: Line, pressed: Callable[[], object]) -> Button:
        button = Button(self.look, words, pressed)
        button.setAccessibleName(i18n.labelled(words, line.sentence.rstrip(".")))
        return button

    # ------------------------------------------------------------------ what may follow

    def _next(self, found: OpenDossier) -> None:
        if found.next is None:
            words = i18n.text("Aucune date n’est calculée pour ce dossier : notez les vôtres.")
            self.add(Words(self.look, words, "hint"))
            self._remind(found)
            return
        self.add(Words(self.look, i18n.text("Où vous en êtes, et la suite"), "subheading"))
        for line in presenter.silence_words(found.next, found):
            self.add(Words(self.look, line))
        if presenter.asks_receipt(found):
            words = i18n.text(
                "Notez le jour où la lettre a été reçue : il est sur l’avis de réception, ou dans "
                "le suivi de La Poste avec votre numéro. Le silence se compte à partir de là."
            )
            self.add(Words(self.look, words))
        self._remind(found)
        steps = ladder_words.told(found.ladder, self._today)
        self.add(ladder(self.look, steps, lambda row, told: self._on_rung(row, told, found)))

    def _remind(self, found: OpenDossier) -> None:
        """Offer what may be written when nobody answers; beside the date, when there is one."""
        beside = any(e.awaited and e.kind == timeline.SILENCE_EXPECTED for e in found.events)
        if beside or not found.reminders:
            return
        _frame, column = self.card()
        words = i18n.text("Toujours pas de réponse ? Vous pouvez écrire de nouveau.")
        column.addWidget(Words(self.look, words))
        for item in found.reminders:
            self._letter(item, column)

    def _on_rung(self, row: LadderStep, told: Told, found: OpenDossier) -> None:
        """Say of a step that may follow whether its letter is in the program."""
        procedure = told.rung.procedure
        if told.rung.state != "ensuite" or not procedure:
            return
        if procedure not in found.letters:
            row.column.addWidget(Words(self.look, no_letter(), "hint"))
        elif letters := proposals.any_day(found, procedure):
            for item in letters:
                self._letter(item, row.column)
        elif not proposals.is_time(found):
            words = i18n.text("La lettre sera proposée ici ce jour-là.")
            row.column.addWidget(Words(self.look, words, "hint"))

    # ------------------------------------------------------------------ what may be noted

    def _notes(self, found: OpenDossier) -> None:
        self.add(Words(self.look, i18n.text("Noter ce qui arrive"), "subheading"))
        row, flow = FlowLayout.row(self.look.space(2))
        form = presenter.is_form(found)
        for act in (acts.printing(form=form), *acts.acts(form=form)):
            if presenter.may_note(act, found):
                flow.addWidget(self._act(act, found))
        if presenter.may_note_silence(found):
            flow.addWidget(Button(self.look, i18n.text("Personne n’a répondu"), self._silence))
        self.add(row)

    def _note(self, act: Act, found: OpenDossier) -> None:
        which = presenter.letters_to_name(found) if act.posting else ()
        self._context.navigator.go(
            to.RecordEvent(
                dossier=self._id, kind=act.kind, form=presenter.is_form(found), which=which
            ),
        )

    def _documents(self, found: OpenDossier) -> None:
        self.add(Words(self.look, i18n.text("Les documents"), "subheading"))
        if not found.documents:
            self.add(Words(self.look, i18n.text("Aucun document dans ce dossier."), "hint"))
        for document in found.documents:
            self.add(
                RowButton(
                    self.look,
                    presenter.document_words(document, found),
                    partial(self._context.navigator.go, to.StoredDocument(document=document.id)),
                )
            )
        words = i18n.text("Ajouter un papier reçu")
        self.add(Button(self.look, words, self._choose_paper))

    def put_paper(self, path: str) -> None:
        """File this paper, received from elsewhere, in the dossier."""
        chosen = Path(path)
        self._context.jobs.run(
            lambda: self._presenter.add_paper(chosen), done=self._filed, failed=self.say_problem
        )

    def _filed(self, notices: tuple[str, ...]) -> None:
        self._again(i18n.text("Le papier est rangé dans le dossier."))
        for notice in notices:
            self._context.navigator.tell(notice)

    def _choose_paper(self) -> None:
        path = choosing.open_file(
            self, self._context, i18n.text("Quel papier ?"), presenter.photo_kinds()
        )
        if path:
            self.put_paper(path)

    def _removed(self, found: OpenDossier) -> None:
        dropped = presenter.no_longer_awaited(found)
        if not found.removed and not dropped:
            return
        self.add(Words(self.look, i18n.text("Retiré de ce dossier"), "subheading"))
        for event in dropped:
            told = timeline_words.what_happened(event, form=presenter.is_form(found))
            words = i18n.labelled(i18n.text("Attendre à nouveau"), told)
            self.add(RowButton(self.look, words, partial(self._await_again, event.id)))
        for event in found.removed:
            told = timeline_words.what_happened(event, form=presenter.is_form(found))
            words = i18n.labelled(i18n.text("Remettre"), told)
            back = partial(self._change, self._presenter.put_back, event)
            self.add(RowButton(self.look, words, back))

    # ------------------------------------------------------------------ gestures

    def _silence(self) -> None:
        self._context.jobs.run(
            self._presenter.silence, done=lambda _: self._again(), failed=self.say_problem
        )

    def _change(self, change: Callable[[Event], None], event: Event) -> None:
        self._context.jobs.run(
            lambda: change(event), done=lambda _: self._again(), failed=self.say_problem
        )

    def _done(self, event: str) -> None:
        safe = self._presenter.safe
        self._context.jobs.run(
            lambda: safe.events.done(event), done=lambda _: self._again(), failed=self.say_problem
        )

    def _await_again(self, event: str) -> None:
        safe = self._presenter.safe
        self._context.jobs.run(
            lambda: safe.events.await_again(event),
            done=lambda _: self._again(),
            failed=self.say_problem,
        )

    def _again(self, said: str = "") -> None:
        """Show the dossier as it is now, from the top: the button that was pressed may be gone."""
        self._context.navigator.say_saved(said or i18n.text("Noté dans le dossier."))
        self.focus_heading()
        self._refresh()

    def _ask_to_erase(self, found: OpenDossier) -> None:
        yes = Button(self.look, i18n.text("Mettre à la corbeille"), self._erase)
        no = Button(self.look, i18n.text("Garder"), self._keep)
        self.say_error(presenter.erasing_words(found), yes, no)

    def _keep(self) -> None:
        self.clear_problem()
        self.focus_heading()

    def _erase(self) -> None:
        self._context.jobs.run(
            self._presenter.throw, done=lambda _: self._erased(), failed=self.say_problem
        )

    def _erased(self) -> None:
        navigator = self._context.navigator
        navigator.restart(to.Home())
        navigator.go(to.Bin())
        navigator.say_saved(i18n.text("Le dossier est à la corbeille, pour trente jours."))
