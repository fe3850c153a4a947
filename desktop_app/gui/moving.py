"""An interview leaves the safe that keeps it: into another one, or into memory alone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.record import record

if TYPE_CHECKING:
    from desktop_app.gui.context import Context
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.matter.moving import Taken
    from desktop_app.workflow.store import Safe

Refused = Callable[[BaseException], None]


@record(frozen=True)
class Leaving:
    """What leaves: the safe of now, its folder, the interview, and the papers that go with it."""

    safe: "Safe"
    folder: Path
    writing: "Writing"
    taken: "Taken"

    def hold(self, context: "Context") -> None:
        """Have the memory alone hold it: the safe is no longer at work."""
        session, writing = context.session, self.writing
        blanks = dict(session.blanks)
        session.close()
        session.blanks.update(blanks)
        self._loosen(context)
        session.take(writing)

    def _loosen(self, context: "Context") -> None:
        """Have it be kept whole by whichever safe comes next."""
        writing, taken, read_text = self.writing, self.taken, context.tools.read_text

        def put(safe: "Safe") -> None:
            writing.dossier = taken.put(safe, read_text)

        writing.leave_safe(put)

    def erase(self, context: "Context", *, done: Callable[[], object], failed: Refused) -> None:
        """Erase it in the safe that it leaves, and close that; all of it, if nothing is left."""
        tools, on = context.tools, context.tools.clock.today()
        context.session.saver = None
        context.jobs.stop_long()

        def work() -> bool:
            from desktop_app.workflow.matter.moving import erase_there
            from desktop_app.workflow.safes.care import erase

            empty = erase_there(self.safe, self.taken.draft, on=on)
            if empty:
                erase(self.safe, tools.known_safes, self.folder)
            else:
                self.safe.close()
            return empty

        def erased(empty: bool) -> None:
            if empty:
                forget = self.safe.access.empty_keyring
                context.jobs.run_apart(forget, done=_nothing, failed=_nothing)
            done()

        context.jobs.run(work, done=erased, failed=failed)


def _nothing(_value: object) -> None:
    return
