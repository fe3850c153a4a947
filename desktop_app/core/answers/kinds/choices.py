"""Several choices among those of the question, perhaps none."""

from collections.abc import Sequence

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, wrong
from desktop_app.core.answers.kinds.choice import identified, near


def read(typed: Sequence[str] | str, context: Context) -> Reading:
    """Read ids, in the order of the question."""
    texts = typed.split(",") if isinstance(typed, str) else typed
    found = set()
    for text in texts:
        if not text.strip():
            continue
        identifier = identified(text, context.question)
        if identifier is None:
            return wrong(context, "unknown-choice", near(text, context.question))
        found.add(identifier)
    return Reading(tuple(c.id for c in context.question.choices if c.id in found))


def show(value: Sequence[str]) -> str:
    """Write the ids."""
    return ",".join(value)


KIND = Kind(read, show, hint="Vous pouvez choisir plusieurs réponses, ou aucune.", several=True)
