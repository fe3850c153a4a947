"""A PDF that no pack knows: opened, looked at and corrected by a person, then asked like a form.

The draft holds the form made for it; the safe keeps its blank beside, so that it can be taken up
again after anything.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.errors import Notice
from desktop_app.core.generic.build import Changes, generic_form, labels_of
from desktop_app.core.generic.facts import FormFacts
from desktop_app.core.generic.model import GenericForm, read_generic, write_generic
from desktop_app.core.packs.model import FieldMap
from desktop_app.workflow.documents.own_blank import is_empty
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.ports import Catalogue, FormWriter


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """A PDF from elsewhere, in memory.

    Attributes:
        title: for a person: the name of its file.
        pack, edition: of ours that knows it: there are then no facts. Empty when none does.
        field_map: its boxes, when a pack of ours knows it.
        labels: the words of each box, by its name.
        notices: what must be said of the boxes that were found.
        empty: nobody wrote in it.
    """

    blank: bytes
    title: str
    password: str = ""
    pack: str = ""
    edition: str = ""
    facts: FormFacts | None = None
    field_map: FieldMap | None = None
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notices: tuple[Notice, ...] = ()
    empty: bool = False


def open_pdf(
    forms: FormWriter, catalogue: Catalogue, data: bytes, name: str, password: str = ""
) -> OpenedPdf:
    """Open a PDF in a child, and say whether one of our packs knows it.

    Args:
        name: of its file.

    Raises:
        PdfRefused: it cannot be opened, needs a password, or there is nothing to fill in it.
    """
    title = _title(name)
    known = catalogue.known_blank(data)
    if known is None:
        read = forms.read(data, password)
        known = catalogue.known_blank(data, read.sight)
        if known is None:
            facts, notices = read.facts()
            labels = labels_of(facts)
            return OpenedPdf(
                *(data, title, password),
                facts=facts,
                labels=labels,
                notices=notices,
                empty=not facts.answered,
            )
    form, found = known
    field_map = catalogue.field_map(form.id, found.edition, file=found.map)
    if password:  # ours is drawn, filled and kept like any other: it is not asked again
        data = forms.unlocked(data, password)
    return OpenedPdf(
        *(data, title),
        pack=form.id,
        edition=found.edition,
        field_map=field_map,
        empty=is_empty(forms, catalogue, data),
    )


def _title(name: str) -> str:
    """Return what a file is called, as one reads it: "demande_de-logement.pdf" has three words."""
    stem = PurePath(name).stem
    return stem if " " in stem else " ".join(re.findall(r"[^-_]+", stem)) or stem


def as_unknown(forms: FormWriter, opened: OpenedPdf) -> OpenedPdf:
    """Return the blank of a known form as a PDF that no pack knows: its boxes can be corrected.

    Raises:
        PdfRefused: there is nothing to fill in it by itself.
    """
    facts, notices = forms.read(opened.blank, opened.password).facts()
    labels, empty = labels_of(facts), not facts.answered
    return OpenedPdf(
        *(opened.blank, opened.title, opened.password),
        facts=facts,
        labels=labels,
        notices=notices,
        empty=empty,
    )


def make_form(opened: OpenedPdf, today: dt.date, changes: Changes | None = None) -> GenericForm:
    """Return the questions of a PDF that no pack knows, as a person corrected them."""
    assert opened.facts is not None
    return generic_form(opened.facts, opened.title, today, changes, opened.password)


def begin_generic(form: GenericForm, today: dt.date) -> Interview:
    """Return a new interview of a form made for one PDF."""
    draft = Draft(form.definition.id, form=write_generic(form))
    return Interview(read_generic(draft.form).definition, draft, today)
