"""Erases at once and for good what was in view when a key hid the page.

In a safe: the matter, by ``workflow/matter/erasing.py``; the safe then closes. Without one: all
that the memory holds. The process ends with it, as with a lock: memory cannot be wiped.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.gui.in_view import in_view
from desktop_app.gui.session import Locked
from desktop_app.pages import erasing as pages
from desktop_app.pages.page import Page

if TYPE_CHECKING:
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.matter.erasing import Erased

Refused = Callable[[BaseException], None]


class Erasing:
    """``look`` at what there is, then ``erase`` it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def look(self, show: Callable[[Page], None], refused: Refused) -> None:
        """Show what is asked before: how much there is, counted in the worker."""
        session = self._context.session
        safe = session.safe
        if safe is None:
            held = len(session.begun()) + (session.editing is not None)
            copies, dossier = session.copies_out, self._holds()
            show(pages.asked(drafts=held, documents=0, dossier=dossier, kept=False, copies=copies))
            return
        what = in_view(self._context.navigator.places, session)

        def count() -> Page:
            from desktop_app.workflow.matter.erasing import drafts_of, matter_of

            matter = matter_of(safe, what)
            return pages.asked(
                drafts=drafts_of(matter),
                documents=len(matter.documents),
                dossier=bool(matter),
                kept=True,
                copies=matter.copies,
                backups=matter.backups,
            )

        self._context.jobs.run(count, done=show, failed=refused)

    def erase(self, done: Callable[[Page], None], refused: Refused) -> None:
        """Erase it, close what is open, and go on as a fresh process that says what was erased.

        ``done`` shows that it is erased, while the safe's backups are made again: that may last.
        """
        context, session = self._context, self._context.session
        safe, on = session.safe, context.tools.clock.today()
        if session.public:
            context.navigator.end_session()
            return
        if safe is None:
            count = len(session.begun()) + (session.editing is not None)
            copies, session.editing = session.copies_out, None
            held = session.held_back  # nothing is kept of who is here, beside a safe that is open
            session.close()

            def begin(_closed: object = None) -> None:
                context.navigator.begin_anew(Locked(erased=(count, 0, False, copies, 0)))

            if held is not None:
                context.jobs.run(held.close, done=begin, failed=begin)
            else:
                begin()
            return
        what = in_view(context.navigator.places, session)
        context.jobs.stop_long()

        def work() -> "Erased":
            from desktop_app.workflow.matter.erasing import erase

            return erase(safe, what, on=on)

        def renew() -> bool:
            from desktop_app.workflow.matter.erasing import renew_backups

            return renew_backups(safe, on=on)

        def then(erased: "Erased") -> None:
            self._forget(erased)
            done(pages.renewing(erased.drafts, erased.documents))
            context.jobs.run(renew, done=lambda left: self._end(erased, left), failed=refused)

        context.jobs.run(work, done=then, failed=refused)

    def _forget(self, erased: "Erased") -> None:
        """Forget it in memory too, so that nothing saves it again."""
        session, matter = self._context.session, erased.matter

        def gone(one: "Writing") -> bool:
            of_it = one.draft_id in matter.drafts
            return of_it or bool(matter.dossier and one.dossier == matter.dossier)

        session.saver = None  # of the page that is hidden: what it held was saved, then erased
        session.aside = [one for one in session.aside if not gone(one)]
        if session.writing is not None and gone(session.writing):
            session.writing = None

    def _end(self, erased: "Erased", in_backups: bool) -> None:
        matter = erased.matter
        outside = matter.copies, matter.backups
        self._context.session.erased = (erased.drafts, erased.documents, in_backups, *outside)
        self._context.navigator.lock_now()

    def _holds(self) -> bool:
        """Tell whether the memory holds anything that a person said or made, without a safe."""
        session = self._context.session
        held = (session.begun(), session.editing, session.in_hand.made, session.half_typed)
        return any(held) or bool(session.blanks)
