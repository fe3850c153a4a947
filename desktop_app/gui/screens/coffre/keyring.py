"""Opening without a phrase on this computer: asked for, and taken back, in "Votre coffre".

The keyring may ask its owner for a password, or never answer. It is spoken to beside the worker:
answers go on being saved, and one may stop waiting.
"""

from collections.abc import Callable
from typing import Any

from shiboken6 import isValid

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.page_places import LivePlace
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import done
from desktop_app.pages import safe_care as page
from desktop_app.workflow.store import Safe


class Keyring:
    """Says whether it opens the safe, in its ``place`` of the page, and turns it; at home only."""

    def __init__(
        self,
        context: Context,
        safe: Safe,
        place: LivePlace,
        state: Progress,
        refused: Callable[[BaseException], None],
    ) -> None:
        self._jobs, self._keyring, self._state = context.jobs, safe.access.keyring, state
        self._place, self._refused_there = place, refused
        self._day = context.tools.clock.today()
        self._on = False
        self._jobs.run_apart(
            self._keyring.opens,
            done=_while(place, self._show),
            failed=_while(place, lambda _problem: self._show(False)),
        )

    def turn(self) -> None:
        """Have it open the safe, or no longer."""
        if self._on:
            self._take_away()
        else:
            self._offer()

    def _show(self, on: bool) -> None:
        self._on = on
        self._place.put(page.without_phrase(on=on))

    def _offer(self) -> None:
        """Wrap the key (worker), have the keyring hold the secret (aside), keep the slot."""
        self._state.begin(
            i18n.text(
                "Le trousseau de cet ordinateur répond… Il demande peut-être son mot de passe."
            )
        )
        keyring, jobs, place = self._keyring, self._jobs, self._place
        self._followed(
            jobs.run(
                keyring.draw,
                done=_while(
                    place,
                    lambda new: self._followed(
                        jobs.run_apart(
                            lambda: keyring.hold(new),
                            done=_while(place, self._keep),
                            failed=_while(place, self._refused),
                        )
                    ),
                ),
                failed=_while(place, self._refused),
            )
        )

    def _keep(self, new: Any) -> None:
        keyring, day = self._keyring, self._day
        self._jobs.run(
            lambda: keyring.take(new, on=day),
            done=_while(
                self._place,
                lambda _none: self._ended(True, done.phrase_asked(always=False)),
            ),
            failed=_while(self._place, self._refused),
        )

    def _take_away(self) -> None:
        """Ask which slot is ours (aside), remove it (worker), and have the keyring forget."""
        self._state.begin(i18n.text("Le trousseau de cet ordinateur répond…"))
        keyring, jobs, day, place = self._keyring, self._jobs, self._day, self._place

        def forget(_none: object) -> None:
            jobs.run_apart(keyring.empty, done=_nothing, failed=_nothing)
            self._ended(False, done.phrase_asked(always=True))

        def remove(slot: str) -> None:
            jobs.run(
                lambda: keyring.remove(slot, on=day),
                done=_while(place, forget),
                failed=_while(place, self._refused),
            )

        jobs.run_apart(
            keyring.own,
            done=_while(place, remove),
            failed=_while(place, self._refused),
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


def _while(there: LivePlace, function: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return the same function, dropped with the page that this place is on (``gui/jobs.py``)."""

    def call(value: Any) -> None:
        if isValid(there):
            function(value)

    return call


def _nothing(_value: object) -> None:
    return
