"""The day a letter came, then every procedure that may apply, with its dates and its letters."""

import datetime as dt

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.deadlines.errors import NoticeNotUnderstood
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.deadlines.tables import Event
from desktop_app.gui.accessible import announce, spoken
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.dossier.presenter import read_day
from desktop_app.gui.screens.quel_delai.days import Days
from desktop_app.gui.starting import start
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.sentences import case_words, deadline_words
from desktop_app.workflow.guidance.which_delay import Candidate, Notified, counted


class Answered(QFrame):
    """What is typed here is kept nowhere. Without a day, the procedures are shown all the same."""

    def __init__(
        self,
        context: Context,
        page: Page,
        found: tuple[Candidate, ...],
        event: Event,
        told: bool | None,
    ) -> None:
        super().__init__()
        self._context, self._page, self._found = context, page, found
        self._event, self._told = event, told
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.space(1))
        self._cards: list[QFrame] = []
        self._column.addWidget(Words(context.look, case_words.notice_first()))
        self._days = Days(context.look, event)
        self._column.addWidget(self._days)
        self._written = None if told is False else self._asked_notice()
        self._column.addWidget(Button(context.look, i18n.text("Voir jusqu’à quand"), self._count))
        self._state = Words(context.look, case_words.which_one(len(found)))
        self._column.addWidget(self._state)
        self._show(found, counted=False)

    def _asked_notice(self) -> LineField:
        """Ask, in one line, for a length or a day: the two ways in which a letter says it."""
        field = LineField(
            self._context.look,
            i18n.text("Quel délai pour contester est écrit sur la lettre ?"),
            characters=20,
            hint=i18n.text(
                "Par exemple : 2 mois, 30 jours, ou 24/01/2027. Laissez vide si rien n’est écrit."
            ),
        )
        self._column.addWidget(field)
        return field

    def _notice(self, today: dt.date) -> WrittenDelay | dt.date | None:
        """Return what the letter says itself; raises ``NoticeNotUnderstood``."""
        written = self._written.text().strip() if self._written else ""
        if not written:
            return None
        return read_day(written, "", today) or read_delay(written)

    def _count(self) -> None:
        context, today = self._context, counted_today(self._context)
        said = self._days.said(today)
        if isinstance(said, str):
            self._say(said)
            return
        try:
            notice = self._notice(today)
        except NoticeNotUnderstood as error:
            self._say(words_of(error))
            return
        notified = Notified(
            self._event.id,
            said.date,
            said.picked_up,
            said.received,
            said.opened,
            said.agreed,
            self._told,
            notice,
        )
        context.jobs.run(
            lambda: counted(context.tools.law, self._found, notified, today),
            done=self._tell,
            failed=self._page.say_problem,
        )

    def _tell(self, found: tuple[Candidate, ...]) -> None:
        self._show(found, counted=True)
        self._say(case_words.which_one(len(found)))

    def _say(self, words: str) -> None:
        self._state.say(words)
        announce(self._state, words)

    def _show(self, found: tuple[Candidate, ...], *, counted: bool) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(one, counted=counted) for one in found]
        for card in self._cards:
            self._column.addWidget(card)

    def _card(self, found: Candidate, *, counted: bool) -> QFrame:
        look = self._context.look
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setSpacing(look.space(1))
        title = i18n.pack_text(found.procedure.plain_title)
        column.addWidget(Words(look, title, "subheading"))
        if found.emergency:
            urgent = LongButton(look, i18n.text("Urgent : que faire aujourd’hui"), "urgent")
            urgent.clicked.connect(
                lambda _=False: self._context.navigator.go(to.Urgent(emergency=found.emergency))
            )
            column.addWidget(urgent)
        today = counted_today(self._context)
        lines = case_words.candidate_lines(found, today, counted=counted)
        for words in lines:
            column.addWidget(Words(look, words))
        for place, item in enumerate(found.letters):
            words = i18n.labelled(i18n.text("Écrire la lettre"), i18n.pack_text(item.plain_title))
            button = LongButton(look, words, "lettre")
            button.clicked.connect(
                lambda _=False, pack=item.id: start(self._context, self._page, pack)
            )
            if place == 0:  # heard with it: until when, and of what this card speaks
                button.setAccessibleDescription(spoken(title, *lines))
            column.addWidget(button)
        legal = deadline_words.legal_name(found.procedure.title)
        column.addWidget(Words(look, legal, "hint"))
        return card
