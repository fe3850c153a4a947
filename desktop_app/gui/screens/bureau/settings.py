"""Réglages du bureau, one step at a time; what it says is in ``pages/office_settings.py``."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import office_settings as page
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.office import settings
from desktop_app.workflow.store import Safe


def found_in(safe: Safe) -> page.FoundOffice:
    """Return what is known of the office of a safe: for the worker."""
    return page.FoundOffice(safe.team.office(), tuple(safe.team.all()), safe.team.at_work)


class OfficeScreen(PageView):
    """Reads the office in the worker; each step is kept as it is answered."""

    def __init__(self, context: Context, asked: to.Office) -> None:
        super().__init__(context, page.heading())
        assert context.session.main_safe is not None
        self._safe: Safe = context.session.main_safe
        self._asked = asked
        self._found = page.FoundOffice(None)
        self.run(lambda: found_in(self._safe), self._show)

    def perform(self, gesture: Gesture) -> None:
        """Keep what was answered, and go on."""
        assert isinstance(gesture, Answers)
        safe, tools, which = self._safe, self.context.tools, self._asked.step
        values = gesture.values

        def work() -> int:
            if which == "me":
                settings.call_me(safe, str(values.get(page.ME, "")))
                return 0
            wanted = page.changed(settings.office(safe), which, values)
            kept = settings.keep_office(safe, wanted)
            if which != "head":
                return 0
            return settings.head_on_letters(tools.catalogue, tools.law, kept)

        self.clear_problem()
        self.run(work, self._kept)

    def _show(self, found: page.FoundOffice) -> None:
        self._found = found
        if self._asked.step:
            self.show_page(page.step(self._asked.step, found, first=self._asked.first))
        else:
            self.show_page(page.page(found))

    def _kept(self, heads: int) -> None:
        navigator, after = self.context.navigator, page.after(self._asked.step)
        if not self._asked.first:
            navigator.back()
            words = " ".join(filter(None, (page.kept(), page.heads_changed(heads))))
            navigator.say_saved(words)
        elif after:
            navigator.replace(to.Office(after, first=True))
            navigator.say_saved(page.kept())
        else:
            navigator.replace(to.Office())
            navigator.say_saved(page.set_up())
