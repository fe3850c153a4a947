"""The ways to answer the same draft: a question at a time, all of them, or on the form's page."""

from desktop_app import i18n
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.gui.writing import Writing


def ways_of(writing: Writing, now: str) -> tuple[tuple[str, str], ...]:
    """Return the other ways than the screen of now: their words and their screens.

    A letter has no page with boxes to fill.
    """
    ways = [
        (i18n.text("Une question à la fois"), "questions"),
        (i18n.text("Toutes les questions"), "toutes-les-questions"),
    ]
    if not isinstance(writing.interview.definition, LetterDefinition):
        ways.append((i18n.text("Remplir sur la page"), "sur-la-page"))
    return tuple((words, screen) for words, screen in ways if screen != now)
