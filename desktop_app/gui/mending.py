"""The gesture that mends a refusal, under its words: at home nobody is told to type a command."""

import datetime as dt
from pathlib import Path

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import backup_named_by


def ways_out(context: Context, problem: BaseException) -> list[Button]:
    """Return the buttons to put under the words of a problem; most have none."""
    named = backup_named_by(problem)
    if named is None or context.session.public:
        return []
    return [restore_button(context, named.path, named.day)]


def restore_button(context: Context, backup: Path, day: dt.date) -> Button:
    """Return what brings this backup back, beside the safe it came from."""
    words = i18n.text("Restaurer la sauvegarde du {day}").format(day=i18n.long_date(day))

    def go() -> None:
        context.navigator.go(to.Restore(backup=str(backup), day=day))

    return Button(context.look, words, go)
