"""The ways to answer the same draft: a question at a time, all of them, or on the form's page."""

from collections.abc import Callable

from desktop_app import i18n
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to

Way = Callable[[to.OpenInterview], to.Destination]


def ways_of(writing: Writing, now: Way) -> tuple[tuple[str, Way], ...]:
    """Return the other ways than the screen of now: their words and where they are.

    A letter has no page with boxes to fill.
    """
    ways: list[tuple[str, Way]] = [
        (i18n.text("Une question à la fois"), to.Questions),
        (i18n.text("Toutes les questions"), to.AllQuestions),
    ]
    if not isinstance(writing.interview.definition, LetterDefinition):
        ways.append((i18n.text("Remplir sur la page"), to.OnPage))
    return tuple((words, way) for words, way in ways if way is not now)
