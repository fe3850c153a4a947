"""Choosing files in the real window, as a person who types where they are."""

from pathlib import Path

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.fichiers.folder import FolderScreen
from desktop_app.pages import choosing
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Take
from tests.gui.keyboard import until


def asks(window: MainWindow) -> to.Choosing:
    """Return what is asked, once it is."""
    until(lambda: isinstance(window.place, to.Choosing), "no file is asked for")
    assert isinstance(window.place, to.Choosing)
    return window.place


def give(window: MainWindow, path: Path) -> None:
    """Take this file where one is asked for."""
    asks(window)
    type_path(window, str(path))
    until(lambda: not isinstance(window.place, to.Choosing), "the file is not taken")


def look_into(window: MainWindow, folder: Path) -> FolderScreen:
    """Look into a folder; return its page once it is read."""
    asks(window)
    type_path(window, str(folder))
    until(lambda: isinstance(window.page(), FolderScreen), "the folder is not shown")
    page = window.page()
    assert isinstance(page, FolderScreen)
    until(lambda: page.at_rest, "the folder is never read")
    return page


def save(window: MainWindow, path: Path) -> None:
    """Save under this name where one is asked for."""
    page = look_into(window, path.parent)
    save_here(page, path.name)
    until(lambda: window.page() is not page or page.wrong or page._errors is not None)


def save_here(page: FolderScreen, name: str) -> None:
    """Save under this name in the folder in view."""
    page.asks[choosing.NAME].answer(choosing.NAME).put(name)
    page.do(Take(choosing.NAME))


def type_path(window: MainWindow, path: str) -> None:
    """Type where it is."""
    page = window.page()
    assert isinstance(page, PageView)
    page.do(choosing.Elsewhere())
    page.asks[choosing.PATH].answer(choosing.PATH).put(path)
    page.do(Take(choosing.PATH))
