"""The first page of the safe: three sentences, and nothing that frightens; or why there is none."""

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages.gestures import PickSafe
from desktop_app.pages.page import Gesture, Page


class NoSafeYet(PageView):
    """What it says is in ``pages/no_safe_yet.py``."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(context, page.heading)
        self.fill(page)

    def perform(self, gesture: Gesture) -> None:
        """Choose the folder of a safe that is elsewhere, and open it."""
        assert isinstance(gesture, PickSafe)
        if folder := QFileDialog.getExistingDirectory(self, i18n.text("Où est le coffre ?")):
            self.do(to.OpenSafe(folder=folder, then=gesture.then))
