"""Voici ce qui a été trouvé: the boxes of a PDF that no pack knows, before its questions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.generic.facts import Box
from desktop_app.core.generic.looking import Looked
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.open_pdf import PrintEmpty
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Choice,
    Gesture,
    Live,
    Loss,
    Own,
    Page,
    Row,
    Status,
    Take,
    Text,
)
from desktop_app.workflow.documents.generic import OpenedPdf
from desktop_app.workflow.irreversible import Irreversible

FOUND, PAPER, TITLE, BOXES = "found", "paper", "title", "boxes"
"""Places: of what was found, of the pages of the PDF, of which page it is, of its boxes."""
WORDS = "words"
FIRST = 12
"""Boxes of a page that are shown at once: more than a window has room for."""


@record(frozen=True)
class AskBoxes(Gesture):
    """Go on to the questions."""


@record(frozen=True)
class FillOnPage(Gesture):
    """Answer on the page."""


@record(frozen=True)
class MakeModel(Gesture):
    """Make a form of it for the next time, with its boxes as they are now."""


@record(frozen=True)
class TurnOn(Gesture):
    """See the boxes of the next page."""


@record(frozen=True)
class ChooseBox(Gesture):
    """Show a box on its page, and what may be said of it; or no more."""

    box: str


@record(frozen=True)
class RemoveBox(Loss):
    """Say that it is none."""

    box: str


@record(frozen=True)
class PutBack(Gesture):
    """Say that it is one after all."""

    box: str


def page(opened: OpenedPdf, looked: Looked, *, public: bool) -> Page:
    """Return what was found, what nearly everyone does next, and what may be corrected."""
    blocks: tuple[Block, ...] = (
        Live(FOUND, (found(opened, looked),)),
        Text(_next(looked)),
        Row(_ways(looked)),
        *((Text(irreversible.words(Irreversible.PRINT), "hint"),) if looked.nameless else ()),
        *((Status(lasting=True),) if looked.nameless else ()),
        Own(PAPER),
        Live(TITLE, (title(looked),)),
        Live(BOXES, tuple(boxes(looked)), FIRST),
    )
    turn_on = Action(i18n.text("Cases de la page suivante"), TurnOn())
    several = (turn_on,) if len(looked.pages) > 1 else ()
    words = i18n.text("En faire un modèle à garder")
    keep = () if public or opened.password else (Action(words, MakeModel()),)
    actions = (*several, *keep, back())
    heading = i18n.text("Voici ce qui a été trouvé")
    return Page(heading, blocks, actions, lead=lead(opened, looked))


def lead(opened: OpenedPdf, looked: Looked) -> tuple[str, ...]:
    """Return what is heard with the heading: how many boxes there are, and what to do."""
    return (*found(opened, looked).words.splitlines(), _next(looked))


def _next(looked: Looked) -> str:
    if looked.nameless:
        return i18n.text(
            "Ces cases n’ont pas de nom lisible : aucune question n’en vient. "
            "Répondez sur la page, ou imprimez le papier vide et remplissez-le à la main."
        )
    return i18n.text("Si cela vous semble juste, répondez aux questions.")


def found(opened: OpenedPdf, looked: Looked) -> Text:
    """Return how many boxes there are, and what must be known of them before going on."""
    boxes = i18n.plural("{n} case trouvée", "{n} cases trouvées", looked.count)
    pages = i18n.plural("{n} page", "{n} pages", len(looked.facts.page_sizes))
    notices = [i18n.sentence(one.code, one.parameters) for one in opened.notices]
    if others := sum(name in looked.changes.removed for name in looked.others):
        notices.append(left_aside(others))
    return Text("\n".join((f"{boxes}, {pages}.", *notices)))


def left_aside(count: int) -> str:
    """Return how many boxes are for others, and that they can be taken back."""
    return i18n.plural(
        "{n} case est laissée de côté : d’autres la remplissent. Vous pouvez la reprendre.",
        "{n} cases sont laissées de côté : d’autres les remplissent. Vous pouvez les reprendre.",
        count,
    )


def title(looked: Looked, *, stop: bool = False) -> Text:
    """Return of which page the boxes are; ``stop``: it is read now, for it has just changed."""
    words = i18n.text("Cases de la page {n}").format(n=looked.page)
    return Text(words, "subheading", stop=stop)


def boxes(looked: Looked) -> Iterator[Live]:
    """Yield the boxes of the page in view, each in its place; that in hand can be corrected."""
    for one in looked.here:
        label, removed = words_of(looked, one.name), one.name in looked.changes.removed
        shown = _shown(looked, one.name, label) if removed else label
        row = Choice(shown, ChooseBox(one.name))
        more = () if one.name != looked.chosen else _correcting(one, label, removed=removed)
        yield Live(f"box {one.name}", (row, *more))


def _shown(looked: Looked, name: str, label: str) -> str:
    """Return a box that is not asked, and why."""
    if name not in looked.others:
        return i18n.text("{label} — ce n’est pas une case").format(label=label)
    said = looked.others[name]
    if not said:
        return i18n.text("{label} — laissée de côté").format(label=label)
    return i18n.text("{label} — laissée de côté : « {said} »").format(label=label, said=said)


def words_of(looked: Looked, name: str) -> str:
    """Return what a box is called: her words, else ours, in the language spoken."""
    return looked.changes.renamed.get(name) or i18n.pack_text(looked.labels[name])


def own_words(looked: Looked, name: str, typed: str) -> str:
    """Return the words that a person gives to a box; "" where they are ours."""
    words = typed.strip()
    return "" if words == i18n.pack_text(looked.labels[name]) else words


def _ways(looked: Looked) -> tuple[Action, ...]:
    """Return the ways by questions and on the page; of what has no name, nothing is asked."""
    on_page = Action(i18n.text("Remplir sur la page"), FillOnPage(), ready=looked.count > 0)
    if looked.nameless:
        by_hand = Action(i18n.text("Imprimer ce papier vide"), PrintEmpty())
        return replace(on_page, weight="primary"), by_hand
    ask = Action(i18n.text("Répondre aux questions"), AskBoxes(), ready=looked.count > 0)
    return replace(ask, weight="primary"), on_page


def model_of(opened: OpenedPdf, looked: Looked) -> to.FormEditor:
    """Return where a form is made of it for the next time, with its boxes as they are now."""
    name = Path(opened.title).stem
    return to.FormEditor(pdf=opened.blank, name=name, changes=looked.changes)


def _correcting(box: Box, label: str, *, removed: bool) -> tuple[Block, ...]:
    def action(words: str, does: Gesture) -> Action:
        return Action(words, does, name=i18n.labelled(words, label))

    if removed:
        return (Row((action(i18n.text("C’est bien une case"), PutBack(box.name)),)),)
    question = Question(id=WORDS, kind="text", label=i18n.text("Ce qu’il faut y écrire"))
    keep = Take(box.name)
    return (
        Ask(box.name, (Asked(question),), {WORDS: label}),
        Row(
            (
                action(i18n.text("Garder ces mots"), keep),
                action(i18n.text("Ce n’est pas une case"), RemoveBox(box.name)),
            )
        ),
    )
