"""The safe's own backups: made once it is open, then as the work goes; all else goes first."""

from PySide6.QtCore import QTimer

from desktop_app import i18n
from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.workflow.safes.care import day_backup
from desktop_app.workflow.store import Safe

ASKED_EVERY_MS = 60_000


def make_day_backup(context: Context, safe: Safe) -> None:
    """Make it when it is due, and those that follow. It is said only when it could not be made."""
    _make(context, safe)
    if not context.session.backups_follow:
        context.session.backups_follow = True
        _follow(context, safe)


def _follow(context: Context, safe: Safe) -> None:
    """Ask from time to time whether one is due, as long as this safe is open."""
    timer = QTimer(context.session, interval=ASKED_EVERY_MS)

    def ask() -> None:
        if context.session.safe is safe:
            _make(context, safe)
        else:
            timer.deleteLater()

    timer.timeout.connect(ask)
    timer.start()


def _make(context: Context, safe: Safe) -> None:
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
