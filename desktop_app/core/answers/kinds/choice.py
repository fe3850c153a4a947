"""One choice among those of the question: its id, or its words as typed."""

from difflib import get_close_matches

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean, wrong
from desktop_app.core.packs.model import Question


def read(typed: str, context: Context) -> Reading:
    """Read the id of a choice."""
    found = identified(typed, context.question)
    if found is None:
        return wrong(context, "unknown-choice", near(typed, context.question))
    return Reading(found)


def identified(typed: str, question: Question) -> str | None:
    """Return the id of the choice whose id or label this is."""
    text = clean(typed).casefold()
    for choice in question.choices:
        if text in (choice.id.casefold(), clean(choice.label).casefold()):
            return choice.id
    return None


def near(typed: str, question: Question) -> str:
    """Return the id that resembles it most; empty when none does."""
    text = clean(typed).casefold().replace(" ", "-")
    by_words = {clean(choice.label).casefold(): choice.id for choice in question.choices}
    by_words |= {choice.id.casefold(): choice.id for choice in question.choices}
    close = get_close_matches(text, by_words, 1) or get_close_matches(
        text.replace("-", " "), by_words, 1
    )
    return by_words[close[0]] if close else ""


KIND = Kind(read, str, hint="Choisissez une réponse.")
