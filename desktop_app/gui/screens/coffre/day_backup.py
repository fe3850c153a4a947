"""The safe's own backup of the day: made after it opened, letting all else go first."""

from desktop_app import i18n
from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.workflow.safes.care import day_backup
from desktop_app.workflow.store import Safe


def make_day_backup(context: Context, safe: Safe) -> None:
    """Make it when it is due. It is said only when it could not be made."""
    on = context.tools.clock.today()
    tools = context.tools

    def tell(notices: tuple[Notice, ...]) -> None:
        for one in notices:
            tell_of_safe(context, safe, one)

    context.jobs.run_long(
        lambda progress: day_backup(safe, tools.law, on=on, progress=progress),
        progress=lambda _done, _total: None,
        done=tell,
        failed=lambda problem: context.navigator.tell(words_of(problem)),
        gives_way=True,
    )


def tell_of_safe(context: Context, safe: Safe, notice: Notice) -> None:
    """Have a notice of this safe read; what it says again until then is noted as read there."""
    tell = context.navigator.tell

    def read() -> None:
        context.jobs.run(
            lambda: safe.have_read(notice.code),
            done=lambda _none: None,
            failed=lambda problem: tell(words_of(problem)),
        )

    tell(i18n.sentence(notice.code, notice.parameters), read)
