"""An interview leaves the safe that keeps it: into another one, or into memory alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.gui.session import Leaving

if TYPE_CHECKING:
    from desktop_app.workflow.store import Safe

Refused = Callable[[BaseException], None]


def hold(context: Context, leaving: Leaving) -> None:
    """Have the memory alone hold it: whichever safe comes next keeps it whole."""
    session, writing, taken = context.session, leaving.writing, leaving.taken
    blanks, read_text = dict(session.blanks), context.tools.read_text
    session.close()
    session.blanks.update(blanks)

    def put(safe: "Safe") -> None:
        writing.dossier = taken.put(safe, read_text)

    writing.leave_safe(put)
    session.take(writing)


def erase(
    context: Context, leaving: Leaving, *, done: Callable[[], object], failed: Refused
) -> None:
    """Erase it in the safe that it leaves, and close that; all of it, if nothing else is left."""
    tools, on, safe = context.tools, context.tools.clock.today(), leaving.safe
    context.jobs.stop_long()

    def work() -> bool:
        from desktop_app.workflow.matter.moving import erase_there
        from desktop_app.workflow.safes import care

        empty = erase_there(safe, leaving.taken.draft, on=on)
        if empty:
            care.erase(safe, tools.known_safes, leaving.folder)
        else:
            safe.close()
        return empty

    def erased(empty: bool) -> None:
        if empty:
            context.jobs.run_apart(safe.access.keyring.empty, done=_nothing, failed=_nothing)
        done()

    context.jobs.run(work, done=erased, failed=failed)


def _nothing(_value: object) -> None:
    return
