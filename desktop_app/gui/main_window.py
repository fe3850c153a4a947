"""The window: the bar that is always there, and the present screen under it. No decisions."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from desktop_app import i18n
from desktop_app.gui import language
from desktop_app.gui.accessible import SPOKEN_AS
from desktop_app.gui.asker import Asker
from desktop_app.gui.bar import Bar, Gesture
from desktop_app.gui.context import Context
from desktop_app.gui.cover import Cover
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.look.gestures import LookGestures
from desktop_app.gui.look.look import Look
from desktop_app.gui.look.ring import FocusRing
from desktop_app.gui.notices import Notices
from desktop_app.gui.reading import Reading
from desktop_app.gui.saved_line import SavedLine
from desktop_app.gui.session import Locked, Session
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import column_in, lay_out
from desktop_app.gui.widgets.leaving import can_hold
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.window_size import WindowSize
from desktop_app.pages import destinations as to
from desktop_app.pages import titles
from desktop_app.pages.page import Chosen
from desktop_app.pages.titles import PROGRAM

if TYPE_CHECKING:
    pass

FIRST: tuple[type[to.Destination], ...] = (
    to.Home,
    *get_args(to.SafePage),
    to.Erased,
    to.EndSession,
    to.Entrance,
)
"""Pages before which there is none; before any other, where nothing is left to return to, the first
of these is."""


class _Body(QWidget):
    """The bar and the page; its page scrolls, so that no height is too small."""

    def minimumSizeHint(self) -> QSize:
        # Qt asks for the bar's height at its narrowest, where each button has its own line: with
        # large letters the window would grow out of a small screen.
        return QSize(super().minimumSizeHint().width(), 0)


class MainWindow(QMainWindow):
    """Holds the bar and one page at a time; implements ``context.Navigator``.

    ``turned`` is emitted each time another thing than before is in view, ``uncovered`` when what
    was hidden is shown again.
    """

    turned = Signal()
    uncovered = Signal()

    def __init__(
        self, look: Look, session: Session, make: Callable[[to.Destination], Page]
    ) -> None:
        """``make`` builds the screen of a destination."""
        super().__init__()
        self._look = look
        self._session = session
        # Set by ``app.py``: all that comes with the window and ends with it (``app.dismiss``).
        self.ring: FocusRing | None = None
        self.inputs: InputWatcher | None = None
        self.brought: QObject | None = None
        self.context: Context  # set by ``app.py``: it holds the window, and the window it
        # Set by ``app.py``: the key that hides the page, and what it does.
        self.hiding: QObject | None = None
        self.hide_page: Callable[[], object] = bool
        self.hides_if_coded: Callable[[], bool] = bool
        # Set by ``app.py``: how long the hand had rested before it struck last.
        self.rested: Callable[[], float] = float
        # Set by ``app.py``: locks the safe, then goes on.
        self.lock: Callable[[Callable[[], object]], object] = bool
        # Set by ``app.py``: what saves what is in hand.
        self.unsaved: Callable[[], Sequence[Callable[[], object]]] = tuple
        # Set by ``app.py`` on a public terminal: forgets everything, then begins a fresh process.
        self.end: Callable[[], object] = bool
        self.after_end: Callable[[], object] = bool
        self.begin_again: Callable[[], object] = bool
        # Set by ``app.py``: once all is locked, goes on as a fresh process.
        self.after_lock: Callable[[Locked], object] = bool
        self._make = make
        self._held_back = False
        self._trail: list[to.Destination] = []
        self._suspends = False  # the way home leaves an interview of an office
        self._asker = Asker(session)
        self._pages = QStackedWidget()
        self._pages.setProperty(SPOKEN_AS, "pages")
        body = _Body()
        column = column_in(body, 0)
        self._looks = LookGestures(look, self)
        self._bar = Bar(look, self._gestures, Gesture("", self._going(to.BarTools())))
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self._cover = Cover(column, ((self._bar, 0), (self._pages, 1)), self._shortcuts())
        self._notices = Notices(look, session, self.page, lambda: self.covered)
        self._closing = False
        self._reading = Reading(self)
        self._saving = SavedLine(self._bar, session, self._notices, self)
        self.setCentralWidget(body)
        self.setWindowTitle(PROGRAM)
        self.sized = WindowSize(self)
        session.changed.connect(self._say_for_whom)
        session.changed.connect(self._forget_notices)
        self._say_for_whom()

    def go(self, destination: to.Destination, *under: to.Destination) -> None:
        """Open a screen; the present one can be returned to, after those ``under`` it."""
        if isinstance(destination, to.Choosing) and self._trail:
            self._asker.hold(self._trail[-1], self.page(), self.focusWidget())
        self._trail += [*under, destination]
        self._show(destination)

    @property
    def place(self) -> to.Destination:
        """Return where one is."""
        return self._trail[-1]

    def back(self) -> None:
        """Return to the screen before; to the first one where that was forgotten."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._show(self._trail[-1])
        elif type(self._trail[-1]) not in FIRST:
            self.restart(to.Home())

    def answer(self, chosen: Chosen) -> None:
        """Return to the page that asked for a file, and give it what was chosen."""
        self.leave_choosing()
        self._session.seen.files += 1
        if (page := self.page()) is not None:
            page.given(chosen)

    def leave_choosing(self) -> None:
        """Return to the page that asked for a file, with nothing."""
        while len(self._trail) > 1 and isinstance(self._trail[-1], to.Choosing):
            self._trail.pop()
        if isinstance(self._trail[-1], to.Choosing):
            self.restart(to.Home())
        else:
            self._show(self._trail[-1])

    def step_back(self) -> None:
        """Do what "Retour" does on the present page: Alt+Left and Escape do it, everywhere."""
        page = self.page()
        if page is not None and not self.covered and not page.step_back():
            self.back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay all of it out now: a system that gives a size has it painted before Qt would."""
        super().resizeEvent(event)
        lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.step_back()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.covered:
            self.context.gestures.undo()  # a field where one types undoes its own letters first
        else:
            super().keyPressEvent(event)

    def replace(self, destination: to.Destination) -> None:
        """Open a screen in the place of the present one, which is not returned to."""
        self._trail.pop()
        self.go(destination)

    def restart(self, destination: to.Destination) -> None:
        """Open a screen from which nothing before can be returned to."""
        self._trail.clear()
        self.show_saved("")
        self.go(destination)

    def lock_now(self) -> None:
        """Lock the safe, what is in hand saved first; nothing happens without a safe."""
        self.lock(lambda: None)

    def cover(self, heading: str, words: str) -> Words:
        """Hide the page and the bar behind a neutral sentence, which is returned.

        What is under it stays as it is, out of reach of the keyboard, until ``uncover``.
        """
        told = Words(self._look, words)
        self.cover_with(heading, told)
        return told

    def cover_with(self, heading: str, widget: QWidget) -> None:
        """Hide the page and the bar behind this, which speaks of nobody."""
        page = Page(self._look, heading)
        page.add(widget)
        self.cover_by(page)

    def cover_by(self, page: Page) -> None:
        """Hide the page and the bar behind this page, which speaks of nobody."""
        self.setWindowTitle(PROGRAM)
        self._cover.put(page)
        self.turned.emit()

    def uncover(self) -> None:
        """Show again what the cover hid."""
        if not self.covered:
            return
        held = self._cover.lift()
        self.uncovered.emit()
        self.turned.emit()
        if (page := self.page()) is None:
            return
        self._entitle()
        if can_hold(held) and page.isAncestorOf(held):
            held.setFocus(Qt.FocusReason.OtherFocusReason)  # back where one was
        else:
            page.focus_heading()

    @property
    def covered(self) -> bool:
        """Whether nothing of the page is seen now."""
        return self._cover.page is not None

    def come_back(self) -> None:
        """Show again the page that a key hid."""
        self.uncover()

    def begin_anew(self, locked: Locked) -> None:
        """Say what was erased, all being forgotten, and go on as a fresh process."""
        self._session.locked = locked
        self.restart(locked.page())
        self.uncover()
        self.after_lock(locked)

    @property
    def places(self) -> tuple[to.Destination, ...]:
        """Return where one is, at the end, and what one can return to."""
        return tuple(self._trail)

    def take_down(self) -> None:
        """Take the page back, if it is hidden: the window is about to be deleted."""
        self._cover.give_back()

    def let_close(self) -> None:
        """Let the computer close the window: it is turned off, or its user leaves."""
        self._closing = True

    def close_anyway(self) -> None:
        """Close: the person knows that her answers are in no safe."""
        self._closing = True
        self.close()

    def end_session(self) -> None:
        """Forget everything of this person; nothing happens where a safe keeps it."""
        self.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once the safe is locked, with what was in hand saved; ask once of the rest."""
        safe, session = self._session.opened, self._session
        if session.public and not self._closing:
            event.ignore()  # a fresh session comes, never the desktop
            self._end_or_ask()
            return
        lost = session.safe is None and (session.modelling() or session.answered())
        hidden = self._cover.page
        if lost and hidden is not None and not self._closing and hidden.ask_to_close():
            event.ignore()  # on the page that hides: nothing behind it is shown
            return
        if (lost or (session.only_here and hidden is None)) and not self._closing:
            event.ignore()
            self.uncover()
            self._going(to.Closing())()
            return
        if safe is None:
            event.accept()
            return
        event.ignore()
        self.lock(lambda: bool(self.close()))

    def _end_or_ask(self) -> None:
        """End the session of a public terminal; what would be lost is said first."""
        if self._session.answered() or self._session.modelling():
            self.uncover()
            self._going(to.EndSession())()
        else:
            self.end()

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Go on by Tab, in the order in which the page is read now."""
        if (page := self.in_view()) is not None:
            self._reading.go_on()
            page.order_stops()
        return super().focusNextPrevChild(forward)

    def say_saved(self, words: str) -> None:
        self.show_saved(words)
        self._saving.hear()

    def show_saved(self, words: str) -> None:
        self._saving.show(words)

    def show_matters(self, words: str) -> None:
        """Say in the bar what matters now, how many days are left; "" for nothing."""
        self._bar.say(self._bar.matters, words)

    def tell(self, words: str, read: Callable[[], object] = bool) -> None:
        """Have this read: it stays at the top of every page until "Vu" is pressed.

        One notice at a time, in the order in which they came; ``read`` is called by "Vu".
        """
        self._notices.tell(words, read)

    def _forget_notices(self) -> None:
        self._notices.forget_closed()

    def speak(self) -> None:
        """Say the bar, the page and the title again in the language just chosen.

        The page is made again as it was opened; the focus goes back to the same place of it.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication)

        def say() -> None:
            language.speak(app)
            self._bar.fill()
            self._say_for_whom()
            self._saving.again()

        self.show_anew(say)

    def show_anew(self, first: Callable[[], object] = bool) -> None:
        """Make the page again as it was opened, what is half typed put back on it.

        The focus goes back to the same place of it. ``first`` is done before.
        """
        held = QApplication.focusWidget()
        stops = self._stops()
        place = stops.index(held) if held in stops else -1
        first()
        self._asker.forget()  # it speaks the language, or the safe, of before
        self._show(self._trail[-1])
        if 0 <= place < len(stops := self._stops()):
            stops[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_reading(self) -> None:
        """Have Tab stop at every line of the pages, or only where there is something to do."""
        if self.covered:
            return
        self._reading.turn()

    def page(self) -> Page | None:
        """Return the screen shown now."""
        shown = self._pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def in_view(self) -> Page | None:
        """Return the page that is seen: the one that hides the screen, while one does."""
        return self._cover.page or self.page()

    def _hold_nothing(self) -> None:
        """Take the focus from the page that goes: hidden, it would give it to the bar, which a
        screen reader would say before the page that comes.
        """
        held = self.focusWidget()
        if not self.covered and held is not None and self._pages.isAncestorOf(held):
            held.clearFocus()

    def _show(self, destination: to.Destination) -> None:
        if self._session.saver is not None:
            self._session.saver()  # what is half typed is put aside: help is one key away
        self._session.saver = None
        self._asker.forget_but(self._trail)
        kept = self._asker.back_at(destination)
        page = kept or self._made(destination)
        self._hold_nothing()
        self._pages.setCurrentWidget(page)
        for index in reversed(range(self._pages.count())):
            other = self._pages.widget(index)
            if other is not None and other is not page and not self._asker.holds(other):
                if isinstance(other, Page):
                    other.left = True
                self._count(other)
                self._pages.removeWidget(other)
                other.deleteLater()
        self._entitle()
        new = self._notices.put()
        if kept is not None and not self.covered:
            self._asker.begin(page)
        elif not self.covered:
            page.focus_heading()
        if new and not self.covered:
            page.focus_notice()
        self.turned.emit()

    def _count(self, page: QWidget) -> None:
        """Count what a page that goes had drawn, where its end says it."""
        if self._session.public:
            drawn = (getattr(one, "pages_seen", 0) for one in page.findChildren(QWidget))
            self._session.seen.previews += sum(drawn)

    def _made(self, destination: to.Destination) -> Page:
        self.show_matters("")  # what is written says it again
        self._session.seen.pages += 1
        writing = getattr(destination, "writing", None) if self._session.office else None
        if writing is not None:
            self._session.write_on_for(writing.person)  # the day of the office writes for nobody
        if self._suspends is not (writing is not None):
            self._suspends = not self._suspends
            self._bar.fill()
        page = self._make(destination)
        page.mends = self._mends
        page.titled.connect(self._entitle)
        page.turned.connect(self.turned)
        self._pages.addWidget(page)
        return page

    def _mends(self, problem: BaseException) -> list[Button]:
        from desktop_app.gui.mending import ways_out  # nothing of it before the first paint

        return list(ways_out(self.context, problem))

    def _entitle(self) -> None:
        """Name the window by its screen, or as its page asks: never by what stands in the page."""
        if self.covered or (page := self.page()) is None:
            return
        title = page.title or titles.of(type(self._trail[-1]))
        self.setWindowTitle(titles.in_window(title, wrong=page.wrong))

    def _say_for_whom(self) -> None:
        if self._held_back is not (self._session.held_back is not None):
            self._held_back = not self._held_back
            self._bar.fill()  # it says what is kept, and offers to end
        name = self._session.person_name or i18n.text("moi")
        told = i18n.text("Pour : {name}").format(name=name)
        if self._session.office and not self._session.person:
            told = i18n.text("Association")
        if self._session.main is not None:  # a circle: its title is for no visitor's eyes
            told = f"{told} · {i18n.text('réservé')}"
        self._bar.say(self._bar.whom, told)

    def _gestures(self) -> list[Gesture]:
        """Return what the bar offers; the session's end too, where others come after."""
        gestures = [
            Gesture(self._home_words(), self._going(to.Home()), always=True),
            Gesture(i18n.cited("A−"), self._looks.zoom_out, i18n.text("Texte plus petit")),
            Gesture(i18n.cited("A+"), self._looks.zoom_in, i18n.text("Texte plus grand")),
            Gesture(i18n.text("Contraste"), self._looks.next_theme),
            Gesture(i18n.own_name(i18n.current()), self._going(to.Language()), i18n.text("Langue")),
            Gesture(i18n.text("Aide"), self._going(to.Help())),
            # Far from the way home: one is not pressed for the other.
            Gesture(i18n.text("Cacher"), self._hide_page),
        ]
        if self._session.held_back is not None:
            words = i18n.text("Rien n’est gardé : terminer")
            gestures.append(Gesture(words, self._going(to.Unkept()), always=True))
        if self._session.public:
            gestures.append(
                Gesture(i18n.text("Terminer"), self._going(to.EndSession()), always=True)
            )
        return gestures

    def _home_words(self) -> str:
        """Return what leads home: in an office, who is received waits, and another one comes."""
        return i18n.text("Suspendre") if self._suspends else i18n.text("Accueil")

    def _hide_page(self) -> None:
        self.hide_page()  # set after the bar was made

    def bar_gestures(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what the bar holds, each in a sentence that stands alone."""
        return [
            (i18n.labelled(one.name, one.words) if one.name else one.words, one.act)
            for one in self._gestures()
        ]

    def bar_told(self) -> list[str]:
        """Return what the bar says: for whom one writes, what matters now, what is saved."""
        return self._bar.told()

    def _stops(self) -> list[QWidget]:
        """Return what can hold the focus, in an order that a language does not change."""
        return [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self)
        ]

    def _going(self, destination: to.Destination) -> Callable[[], None]:
        """Return what opens a screen from the bar, unless it is the one in view."""

        def go() -> None:
            if type(self._trail[-1]) is not type(destination):
                self.go(destination)

        return go

    def _shortcuts(self) -> list[QShortcut]:
        """Return the keys that do something everywhere."""
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl++", self._looks.zoom_in),
            ("Ctrl+=", self._looks.zoom_in),
            ("Ctrl+-", self._looks.zoom_out),
            ("Ctrl+0", self._looks.zoom_back),
            ("F1", self._going(to.Help())),
            ("F6", self.turn_reading),
            ("Alt+Left", self.step_back),
            ("Ctrl+L", self.lock_now),
        )
        made = []
        for key, action in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(action)
            made.append(shortcut)
        return made
