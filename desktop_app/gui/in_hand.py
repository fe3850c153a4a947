"""What became of the paper made last: printed on which day, filed in which dossier. No Qt here.

A letter may be printed and then filed, or filed and then printed: its timeline says it both ways.
"""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.gui.session import InHand

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.context import Context
    from desktop_app.gui.session import Session
    from desktop_app.workflow.documents.rendering import Made
    from desktop_app.workflow.store import Safe


def in_hand(session: "Session", made: "Made") -> InHand:
    """Return what became of this paper; one that was made anew was neither printed nor filed."""
    if session.in_hand.made is not made:
        session.in_hand = InHand(made)
    return session.in_hand


def note_printed(context: "Context", made: "Made") -> None:
    """Remember that this paper was printed today; its timeline says so once it is filed."""
    note_paper(context, in_hand(context.session, made))


def note_paper(
    context: "Context", paper: InHand, *, also: "Callable[[], object] | None" = None
) -> None:
    """Remember of this one, in hand or no longer, that it was printed today.

    ``also``: what is done in the same act, once its timeline says it.
    """
    today, made = context.tools.clock.today(), paper.made
    assert made is not None
    if paper.printed_on is None:
        context.session.seen.printed += 1
        paper.printed_on = today
    safe = context.session.safe
    if safe is None or not paper.document:
        return
    dossier, document, day = paper.dossier, paper.document, paper.printed_on
    procedure = made.prepared.procedure

    def write() -> None:
        from desktop_app.workflow.matter import followup

        followup.printed(safe, dossier, document, procedure=procedure, day=day)
        if also is not None:
            also()

    context.gestures.do(
        i18n.text("L’impression est notée dans le dossier."),
        write,
        failed=lambda _refused: None,
        quiet=True,
    )


def note_copy(context: "Context", paper: str = "") -> None:
    """Remember that a paper was saved elsewhere: in its safe, else as long as the program runs.

    ``paper``: one of the safe; "" the paper in hand.
    """
    session = context.session
    safe, writing = session.safe, session.writing
    if safe is None:
        session.copies_out += 1
        return
    noted = paper or session.in_hand.document or (writing.draft_id if writing is not None else "")
    if noted:
        note_out(context, safe, noted)


def note_out(context: "Context", safe: "Safe", paper: str) -> None:
    """Note it in the safe; "" the whole safe."""

    def note() -> None:
        from desktop_app.workflow.matter import erasing

        erasing.note_copy(safe, paper)

    context.jobs.run(note, done=lambda _none: None, failed=lambda _refused: None)
