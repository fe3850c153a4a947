"""What a model may not say: an answer of the person who filled its form, or her name."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from desktop_app.core.answers.draft import Draft
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.generic import own_words
from desktop_app.core.generic.wording import plain_words, slug
from desktop_app.core.packs.model import Question

HERS = frozenset(["name", "nir", "iban", "email", "phone", "caf_number", "nif", "address_line"])
"""Kinds of answers that tell who one is, wherever they stand."""
CHOSEN = frozenset(["choice", "choices", "yes_no"])
"""Kinds whose answers are words of the paper."""
LEAST = 3
"""Letters: a shorter answer stands in any word."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said, in plain words.

    Attributes:
        hers: who she is: it may stand nowhere.
        others: her other answers: it may not stand in what she wrote of the form.
    """

    hers: frozenset[str]
    others: frozenset[str]


def said_by(draft: Draft, questions: Collection[Question], name: str) -> Said:
    """Return what was said in a draft, by a person of this ``name``: "" when it is not known."""
    kinds = {one.id: (one.kind in HERS or _tells_who(one), one.kind) for one in questions}
    hers, others = set(_phrases(name, apart=True)), set[str]()
    for question, typed in draft.answers.items():
        own, kind = kinds.get(question, (False, "text"))
        if kind not in CHOSEN and isinstance(typed, str):
            (hers if own else others).update(_phrases(typed, apart=kind == "name"))
    return Said(frozenset(hers), frozenset(others - hers))


def _tells_who(question: Question) -> bool:
    return question.remember.partition(".")[0] in ("identite", "contact", "banque", "sante")


def _phrases(text: str, *, apart: bool) -> Iterator[str]:
    """Yield a text in plain words; ``apart``: each of its words too, as of a name."""
    words = plain_words(text)
    for one in {words, *(words.split() if apart else ())}:
        if len(one) >= LEAST:
            yield one


def says(text: str, phrases: Collection[str]) -> bool:
    """Tell whether a text says one of these, in whole words."""
    padded = f" {plain_words(text)} "
    return any(f" {one} " in padded for one in phrases)


def names(title: str, first: str, said: Said) -> bool:
    """Tell whether a title says something of the person that the ``first`` did not."""
    others = (one for one in said.others if not says(first, (one,)))
    return says(title, {*said.hers, *others})


def told(form: EditedForm, first: EditedForm, said: Said) -> Iterator[int]:
    """Yield the boxes whose words say something of the person.

    Args:
        first: the form as it was read on the paper: her other answers may be words of it.
    """
    known = set(_words(first))
    for index, place in enumerate(form.places):
        question = form.question(index)
        for text in (place.label, *(_of(question) if question is not None else ())):
            if says(text, said.hers) or (text not in known and says(text, said.others)):
                yield index
                break


def _words(form: EditedForm) -> Iterator[str]:
    yield from (place.label for place in form.places)
    for question in form.questions:
        yield from _of(question)


def _of(question: Question) -> Iterator[str]:
    hint = "" if own_words.tells_kept(question.hint) else question.hint
    yield from (question.label, hint, *(choice.label for choice in question.choices))


def without_names(title: str, said: Said) -> str:
    """Return a title without the words that tell who somebody is: "demande Simone" -> "demande"."""
    left = [word for word in title.split() if not says(word, said.hers)]
    return " ".join(left).strip(" -_,")


def named_anew(form: EditedForm, said: Said) -> EditedForm:
    """Return the form with other names for questions whose name, once a label, tells of her."""
    taken, renamed = {one.id for one in form.questions}, dict[str, str]()
    for question in form.questions:
        if says(question.id, said.hers | said.others):
            renamed[question.id] = _free(slug(question.label), taken)
            taken.add(renamed[question.id])
    return _renamed(form, renamed) if renamed else form


def _free(stem: str, taken: Collection[str]) -> str:
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}_{number}"
    return name


def _renamed(form: EditedForm, names: Mapping[str, str]) -> EditedForm:
    one_of = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")

    def new(text: str) -> str:
        return one_of.sub(lambda found: names[found[0]], text)

    return replace(
        form,
        questions=tuple(
            replace(one, id=names.get(one.id, one.id), when=new(one.when)) for one in form.questions
        ),
        places=tuple(replace(one, value=new(one.value), when=new(one.when)) for one in form.places),
        parts={names.get(question, question): part for question, part in form.parts.items()},
    )
