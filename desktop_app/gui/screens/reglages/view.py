"""Réglages: colours, size of text, language, printers. Each choice holds at once."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.look import tokens
from desktop_app.gui.page_view import PageView
from desktop_app.gui.printing.ways import printing
from desktop_app.gui.screens.reglages.kept import keep, speak
from desktop_app.pages import destinations as to
from desktop_app.pages import misses
from desktop_app.pages import settings as page
from desktop_app.pages.page import Answers, Gesture


class SettingsScreen(PageView):
    """Every choice is applied at once and kept; on a public terminal it is forgotten.

    What it says is in ``pages/settings.py``.
    """

    def __init__(self, context: Context, _asked: to.Settings) -> None:
        super().__init__(context, i18n.text("Réglages"))
        self._printer = ""
        kept = context.settings.now
        now = {
            page.COLOURS: self.look.theme,
            page.SIZE: str(self.look.zoom),
            page.LANGUAGE: kept.language,
            page.QUESTIONS: (page.EXPERT,) if kept.expert else (),
        }
        self.fill(page.page(now, tokens.ZOOM_STEPS, public=context.session.public))
        context.jobs.run(
            printing(context.tools.render_page).printers,
            done=self._found,
            failed=lambda _silent: self._found(()),
        )

    def perform(self, gesture: Gesture) -> None:
        """Take what was just chosen."""
        assert isinstance(gesture, Answers)
        chosen = gesture.values.get(gesture.ask, "")
        match gesture.ask:
            case page.COLOURS:
                self.look.set_theme(chosen)
            case page.SIZE:
                self.look.set_zoom(float(chosen))
            case page.LANGUAGE:
                self._speak(chosen)
            case page.QUESTIONS:
                self.context.settings.change(expert=bool(chosen))
                keep(self.context, failed=self.say_problem)
            case page.PRINTER:
                self._show(chosen)
            case misses.WINDOW | misses.PAPER as kind:
                self.context.settings.move(kind, self._printer, misses.missed(gesture.values))
                keep(self.context, failed=self.say_problem)

    def _found(self, names: tuple[str, ...]) -> None:
        self.live[page.PRINTERS].put(page.printers(names))
        if names:
            self._show(names[0])

    def _show(self, printer: str) -> None:
        """Show by how much this printer misses; what is typed next is of it."""
        self._printer = printer
        kinds: tuple[misses.Kind, ...] = (misses.WINDOW, misses.PAPER)
        for kind in kinds:
            self.asks[kind].put(misses.typed(self.context.settings.offset(kind, printer)))

    def _speak(self, language: str) -> None:
        navigator = self.context.navigator
        speak(self.context, language)  # this page is made again: a refusal is said in the bar
        keep(self.context, failed=lambda problem: navigator.tell(words_of(problem)))
