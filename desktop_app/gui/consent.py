"""What an office keeps of a person is told to her before the first answer is kept."""

from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.office.consent import Asking
    from desktop_app.workflow.office.mandates import Acted


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
            keep_no_more(context)
        open_(first)
        if context.session.safe is not None and writing.interview.draft.answers:
            writing.keep()

    # It is asked, rather than kept unasked, where the safe cannot tell.
    context.jobs.run(
        lambda: consent.asking(safe, person), done=told, failed=lambda _problem: told("ask")
    )


def keep_no_more(context: Context) -> None:
    """Keep nothing from now on of whom one writes for, who asked for that; it is said."""
    from desktop_app.pages import office_consent

    context.session.hold_back(context.session.person, context.session.person_name)
    context.navigator.tell(office_consent.refused_before())


def look_at_mandate(
    context: Context, writing: "Writing", then: to.Destination, go_on: "Callable[[], object]"
) -> None:
    """Have it seen, before one goes on, that no mandate allows what the answers say; once.

    Only where they say that the office signs in the place of the person, and have just said it.
    """
    from desktop_app.workflow.office import mandates

    safe, draft = context.session.safe, writing.interview.draft
    if not (is_asked_here(context) and mandates.acts_for(draft)) or writing.mandate_seen:
        go_on()
        return
    assert safe is not None
    writing.mandate_seen = True
    person, theme = writing.person, writing.interview.definition.family
    today = context.tools.clock.today()

    def refused(_problem: BaseException) -> None:
        go_on()

    def told(found: "Acted") -> None:
        if found.allowed:
            go_on()
        else:
            context.navigator.go(to.Acting(person, theme, then))

    context.jobs.run(
        lambda: mandates.acted(safe, person, theme, today),
        done=told,
        failed=refused,
    )
