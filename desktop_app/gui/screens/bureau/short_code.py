"""The short code of a helper, chosen or taken away; what it says is in ``pages/office_code.py``."""

from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import office_code as page
from desktop_app.pages.page import Gesture

if TYPE_CHECKING:
    from desktop_app.workflow.store import ShortCode


class ShortCodeScreen(PageView):
    """Keeps the code in the worker: to make it slow to guess takes a moment."""

    def __init__(self, context: Context, _asked: to.ShortCode) -> None:
        told = page.page(has_code=context.session.code is not None)
        super().__init__(context, told.heading)
        self.fill(told)
        if (safe := context.session.main_safe) is not None:
            from desktop_app.workflow.office import short_code

            self.run(lambda: short_code.is_allowed(safe), self._refuse)

    def _refuse(self, allowed: bool) -> None:
        if not allowed:
            self.show_page(page.page(has_code=False, allowed=False))

    def perform(self, gesture: Gesture) -> None:
        """Keep it, or forget it."""
        from desktop_app.workflow.office import short_code

        safe = self.context.session.main_safe
        if safe is None:
            return
        match gesture:
            case page.KeepCode():
                typed, again = (self.secrets[one] for one in (page.CODE, page.AGAIN))
                code = typed.text()
                if code != again.text():
                    again.forget()
                    self.say_error(page.differ())
                    return
                self.clear_problem()
                self.progress.begin(page.trying())
                self.let_press(False, page.KeepCode())
                self.run(lambda: short_code.keep(safe, code), lambda it: self._now(it, page.kept()))
            case page.ForgetCode():
                self.run(
                    lambda: short_code.forget(safe), lambda _: self._now(None, page.forgotten())
                )

    def say_problem(self, problem: BaseException) -> None:
        """Say why it is refused; what was typed stays, to be made longer."""
        self.progress.end()
        self.let_press(True, page.KeepCode())
        super().say_problem(problem)

    def _now(self, code: "ShortCode | None", words: str) -> None:
        self.context.session.code = code
        for field in self.secrets.values():
            field.forget()
        self.show_page(page.page(has_code=code is not None))
        self.progress.end(words)
