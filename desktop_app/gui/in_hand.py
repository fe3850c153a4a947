"""What became of the paper made last: printed on which day, filed in which dossier. No Qt here.

A letter may be printed and then filed, or filed and then printed: its timeline says it both ways.
"""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.gui.session import InHand

if TYPE_CHECKING:
    from desktop_app.gui.context import Context
    from desktop_app.gui.session import Session
    from desktop_app.workflow.documents.rendering import Made


def in_hand(session: "Session", made: "Made") -> InHand:
    """Return what became of this paper; one that was made anew was neither printed nor filed."""
    if session.in_hand.made is not made:
        session.in_hand = InHand(made)
    return session.in_hand


def note_printed(context: "Context", made: "Made") -> None:
    """Remember that this paper was printed today; its timeline says so once it is filed."""
    paper, today = in_hand(context.session, made), context.tools.clock.today()
    paper.printed_on = today
    safe = context.session.safe
    if safe is None or not paper.document:
        return
    dossier, document, procedure = (
        paper.dossier,
        paper.document,
        made.prepared.procedure,
    )

    def write() -> None:
        from desktop_app.workflow.matter import followup

        followup.printed(safe, dossier, document, procedure=procedure, day=today)

    context.gestures.do(
        i18n.text("L’impression est notée dans le dossier."),
        write,
        failed=lambda _refused: None,
        quiet=True,
    )
