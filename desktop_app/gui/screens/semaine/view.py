"""Cette semaine: the next dates of everyone, the prudent one first and large."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import spoken
from desktop_app.gui.context import Context
from desktop_app.gui.screens.late import late_page
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.todays_date import counted_today, dates_only
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongCheck
from desktop_app.pages import destinations as to
from desktop_app.sentences import timeline_words
from desktop_app.sentences.agenda_words import Group, entries, grouped, listed
from desktop_app.sentences.calendar_file import calendar_file
from desktop_app.workflow.matter.dossiers import NextDate, next_dates

AT_ONCE = 20
"""Dates shown at first."""


class Semaine(Page):
    """A list of sentences; each date opens its dossier."""

    def __init__(self, context: Context, _asked: to.Week) -> None:
        super().__init__(context.look, i18n.text("Cette semaine"))
        self._context = context
        self._today = counted_today(context)
        if told := dates_only(context):
            self.add(Words(self.look, told))
        safe = context.session.safe
        if safe is None:
            self._empty(i18n.text("Sans coffre, aucune date n’est gardée."))
            return
        today = self._today
        context.jobs.run(
            lambda: next_dates(safe, today=today), done=self._show_dates, failed=self.say_problem
        )

    def _show_dates(self, found: tuple[NextDate, ...]) -> None:
        if not found:
            self._empty(i18n.text("Rien à faire cette semaine."))
            return
        place = QWidget()
        self._list = QVBoxLayout(place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(self.look.space(2))
        self.add(place)
        self._show(grouped(found, self._today))
        self._add_outside(found)
        self._actions_at_foot()

    def _add_outside(self, found: tuple[NextDate, ...]) -> None:
        """Offer these dates on paper, and in a calendar of the person's."""
        look, today = self.look, self._today
        printed = self._context.tools.clock.today()
        letters = self._context.tools.letters
        frame, column = self.framed()
        column.addWidget(Words(look, i18n.text("Ces dates ailleurs"), "subheading"))
        column.addWidget(
            Words(
                look,
                i18n.text(
                    "Le papier et le fichier ne sont pas protégés par le coffre. Un agenda de "
                    "téléphone est souvent lu par d’autres."
                ),
                "hint",
            )
        )
        named = LongCheck(look, i18n.text("Écrire les noms et les dossiers dans le fichier"))
        state = Progress(look)
        out = SheetOut(self._context, self, state)
        buttons, flow = FlowLayout.row(look.space(1))
        flow.addWidget(
            Button(
                look,
                i18n.text("Imprimer la liste"),
                lambda: out.print(lambda: letters.agenda(listed(found, today), printed)),
            )
        )
        flow.addWidget(
            Button(
                look,
                i18n.text("Enregistrer pour un agenda (.ics)"),
                lambda: _save_calendar(out, found, printed, named=named.isChecked()),
            )
        )
        for widget in (named, buttons, state):
            column.addWidget(widget)
        self.add(frame)

    def _show(self, groups: Sequence[Group], said: str = "") -> None:
        """Show the first dates; the others at a gesture, for an office follows hundreds.

        ``said``: the heading already on the page, which the first dates go on under.
        """
        left = AT_ONCE
        later: list[Group] = []
        for group in groups:
            now, then = group.dates[:left], group.dates[left:]
            left -= len(now)
            if now and group.title != said:
                self._list.addWidget(Words(self.look, group.title, "subheading"))
            for one in now:
                self._list.addWidget(self._date(one))
            if then:
                later.append(Group(group.title, then))
            if now:
                said = group.title
        if count := sum(len(group.dates) for group in later):
            words = i18n.plural("Voir {n} autre", "Voir les {n} autres", count)
            self._more = Button(self.look, words, lambda: self._show_more(later, said))
            self._list.addWidget(self._more)

    def _show_more(self, groups: Sequence[Group], said: str) -> None:
        place = self._list.count() - 1
        self._list.takeAt(place)
        self._more.hide()
        self._more.deleteLater()
        self._show(groups, said)
        for index in range(place, self._list.count()):
            item = self._list.itemAt(index)
            shown = item.widget() if item is not None else None
            button = shown.findChild(Button) if shown is not None else None
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _date(self, one: NextDate) -> QWidget:
        frame, column = self.framed()
        column.addWidget(Words(self.look, timeline_words.when(one, self._today), "date"))
        awaited = timeline_words.what_is_awaited(one.event, past=one.past)
        column.addWidget(Words(self.look, awaited))
        for words in (
            timeline_words.for_whom(one.event),
            timeline_words.besides(one),
        ):
            if words:
                column.addWidget(Words(self.look, words, "hint"))
        buttons, flow = FlowLayout.row(self.look.space(1))
        opener = self._open(one)
        opener.setAccessibleDescription(spoken(timeline_words.when(one, self._today), awaited))
        flow.addWidget(opener)
        if what_remains := late_page(one):
            go = self._context.navigator.go
            words = i18n.text("Trop tard ? Ce qui reste possible")
            late = Button(self.look, words, lambda: go(what_remains))
            late.setAccessibleName(i18n.labelled(words, timeline_words.for_whom(one.event)))
            flow.addWidget(late)
        column.addWidget(buttons)
        return frame

    def _open(self, one: NextDate) -> Button:
        dossier = one.event.dossier_id
        button = Button(
            self.look,
            i18n.text("Ouvrir le dossier"),
            lambda: self._context.navigator.go(to.Dossier(dossier=dossier)),
        )
        about = timeline_words.for_whom(one.event)
        button.setAccessibleName(i18n.labelled(i18n.text("Ouvrir le dossier"), about))
        return button

    def _empty(self, words: str) -> None:
        self.add(Words(self.look, words))
        self.add(
            Words(
                self.look,
                i18n.text(
                    "Une date vient ici quand vous rangez une lettre dans le coffre, "
                    "ou quand vous notez une décision reçue."
                ),
                "hint",
            )
        )
        self._actions_at_foot()

    def _actions_at_foot(self) -> None:
        navigator = self._context.navigator
        self.set_actions(
            Button(self.look, i18n.text("Mes documents"), lambda: navigator.go(to.Documents())),
            Button(self.look, i18n.text("Retour"), navigator.back, role="plain"),
        )


def _save_calendar(
    out: SheetOut, found: tuple[NextDate, ...], today: dt.date, *, named: bool
) -> None:
    out.save(
        i18n.text("papier-libre.ics"),
        i18n.text("Agenda (*.ics)"),
        lambda: calendar_file(entries(found, today, named=named), today),
        i18n.text("Le fichier est enregistré : ouvrez-le avec votre agenda."),
    )
