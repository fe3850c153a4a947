"""What a box waits for: nothing, its own answer, or one that is asked elsewhere already."""

from collections.abc import Iterator, Sequence

from desktop_app.core.authoring import asking
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.links import Link, link_of, links
from desktop_app.core.packs.model import Question

EMPTY, KNOWN, OTHER = "vide", "connue", "autre"


def expected(form: EditedForm, index: int) -> str:
    """Return what a box waits for: a kind, ``EMPTY``, ``KNOWN`` or ``OTHER``."""
    place = form.places[index]
    if not (place.value or place.when):
        return EMPTY
    link, question = link_of(form.questions, place), form.question(index)
    if link is None or question is None:
        return OTHER
    own = form.users(question.id) == (index,) and not question.remember
    return question.kind if own and question.kind in (*asking.OWN_KINDS, "yes_no") else KNOWN


def expect(form: EditedForm, index: int, what: str, known: Sequence[Question]) -> EditedForm:
    """Return the form with a box that waits for something else; ``known``: as ``repeatable``."""
    if what == EMPTY:
        return asking.leave_empty(form, index)
    if what == KNOWN:
        first = next(repeatable(form, index, known), None)
        again = first is None or expected(form, index) == KNOWN
        return form if again or first is None else asking.link_to(form, index, first)
    return form if what == OTHER else asking.ask_own(form, index, what)


def repeatable(form: EditedForm, index: int, known: Sequence[Question]) -> Iterator[Link]:
    """Yield what a box may repeat: what is ``known`` of a person, then what is asked here.

    The form's own question about a known thing stands for the shared one, and that of the box
    before all others.
    """
    here, own = form.questions, form.question(index)
    nearest = (*known, *reversed(here), *([own] if own is not None else ()))
    kept = {one.remember: one for one in nearest if one.remember}
    usage = form.usage()
    asked = (one for one in here if not one.remember and usage.get(one.id) != (index,))
    yield from links((*kept.values(), *asked), form.places[index])


def repeat(form: EditedForm, index: int, key: str, known: Sequence[Question]) -> EditedForm:
    """Return the form with a box that repeats the answer of this key."""
    found = next((one for one in repeatable(form, index, known) if one.key == key), None)
    return asking.link_to(form, index, found) if found is not None else form


def repeated(form: EditedForm, index: int) -> str:
    """Return the key of what a box repeats; "" when it repeats nothing."""
    found = link_of(form.questions, form.places[index])
    return found.key if found is not None else ""


def own_words(form: EditedForm, index: int) -> str:
    """Return the question of this form that a box asks; "" when it asks none."""
    question = form.question(index)
    return question.label if question is not None and not question.remember else ""
