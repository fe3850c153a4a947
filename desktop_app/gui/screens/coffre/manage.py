"""Keeping the open safe well: lock, backup, check, phrase, recovery sheet, keyring."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QProgressBar

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.screens.coffre.presenter import check_words
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.safe_care import back_up, backup_name
from desktop_app.workflow.safe_reports import CheckReport
from desktop_app.workflow.safes import Safe


class Manage(Page):
    """One card for each thing; what takes time shows its progress and can be stopped."""

    def __init__(self, context: Context, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Votre coffre"))
        self._context = context
        self._job: Job | None = None
        look = context.look
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._state = Words(look, i18n.text("Votre coffre est ouvert."))
        self.add(self._state)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(i18n.text("Avancement"))
        self._stop = Button(look, i18n.text("Arrêter"), self._cancel)
        for widget in (self._bar, self._stop):
            widget.hide()
            self.add(widget)
        self._lock_card()
        self._backup_card()
        self._check_card()
        self._phrase_card()
        self._sheet_card()
        self._keyring: Button | None = None
        if context.tools.mode == "home":
            self._keyring_card()
        self.set_actions(
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def back_up_to(self, path: Path) -> None:
        """Make a backup there; it is said done once it was read back."""
        safe, on = self._safe, self._context.tools.clock.today()
        self._begin(i18n.text("La sauvegarde se fait, puis elle est relue…"))
        self._job = self._context.jobs.run_long(
            lambda progress: back_up(safe, path, on=on, progress=progress),
            progress=self._advance,
            done=lambda count: self._end(
                i18n.text("Sauvegarde faite, relue et vérifiée : {count}.").format(
                    count=i18n.plural("{n} document", "{n} documents", count)
                )
            ),
            failed=self._refused,
        )

    def _card(self, title: str, told: str, action: str, pressed: Callable[[], object]) -> Button:
        _frame, column = self.card()
        column.addWidget(Words(self.look, title, "subheading"))
        column.addWidget(Words(self.look, told))
        button = Button(self.look, action, pressed)
        column.addWidget(button)
        return button

    def _lock_card(self) -> None:
        self._card(
            i18n.text("Fermer maintenant"),
            i18n.text("Votre travail est d’abord enregistré. Au clavier : Ctrl et L."),
            i18n.text("Fermer le coffre"),
            self._context.navigator.lock_now,
        )

    def _backup_card(self) -> None:
        self._card(
            i18n.text("Faire une sauvegarde"),
            i18n.text("Un seul fichier, chiffré, à garder ailleurs que sur cet ordinateur."),
            i18n.text("Choisir où sauvegarder"),
            self._choose_backup,
        )

    def _check_card(self) -> None:
        self._card(
            i18n.text("Vérifier le coffre"),
            i18n.text("Chaque page et chaque document sont relus. Rien n’est changé."),
            i18n.text("Vérifier"),
            self._check,
        )

    def _phrase_card(self) -> None:
        self._card(
            i18n.text("Votre phrase"),
            i18n.text("Si quelqu’un l’a vue, changez-la."),
            i18n.text("Changer la phrase"),
            lambda: self._context.navigator.go("coffre", step="change"),
        )

    def _sheet_card(self) -> None:
        self._card(
            i18n.text("Votre feuille de secours"),
            i18n.text(
                "Douze nouveaux mots sont tirés. Une fois relus, ils remplacent les anciens."
            ),
            i18n.text("Refaire la feuille"),
            self._renew,
        )

    def _keyring_card(self) -> None:
        self._keyring = self._card(
            i18n.text("Ouvrir sans phrase sur cet ordinateur"),
            i18n.text(
                "Votre session de cet ordinateur suffit alors à ouvrir le coffre. "
                "Qui l’utilise peut donc tout lire. Votre phrase marche toujours."
            ),
            i18n.text("Ouvrir sans phrase"),
            self._toggle_keyring,
        )
        self._keyring.setEnabled(False)
        self._context.jobs.run(
            self._safe.access.opens_without_phrase,
            done=self._show_keyring,
            failed=self._refused,
        )

    def _show_keyring(self, on: bool) -> None:
        assert self._keyring is not None
        self._keyring.setEnabled(True)
        self._keyring.setProperty("on", on)
        words = i18n.text("Demander la phrase") if on else i18n.text("Ouvrir sans phrase")
        self._keyring.setText(words)
        self._keyring.setAccessibleName(words)

    def _toggle_keyring(self) -> None:
        assert self._keyring is not None
        access, day = self._safe.access, self._context.tools.clock.today()
        wanted = not self._keyring.property("on")
        change = access.open_without_phrase if wanted else access.ask_phrase_again
        self._keyring.setEnabled(False)
        self._begin(i18n.text("Cet ordinateur répond…"))
        said = (
            i18n.text("Le coffre s’ouvrira sans phrase sur cet ordinateur.")
            if wanted
            else i18n.text("La phrase sera demandée à chaque fois.")
        )

        def done(_nothing: object) -> None:
            self._show_keyring(wanted)
            self._end(said)

        def failed(problem: BaseException) -> None:
            self._show_keyring(not wanted)
            self._refused(problem)

        self._context.jobs.run(lambda: change(on=day), done=done, failed=failed)

    def _choose_backup(self) -> None:
        name = backup_name(self._context.tools.clock.today())
        path, _ = QFileDialog.getSaveFileName(self, i18n.text("Où sauvegarder ?"), name)
        if path:
            self.back_up_to(Path(path))

    def _check(self) -> None:
        safe = self._safe
        self._begin(i18n.text("Le coffre est relu…"))
        self._job = self._context.jobs.run_long(
            lambda progress: safe.check(progress=progress),
            progress=self._advance,
            done=self._checked,
            failed=self._refused,
        )

    def _checked(self, report: CheckReport) -> None:
        self._end(check_words(report), "done" if report.state == "ok" else "error")

    def _renew(self) -> None:
        self._context.jobs.run(
            self._context.tools.safes.draw_words,
            done=lambda words: self._context.navigator.go("coffre", step="sheet", words=words),
            failed=self._refused,
        )

    def _begin(self, words: str) -> None:
        self.clear_problem()
        self._say(words, "body")
        self._bar.setRange(0, 0)
        self._bar.show()
        self._stop.show()

    def _advance(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._end(i18n.text("Arrêté. Rien n’est changé."), "body")

    def _end(self, words: str, role: str = "done") -> None:
        self._job = None
        self._bar.hide()
        self._stop.hide()
        self._say(words, role)

    def _refused(self, problem: BaseException) -> None:
        self._end(i18n.text("Votre coffre est ouvert."), "body")
        self.say_problem(problem)

    def _say(self, words: str, role: str) -> None:
        self._state.play(role)
        self._state.say(words)
        announce(self._state, words)
        self.verticalScrollBar().setValue(0)
