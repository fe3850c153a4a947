"""À propos: version, age, and what to do after six months. What it says: ``pages/about.py``."""

import datetime as dt

from desktop_app import __made_on__, __version__
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import about
from desktop_app.pages import destinations as to
from desktop_app.workflow.packs.arriving import age


class About(PageView):
    """A page to read; what may come on a stick is one press away."""

    def __init__(self, context: Context, _asked: to.About) -> None:
        made_on, today = dt.date.fromisoformat(__made_on__), context.tools.clock.today()
        page = about.page(age(__version__, made_on, today))
        super().__init__(context, page.heading)
        self.fill(page)
