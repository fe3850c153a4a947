"""What an office keeps of a person is told to her before the first answer is kept."""

from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.office.consent import Asking


def is_asked_here(context: Context) -> bool:
    """Tell whether people are asked at all: in an office, whose safe is open."""
    safe = context.session.safe
    return context.tools.mode == "association" and safe is not None and not safe.read_only


def ask_first(
    context: Context,
    writing: "Writing",
    first: to.Destination,
    open_: "Callable[[to.Destination], object]",
) -> None:
    """Ask the person of an interview that begins, unless she said; else ``open_`` its first page.

    Where she withdrew what she had agreed to, nothing is kept, and it is said. What was answered
    while no safe was open is kept once she agrees.
    """
    from desktop_app.workflow.office import consent

    safe, person = context.session.safe, context.session.person
    assert safe is not None

    def told(asking: "Asking") -> None:
        if asking == "ask":
            open_(to.Consent(person, writing, first))
            return
        if asking == "withdrawn":
            from desktop_app.pages import office_consent

            context.session.hold_back(person, context.session.person_name)
            context.navigator.tell(office_consent.refused_before())
        open_(first)
        if context.session.safe is not None and writing.interview.draft.answers:
            writing.keep()

    # It is asked, rather than kept unasked, where the safe cannot tell.
    context.jobs.run(
        lambda: consent.asking(safe, person), done=told, failed=lambda _problem: told("ask")
    )
