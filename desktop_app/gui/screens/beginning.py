"""Before a model is made: what it begins from is read, and nothing in hand is lost by mistake."""

from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.gui.model_autosave import give_up
from desktop_app.gui.page_view import PageView
from desktop_app.pages import beginning as value
from desktop_app.pages.page import Gesture

if TYPE_CHECKING:
    from desktop_app.workflow.packs.editing import EditedModel


class BeginningPage(PageView):
    """Reads in the worker; another model in hand that was not saved is given up by a gesture only.

    ``begin`` is called by the class below once it knows what to read. What it says is in
    ``pages/beginning.py``.
    """

    def __init__(self, context: Context, heading: str) -> None:
        super().__init__(context, heading)
        self._heading = heading

    def begin(self, give_up: str) -> None:
        """Read at once, or ask first; ``give_up`` says what giving up the one in hand leads to."""
        editing = self.context.session.editing
        if editing is not None and self.context.session.model_at_risk():
            self.fill(value.ask_first(self._heading, editing.title, give_up))
        else:
            self._begin_reading()

    def perform(self, gesture: Gesture) -> None:
        """Go on with the model in hand, or give it up."""
        editor = self.context.session.editor()
        if isinstance(gesture, value.GoOn) and editor is not None:
            self.context.navigator.replace(editor)
        elif isinstance(gesture, value.GiveUp):
            give_up(self.context)
            self._begin_reading()
            self.focus_heading()

    def _begin_reading(self) -> None:
        self.fill(value.reading(self._heading))
        self._read()

    def _read(self) -> None:
        raise NotImplementedError

    def _open(self, editing: "EditedModel") -> None:
        """Take a model in hand, and go on to what makes it."""
        self.context.session.editing = editing
        if (editor := self.context.session.editor()) is not None:
            self.context.navigator.replace(editor)

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.say_problem(problem)
