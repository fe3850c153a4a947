"""The first page: one's own situation, or the day of an office."""

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to


def first_page(context: Context, asked: to.Home) -> Page:
    """Return the day of an office whose safe is open, else the question of everyone."""
    if context.tools.mode == "association" and context.session.safe is not None:
        from desktop_app.gui.screens.bureau.home import OfficeHomeScreen  # home loads none of it

        return OfficeHomeScreen(context, to.OfficeHome())
    from desktop_app.gui.screens.accueil.view import Accueil

    return Accueil(context, asked)
