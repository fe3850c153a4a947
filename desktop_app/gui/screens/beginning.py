"""Before a model is made: what it begins from is read, and nothing in hand is lost by mistake."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import give_up
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words


class BeginningPage(Page):
    """Reads in the worker; another model in hand that was not saved is given up by a gesture only.

    ``begin`` is called by the class below once it knows what to read.
    """

    def __init__(self, context: Context, heading: str) -> None:
        super().__init__(context.look, heading)
        self._context = context
        self._progress = Progress(self.look)
        self.add(self._progress)

    def begin(self, give_up: str) -> None:
        """Read at once, or ask first; ``give_up`` says what giving up the one in hand leads to."""
        if self._context.session.model_at_risk():
            self._ask_first(give_up)
        else:
            self._read()

    def _read(self) -> None:
        raise NotImplementedError

    def _ask_first(self, give_up: str) -> None:
        editing, navigator = self._context.session.editing, self._context.navigator
        assert editing is not None
        place = editing.place
        words = i18n.text("Le modèle « {title} » n’est pas enregistré. Le reprendre ?")
        told = Words(self.look, words.format(title=editing.title))
        self.add(told)
        self.set_actions(
            Button(
                self.look,
                i18n.text("Reprendre ce modèle"),
                lambda: navigator.replace(place),
                role="primary",
            ),
            Button(self.look, give_up, self._give_up),
            self._back(),
        )

    def _give_up(self) -> None:
        give_up(self._context)
        self.clear()
        self._progress = Progress(self.look)
        self.add(self._progress)
        self.focus_heading()
        self._read()

    def _back(self) -> Button:
        return Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
