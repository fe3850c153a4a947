"""Starts Qt with its French texts and our look, and shows the first screen. No decisions."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.gui import accessible, language, renewing, screens
from desktop_app.gui.context import Context
from desktop_app.gui.debounce import Debounce
from desktop_app.gui.errors import words_of
from desktop_app.gui.gestures import Gestures
from desktop_app.gui.hiding import Hiding
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.locking import MINUTES_AT_ASSOCIATION, MINUTES_AT_HOME, Held, Locking
from desktop_app.gui.look.look import Look
from desktop_app.gui.look.ring import FocusRing
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.never_lost import NeverLost
from desktop_app.gui.session import Session
from desktop_app.gui.suspend_watcher import SuspendWatcher
from desktop_app.gui.telling import Telling
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages.titles import PROGRAM
from desktop_app.settings import SettingsFile, default_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.held import HeldAnswers
    from desktop_app.gui.session_wipe import Ended
    from desktop_app.workflow.tools import Tools

ICON_MS = 500  # after the start: Qt's drawer of SVG is loaded once the first page is there
AGAIN = 77  # of the event loop: a session has ended, a fresh process comes next


def run(
    tools: "Tools", file: str = "", begun: "Callable[[MainWindow], object] | None" = None
) -> int:
    """Open the window, on a form or its photo; return its exit status when it closes.

    ``begun`` is given the window once it is shown: a terminal's test goes on from there.
    """
    # Our sheet is made for one style, the same everywhere. (``setStyle`` would cost 6 ms more.)
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    settings = SettingsFile(None if tools.public else default_file())
    told = renewing.taken()
    if told is not None:
        settings.change(theme=told.theme, zoom=told.zoom)
    elif settings.first:
        _like_the_system(app, settings)
    if language := told.language if told is not None else settings.now.language:
        i18n.use(language)
    ended = _ended() if tools.public else None
    window = build(app, tools, settings, told, file, ended=ended)
    window.after_end = lambda: app.exit(AGAIN)
    window.after_lock = lambda locked: renewing.renew(window, window.context, locked)
    if tools.public:
        window.sized.fill(app.primaryScreen().geometry())
        app.commitDataRequest.connect(lambda _session: window.let_close())
    elif told is None:
        now = settings.now
        room = app.primaryScreen().availableGeometry().size()
        window.sized.open_on(room, QSize(now.width, now.height), filled=now.maximized)
    else:
        window.sized.open_again(told.geometry(), told.state)
    QTimer.singleShot(ICON_MS, window, lambda: _give_icon(window))
    if begun is not None:
        begun(window)
    if sys.platform == "win32":
        from desktop_app.gui import capture

        capture.refuse(window)
    gc.freeze()  # what the program is made of is looked through by no collection (``garbage``)
    status = app.exec()
    _keep_size(window, settings)
    begin_again = window.begin_again
    dismiss(app, window)
    if status == AGAIN:
        begin_again()
    return status


def _give_icon(window: MainWindow) -> None:
    from desktop_app.gui.icon import icon

    window.setWindowIcon(icon())


def _like_the_system(app: QApplication, settings: SettingsFile) -> None:
    """Begin in the colours and the letters of the system; what is chosen later comes first."""
    from desktop_app.gui.look import system

    theme, zoom = system.liked(app)
    settings.change(theme=theme, zoom=zoom)


def _keep_size(window: MainWindow, settings: SettingsFile) -> None:
    """Open as large next time, unless nothing may be written; a refusal is told to nobody."""
    if window.sized.moved and not window.context.session.keeps_nothing:
        size, filled = window.sized.stood()
        settings.change(width=size.width(), height=size.height(), maximized=filled)
        with contextlib.suppress(AppError, OSError):
            settings.save()


def dismiss(app: QApplication, window: MainWindow) -> None:
    """Take down the window and all that ``build`` made with it, before Python does.

    What watches goes first, or it would see the window go; the worker has ended before its pages
    do. Qt must be the one to forget the headings.
    """
    window.context.jobs.stop()
    if window.inputs is not None:
        window.inputs.let_go()
    window.take_down()
    for one in (window.inputs, window.ring, window, window.brought):
        if one is not None and isValid(one):
            one.deleteLater()
            app.sendPostedEvents(one, QEvent.Type.DeferredDelete.value)


def build(
    app: QApplication,
    tools: "Tools",
    settings: SettingsFile | None = None,
    told: renewing.Handover | None = None,
    file: str = "",
    *,
    ended: "Ended | None" = None,
) -> MainWindow:
    """Build the window on its first screen; tests build it the same way.

    Without settings, those of the start hold and no choice is kept. ``told`` by the process before
    this one, which ended with a lock; ``ended``: by the one whose session, on a terminal, did.
    ``file``: a form or its photo, opened once a safe is.
    """
    settings = settings or SettingsFile(None)
    _keep_qt_from_writing()
    app.setApplicationName("papier-libre")
    app.setDesktopFileName("papier-libre")  # whose icon and name Wayland shows
    app.setApplicationDisplayName("")  # the title is ours: no name is added to it
    language.speak(app)
    accessible.install()
    brought = QObject(app)
    look = Look(app, settings.now.theme, settings.now.zoom, brought)
    jobs = Jobs(brought)
    session = Session(public=tools.public, office=tools.mode == "association")
    session.locked = told.locked if told is not None else None

    gestures = Gestures(jobs, session, lambda: tools.clock, brought)

    def make(destination: to.Destination) -> Page:
        return screens.make(context, destination)

    window = MainWindow(look, session, make)
    window.ring = FocusRing(app, look, window)
    window.brought = brought
    window.inputs = InputWatcher(app, window, brought)
    NeverLost(app, window, window.inputs)
    debounce = Debounce(window.inputs)
    window.turned.connect(debounce.turned)
    context = window.context = Context(look, jobs, window, session, tools, gestures, settings)
    Telling(window, gestures, jobs, session, brought)
    look.changed.connect(lambda: _keep_look(context))
    locking = _locking(app, context, window, window.inputs)
    window.lock, window.unsaved = locking.lock, locking.unsaved
    hiding = window.hiding = Hiding(
        app,
        context,
        window,
        inputs=window.inputs,
        unsaved=locking.unsaved,
        lock=window.lock_now,
        locking=lambda: locking.locking,
    )
    window.hide_page, window.hides_if_coded = hiding.hide, hiding.hide_if_coded
    window.uncovered.connect(hiding.over)
    window.rested = hiding.rested
    follow = _watch_who_writes(context, window, brought)
    session.changed.connect(follow)
    window.turned.connect(follow)
    SuspendWatcher(brought, jobs=jobs, session=session, lock=window.lock_now)
    if tools.public:
        _end_sessions(app, context, window, window.inputs, hiding)
    app.aboutToQuit.connect(jobs.stop)
    if told is not None:
        window.restart(told.locked.page())
        renewing.follow(context, told)
        return window
    session.given = file
    _first_screen(context, window, ended)
    for notice in settings.notices:
        window.tell(i18n.sentence(notice.code, notice.parameters))
    return window


def _watch_who_writes(context: Context, window: MainWindow, parent: QObject) -> Callable[[], None]:
    """Return what says on each page that a safe is only read here; nothing is loaded before."""
    following: list[Callable[[], None]] = []

    def follow() -> None:
        safe = context.session.safe
        if not following and (safe is None or safe.beside is None):
            return
        if not following:
            from desktop_app.gui import beside

            following.append(beside.BesideWriter(context, window, parent).follow)
        following[0]()

    return follow


def _keep_qt_from_writing() -> None:
    """Qt's own dialog for files remembers, in clear, the folders that were chosen: nowhere now."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _end_sessions(
    app: QApplication,
    context: Context,
    window: MainWindow,
    inputs: InputWatcher,
    hiding: Hiding,
) -> None:
    """On a public terminal: "Terminer", what time does, and a fresh process for the next person."""
    from desktop_app.gui.idle_timer import IdleTimer
    from desktop_app.gui.session_wipe import SessionWipe
    from desktop_app.gui.terminal_time import SessionTime

    wipe = SessionWipe(app, context, inputs)

    def end() -> None:
        window.uncover()
        idle.forget()
        limit.forget()
        wipe.end()
        window.after_end()

    idle = IdleTimer(app, hiding, inputs=inputs, end=end)
    limit = SessionTime(
        context.tools.terminal,
        inputs,
        tell=window.tell,
        end=end,
        now=lambda: context.tools.clock.now().at,
    )
    window.end = end
    window.begin_again = wipe.begin_again


def _ended() -> "Ended | None":
    """Return what the session before erased, on a terminal; its language is spoken until one
    begins."""
    from desktop_app.gui.session_wipe import has_just_ended

    ended = has_just_ended()
    i18n.use(ended.language if ended is not None else i18n.SOURCE_LANGUAGE)
    return ended


def _first_screen(context: Context, window: MainWindow, ended: "Ended | None") -> None:
    """Ask for the phrase where there is a safe; else show the first page, nothing being written."""
    if context.tools.public:
        window.restart(ended.page() if ended is not None else to.Entrance())
        if ended is None and context.session.given:
            window.go(to.OpenPdf())
    elif context.tools.known_safes.all():
        if context.session.given:
            then, said = to.OpenPdf(), i18n.text("Votre fichier s’ouvre ensuite.")
            window.restart(to.OpenSafe(automatic=True, said=said, then=then))
        else:
            window.restart(to.OpenSafe(automatic=True))
    else:
        _begin(context, window)


def _begin(context: Context, window: MainWindow) -> None:
    window.restart(to.Home())
    if context.session.given:
        window.go(to.OpenPdf())


def _keep_look(context: Context) -> None:
    """Keep the theme and the zoom for the next start, wherever they were chosen."""
    look, settings = context.look, context.settings
    if (look.theme, look.zoom) == (settings.now.theme, settings.now.zoom):
        return
    settings.change(theme=look.theme, zoom=look.zoom)
    context.jobs.run(
        settings.save,
        done=lambda _none: None,
        failed=lambda problem: context.navigator.tell(words_of(problem)),
    )


def _locking(
    app: QApplication, context: Context, window: MainWindow, inputs: InputWatcher
) -> Locking:
    shown: list[HeldAnswers] = []

    def cover() -> None:
        window.cover(PROGRAM, i18n.text("Tout se ferme. Votre travail est enregistré d’abord."))

    def hide() -> None:
        locked = context.session.locked
        assert locked is not None
        window.restart(locked.page())
        window.uncover()

    def hold(held: Held) -> None:
        if shown and isValid(shown[-1]):
            shown[-1].say(held)
            return
        from desktop_app.gui.held import HeldAnswers

        shown[:] = [HeldAnswers(context.look, context.jobs, held)]
        window.cover_with(PROGRAM, shown[-1])

    def hides() -> bool:
        return window.hides_if_coded()  # set once there is what hides

    association = context.tools.mode == "association"
    return Locking(
        app,
        inputs=inputs,
        jobs=context.jobs,
        session=context.session,
        minutes=MINUTES_AT_ASSOCIATION if association else MINUTES_AT_HOME,
        today=context.tools.clock.today,
        cover=cover,
        hide=hide,
        hold=hold,
        uncover=window.uncover,
        hides=hides,
        renew=lambda locked: window.after_lock(locked) if window.isVisible() else None,
    )
