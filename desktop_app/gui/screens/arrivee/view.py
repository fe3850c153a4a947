"""Installer ce qui vient d'une clé USB: asked, verified, shown, accepted. See pages/arriving.py."""

import sys
from typing import TYPE_CHECKING

from desktop_app import __version__, i18n
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import hides_names
from desktop_app.gui.page_view import PageView
from desktop_app.pages import arriving as value
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen, Gesture, Page

if TYPE_CHECKING:  # the page stands before anything is read
    from collections.abc import Callable

    from desktop_app.core.delivery import Installed, ProgramDelivery
    from desktop_app.gui.widgets.progress import Progress
    from desktop_app.workflow.matter.law_moved import MovedDay
    from desktop_app.workflow.packs.arriving import Arrived


class Arriving(PageView):
    """Nothing changes before "Installer"; what was staged and left is swept at the next time."""

    def __init__(self, context: Context, _asked: to.Arriving) -> None:
        self._may_change = context.tools.deliveries.may_change
        page = value.page(may_change=self._may_change)
        super().__init__(context, page.heading)
        self._arrived: Arrived | ProgramDelivery | None = None
        self.fill(page)
        self._read_placed()

    def own(self, name: str) -> "Progress":
        """Return where it is told how far one is."""
        from desktop_app.gui.widgets.progress import Progress

        assert name == value.WORKING
        self._working = Progress(self.look)
        self._working.succeeded.connect(self.clear_error)
        return self._working

    def perform(self, gesture: Gesture) -> None:
        """Look at a file, accept or decline it; ask before something is undone, and undo it."""
        match gesture:
            case Chosen(_, path):
                self._look_at(path)
            case value.Accept():
                self._accept()
            case value.Decline():
                self._decline()
            case value.AskToUndo(one):
                self.tell_problem(value.to_undo(one))
            case value.UndoDelivery(name):
                self._undo(name)

    def _read_placed(self) -> None:
        self.run(self.context.tools.deliveries.installed, self._show_placed)

    def _show_placed(self, found: "tuple[Installed, ...]") -> None:
        self._placed = found
        self.live[value.PLACED].put(value.placed(found, may_change=self._may_change))

    def _look_at(self, path: str) -> None:
        tools = self.context.tools
        self.clear_problem()
        self.let_press(False, value.wanted())
        self._working.begin(i18n.text("Le fichier se vérifie…"))

        def look(progress: "Callable[[int, int], None]") -> "Arrived | ProgramDelivery":
            from desktop_app.workflow.packs import arriving

            if tools.programs.is_program(path):
                return tools.programs.read(path, progress)
            return arriving.look_at(tools, path, progress)

        job = self.context.jobs.run_long(
            look,
            progress=self._working.advance,
            done=self.verified,
            failed=self._refused,
            stopped=self._stopped,
            gives_way=True,
            unwanted=self._leave,
        )
        self._working.follow(job, self._stopped)

    def verified(self, found: "Arrived | ProgramDelivery") -> None:
        """Show what was read, whole and signed, and what accepting it changes."""
        from desktop_app.core.delivery import ProgramDelivery

        self._arrived = found
        if isinstance(found, ProgramDelivery):
            replaces = self.context.tools.programs.replaces
            self.show_page(value.program(found, __version__, replaces=replaces))
            return
        self.show_page(value.arrived(found))
        safe, tools, law = self.context.session.safe, self.context.tools, found.law
        if safe is None or law is None or hides_names(self.context):
            return

        def would() -> "tuple[MovedDay, ...]":
            from desktop_app.workflow.matter.law_moved import moved

            return moved(safe, law, tools.catalogue, tools.clock.today(), used=tools.law)

        def show(days: "tuple[MovedDay, ...]") -> None:
            if days and self._arrived is found:
                self.show_page(value.arrived(found, days))

        self.run(would, show)

    def _leave(self, found: "Arrived | ProgramDelivery") -> None:
        """Leave nothing of what is not wanted; a package of the program is in memory only."""
        staged = getattr(found, "staged", "")
        if staged:
            self.context.tools.deliveries.give_up(staged)

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, value.wanted())
        self._working.end()
        self.say_problem(problem)

    def _stopped(self) -> None:
        self.let_press(True, value.wanted())
        self._working.end(i18n.text("Vérification arrêtée. Rien n’a été changé."), "body")

    def _accept(self) -> None:
        from desktop_app.core.delivery import ProgramDelivery

        found, deliveries = self._arrived, self.context.tools.deliveries
        if found is None:
            return
        self.let_press(False, value.Accept(), value.Decline())
        if isinstance(found, ProgramDelivery):
            self._replace(found)
            return

        def accept() -> Page:
            from desktop_app.workflow.packs import arriving

            arriving.accept(deliveries, found)
            return value.done(found)

        self.context.jobs.run(accept, done=self.show_page, failed=self._not_placed)

    def _replace(self, found: "ProgramDelivery") -> None:
        """Put another version in the place of the program; what stops it leaves the former one."""
        programs = self.context.tools.programs
        self._working.begin(i18n.text("La nouvelle version s’installe…"))

        def replace(progress: "Callable[[int, int], None]") -> Page:
            folder = programs.replace(found, progress)
            return value.program_done(found, folder, beside=sys.platform == "win32")

        job = self.context.jobs.run_long(
            replace,
            progress=self._working.advance,
            done=self.show_page,
            failed=self._not_placed,
            stopped=self._kept,
        )
        self._working.follow(job, self._kept)

    def _kept(self) -> None:
        self.let_press(True, value.Accept(), value.Decline())
        self._working.end(i18n.text("Arrêté. La version d’ici n’a pas changé."), "body")

    def _not_placed(self, problem: BaseException) -> None:
        self._working.end()
        self.let_press(True, value.Accept(), value.Decline())
        self.say_problem(problem)

    def _decline(self) -> None:
        found, self._arrived = self._arrived, None
        self.show_page(value.page(may_change=self._may_change))
        self._read_placed()
        if found is not None:
            self.run(lambda: self._leave(found), lambda _none: None)

    def _undo(self, name: str) -> None:
        one = next(one for one in self._placed if one.name == name)
        deliveries = self.context.tools.deliveries
        self.run(lambda: deliveries.undo(name), lambda _none: self.show_page(value.undone(one)))
