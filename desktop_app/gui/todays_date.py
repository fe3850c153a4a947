"""Asking whether today's date is right, and counting nothing from it while it is in doubt."""

import datetime as dt
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page

if TYPE_CHECKING:  # the first screen asks: the workflow is loaded after the first paint
    from desktop_app.workflow.safes.todays_date import DateInDoubt

ASKED = "today-asked"


def counted_today(context: Context) -> dt.date:
    """Return today for what is near or past; a day that no date precedes while it is in doubt."""
    from desktop_app.workflow.matter.dossiers import NOT_COUNTED

    return NOT_COUNTED if context.session.doubt else context.tools.clock.today()


def dates_only(context: Context) -> str:
    """Return why nothing is said to be near or past; "" when today's date is believed."""
    if not context.session.doubt:
        return ""
    return i18n.text("La date de cet ordinateur est à vérifier : les jours ne sont pas comptés.")


def look_at_day(context: Context, page: Page) -> None:
    """Ask on this page whether today's date is right, when it cannot be; read in the worker."""
    session, tools = context.session, context.tools
    if session.doubt is not None:
        _ask(context, page, session.doubt)
        return
    if session.day_confirmed or session.safe is not None:  # opening a safe looked at it
        return

    def read() -> "DateInDoubt | None":
        from desktop_app.workflow.safes.todays_date import in_doubt

        return in_doubt(tools.law, tools.clock.today())

    def show(found: "DateInDoubt | None") -> None:
        session.doubt_day(found)
        if found is not None and not page.left:
            _ask(context, page, found)

    context.jobs.run(read, done=show, failed=page.say_problem)


def _ask(context: Context, page: Page, doubt: "DateInDoubt") -> None:
    if page.property(ASKED):  # once a page: asked again, it would take the focus away
        return
    page.setProperty(ASKED, True)
    since = i18n.long_date(doubt.since)
    why = {
        "before-release": i18n.text("Ce programme a été relu après, le {day}."),
        "before-safe": i18n.text("Ce coffre a été ouvert après, le {day}."),
        "too-far": i18n.text("Ce programme a été relu il y a plus de dix ans, le {day}."),
    }[doubt.why or "before-release"]
    words = i18n.text("Cet ordinateur dit que nous sommes le {today}. Est-ce juste ?")
    asked = words.format(today=i18n.weekday_date(doubt.today))
    yes = Button(page.look, i18n.text("Oui, c’est bien ce jour"), lambda: _right(context, page))
    no = Button(page.look, i18n.text("Non, cette date est fausse"), lambda: _wrong(page))
    page.say_error(f"{asked} {why.format(day=since)}", yes, no)


def _right(context: Context, page: Page) -> None:
    session, safe, today = context.session, context.session.safe, context.tools.clock.today()
    session.day_confirmed, session.doubt = True, None
    page.clear_problem()
    page.focus_heading()

    def believe() -> None:
        from desktop_app.workflow.safes.todays_date import confirm

        confirm(safe, today)

    context.jobs.run(believe, done=lambda _: None, failed=page.say_problem)


def _wrong(page: Page) -> None:
    page.say_error(
        i18n.text(
            "Corrigez la date dans les réglages de l’ordinateur, puis rouvrez ce programme. "
            "En attendant, les dates sont données sans compter les jours, et rien n’est effacé."
        )
    )
