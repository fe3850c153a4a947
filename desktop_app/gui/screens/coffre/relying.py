"""A phrase begins to open a safe: one that is made now, or the one that is open."""

import unicodedata

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import keep_in
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre.day_backup import make_day_backup
from desktop_app.pages import destinations as to
from desktop_app.pages import done, office_helper
from desktop_app.pages import safe_making as page
from desktop_app.pages.page import Gesture
from desktop_app.workflow.safes.care import NewSafe, make_safe


class Relying(PageView):
    """A page that ends with it; ``then``: where one goes on, None stays on the page."""

    then: to.Destination | None = None

    def rely(self, chosen: to.ChosenPhrase) -> None:
        """Have the phrase open the safe."""
        self.clear_problem()
        self.let_press(False, page.TakePhrase(), page.Rely())
        if chosen.makes:
            self._make(chosen)
        else:
            self._let_open(chosen)

    def refused(self, problem: BaseException) -> None:
        """Say why not: what was typed stays."""
        self.progress.end()
        self.let_press(True, page.TakePhrase(), page.Rely())
        self.say_problem(problem)

    def _make(self, chosen: to.ChosenPhrase) -> None:
        self.progress.begin(i18n.text("Le coffre se prépare. Cela prend quelques secondes."))
        tools, on = self.context.tools, self.context.tools.clock.today()

        def work() -> NewSafe:
            return make_safe(
                tools.safes,
                tools.known_safes,
                chosen.phrase,
                on=on,
                folder=chosen.folder,
                trace=chosen.trace,
            )

        self.context.jobs.run(
            work,
            done=self._made,
            failed=self.refused,
            unwanted=lambda made: made.safe.close(),
        )

    def _made(self, made: NewSafe) -> None:
        navigator = self.context.navigator
        keep_in(self.context, made)
        navigator.restart(self.then or to.Home())
        navigator.say_saved(done.safe_made())
        if self.context.tools.mode == "association":  # its sheet lies with the responsable
            self.context.jobs.run(
                self.context.tools.safes.draw_words,
                done=lambda words: navigator.go(to.RecoverySheet(words, self.then or to.Home())),
                failed=lambda _problem: None,
            )

    def _let_open(self, chosen: to.ChosenPhrase) -> None:
        safe, on = self.context.session.safe, self.context.tools.clock.today()
        if safe is None:
            return
        access, first = safe.access, safe.access.without_phrase
        self.progress.begin(
            i18n.text("La phrase s’ajoute…")
            if first or chosen.helper
            else i18n.text("La phrase change…")
        )

        def work() -> None:
            if first or chosen.helper:
                access.add_phrase(chosen.phrase, name=chosen.helper, on=on)
            else:
                access.change_phrase("", chosen.phrase, on=on)
            if chosen.alone:
                access.keyring.remove("", on=on)

        def opens(_none: None) -> None:
            if chosen.alone:
                self.context.jobs.run_apart(access.keyring.empty, done=_nothing, failed=_nothing)
            words = done.phrase_added() if first else done.phrase_changed()
            self._end(office_helper.added(chosen.helper) if chosen.helper else words)

        self.context.jobs.run(work, done=opens, failed=self.refused)

    def _end(self, words: str) -> None:
        self.context.session.changed.emit()
        if (safe := self.context.session.safe) is not None:
            make_day_backup(self.context, safe)  # those before open by what opened it then
        if self.then is None:
            self.progress.end(words)
            return
        self.context.navigator.restart(self.then)
        self.context.navigator.say_saved(words)


class PhraseBack(Relying):
    """A phrase that was drawn is given back: else one would rely on what was never copied.

    What it says is in ``pages/safe_making.py``.
    """

    def __init__(self, context: Context, asked: to.PhraseBack) -> None:
        told = page.phrase_back()
        super().__init__(context, told.heading)
        self._asked, self.then = asked, asked.then
        self.fill(told)

    def focus_heading(self) -> None:
        """Begin where the phrase is typed."""
        super().focus_heading()
        self.secrets[page.BACK].begin()

    def perform(self, _gesture: Gesture) -> None:
        """Rely on it, once it is the same."""
        chosen, typed = self._asked.chosen, self.secrets[page.BACK].text()
        if unicodedata.normalize("NFC", typed.strip()) != chosen.phrase:
            self.say_error(page.is_not_it())
            self.secrets[page.BACK].begin()
            return
        self.rely(chosen)

    def step_back(self) -> bool:
        """See the same words again."""
        self.context.navigator.replace(self._asked.before)
        return True


def _nothing(_value: object) -> None:
    return
