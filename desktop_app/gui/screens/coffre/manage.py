"""Keeping the open safe well: lock, backup, check, phrase, recovery sheet, keyring."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app import i18n
from desktop_app.core.safe_reports import CheckReport
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.mending import restore_button
from desktop_app.gui.screens.coffre.keyring import KeyringCard
from desktop_app.gui.screens.coffre.presenter import check_words
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import back_up, backup_name
from desktop_app.workflow.store import Safe

T = TypeVar("T")


class Manage(Page):
    """One card for each thing; what takes time shows its progress and can be stopped."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, i18n.text("Votre coffre"))
        self._context = context
        look = context.look
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._state = Progress(look, i18n.text("Votre coffre est ouvert."))
        self.add(self._state)
        self._lock_card()
        self._backup_card()
        self._check_card()
        self._phrase_card()
        self._sheet_card()
        if context.tools.mode == "home":
            self._keyring_card()
        self.set_actions(
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def back_up_to(self, path: Path) -> None:
        """Make a backup there; it is said done once it was read back."""
        safe, on = self._safe, self._context.tools.clock.today()
        self._long(
            i18n.text("La sauvegarde se fait, puis elle est relue…"),
            lambda progress: back_up(safe, path, on=on, progress=progress),
            lambda count: self._end(
                i18n.text("Sauvegarde faite, relue et vérifiée : {count}.").format(
                    count=i18n.plural("{n} document", "{n} documents", count)
                )
            ),
            i18n.text("Arrêté. Aucune sauvegarde n’est faite."),
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
            lambda: self._context.navigator.go(to.ChangePhrase()),
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
        frame, _column = self.card()
        self._keyring = KeyringCard(self._context, self._safe, frame, self._state, self._refused)

    def _choose_backup(self) -> None:
        name = backup_name(self._context.tools.clock.today())
        path = choosing.save_file(
            self, self._context, i18n.text("Où sauvegarder ?"), name, on_a_key=True
        )
        if path:
            self.back_up_to(Path(path))

    def _check(self) -> None:
        safe = self._safe
        self._long(
            i18n.text("Le coffre est relu…"),
            lambda progress: safe.check(progress=progress),
            self._checked,
            i18n.text("Arrêté. Rien n’est changé."),
        )

    def _checked(self, report: CheckReport) -> None:
        good = report.newest_good_backup
        if report.state == "ok" or good is None:
            self._end(check_words(report), "done" if report.state == "ok" else "error")
            return
        self._end(i18n.text("Votre coffre est ouvert."), "body")
        backup = Path(self._context.session.folder) / good[0]
        self.say_error(check_words(report), restore_button(self._context, backup, good[1]))

    def _renew(self) -> None:
        self._context.jobs.run(
            self._context.tools.safes.draw_words,
            done=lambda words: self._context.navigator.go(to.RecoverySheet(words=words)),
            failed=self._refused,
        )

    def _long(
        self,
        words: str,
        work: Callable[[Callable[[int, int], None]], T],
        done: Callable[[T], None],
        once_stopped: str,
    ) -> None:
        """Do what takes time: its progress is shown, and it can be stopped."""
        self._begin(words)

        def stopped() -> None:
            self._end(once_stopped, "body")

        job = self._context.jobs.run_long(
            work, progress=self._state.advance, done=done, failed=self._refused, stopped=stopped
        )
        self._state.follow(job, stopped)

    def _begin(self, words: str) -> None:
        self.clear_problem()
        self._state.begin(words)
        self.verticalScrollBar().setValue(0)

    def _end(self, words: str, role: str = "done") -> None:
        self._state.end(words, role)
        self.verticalScrollBar().setValue(0)

    def _refused(self, problem: BaseException) -> None:
        self._end(i18n.text("Votre coffre est ouvert."), "body")
        self.say_problem(problem)
