"""In an office nothing is begun for nobody: for whom it is, is asked first."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

Begin = TypeVar("Begin", bound=Callable[..., None])


def for_somebody(begin: Begin) -> Begin:
    """Let what begins a paper wait until a person is chosen, or nothing is to be kept of her.

    What is begun in a dossier is for whose it is.
    """

    @wraps(begin)
    def begun(context: Context, page: Page, *given: Any, **options: Any) -> None:
        session = context.session
        kept = session.office and session.safe is not None and not session.safe.read_only
        if not kept or session.person or options.get("dossier"):
            begin(context, page, *given, **options)
            return
        session.waiting = lambda there: begin(context, there, *given, **options)
        context.navigator.go(to.People(first=True))

    return cast(Begin, begun)


def go_on(context: Context, page: Page) -> None:
    """Begin what waited for a person."""
    waiting, context.session.waiting = context.session.waiting, None
    if waiting is None:  # one came back to the page, and chooses again
        context.navigator.go(to.Situations())
    else:
        waiting(page)
