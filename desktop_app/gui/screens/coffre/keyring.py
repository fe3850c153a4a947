"""Opening without a phrase on this computer: asked for, and taken back, in "Votre coffre".

The keyring may ask its owner for a password, or never answer. It is spoken to beside the worker:
answers go on being saved, and one may stop waiting.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QLayout
from shiboken6 import isValid

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.store import Safe


class KeyringCard:
    """Fills a card of "Votre coffre"; at home only."""

    def __init__(
        self,
        context: Context,
        safe: Safe,
        frame: QFrame,
        state: Progress,
        refused: Callable[[BaseException], None],
    ) -> None:
        self._jobs, self._access, self._state = context.jobs, safe.access, state
        self._refused_there = refused
        self._day = context.tools.clock.today()
        self._on = False
        look, column = context.look, frame.layout()
        assert isinstance(column, QLayout)
        self._button = Button(look, i18n.text("Ouvrir sans phrase"), self._toggle)
        for widget in (
            Words(look, i18n.text("Ouvrir sans phrase sur cet ordinateur"), "subheading"),
            Words(
                look,
                i18n.text(
                    "Votre session de cet ordinateur suffit alors à ouvrir le coffre. "
                    "Qui l’utilise peut donc tout lire. Votre phrase marche toujours."
                ),
            ),
            self._button,
        ):
            column.addWidget(widget)
        self._button.setEnabled(False)
        button, show = self._button, self._show
        self._jobs.run_apart(
            self._access.opens_without_phrase,
            done=_while(button, show),
            failed=_while(button, lambda _problem: show(False)),
        )

    def _show(self, on: bool) -> None:
        self._on = on
        words = i18n.text("Demander la phrase") if on else i18n.text("Ouvrir sans phrase")
        self._button.setEnabled(True)
        self._button.setText(words)
        self._button.setAccessibleName(words)

    def _toggle(self) -> None:
        self._button.setEnabled(False)
        if self._on:
            self._take_away()
        else:
            self._offer()

    def _offer(self) -> None:
        """Wrap the key (worker), have the keyring hold the secret (aside), keep the slot."""
        self._state.begin(
            i18n.text(
                "Le trousseau de cet ordinateur répond… Il demande peut-être son mot de passe."
            )
        )
        access, jobs, button = self._access, self._jobs, self._button
        self._followed(
            jobs.run(
                access.new_keyring_slot,
                done=_while(
                    button,
                    lambda new: self._followed(
                        jobs.run_apart(
                            lambda: access.put_in_keyring(new),
                            done=_while(button, self._keep),
                            failed=_while(button, self._refused),
                        )
                    ),
                ),
                failed=_while(button, self._refused),
            )
        )

    def _keep(self, new: Any) -> None:
        access, day = self._access, self._day
        self._jobs.run(
            lambda: access.take_keyring_slot(new, on=day),
            done=_while(
                self._button,
                lambda _none: self._ended(
                    True, i18n.text("Le coffre s’ouvrira sans phrase sur cet ordinateur.")
                ),
            ),
            failed=_while(self._button, self._refused),
        )

    def _take_away(self) -> None:
        """Ask which slot is ours (aside), remove it (worker), and have the keyring forget."""
        self._state.begin(i18n.text("Le trousseau de cet ordinateur répond…"))
        access, jobs, day, button = self._access, self._jobs, self._day, self._button

        def forget(_none: object) -> None:
            jobs.run_apart(access.empty_keyring, done=_nothing, failed=_nothing)
            self._ended(False, i18n.text("La phrase sera demandée à chaque fois."))

        def remove(slot: str) -> None:
            jobs.run(
                lambda: access.remove_keyring_slot(slot, on=day),
                done=_while(button, forget),
                failed=_while(button, self._refused),
            )

        jobs.run_apart(
            access.own_keyring_slot,
            done=_while(button, remove),
            failed=_while(button, self._refused),
        )

    def _followed(self, job: Job) -> None:
        self._state.follow(
            job, lambda: self._ended(self._on, i18n.text("Arrêté. Rien n’est changé."), "body")
        )

    def _ended(self, on: bool, words: str, role: str = "done") -> None:
        self._show(on)
        self._state.end(words, role)

    def _refused(self, problem: BaseException) -> None:
        self._show(self._on)
        self._refused_there(problem)


def _while(there: Button, function: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return the same function, dropped with the page that this button is on (``gui/jobs.py``)."""

    def call(value: Any) -> None:
        if isValid(there):
            function(value)

    return call


def _nothing(_value: object) -> None:
    return
