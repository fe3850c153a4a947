"""Bringing a backup back: beside what exists, never in its place."""

from pathlib import Path

from desktop_app import i18n
from desktop_app.core.safe_reports import Restored
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.phrase import PhraseField
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import restore_beside


class Restore(Page):
    """Asks for the file, and the phrase that was the safe's on that day.

    Args:
        backup: path of a backup already chosen, and ``day``, when it was made.
    """

    def __init__(self, context: Context, asked: to.Restore) -> None:
        super().__init__(context.look, i18n.text("Restaurer une sauvegarde"))
        self._context, self._then = context, asked.then
        self.backup: Path | None = None
        look = context.look
        self.add(
            Words(
                look,
                i18n.text("La sauvegarde devient un nouveau coffre. L’ancien reste comme il est."),
            )
        )
        self._file = Words(look, i18n.text("Choisissez d’abord le fichier de la sauvegarde."))
        self.add(self._file)
        if asked.backup and asked.day is not None:  # the one that a refusal named
            self.backup = Path(asked.backup)
            self._file.say(
                i18n.text("Sauvegarde du {day}, dans le dossier de ce coffre.").format(
                    day=i18n.long_date(asked.day)
                )
            )
        else:
            self.add(Button(look, i18n.text("Choisir le fichier"), self._choose))
        self._phrase = PhraseField(look, i18n.text("La phrase secrète de ce jour-là"))
        self._phrase.entered.connect(self._restore)
        self.add(self._phrase)
        self._state = Progress(look)
        self.add(self._state)
        self._button = Button(look, i18n.text("Restaurer à côté"), self._restore, role="primary")
        self.set_actions(
            self._button,
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def put_file(self, path: str) -> None:
        """Take this file."""
        self.backup = Path(path)
        self._file.say(i18n.text("Fichier : {name}").format(name=self.backup.name))

    def _choose(self) -> None:
        kinds = i18n.text("Sauvegardes (*.zip)")
        path = choosing.open_file(self, self._context, i18n.text("Quelle sauvegarde ?"), kinds)
        if path:
            self.put_file(path)

    def _restore(self) -> None:
        self.clear_problem()
        if self.backup is None:
            self.say_error(i18n.text("Choisissez le fichier de la sauvegarde."))
            return
        tools, backup, typed = self._context.tools, self.backup, self._phrase.text()
        self._button.setEnabled(False)
        self._state.begin(i18n.text("La sauvegarde est vérifiée, page par page…"))
        self._context.jobs.run(
            lambda: restore_beside(tools.safes, tools.known_safes, backup, typed),
            done=self._restored,
            failed=self._refused,
        )

    def _restored(self, found: tuple[Path, Restored]) -> None:
        path, restored = found
        self._phrase.forget()
        said = i18n.text("Sauvegarde du {day} restaurée et vérifiée : {count}.").format(
            day=i18n.long_date(restored.made_on),
            count=i18n.plural("{n} document", "{n} documents", restored.documents),
        )
        navigator, session = self._context.navigator, self._context.session
        if session.safe is None:
            navigator.restart(to.OpenSafe(folder=str(path), said=said, then=self._then))
            return
        self._button.setEnabled(True)
        self._state.end(said + " " + i18n.text("Fermez ce coffre pour ouvrir l’autre."))

    def _refused(self, problem: BaseException) -> None:
        self._button.setEnabled(True)
        self._state.end()
        self.say_problem(problem)
