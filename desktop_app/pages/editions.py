"""What is told of a form's edition: how fresh it is; of a PDF, which one it is, or is not."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.packs.listed import is_numbered
from desktop_app.core.record import record
from desktop_app.pages.page import Block, Card, Choice, Edition, Folded, Gesture, Text
from desktop_app.pages.why import why
from desktop_app.sentences import edition_words

if TYPE_CHECKING:  # a list of models compares no editions
    from desktop_app.workflow.documents.editions import OtherEdition
    from desktop_app.workflow.guidance.pack_list import Model


def edition(model: "Model") -> Edition:
    """Return what is known of a form's edition, and where the paper bears its number."""
    numbered = is_numbered(model.edition)
    return Edition(tuple(_said(model)), numbered, model.number_at)


def _said(model: "Model") -> Iterator[Text]:
    if told := edition_words.former(model):
        yield Text(told, "error")
    if model.old is not None:
        from desktop_app.sentences import deadline_words  # of what is old alone

        yield Text(deadline_words.old(model.old), "error")
    if check := edition_words.check_edition(model):
        yield Text(check)
    yield from (Text(one, "hint") for one in edition_words.facts(model))


def sources(model: "Model") -> tuple[Folded, ...]:
    """Return where the rules of a form were read, for who asks why."""
    told = edition_words.sources(model)
    return (why(i18n.pack_text(model.title), told),) if told else ()


@record(frozen=True)
class AnswerKnown(Gesture):
    """Answer the questions of the form that the PDF is, or is an edition of."""


@record(frozen=True)
class AnswerBoxes(Gesture):
    """Answer box by box, as for a PDF that nobody knows."""


def other_edition(other: "OtherEdition", ways: Sequence[Choice]) -> Card:
    """Return what differs, under the sentence that says which edition it is; the ways to go on."""
    lines = (Text(one) for one in edition_words.other_edition(other)[1:])
    careful = Text(i18n.text("Rien n’est écrit dans une case douteuse."), "hint")
    return Card(i18n.text("Ce qui change"), (*lines, careful, *ways))


def known(model: "Model") -> Iterator[Block]:
    """Yield which form it is and whether it is still taken, before the first question."""
    old = edition_words.outdated(model)
    yield Text(i18n.pack_text(model.title), "subheading")
    yield Text(old or i18n.text("Ce formulaire est connu ici."), "date", stop=True)
    yield from (Text(fact) for fact in edition_words.which_form(model))
    words = i18n.text("Répondre quand même aux questions")
    yield Choice(words if old else i18n.text("Répondre aux questions"), AnswerKnown())
    yield Choice(i18n.text("Une case est mal placée : la corriger sur la page"), AnswerBoxes())


def near(other: "OtherEdition", model: "Model | None") -> Iterator[Block]:
    """Yield of which known form it is another edition; its questions serve, or its boxes."""
    yield Text(i18n.pack_text(other.definition.title), "subheading")
    yield Text(edition_words.other_edition(other)[0], "date", stop=True)
    if model is not None and (old := edition_words.outdated(model)):
        yield Text(old, "error")
    by_box = i18n.text("Répondre case par case, comme pour un PDF inconnu")
    ways = (
        Choice(i18n.text("Répondre aux questions de ce formulaire"), AnswerKnown()),
        Choice(by_box, AnswerBoxes()),
    )
    yield other_edition(other, ways)
