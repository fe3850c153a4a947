"""Remplir sur la page: the pages of a form, its boxes, and the question of the box in hand."""

from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import page_boxes
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Block, Gesture, Live, Own, Page, Row, Text
from desktop_app.pages.questions import GoOn, among, ignore, otherwise
from desktop_app.pages.wanted import blank, may_drop
from desktop_app.pages.wrong import mending, sentence
from desktop_app.workflow.documents.on_page import Filling, PageRow
from desktop_app.workflow.interview.interview import Interview, Step, Trouble
from desktop_app.workflow.interview.known import Proposal

PAPER, TITLE, BOXES = "paper", "title", "boxes"
"""The places of the pages, of which one is in view, and of its boxes."""


@record(frozen=True)
class WriteIt(Gesture):
    """Check the answer, and write it in its boxes."""


@record(frozen=True)
class AnswerOther(Gesture):
    """Answer another of the questions that the same boxes show."""

    question: str


@record(frozen=True)
class TakeBack(Gesture):
    """Undo the last answer, its box in hand."""


def page(
    interview: Interview, number: int, pages: int, *, opened: bool, may_keep: bool = False
) -> Page:
    """Return the page of a form, the page of this ``number`` in view.

    ``opened``: its PDF is at hand; that of a form made for one is, or is asked for at the end. The
    boxes of such a form may be corrected, and ``may_keep``: a model may be kept of them.
    """
    asked = not opened and not interview.draft.form
    words = i18n.text("Choisissez une case sur la page, ou dans la liste, puis répondez.")
    made = bool(interview.draft.form)
    blocks = (
        Text(words, "hint"),
        *((Text(page_boxes.one_too_many(), "hint"),) if made else ()),
        Own(PAPER),
        Live(TITLE, (title(number, pages),)),
        *((Live(page_boxes.ADDING, page_boxes.missing()),) if made else ()),
        *(page_boxes.own_copy() if opened and not made else ()),
        Own(BOXES),
        *((may_drop(),) if asked else ()),
        *((Live(page_boxes.MODEL),) if may_keep else ()),
    )
    official = Action(i18n.text("Montrer mon PDF officiel"), blank(), "plain")
    actions = (
        Action(i18n.text("Continuer"), GoOn(), "primary"),
        Action(i18n.text("Défaire"), TakeBack(), "plain", ready=False),
        *((official,) if asked else ()),
        *((page_boxes.keep_model(),) if may_keep else ()),
        *otherwise(interview, to.OnPage),
        back(),
    )
    return Page(i18n.text("Remplir sur la page"), blocks, actions, lead=(words,))


def title(number: int, pages: int) -> Text:
    """Return which page is in view."""
    return Text(i18n.text("Page {page} sur {pages}").format(page=number, pages=pages), "subheading")


def answering(
    interview: Interview, row: PageRow, step: Step, known: Proposal | None, wrong: Trouble | None
) -> tuple[Block, ...]:
    """Return a question of the boxes in hand, what is known of it, and what can be done."""
    label = i18n.pack_text(step.question.called)
    actions = (
        Action(i18n.text("Écrire sur la page"), WriteIt(), "primary"),
        *((ignore(),) if step.question.unknown else ()),
        *(mending(wrong) if wrong is not None else ()),
        *_others(interview, row, step.question),
        *((page_boxes.correct(row.places[0], label),) if interview.draft.form else ()),
    )
    return among(interview, step.question, known), Row(actions)


def words(filling: Filling, row: PageRow) -> str:
    """Return what a row says: the words of the paper, what is written, what is wrong."""
    name = i18n.pack_text(filling.label(row))
    # A box to tick often says its question too: "Déjà reçue cette année ? : Oui".
    value = filling.written(row).removeprefix(f"{name} : ") or i18n.text("Pas de réponse")
    # A question has its own mark: "… naissance ? 14 02 1988".
    said = f"{name} {value}" if name.endswith("?") else i18n.labelled(name, value)
    found = map(filling.wrong, (row.question, *row.others))
    if (wrong := next(filter(None, found), None)) is None:
        return said
    return i18n.text("{row} — Erreur : {sentence}").format(row=said, sentence=sentence(wrong))


def why_not(interview: Interview, row: PageRow) -> str:
    """Return why a box cannot be filled: other answers decide that it stays empty."""
    words = i18n.text("D’après vos autres réponses, cette case reste vide : {question}")
    return "" if row.asked else words.format(question=_labels(interview)[row.question])


def _others(interview: Interview, row: PageRow, now: Question) -> Iterator[Action]:
    """Yield the other questions that these boxes show."""
    for name in (row.question, *row.others) if row.others else ():
        if name != now.id:
            yield Action(_labels(interview)[name], AnswerOther(name), "plain")


def _labels(interview: Interview) -> dict[str, str]:
    return {one.id: i18n.pack_text(one.label) for one in questions_of(interview.definition)}
