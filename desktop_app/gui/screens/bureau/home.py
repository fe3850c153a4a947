"""The day of an office: what presses, who is there. What it says is in ``pages/office_home.py``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.core.changes import (
    Change,
    DossierChanged,
    EventsChanged,
    PersonChanged,
    VisitsChanged,
)
from desktop_app.core.errors import Notice
from desktop_app.core.moment import day_of
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import Names
from desktop_app.gui.page_places import LivePlace
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.bureau.circles import office_of, work_in
from desktop_app.gui.screens.coffre.day_backup import tell_of_safe
from desktop_app.gui.starting import take_up
from desktop_app.gui.todays_date import answer, look_at_day
from desktop_app.gui.widgets.side_list import SideList
from desktop_app.gui.widgets.stops import stops_in
from desktop_app.pages import circles as circle_words
from desktop_app.pages import destinations as to
from desktop_app.pages import office_home as value
from desktop_app.pages import titles
from desktop_app.pages.gestures import TakeUp, TurnNames
from desktop_app.pages.page import Answers, Found, Gesture, Live
from desktop_app.workflow.matter.law_moved import moved
from desktop_app.workflow.office import day as office
from desktop_app.workflow.office import reserved

if TYPE_CHECKING:
    from desktop_app.workflow.store import Safe

EVERY_MS = 30_000
"""Minutes are told: they go by."""


class OfficeHomeScreen(PageView):
    """Names nobody until one asks; begun anew, one writes for nobody in particular."""

    text, next_to_it = 62, 27

    def __init__(self, context: Context, _asked: to.OfficeHome) -> None:
        today = context.tools.clock.today()
        super().__init__(context, value.heading(today))
        self.entitle(titles.of(to.OfficeHome))
        session = context.session
        session.to_file = session.received = None
        session.write_for("", "")
        self._day: office.Day | None = None
        self._there = LivePlace(self, Live(value.SIDE))
        self._names = Names(self, self._show_names)
        self._unseen = True
        self.fill(value.page(today, None, windowed=True))
        self._minutes = QTimer(self, interval=EVERY_MS)
        self._minutes.timeout.connect(self._pass)
        self._minutes.start()
        if session.visiting:
            self._leave_circle()
        else:
            self.read_again()

    def own(self, name: str) -> QWidget:
        """Return the place of who is there, beside the page where there is room."""
        self.live[name] = self._there  # the page forgot it with what it held before
        seen = SideList(self.look, self._there)
        return self.put_aside(seen, seen.show_whole)

    def _side_stops(self) -> list[QWidget]:
        return stops_in(self._there)  # what scrolls by itself is in no layout

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unseen:
            self._unseen = False
            QTimer.singleShot(0, self, lambda: look_at_day(self.context, self))

    def shows(self, changed: Change) -> bool:
        """Tell of dates, of people and of visits."""
        return isinstance(changed, VisitsChanged | EventsChanged | DossierChanged | PersonChanged)

    def read_again(self) -> None:
        """Read the day in the worker, and show it."""
        safe, tools, session = self.context.session.safe, self.context.tools, self.context.session
        if safe is None or session.visiting:
            return
        now, counted = tools.clock.now(), session.doubt is None

        def count(due: office.Due) -> None:
            if self._day is not None:
                self._day = replace(self._day, due=due)
                self._show()

        def show(found: office.Day) -> None:
            former, first = self._day, self._day is None
            self._day = found if former is None else replace(found, due=former.due)
            self._show()
            if first:
                self._look_in_circles(safe, now.day)
            if counted:
                self.run(lambda: office.due(safe, now.day), count)
            if first:
                self.turned.emit()  # what stood under a hand has moved

        def read() -> office.Day:
            day = office.read(safe, tools.catalogue, now, counted=counted)
            if told := moved(safe, tools.law, tools.catalogue, now.day):
                day = replace(day, moved=len(told))
            circles = self._circles(safe)
            return reserved.beside(day, circles, now) if circles else day

        self.run(read, show)

    def _circles(self, safe: "Safe") -> "Sequence[Safe]":
        """Return those that are open beside the safe of all; a circle has none."""
        return safe.circles.open if self.context.session.main is None else ()

    def _look_in_circles(self, safe: "Safe", on: dt.date) -> None:
        """Open those of the phrase, after the page is there; who reads none hears of none."""
        if self.context.session.main is not None or safe.circles.looked:
            return
        told = list[Notice]()

        def show(found: "Sequence[Safe]") -> None:
            for notice in told:
                tell_of_safe(self.context, safe, notice)
            if found:
                self.read_again()

        self.run(lambda: reserved.opened(safe, on=on, tell=told.append), show)

    def _leave_circle(self) -> None:
        """Work in the safe of all again, the phrase not being typed: a line had led out of it."""
        office = office_of(self.context)

        def left() -> None:
            self.context.navigator.say_saved(circle_words.entered(""))
            self.read_again()

        work_in(self.context, self, office, left)

    def _enter(self, circle: str, place: to.Destination) -> None:
        """Work in a circle until one comes home, at what was chosen here."""
        safe = self.context.session.safe
        if safe is None:
            return
        wanted = next((one for one in self._circles(safe) if one.id == circle), None)
        if wanted is None:
            self.read_again()  # it closed meanwhile
            return

        def entered() -> None:
            self.context.navigator.go(place)
            self.context.navigator.say_saved(circle_words.visited())

        work_in(self.context, self, wanted, entered, visiting=True)

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return whom what is typed may mean; nobody, while nothing is."""
        safe = self.context.session.safe
        if safe is None or not typed.strip():
            return value.nothing_typed()
        circles = self._circles(safe)
        found = reserved.found(safe, circles, typed, skip=skip, most=value.AT_ONCE)
        return value.found(found, names=self._names.shown)

    def perform(self, gesture: Gesture) -> None:
        """Show the names, note who comes, receives or ends, go back to a question."""
        match gesture:
            case TurnNames():
                self._names.toggle()
            case value.BeginFor(person, name):
                self.context.session.write_for(person, name)
                self.context.navigator.go(to.OfficeSheet())
            case value.InCircle(circle, place):
                self._enter(circle, place)
            case TakeUp():
                take_up(self.context, self, gesture)
            case Answers():
                answer(self.context, self, gesture)
            case _:
                self._note(gesture)

    def _note(self, gesture: Gesture) -> None:
        safe, now = self.context.session.safe, self.context.tools.clock.now()
        if safe is None:
            return
        day, at = now.day, now.at.time()
        match gesture:
            case value.Arrives(person):
                self.gesture(value.came(), lambda: safe.visits.arrive(person, day=day, at=at))
            case value.Receive(person):

                def receive() -> None:
                    with safe.act():
                        office.receive(safe, safe.visits.arrive(person, day=day, at=at), at=at)

                self.gesture(value.is_received(), receive)
            case value.EndVisit(visit):
                self.gesture(value.has_ended(), lambda: safe.visits.end(visit, at=at))

    def _show_names(self, names: bool) -> None:
        """Show them everywhere on the page, or nowhere; who has the focus keeps it."""
        self._show()
        for box in self.searches.values():
            if box.said:
                box.look()
        announce(self, value.names_said(names=names))

    def _show(self) -> None:
        day, names = self._day, self._names.shown
        if day is None:
            return
        self.live[value.PRESSING].renew(tuple(value.pressing(day, names=names)))
        self.live[value.SIDE].renew(tuple(value.side(day, names=names)))
        self.live[value.NAMES].renew(tuple(value.foot(day, names=names)))

    def _pass(self) -> None:
        """Tell the minutes that went by, unless one is there; a new day is read."""
        now, day = self.context.tools.clock.now(), self._day
        if day is None or self.isHidden():
            return
        if now.day != day_of(day.today):
            self.retitle(value.heading(now.day))
            self.read_again()
        elif not self._there.isAncestorOf(self.window().focusWidget() or self):
            self._day = replace(day, today=now)
            self.live[value.SIDE].renew(tuple(value.side(self._day, names=self._names.shown)))
