"""What one takes home beside a letter: what it says, and what to do, in the language one speaks.

A letter is in French, whoever writes it: who reads little of it keeps both, side by side.
"""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.road import Following
from desktop_app.core.documents.model import ComposedParagraph, FilledForm, LetterDocument
from desktop_app.core.documents.sheet import Sheet
from desktop_app.pages.kit import checklist, day_card
from desktop_app.pages.page import Beside, Block, Page, Steps, Text
from desktop_app.pages.paper import Options, sheet
from desktop_app.pages.sheets import form_steps
from desktop_app.sentences.kit_words import silence_lines
from desktop_app.workflow.documents.forms import Way


def explanation(
    document: LetterDocument,
    deadline: Deadline | None,
    silence: Silence | None,
    steps: Sequence[Following] = (),
) -> Sheet:
    """Return what a letter says, paragraph by paragraph, and what comes after it."""
    use = i18n.text("À garder")
    return sheet(lambda: explained(document, deadline, silence, steps), "explanation", use)


def explained(
    document: LetterDocument,
    deadline: Deadline | None,
    silence: Silence | None,
    steps: Sequence[Following] = (),
) -> Page:
    """Return the page: the letter's words in French, what each paragraph means beside them."""
    french = i18n.SOURCE_LANGUAGE
    to_whom = Text(i18n.text("La lettre va à"), "subheading")
    blocks: tuple[Block, ...] = (
        Text(i18n.text("Cette feuille est pour vous. Ne l’envoyez pas."), "hint"),
        day_card(document, deadline),
        to_whom,
        *((Text("\n".join(document.recipient), "body", french),) if document.recipient else ()),
        Text(i18n.text("Ce que dit votre lettre"), "subheading"),
        *map(_paragraph, document.paragraphs),
        Text(i18n.text("Si personne ne répond"), "subheading"),
        *map(Text, silence_lines(silence)),
        *_after(steps),
    )
    return Page(i18n.text("Ce que dit votre lettre"), blocks, ())


def to_do(document: LetterDocument, deadline: Deadline | None) -> Sheet:
    """Return what to do with a letter, in order; in French beside, which offices read."""
    use = i18n.text("À faire, dans l’ordre")
    return sheet(lambda: checklist(document, deadline), "checklist", use, "", _beside_french())


def form_to_do(form: FilledForm, way: Way, *, registry: bool) -> Sheet:
    """Return what to do with a form that was filled; ``registry``: a court takes it."""

    def page() -> Page:
        hint = i18n.text("Cochez chaque case quand c’est fait. Cette feuille reste chez vous.")
        steps = Steps(form_steps(form, way, registry=registry))
        return Page(i18n.text("Ce qu’il faut faire"), (Text(hint, "hint"), steps), ())

    return sheet(page, "checklist", i18n.text("À faire, dans l’ordre"), "", _beside_french())


def _beside_french() -> Options:
    spoken = i18n.current()
    return Options(second="" if spoken == i18n.SOURCE_LANGUAGE else i18n.SOURCE_LANGUAGE)


def _paragraph(one: ComposedParagraph) -> Block:
    text = Text(one.text, "body", i18n.SOURCE_LANGUAGE)
    if not one.meaning:
        return text
    means = i18n.text("Pourquoi : {meaning}").format(meaning=i18n.pack_text(one.meaning))
    return Beside((text,), (Text(means),), i18n.current())


def _after(steps: Sequence[Following]) -> Iterator[Text]:
    if steps:
        yield Text(i18n.text("Et la suite"), "subheading")
    yield from (Text(i18n.pack_text(one.told)) for one in steps)
