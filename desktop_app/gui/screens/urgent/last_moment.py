"""Until when: the day and the hour a decision was handed over, then each last moment."""

import datetime as dt

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.packs.model import Question
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.dossier.presenter import read_day
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.urgent import EmergencyPage, LastMoment, in_hours, last_moments


class LastMomentAsked(QFrame):
    """A block of the page of an emergency; what is typed here is kept nowhere."""

    def __init__(self, context: Context, page: Page, emergency: EmergencyPage) -> None:
        super().__init__()
        look = context.look
        self._context, self._page, self._emergency = context, page, emergency
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        margin = look.space(2)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space(1))
        self._column.addWidget(Words(look, i18n.text("Jusqu’à quand ?"), "subheading"))
        self._question = i18n.text("Quel jour la décision vous a-t-elle été remise ?")
        label = Words(look, self._question)
        asked = Question(id="jour", kind="date", label=self._question)
        self._day = DateAnswer(look, asked, label)
        self._day.describe("", "")
        self._hour = LineField(
            look,
            i18n.text("À quelle heure ?"),
            characters=6,
            hint=i18n.text(
                "Par exemple 16:30. Si vous ne savez pas, laissez vide : minuit est compté."
            ),
        )
        self._told = Words(look)
        self._told.hide()
        count = Button(look, i18n.text("Voir le dernier moment"), self._count)
        for widget in (label, self._day, self._hour, count, self._told):
            self._column.addWidget(widget)
        # Once it has its place: a widget shown without one is a window of its own.
        self._hour.setVisible(any(in_hours(one.procedure) for one in emergency.following))

    def _count(self) -> None:
        context, emergency = self._context, self._emergency
        today = context.tools.clock.today()
        day = read_day(str(self._day.answer()), self._question, today)
        hour = read_hour(self._hour.text())
        error = i18n.text("Écrivez le jour, le mois et l’année : par exemple 3, 11 et 2026.")
        self._day.describe("", error if day is None else "")
        if day is None:
            self._say(error)
        elif hour is None:
            self._say(i18n.text("Écrivez l’heure ainsi : 16:30."))
        else:
            moment = dt.datetime.combine(day, hour)
            context.jobs.run(
                lambda: last_moments(context.tools.law, emergency, moment, today),
                done=self._show,
                failed=self._page.say_problem,
            )

    def _show(self, found: tuple[LastMoment, ...]) -> None:
        today = counted_today(self._context)
        lines: list[str] = []
        for one in found:
            lines.append(i18n.pack_text(one.procedure.plain_title))
            lines += case_words.moment_lines(one, today)
        self._say("\n".join(lines))

    def _say(self, words: str) -> None:
        self._told.say(words)
        self._told.show()
        announce(self._told, words)


def read_hour(typed: str) -> dt.time | None:
    """Return the hour typed, midnight when nothing is: the safest; None when it is none."""
    written = typed.strip().lower().replace("h", ":").rstrip(":")
    if not written:
        return dt.time()
    hours, _, minutes = written.partition(":")
    try:
        return dt.time(int(hours), int(minutes or "0"))
    except ValueError:
        return None
