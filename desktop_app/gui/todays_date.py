"""Asking whether today's date is right, and counting nothing from it while it is in doubt."""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.gestures import nothing_more
from desktop_app.gui.page_view import PageView
from desktop_app.pages.page import Answers

if TYPE_CHECKING:  # the first screen asks: the workflow is loaded after the first paint
    from desktop_app.core.moment import Today
    from desktop_app.workflow.safes.todays_date import DateInDoubt


def counted_today(context: Context) -> "Today":
    """Return now, for what is near or past; a day that no date precedes while it is in doubt."""
    from desktop_app.workflow.matter.dossiers import NOT_COUNTED

    return NOT_COUNTED if context.session.doubt else context.tools.clock.now()


def dates_only(context: Context) -> str:
    """Return why nothing is said to be near or past; "" when today's date is believed."""
    if not context.session.doubt:
        return ""
    return i18n.text("La date de cet ordinateur est à vérifier : les jours ne sont pas comptés.")


def look_at_day(context: Context, page: PageView) -> None:
    """Ask on this page whether today's date is right, when it cannot be; read in the worker."""
    session, tools = context.session, context.tools
    if session.doubt is not None:
        _ask(page, session.doubt)
        return
    if session.day_confirmed or session.safe is not None:  # opening a safe looked at it
        return

    def read() -> "DateInDoubt | None":
        from desktop_app.workflow.safes.todays_date import in_doubt

        return in_doubt(tools.law, tools.clock.today())

    def show(found: "DateInDoubt | None") -> None:
        session.doubt_day(found)
        if found is not None and not page.left:
            _ask(page, found)

    page.run(read, show)


def _ask(page: PageView, doubt: "DateInDoubt") -> None:
    from desktop_app.pages import todays_date as value

    if value.ASKED not in page.asks:  # once a page: asked again, it would take the focus away
        page.tell_problem(value.asked(doubt))


def answer(context: Context, page: PageView, given: Answers) -> None:
    """Believe the date from now on, or say what to do with a false one."""
    from desktop_app.pages import todays_date as value
    from desktop_app.workflow.safes.todays_date import confirm

    if given.values[value.ASKED] != value.RIGHT:
        page.tell_problem(value.to_mend())
        return
    session, safe, today = context.session, context.session.safe, context.tools.clock.today()
    session.day_confirmed, session.doubt = True, None
    page.focus_heading()
    page.run(lambda: confirm(safe, today), nothing_more)
