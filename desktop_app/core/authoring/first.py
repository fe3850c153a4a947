"""The first draft of a pack: what the program makes by itself of a PDF's boxes."""

import datetime as dt
import re
from collections.abc import Collection

import msgspec

from desktop_app.core.authoring.boxes import fitted
from desktop_app.core.authoring.edited import EditedForm, edited
from desktop_app.core.checks.plain import MADE_HERE
from desktop_app.core.generic import own_words, wording
from desktop_app.core.generic.build import Changes, generic_form
from desktop_app.core.generic.facts import FormFacts
from desktop_app.core.generic.model import EDITION
from desktop_app.core.invisible import has_invisible
from desktop_app.core.packs.model import ConditionalText, FormDefinition, Place, Question
from desktop_app.core.sourced import Source

PREFIX = MADE_HERE
"""Of the ids of one's own packs: none of ours begins so."""
SOURCE = "Questions et cases lues sur le PDF par le programme, puis vues par une personne"

_NUMBER = re.compile(r"(?<!\d)(\d{5})(?:\s*\*\s*(\d{2}))?(?!\d)")
WARNING = "Modèle fait à partir d’un PDF, sans relecture. Comparez chaque réponse avec sa case."


def first_draft(
    facts: FormFacts, title: str, today: dt.date, changes: Changes | None = None
) -> EditedForm:
    """Return the form that the program makes of a PDF, to be corrected by a person.

    Args:
        title: what she calls the paper: the name of its file.
        changes: what she said of its boxes before; None: nothing yet.
    """
    made = generic_form(facts, title, today, changes)
    return as_model(edited(made.definition, made.field_map), today)


def as_model(form: EditedForm, today: dt.date) -> EditedForm:
    """Return a form made for one PDF as one that may be kept: with its source and its warning.

    What that copy of the PDF bears already stays out: it may be somebody's.
    """
    source = Source(articles=(), title=SOURCE, seen_on=today, confidence="moyenne")
    warning = ConditionalText(text=WARNING)
    sizes = form.page_sizes
    return msgspec.structs.replace(
        form,
        header=msgspec.structs.replace(form.header, source=(source,), warning=(warning,)),
        questions=tuple(map(_without_copy, form.questions)),
        places=tuple(_sound(place, sizes[place.page - 1]) for place in form.places),
        answered=frozenset(),
    )


def _without_copy(question: Question) -> Question:
    """Return a question without what one copy of the paper bore in its box.

    A model asks of a profile what is the person's own.
    """
    hint = "" if own_words.tells_kept(question.hint) else question.hint
    remember = "" if question.whose else question.remember
    return msgspec.structs.replace(question, hint=hint, default="", remember=remember, whose="")


def free_id(title: str, taken: Collection[str]) -> str:
    """Return an id made of a pack's title, that no other pack has."""
    stem = PREFIX + wording.slug(title).replace("_", "-")
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def made_here(definition: FormDefinition) -> bool:
    """Whether a pack holds nothing that the editor would lose: one map, no paper to enclose."""
    maps = {blank.map for blank in definition.blank}
    return definition.id.startswith(PREFIX) and len(maps) == 1 and not definition.enclosure


def with_id(form: EditedForm, name: str) -> EditedForm:
    """Return the form under an id."""
    header = msgspec.structs.replace(form.header, id=name)
    return msgspec.structs.replace(form, header=header)


def entitled(form: EditedForm, title: str) -> EditedForm:
    """Return the form under another title; an empty one keeps the title before."""
    title = " ".join(title.split())
    if not title:
        return form
    header = msgspec.structs.replace(form.header, title=title, plain_title=title)
    return msgspec.structs.replace(form, header=header)


def numbered(form: EditedForm, words: str) -> EditedForm:
    """Return the form with the number that its paper bears: "10842*06", or "10842" alone.

    Without words it has none; words that hold no such number change nothing.
    """
    found = _NUMBER.search(words)
    if found is None and words.strip():
        return form
    number, edition = found.groups(default="") if found else ("", "")
    header = msgspec.structs.replace(
        form.header, number=number, edition=f"{number}*{edition}" if edition else EDITION
    )
    return msgspec.structs.replace(form, header=header)


def number_of(form: EditedForm) -> str:
    """Return the number of the paper as one writes it; "" when it has none."""
    header = form.header
    return header.number if header.edition == EDITION else header.edition


def _sound(place: Place, page: tuple[float, float]) -> Place:
    """Return a place that a pack may hold.

    A field may stick out of its page: what is written must not. One whose name cannot be written
    in a text is left alone: the answer is drawn over it.
    """
    place = msgspec.structs.replace(place, box=fitted(*place.box, page))
    if has_invisible(place.field + place.option):
        return msgspec.structs.replace(place, field="", option="")
    return place
