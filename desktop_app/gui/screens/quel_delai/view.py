"""Which delay applies to me? Who wrote, what is said, how it came: one choice a page."""

from typing import Any

from desktop_app import i18n
from desktop_app.core.deadlines.tables import Event
from desktop_app.gui.context import Context
from desktop_app.gui.screens.quel_delai.answer import Answered
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages.finding import families, situations
from desktop_app.workflow.guidance.which_delay import arrivals, candidates, known_cases

# Said the same way by a person, and every procedure that knows the one knows the other.
SAME_AS_NOTIFIED = "reception"


class WhichDelay(Page):
    """Opened with what was already said; the last page asks the day and shows every answer."""

    def __init__(self, context: Context, asked: to.WhichDelay) -> None:
        super().__init__(
            context.look, _heading(asked.family, asked.situation, asked.event, asked.told)
        )
        self._context = context
        self._said = {
            "family": asked.family,
            "situation": asked.situation,
            "event": asked.event,
            "told": asked.told,
        }
        tools, jobs = context.tools, context.jobs
        if not asked.situation:
            jobs.run(
                lambda: known_cases(tools.law, tools.catalogue),
                done=self._cases,
                failed=self.say_problem,
            )
        elif not asked.told:
            jobs.run(
                lambda: arrivals(
                    tools.law, candidates(tools.law, tools.catalogue, asked.family, asked.situation)
                ),
                done=self._arrivals,
                failed=self.say_problem,
            )
        else:
            jobs.run(
                lambda: (
                    candidates(tools.law, tools.catalogue, asked.family, asked.situation),
                    arrivals(tools.law),
                ),
                done=lambda read: self._answer(*read),
                failed=self.say_problem,
            )

    def _cases(self, found: dict[str, tuple[str, ...]]) -> None:
        if family := self._said["family"]:
            words = situations("lettre") | situations("demande")
            offered, name = {one: words[one] for one in words if one in found[family]}, "situation"
        else:
            words = families()
            offered, name = {one: words[one] for one in words if one in found}, "family"
        self._offer(name, offered)

    def _arrivals(self, found: tuple[Event, ...]) -> None:
        if self._said["event"]:
            self._offer("told", _remedies())
            return
        titles = {one.id: i18n.pack_text(one.title) for one in found if one.id != SAME_AS_NOTIFIED}
        words = {one: told for one, told in _ways().items() if one in titles}
        self._offer("event", words | {one: titles[one] for one in titles if one not in words})

    def _offer(self, name: str, offered: dict[str, str]) -> None:
        go = self._context.navigator.go
        for one, words in offered.items():
            button = LongButton(self.look, words, "bureau" if name == "family" else "lettre")
            said = self._said | {name: one}
            button.clicked.connect(lambda _=False, said=said: go(to.WhichDelay(**said)))
            self.add(button)
        self._foot()

    def _answer(self, found: tuple[Any, ...], events: tuple[Event, ...]) -> None:
        (event,) = (one for one in events if one.id == self._said["event"])
        told = {"oui": True, "non": False}.get(self._said["told"])
        self.add(Answered(self._context, self, found, event, told))
        self._foot()

    def _foot(self) -> None:
        navigator = self._context.navigator
        self.set_actions(
            Button(self.look, i18n.text("Revenir à l’accueil"), lambda: navigator.go(to.Home())),
            Button(self.look, i18n.text("Retour"), navigator.back, role="plain"),
        )
        self.focus_heading()


def _ways() -> dict[str, str]:
    """Return the ways in which a letter comes, in a person's words."""
    return {
        "compte-en-ligne": i18n.text("Sur mon compte, par internet"),
        "lettre-simple": i18n.text("Par la poste, sans rien signer, ou je ne sais plus"),
        "notification": i18n.text("On me l’a remise en main propre, ou posée sur le pare-brise"),
        "signification": i18n.text("Un commissaire de justice (huissier) l’a apportée"),
        "lrar-retiree": i18n.text("En recommandé : je l’ai retirée au guichet"),
        "lrar-non-retiree": i18n.text("En recommandé : je ne l’ai pas retirée"),
        "fps-poste": i18n.text("Un avis de stationnement (FPS), par la poste"),
        "fps-envoi-inconnu": i18n.text("Un avis de stationnement, sans date d’envoi dessus"),
    }


def _remedies() -> dict[str, str]:
    return {
        "oui": i18n.text("Oui, c’est écrit"),
        "non": i18n.text("Non, rien n’est écrit"),
        "inconnu": i18n.text("Je ne sais pas"),
    }


def _heading(family: str, situation: str, event: str, told: str) -> str:
    if not family:
        return i18n.text("Qui a écrit cette lettre ?")
    if not situation:
        return i18n.text("De quoi parle cette lettre ?")
    if not event:
        return i18n.text("Comment la lettre est-elle venue ?")
    if not told:
        return i18n.text("La lettre dit-elle comment la contester, et jusqu’à quand ?")
    return i18n.text("Quel délai pour vous ?")
