"""Starts Qt with its French texts and our look, and shows the first screen. No decisions."""

import sys
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.gui import accessible, screens
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.locking import MINUTES_AT_ASSOCIATION, MINUTES_AT_HOME, Locking
from desktop_app.gui.look.look import Look
from desktop_app.gui.look.ring import FocusRing
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.session import Session
from desktop_app.gui.widgets.page import Page
from desktop_app.workflow.tools import Tools


def run(tools: Tools) -> int:
    """Open the window and return its exit status when it closes."""
    app = QApplication(sys.argv[:1])
    window = build(app, tools)
    window.show()
    return app.exec()


def build(app: QApplication, tools: Tools) -> MainWindow:
    """Build the window on its first screen; tests build it the same way."""
    app.setApplicationName("papier-libre")
    app.setApplicationDisplayName("")  # the title is ours: no name is added to it
    _speak(app)
    accessible.install()
    look = Look(app)
    jobs = Jobs(app)
    session = Session(public=tools.public)

    def make(name: str, /, **parameters: Any) -> Page:
        return screens.make(context, name, **parameters)

    window = MainWindow(look, session, make)
    window.ring = FocusRing(app, look)
    context = window.context = Context(look, jobs, window, session, tools)
    window.lock = _locking(app, context, window).lock
    app.aboutToQuit.connect(jobs.stop)
    _first_screen(context, window)
    return window


def _first_screen(context: Context, window: MainWindow) -> None:
    """Ask for the phrase where there is a safe; else show the first page, nothing being written."""
    if not context.tools.public and context.tools.known_safes.all():
        window.restart("coffre", step="open", automatic=True)
    else:
        window.restart("accueil")


def _locking(app: QApplication, context: Context, window: MainWindow) -> Locking:
    def hide(folder: str, said: str) -> None:
        window.restart("coffre", step="open", folder=folder, said=said)

    def refused(problem: BaseException) -> None:
        if (page := window.page()) is not None:
            page.say_problem(problem)

    association = context.tools.mode == "association"
    return Locking(
        app,
        jobs=context.jobs,
        session=context.session,
        minutes=MINUTES_AT_ASSOCIATION if association else MINUTES_AT_HOME,
        hide=hide,
        refused=refused,
    )


def _speak(app: QApplication) -> None:
    QLocale.setDefault(QLocale(i18n.current()))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.current()}", folder):
        app.installTranslator(translator)
