"""Modèles: the letters and forms at hand, where they come from, and whether they are sound."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.changes import AnswersChanged, Change
from desktop_app.files import read_file
from desktop_app.gui import model_autosave
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import models as value
from desktop_app.pages.page import Block, Chosen, Found, Gesture, Text

if TYPE_CHECKING:  # what reads packs is loaded in the worker: the page stands before
    from collections.abc import Callable, Sequence

    from desktop_app.gui.widgets.progress import Progress
    from desktop_app.workflow.packs.checking import CheckedPack
    from desktop_app.workflow.packs.pack_drafts import InTheMaking


class Models(PageView):
    """One card a model, some at a time. What it says is in ``pages/models.py``."""

    def __init__(self, context: Context, _asked: to.Models) -> None:
        super().__init__(context, i18n.text("Modèles"))
        self._public = context.session.public
        office = context.tools.mode == "association"
        self.fill(value.page(public=self._public, office=office))
        self._read_begun()
        self.run(self._read, self._show)

    def shows(self, changed: Change) -> bool:
        """Tell of the models that are begun."""
        return isinstance(changed, AnswersChanged)

    def read_again(self) -> None:
        """Show what is begun now; the list itself is on the disk."""
        self.clear_problem()
        self._read_begun()
        self.focus_heading()

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return the next models that answer the words typed; all without words."""
        from desktop_app.workflow.guidance.pack_list import models

        found = models(self.context.tools.catalogue, typed, skip=skip, most=value.AT_ONCE)
        return value.searched(found, public=self._public)

    def own(self, name: str) -> "Progress":
        """Return where it is told how far the check is."""
        from desktop_app.gui.widgets.progress import Progress

        assert name == value.CHECKING
        self._checking = Progress(self.look)
        self._checking.succeeded.connect(self.clear_error)
        return self._checking

    def perform(self, gesture: Gesture) -> None:
        """Begin a model, give one up, or check them all."""
        match gesture:
            case Chosen(_, path):
                self._make_of(path)
            case value.AskToGiveUp(one):
                self.tell_problem(value.to_give_up(one))
            case value.GiveUp(draft):
                model_autosave.drop(self.context, draft)
            case value.Verify():
                self._verify()

    def _read(self) -> tuple[str, tuple[Block, ...]]:
        from desktop_app.workflow.guidance.pack_list import models

        catalogue = self.context.tools.catalogue
        found = models(catalogue, most=value.AT_ONCE)
        return value.how_many(found.total), value.at_hand(
            found, catalogue.broken, public=self._public
        )

    def _show(self, found: tuple[str, tuple[Block, ...]]) -> None:
        words, blocks = found
        self.state.say(words)
        self.live[value.LIST].put(blocks)

    def _read_begun(self) -> None:
        safe = self.context.session.safe
        if self._public:
            return
        if safe is None:
            self._show_begun(())
            return

        def read() -> "Sequence[InTheMaking]":
            from desktop_app.workflow.packs import pack_drafts

            return pack_drafts.unfinished(safe)

        self.run(read, self._show_begun)

    def _show_begun(self, kept: "Sequence[InTheMaking]") -> None:
        editing = self.context.session.editing
        editor = self.context.session.editor()
        in_hand = (editing.title, editor) if editing and editor else None
        held = "" if editing is None else editing.held.draft
        others = [one for one in kept if one.id != held]
        self.live[value.BEGUN].put(value.begun(in_hand, others))

    def _make_of(self, path: str) -> None:
        name = Path(path).stem
        self.run(lambda: read_file(path), lambda pdf: self.do(to.FormEditor(pdf=pdf, name=name)))

    def _verify(self) -> None:
        tools = self.context.tools
        self.let_press(False, value.Verify())
        self._checking.begin(i18n.text("Les modèles se vérifient…"))

        def check(progress: "Callable[[int, int], None]") -> "tuple[CheckedPack, ...]":
            from desktop_app.workflow.packs.checking import check_packs

            return check_packs(tools.catalogue, tools.law, (), progress=progress)

        job = self.context.jobs.run_long(
            check,
            progress=self._checking.advance,
            done=self._checked,
            failed=self._refused,
            stopped=self._stopped,
            gives_way=True,
        )
        self._checking.follow(job, self._stopped)

    def _stopped(self) -> None:
        self.let_press(True, value.Verify())
        self._checking.end(i18n.text("Vérification arrêtée."), "body")

    def _checked(self, checked: "tuple[CheckedPack, ...]") -> None:
        self.let_press(True, value.Verify())
        head, *faults = value.outcome(checked)
        self._checking.end(head, "error" if faults else "done")
        self.live[value.FAULTS].put(Text(one, "error", stop=True) for one in faults)

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, value.Verify())
        self._checking.end()
        self.say_problem(problem)
