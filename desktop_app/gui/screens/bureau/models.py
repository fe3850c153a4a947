"""Les modèles du bureau: letters of a word processor, added, filled for a person, saved."""

from pathlib import Path

from desktop_app import i18n
from desktop_app.core.changes import Change, PaperChanged
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import office_models as value
from desktop_app.pages.page import Chosen, Gesture, Page
from desktop_app.workflow.office import word_models
from desktop_app.workflow.office.word_models import Filled, Tags


class ModelsOfOffice(PageView):
    """What it says is in ``pages/office_models.py``."""

    def __init__(self, context: Context, _asked: to.OfficeModels) -> None:
        super().__init__(context, value.heading())
        self._added: Tags | None = None
        safe = context.session.safe
        if safe is None:
            self.fill(value.without_safe())
            return
        self._safe = safe
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of each model."""
        return isinstance(changed, PaperChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        safe, person = self._safe, self.context.session.person

        def read() -> Page:
            name = safe.people.one(person).name if person else ""
            return value.page(word_models.kept(safe), name, self._added)

        self.run(read, self.fill)

    def perform(self, gesture: Gesture) -> None:
        """Add a model, show the fields there are, or make a letter of one."""
        match gesture:
            case Chosen(value.MODEL, path):
                self._add(path)
            case value.Fill(model):
                self._fill(model)
            case value.ShowNames():
                tools = self.context.tools
                self.run(lambda: value.names(word_models.names(tools)), self.show_page)

    def _add(self, path: str) -> None:
        safe, tools, on = self._safe, self.context.tools, self.context.tools.clock.today()

        def add() -> Tags:
            return word_models.keep(safe, tools, read_file(path), Path(path).stem, on=on)[1]

        def added(found: Tags) -> None:
            self._added = found
            self.refresh()

        self.gesture(value.kept_now(), add, added)

    def _fill(self, model: str) -> None:
        safe, tools, on = self._safe, self.context.tools, self.context.tools.clock.today()
        person = self.context.session.person

        def make() -> tuple[str, Filled]:
            made = word_models.fill(safe, tools, model, person, on=on)
            return word_models.file(safe, model, made, person, on=on), made

        def filed(done: tuple[str, Filled]) -> None:
            self.context.navigator.go(to.StoredDocument(done[0]))

        words = i18n.text("La lettre est faite, et rangée avec ses documents.")
        self.gesture(words, make, filed)
