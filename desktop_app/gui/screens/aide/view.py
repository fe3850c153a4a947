"""Aide: how the program works, offline, in plain words; read line by line with the keyboard."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import program


class Help(PageView):
    """The list of pages first, then the page that is wanted."""

    def __init__(self, context: Context, asked: to.Help) -> None:
        page = program.guide(asked.page)
        super().__init__(context, page.heading)
        self.fill(page)
