"""A file dropped on a page that asks for one: taken as if it was chosen, or refused in words."""

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.pages import destinations as to
from desktop_app.pages import wanted
from desktop_app.pages.page import Chosen


class Asks(Protocol):
    """A page, or a part of one, that asks for files."""

    def asked_files(self) -> list[to.OpenFile]:
        """Return which, now."""

    def given(self, chosen: Chosen) -> None:
        """Take one."""

    def say_error(self, sentence: str) -> None:
        """Say why it is not taken."""


class Drops(QObject):
    """Hears what is dropped on a widget, for whoever asks there."""

    def __init__(self, asks: Asks, on: QWidget) -> None:
        super().__init__(on)
        self._asks, self._on = asks, on
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, _on: QObject, event: QEvent) -> bool:
        """Take files, and leave all else to the widget."""
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            self._open_fields()
            if self._asks.asked_files():
                event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._drop(event.mimeData())
            return True
        return False

    def _open_fields(self) -> None:
        """Have the fields of the page let files through: they would write where the file is."""
        for field in (*self._on.findChildren(QLineEdit), *self._on.findChildren(QPlainTextEdit)):
            inside = field.viewport() if isinstance(field, QPlainTextEdit) else field
            inside.setAcceptDrops(False)

    def _drop(self, dropped: QMimeData) -> None:
        asked, urls = self._asks.asked_files(), dropped.urls()
        if not asked:
            return
        if len(urls) > 1 and not any(one.several for one in asked):
            self._asks.say_error(wanted.several())
            return
        for url in urls:
            self._take(asked, url.toLocalFile())

    def _take(self, asked: list[to.OpenFile], path: str) -> None:
        fitting = [one for one in asked if wanted.fits(one.kind, path)]
        if not path:
            self._asks.say_error(wanted.no_file())
        elif not fitting:
            self._asks.say_error(wanted.not_wanted(asked[0].kind))
        else:
            self._asks.given(Chosen(fitting[0].ask, path))
