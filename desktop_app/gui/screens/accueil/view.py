"""The first screen: what happens to you, in your words; what was begun; what comes this week."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.screens.accueil.presenter import (
    Welcome,
    dates_left,
    drafts,
    drafts_left,
    in_memory,
    models_left,
    welcome,
)
from desktop_app.gui.starting import go_on, start, take_up
from desktop_app.gui.todays_date import look_at_day
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.search import SearchBox
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages.finding import Offer

if TYPE_CHECKING:
    from desktop_app.gui.writing import Writing

AFTER_PAINT_MS = 300
"""Today's date is looked at once the page is seen: what reads it is not loaded before."""


class Accueil(Page):
    """Three plain choices, a search box, and what makes the program trustworthy."""

    def __init__(self, context: Context, _asked: to.Home) -> None:
        super().__init__(context.look, i18n.text("Que vous arrive-t-il ?"))
        self._context = context
        self._add_choices()
        self._search = SearchBox(context, self._begin)
        self.add(self._search)
        self._asks = self._hollow()
        self._begun = self._hollow()
        self._week = self._hollow()
        self._add_places()
        self.add(
            Words(
                self.look,
                i18n.text("Gratuit. Sans compte. Rien ne quitte cet ordinateur."),
                "hint",
            )
        )
        QTimer.singleShot(AFTER_PAINT_MS, self, self._look_at_day)
        if context.session.safe is not None and waits_to_be_asked(context):
            self._wait_to_be_asked()
        else:
            self._read()

    def _wait_to_be_asked(self) -> None:
        """Show nobody's name to the visitor who sits before the desk."""
        button = Button(self.look, i18n.text("Voir ce qui est commencé et la semaine"), self._asked)
        self._asks.addWidget(button)
        self._reveal(self._asks)

    def _asked(self) -> None:
        place = self._asks.parentWidget()
        self.focus_heading()
        if place is not None:
            place.hide()
        self._read()

    def _add_choices(self) -> None:
        for kind, words in (
            ("lettre", i18n.text("J’ai reçu une lettre")),
            ("demande", i18n.text("Je veux demander quelque chose")),
            ("formulaire", i18n.text("J’ai un formulaire, papier ou PDF")),
        ):
            button = LongButton(self.look, words, kind)
            button.clicked.connect(
                lambda _=False, k=kind: self._context.navigator.go(to.Find(kind=k))
            )
            self.add(button)

    def _add_places(self) -> None:
        """Lead to what presses, and to the safe; on a public terminal, to what presses alone."""
        session = self._context.session
        urgent: tuple[str, to.Destination, str] = (
            "urgent",
            to.Urgent(),
            i18n.text("Urgent : expulsion, OQTF, revenus coupés"),
        )
        if session.public:
            places: list[tuple[str, to.Destination, str]] = []
        elif session.safe is None:
            places = [("coffre", to.SafeHome(), i18n.text("Mon coffre : garder mes papiers"))]
        else:
            places = [
                ("semaine", to.Week(), i18n.text("Cette semaine")),
                ("documents", to.Documents(), i18n.text("Mes documents")),
                ("personnes", to.People(), i18n.text("Personnes")),
                ("coffre", to.SafeHome(), i18n.text("Coffre")),
            ]
        row, flow = FlowLayout.row(self.look.space(1))
        for drawing, destination, words in (urgent, *places):
            button = LongButton(self.look, words, drawing)
            button.clicked.connect(self._going(destination))
            flow.addWidget(button)
        self.add(row)

    def _going(self, destination: to.Destination) -> Callable[..., object]:
        return lambda _checked=False: self._context.navigator.go(destination)

    def _hollow(self) -> QVBoxLayout:
        """Return a place that is filled once the safe was read."""
        place = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        place.setSizePolicy(policy)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(1))
        place.hide()
        self.add(place)
        return column

    def _read(self) -> None:
        safe, tools = self._context.session.safe, self._context.tools
        person = self._context.session.person
        self._offer_what_is_in_memory()
        if safe is None:
            return
        counted = self._context.session.doubt is None
        self._context.jobs.run(
            lambda: welcome(safe, tools.catalogue, tools.clock.today(), person, counted=counted),
            done=self._say,
            failed=self.say_problem,
        )

    def _offer_what_is_in_memory(self) -> None:
        """Offer what was begun and is in no safe, as long as the program runs."""
        session = self._context.session
        named = not session.public and self._context.tools.mode != "association"
        begun = in_memory(session, named=named)
        self._offer([(words, self._going_on(writing)) for words, writing in begun])
        if session.safe is None and (model := session.editing) is not None and model.unsaved:
            words = i18n.text("Vous n’aviez pas fini votre modèle")
            self._offer([(words, self._going(model.place))])

    def _going_on(self, writing: "Writing") -> Callable[..., object]:
        return lambda _checked=False: go_on(self._context, writing)

    def _offer(self, taken_up: list[tuple[str, Callable[..., object]]]) -> None:
        """Add what can be taken up again, under its title."""
        if taken_up and not self._begun.count():
            self._begun.addWidget(Words(self.look, i18n.text("Reprendre"), "subheading"))
        for words, act in taken_up:
            self._begun.addWidget(self._take_up_button(words, act))
        if taken_up:
            self._reveal(self._begun)

    def _look_at_day(self) -> None:
        if not self.left:
            look_at_day(self._context, self)

    def _say(self, said: Welcome) -> None:
        taken_up = [(words, self._taking_up(draft)) for draft, words in said.drafts]
        taken_up += [(words, self._model(draft)) for draft, words in said.models]
        self._offer(taken_up)
        if said.drafts_left:
            words = drafts_left(said.drafts_left)
            self._others = Button(self.look, words, lambda: self._read_others(len(said.drafts)))
            self._begun.addWidget(self._others)
        if said.models_left:
            words = models_left(said.models_left)
            self._begun.addWidget(Button(self.look, words, self._going(to.Models())))
        if said.dates:
            self._week.addWidget(Words(self.look, i18n.text("À faire cette semaine"), "subheading"))
            for dossier, words in said.dates:
                button = LongButton(self.look, words, "semaine")
                button.clicked.connect(lambda _=False, d=dossier: self._open(d))
                self._week.addWidget(button)
            if said.dates_left:
                words = dates_left(said.dates_left)
                self._week.addWidget(Button(self.look, words, self._going(to.Week())))
            self._reveal(self._week)

    def _take_up_button(self, words: str, act: Callable[..., object]) -> LongButton:
        button = LongButton(self.look, words, "reprendre")
        button.clicked.connect(act)
        return button

    def _read_others(self, skip: int) -> None:
        """Offer the drafts that were not, in place of the button that was pressed."""
        safe, tools = self._context.session.safe, self._context.tools
        person = self._context.session.person
        if safe is None:
            return
        self._context.jobs.run(
            lambda: drafts(safe, tools.catalogue, tools.clock.today(), person, skip=skip)[0],
            done=self._show_others,
            failed=self.say_problem,
        )

    def _show_others(self, found: Sequence[tuple[str, str]]) -> None:
        place = self._begun.indexOf(self._others)
        self._begun.removeWidget(self._others)
        self._others.hide()
        self._others.deleteLater()
        for row, (draft, words) in enumerate(found, place):
            button = self._take_up_button(words, self._taking_up(draft))
            self._begun.insertWidget(row, button)
            if row == place:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taking_up(self, draft: str) -> Callable[..., object]:
        return lambda _checked=False: take_up(self._context, self, draft)

    def _model(self, draft: str) -> Callable[..., object]:
        go = self._context.navigator.go
        return lambda _checked=False: go(to.ResumeModel(draft=draft))

    def _open(self, dossier: str) -> None:
        self._context.navigator.go(to.Dossier(dossier=dossier))

    def _reveal(self, column: QVBoxLayout) -> None:
        place = column.parentWidget()
        if place is not None:
            place.show()

    def _begin(self, offer: Offer) -> None:
        start(self._context, self, offer.pack)
