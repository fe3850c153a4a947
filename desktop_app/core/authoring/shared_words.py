"""The words of a question that several boxes answer, on the page where they are filled.

Its boxes are called by its words and their own: "Marié : Oui", "Né le : jour". Said in other words,
a question takes its boxes with it; a square takes the choice that it stands for.
"""

from msgspec.structs import replace

from desktop_app.core.authoring import asking
from desktop_app.core.authoring.boxes import changed, labels, unique
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.links import link_of
from desktop_app.core.generic.own_words import PATH


def question_of(form: EditedForm, index: int) -> str:
    """Return the words of a question that a box shares with others; "" when it shares none."""
    question = form.question(index)
    return question.label if question is not None and _head(form, index) else ""


def name_of(form: EditedForm, index: int) -> str:
    """Return what the paper says at one box, without the words that it shares with others."""
    return form.places[index].label.removeprefix(_head(form, index))


def set_question(form: EditedForm, index: int, words: str) -> EditedForm:
    """Return the form with a shared question in other words, what its boxes are called with it."""
    question, words, head = form.question(index), " ".join(words.split()), _head(form, index)
    if question is None or not (words and head):
        return form
    for box in form.users(question.id):
        said = words + PATH + form.places[box].label.removeprefix(head)
        form = changed(form, box, label=unique(said, labels(form, box)))
    return asking.in_other_words(form, question, asking.as_question(words), words)


def set_name(form: EditedForm, index: int, words: str) -> EditedForm:
    """Return the form with what the paper says at one box; its choice, or its question, follows."""
    head, words = _head(form, index), " ".join(words.split())
    if not (head and words):
        return asking.set_label(form, index, words)
    link = link_of(form.questions, form.places[index])
    form = changed(form, index, label=unique(head + words, labels(form, index)))
    if link is None or not link.choice:
        return form
    choices = tuple(
        replace(one, label=words) if one.id == link.part else one for one in link.question.choices
    )
    return asking.with_question(form, link.question.id, choices=choices)


def _head(form: EditedForm, index: int) -> str:
    """Return how the labels of all the boxes of a question begin; "" when they have no such words
    in common, or it has one box.
    """
    question = form.question(index)
    boxes = form.users(question.id) if question is not None else ()
    heads = {"".join(form.places[box].label.rpartition(PATH)[:2]) for box in boxes}
    return heads.pop() if len(boxes) > 1 and len(heads) == 1 else ""
