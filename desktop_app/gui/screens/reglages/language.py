"""Langue: each language by its own name, from the bar of every page; one press and one is back."""

from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.reglages.kept import speak
from desktop_app.pages import destinations as to
from desktop_app.pages import program
from desktop_app.pages.gestures import Speak
from desktop_app.pages.page import Gesture


class LanguageScreen(PageView):
    """What was typed on the page before is there again, in the language chosen."""

    def __init__(self, context: Context, _asked: to.Language) -> None:
        page = program.languages()
        super().__init__(context, page.heading)
        self.fill(page)

    def perform(self, gesture: Gesture) -> None:
        """Speak a language, and go back."""
        assert isinstance(gesture, Speak)
        navigator, settings = self.context.navigator, self.context.settings
        speak(self.context, gesture.language)
        navigator.back()
        self.context.jobs.run(
            settings.save,
            done=lambda _none: None,
            failed=lambda problem: navigator.tell(words_of(problem)),
        )
