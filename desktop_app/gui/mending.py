"""The gesture that mends a refusal, under its words: at home nobody is told to type a command."""

from functools import partial

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import safe_care
from desktop_app.pages.destinations import RepairSafe, Restore, TakeOut
from desktop_app.workflow.safes.care import damaged_safe
from desktop_app.workflow.safes.opening import backup_named_by


def ways_out(context: Context, problem: BaseException) -> list[Button]:
    """Return the buttons to put under the words of a problem; most have none."""
    if context.session.public:
        return []
    ways: list[tuple[str, Restore | RepairSafe | TakeOut]] = []
    folder = damaged_safe(problem)
    if folder is not None and context.session.safe is None:
        ways.append((safe_care.mend_words(), RepairSafe(str(folder))))
    if (named := backup_named_by(problem)) is not None:
        backup = Restore(backup=str(named.path), day=named.day)
        ways.append((safe_care.restore_words(named.day), backup))
    if folder is not None:
        ways.append((safe_care.take_out_words(), TakeOut(str(folder))))
    go = context.navigator.go
    return [Button(context.look, words, partial(go, there)) for words, there in ways]
