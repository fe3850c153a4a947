"""What a box asks: its words, its kind, its cells, the answer that goes in it.

Each gesture gives a new form. A question that several boxes share is left to the others: the box
that changes gets one of its own.
"""

import re
from collections.abc import Collection
from typing import Literal

import msgspec

from desktop_app.core.authoring.boxes import changed, labels, tidy, unique
from desktop_app.core.authoring.edited import EditedForm, names_in
from desktop_app.core.authoring.links import Link, link_of, value_of, when_of
from desktop_app.core.checks.questions import MOST_WORDS
from desktop_app.core.folding import folded
from desktop_app.core.generic import own_words
from desktop_app.core.generic.known import recognise
from desktop_app.core.generic.own_words import is_number
from desktop_app.core.generic.roles import NUMBERED, OTHER, PAIR, said_of
from desktop_app.core.generic.squares import TICK_WORDS
from desktop_app.core.generic.wording import shortened
from desktop_app.core.packs.model import Place, Question
from desktop_app.core.packs.resolve import on_paper

Shape = Literal["text", "tick", "comb"]
OWN_KINDS = (
    "text",
    "long_text",
    "name",
    "date",
    "amount",
    "integer",
    "postal_code",
    "phone",
    "email",
    "nir",
    "iban",
)
"""Kinds of a question of one's own; a box to tick is always answered by yes or no."""
MOST_CELLS, MOST_LINES = 100, 40
FIRST_CELLS = 8
_COUNTED = re.compile(r" \(\d+\)$")
"""After a label that several boxes would have."""


def shape_of(place: Place) -> Shape:
    """Return how a box is filled: written in, ticked, or one sign a cell."""
    return "comb" if place.comb and place.kind == "text" else place.kind


def set_shape(form: EditedForm, index: int, shape: Shape) -> EditedForm:
    """Return the form with a box filled in another way."""
    place = form.places[index]
    if shape == shape_of(place):
        return form
    link = link_of(form.questions, place)
    if (shape == "tick") == (place.kind == "tick"):
        comb = FIRST_CELLS if shape == "comb" else 0
        return _linked(changed(form, index, comb=comb, lines=1, indent=0), index, link)
    # Another kind of field than the blank's own: the box is then drawn over the page.
    bare: dict[str, object] = {"field": "", "option": "", "value": "", "when": "", "indent": 0}
    comb = FIRST_CELLS if shape == "comb" else 0
    kind = "tick" if shape == "tick" else "text"
    form = changed(form, index, kind=kind, comb=comb, lines=1, **bare)
    return ask_own(form, index, "text")


def set_cells(form: EditedForm, index: int, cells: int) -> EditedForm:
    """Return the form with another number of cells in a comb."""
    place = form.places[index]
    if shape_of(place) != "comb":
        return form
    link = link_of(form.questions, place)
    form = changed(form, index, comb=min(max(cells, 2), MOST_CELLS))
    return _linked(form, index, link)


def set_lines(form: EditedForm, index: int, lines: int) -> EditedForm:
    """Return the form with another number of lines to write on in a box."""
    if shape_of(form.places[index]) != "text":
        return form
    return changed(form, index, lines=min(max(lines, 1), MOST_LINES))


def set_label(form: EditedForm, index: int, label: str) -> EditedForm:
    """Return the form with what the paper says at a box; the box's own question follows it.

    An empty label keeps the one before; a label taken by another box gets a number. A question that
    the program made of the label offers what is known of the person no more, unless the new words
    ask for it too: they may be about somebody else.
    """
    label = " ".join(label.split())
    if not label:
        return form
    before = form.places[index].label
    form = changed(form, index, label=unique(label, labels(form, index)))
    question = _alone(form, index)
    words = _in_words_of(label, question, before) if question is not None else ""
    if question is None or not words:
        return form
    return in_other_words(form, question, words, label)


def in_other_words(form: EditedForm, question: Question, words: str, said: str) -> EditedForm:
    """Return the form with a question in other words, of what is ``said`` of it on the paper."""
    same = recognise(said).remember == question.remember
    remember = question.remember if same else ""
    whose = _whose(said, question)
    return with_question(form, question.id, label=words, hint="", remember=remember, whose=whose)


def _whose(label: str, question: Question) -> str:
    """Return of whom a question asks in other words; of which child, they do not tell."""
    role = said_of(label)
    if role is None:
        return question.whose
    return OTHER if role in (*NUMBERED, PAIR) else role


def _in_words_of(label: str, question: Question, before: str) -> str:
    """Return a question in the words of its box, as it was in those ``before``.

    "" for one that has words of its own.
    """
    bare = _COUNTED.sub("", before)
    if question.label in (as_question(before), as_question(bare), shortened(bare)):
        return as_question(label)
    square = own_words.ONE_SQUARE.format(words=shortened(bare, TICK_WORDS))
    ticked = question.kind == "yes_no" and (question.label == square or is_number(before))
    return own_words.ONE_SQUARE.format(words=shortened(label, TICK_WORDS)) if ticked else ""


def set_words(form: EditedForm, index: int, words: str) -> EditedForm:
    """Return the form with a question asked in other words; nothing without a question."""
    question, words = form.question(index), " ".join(words.split())
    return with_question(form, question.id, label=words) if question and words else form


def leave_empty(form: EditedForm, index: int) -> EditedForm:
    """Return the form with a box in which nothing is ever written: the office's, a signature."""
    return tidy(changed(form, index, value="", when=""))


def ask_own(form: EditedForm, index: int, kind: str) -> EditedForm:
    """Return the form with a box that asks a question of its own, of this kind."""
    place = form.places[index]
    kind = "yes_no" if place.kind == "tick" else kind
    own = _own(form, index)
    if own is not None:
        form = with_question(form, own.id, kind=kind, choices=(), max_length=0)
        return link_to(form, index, Link(msgspec.structs.replace(own, kind=kind, choices=())))
    taken = {question.id for question in form.questions} | form.answered
    question = Question(id=_new_id(place.label, taken), kind=kind, label=as_question(place.label))
    return link_to(form, index, Link(question))


def link_to(form: EditedForm, index: int, link: Link) -> EditedForm:
    """Return the form with a box that says an answer, or a part of it."""
    known = {question.id for question in form.questions}
    if link.question.id not in known:
        questions = (*form.questions, on_paper(link.question))
        form = msgspec.structs.replace(form, questions=questions)
    return _linked(form, index, link)


def as_question(label: str) -> str:
    """Return a label as it is asked: as many words as are read at one glance."""
    return " ".join(label.split()[:MOST_WORDS])


def _linked(form: EditedForm, index: int, link: Link | None) -> EditedForm:
    """Write the templates of a link for the present shape of a box, and what fits its cells."""
    if link is None:
        return tidy(form)
    place = form.places[index]
    form = changed(form, index, value=value_of(link, place), when=when_of(link, place))
    own = _own(form, index)
    if own is not None and own.kind in ("text", "name"):
        form = with_question(form, own.id, max_length=place.comb)
    return tidy(form)


def _own(form: EditedForm, index: int) -> Question | None:
    """Return the question that a box alone uses and whose answer is kept nowhere."""
    question = _alone(form, index)
    return None if question is None or question.remember else question


def _alone(form: EditedForm, index: int) -> Question | None:
    """Return the question that a box alone uses."""
    question = form.question(index)
    if question is None or form.users(question.id) != (index,):
        return None
    return question if names_in(form.places[index]) == {question.id} else None


def with_question(form: EditedForm, name: str, **changes: object) -> EditedForm:
    """Return the form with a question that differs."""
    questions = tuple(
        msgspec.structs.replace(one, **changes) if one.id == name else one for one in form.questions
    )
    return msgspec.structs.replace(form, questions=questions)


def _new_id(label: str, taken: Collection[str]) -> str:
    """Return a name for answers that no shared question bears."""
    words = re.findall(r"[a-z0-9]+", folded(label))
    stem = f"case_{'_'.join(words)[:40]}".rstrip("_")
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}_{number}"
    return name
