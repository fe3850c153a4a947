"""How fresh a form is, said and drawn."""

from collections.abc import Iterator

from desktop_app.pages.page import Edition, Text
from desktop_app.sentences import edition_words
from desktop_app.workflow.guidance.pack_list import Model


def edition(model: Model) -> Edition:
    """Return what is known of a form's edition, and where the paper bears its number."""
    numbered = edition_words.is_numbered(model)
    return Edition(tuple(_said(model)), numbered, model.number_at)


def _said(model: Model) -> Iterator[Text]:
    if told := edition_words.superseded(model):
        yield Text(told, "error")
    if check := edition_words.check_edition(model):
        yield Text(check)
    yield from (Text(one, "hint") for one in edition_words.facts(model))
