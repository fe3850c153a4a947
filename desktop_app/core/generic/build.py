"""Facts of an unknown PDF -> questions in reading order, by page and part, and a field map."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from msgspec.structs import replace

from desktop_app.core.generic import own_words, wording
from desktop_app.core.generic.asked import Asked
from desktop_app.core.generic.asking import ask
from desktop_app.core.generic.facts import Box, FormFacts
from desktop_app.core.generic.layout.across import with_rows
from desktop_app.core.generic.layout.joining import Unit, join
from desktop_app.core.generic.layout.naming import named
from desktop_app.core.generic.layout.others import left_out
from desktop_app.core.generic.layout.telling import told_apart
from desktop_app.core.generic.model import EDITION, MAP, PREFIX, GenericForm
from desktop_app.core.generic.offered import once
from desktop_app.core.generic.roles import ME, OTHER, Line, whose
from desktop_app.core.generic.rows import listed
from desktop_app.core.packs.model import (
    Blank,
    FieldMap,
    FormDefinition,
    Question,
    Section,
)

FAMILY = "transversal"
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person said of the boxes: names of those that are none, her words for others."""

    removed: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return bool(self.removed or self.renamed)


NO_CHANGES = Changes()


def first_changes(facts: FormFacts) -> Changes:
    """Return what is left out before a person says anything: what others fill in."""
    return Changes(frozenset(left_out(facts)))


def generic_form(
    facts: FormFacts,
    title: str,
    seen_on: dt.date,
    changes: Changes | None = None,
    password: str = "",
    *,
    taken: frozenset[str] = frozenset(),
    offered: frozenset[str] = frozenset(),
    row_by_row: bool = True,
) -> GenericForm:
    """Return the questions of a PDF and the places of their answers.

    The same facts and changes always give the same ids.

    Args:
        title: what the person calls the paper: the name of its file.
        changes: what she said of the boxes; nothing: only what others fill in is left out.
        seen_on: the day on which it was opened.
        password: that opened it.
        taken: ids that its questions may not have: those of a form that it completes.
        offered: facts of the person that the questions of that form offer already.
        row_by_row: of tables, the next row waits until a person adds it.
    """
    first = first_changes(facts)
    changes = first if changes is None else changes
    asked = Asked(set(taken))
    units = told_apart(join(named(_asked(facts, changes), facts.titles, changes.renamed)))
    made = [ask(unit, asked) for unit in units]
    places = [place for _, where in made for place in where]
    sections = _sections(units, [question for question, _ in made], facts.unseen)
    sections = once(sections, offered)
    definition = FormDefinition(
        schema=1,
        id=_id(facts, None if changes == first else changes),
        title=_title(title),
        plain_title=_title(title),
        family=FAMILY,
        seen_on=seen_on,
        section=listed(sections, asked) if row_by_row else sections,
        number="",
        edition=EDITION,
        body="",
        blank=(_blank(facts),),
    )
    field_map = FieldMap(edition=EDITION, page_sizes=facts.page_sizes, place=tuple(places))
    return GenericForm(definition=definition, field_map=field_map, password=password)


def _blank(facts: FormFacts) -> Blank:
    """By what this very PDF is known again, and a copy of it saved by another tool."""
    seen = facts.sight
    return Blank(
        edition=EDITION,
        map=MAP,
        sha256=(facts.sha256,),
        signature=seen.signature,
        words=seen.words if seen.fields else "",
        printed=seen.printed,
        boxes=seen.boxes,
    )


def labels_of(facts: FormFacts, changes: Changes = NO_CHANGES) -> Mapping[str, str]:
    """Return the words of each box that is asked, by its name: to show them on the page."""
    found = named(_asked(facts, changes), facts.titles, changes.renamed)
    return {one.box.name: one.label for one in found}


def _asked(facts: FormFacts, changes: Changes) -> tuple[Box, ...]:
    asked = [box for box in facts.boxes if box.is_asked and box.name not in changes.removed]
    return with_rows(asked)


def _sections(
    units: Sequence[Unit], questions: Sequence[Question], unseen: Collection[int]
) -> tuple[Section, ...]:
    """Return the parts of the form, each question with whose it is.

    On a page whose words could not be read nothing is known to be hers: nothing of hers is offered.
    """
    roles = whose(
        Line(
            unit.first.title,
            unit.first.label,
            row=unit.first.path,
            name=unit.first.box.name if not unit.first.box.found else "",
            keys=tuple(question.remember.split()),
            page=unit.first.box.page,
            column=unit.first.box.column,
        )
        for unit, question in zip(units, questions, strict=True)
    )
    found: dict[tuple[int, str], Section] = {}
    for unit, question, role in zip(units, questions, roles, strict=True):
        part = unit.first.box.page, unit.first.title
        section = found.get(part) or _section(*part, len(found) + 1)
        unread = role == ME and part[0] in unseen
        own = replace(question, whose=OTHER if unread else role)
        found[part] = replace(section, question=(*section.question, own))
    return tuple(found.values())


def _section(page: int, title: str, number: int) -> Section:
    shown = (own_words.PART if title else own_words.PAGE).format(page=page, title=title)
    return Section(id=f"partie_{number}", title=shown)


def _title(name: str) -> str:
    text = wording.clean(name.replace("_", " "))[:LONGEST_TITLE].strip()
    return wording.capital(text) or own_words.UNTITLED


def _id(facts: FormFacts, changes: Changes | None) -> str:
    name = f"{PREFIX}{facts.sha256[:16]}"
    if changes is None:
        return name
    said = json.dumps([sorted(changes.removed), sorted(changes.renamed.items())])
    return f"{name}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
