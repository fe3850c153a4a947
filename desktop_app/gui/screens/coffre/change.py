"""Changing the phrase of the open safe."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosePhrase
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to


class ChangePhrase(Page):
    """The former phrase opens former backups still: it is said."""

    def __init__(self, context: Context, _asked: to.ChangePhrase) -> None:
        super().__init__(context.look, i18n.text("Changer votre phrase"))
        self._context = context
        look = context.look
        self.add(
            Words(
                look,
                i18n.text("Les sauvegardes déjà faites s’ouvrent encore avec l’ancienne phrase."),
            )
        )
        self._choice = ChoosePhrase(context)
        self.add(self._choice)
        self._state = Progress(look)
        self.add(self._state)
        self._button = Button(look, i18n.text("Changer la phrase"), self._change, role="primary")
        self.set_actions(
            self._button,
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def _change(self) -> None:
        self.clear_problem()
        safe = self._context.session.safe
        if safe is None:
            return
        if self._choice.differs():
            self.say_error(i18n.sentence("phrases-differ"))
            return
        phrase, on = self._choice.phrase(), self._context.tools.clock.today()
        self._button.setEnabled(False)
        self._state.begin(i18n.text("La phrase change…"))
        self._context.jobs.run(
            lambda: safe.access.change_phrase("", phrase, on=on),
            done=lambda _slot: self._done(),
            failed=self._refused,
        )

    def _done(self) -> None:
        self._state.end(
            i18n.text("La phrase est changée. Faites maintenant une nouvelle sauvegarde.")
        )

    def _refused(self, problem: BaseException) -> None:
        self._state.end()
        self._button.setEnabled(True)
        self.say_problem(problem)
