"""The safe's own backup of the day: made after it opened, letting all else go first."""

from desktop_app import i18n
from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.workflow.safe_care import day_backup
from desktop_app.workflow.safes import Safe


def make_day_backup(context: Context, safe: Safe) -> None:
    """Make it when it is due. It is said only when it could not be made."""
    on, say = context.tools.clock.today(), context.navigator.say_saved
    tools = context.tools

    def tell(notices: tuple[Notice, ...]) -> None:
        if notices:
            say(" ".join(i18n.sentence(one.code, one.parameters) for one in notices))

    context.jobs.run_long(
        lambda progress: day_backup(safe, tools.law, on=on, progress=progress),
        progress=lambda _done, _total: None,
        done=tell,
        failed=lambda problem: say(words_of(problem)),
        gives_way=True,
    )
