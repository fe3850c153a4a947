"""On a computer of many, how many pages come out is confirmed before they do, with their price."""

from collections.abc import Callable

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import printing as words


def confirm(
    context: Context,
    page: Page,
    sides: int,
    go: Callable[[], object],
    stay: Callable[[], object] = bool,
) -> None:
    """Do it, on a public terminal once one said yes; ``stay``: what is done after a no."""
    if not context.session.public:
        go()
        return

    def then(what: Callable[[], object]) -> Callable[[], None]:
        def done() -> None:
            page.clear_problem()
            page.focus_heading()
            what()

        return done

    yes = Button(context.look, words.confirmed(sides), then(go), role="primary")
    no = Button(context.look, words.declined(), then(stay))
    page.ask_first(words.to_confirm(sides, context.tools.terminal.price), yes, no)
