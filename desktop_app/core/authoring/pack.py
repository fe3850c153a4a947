"""A form that is being made -> the texts of its pack, and what it looks like with samples."""

import datetime as dt
import re
from collections.abc import Mapping

import msgspec

from desktop_app.core.answers.draft import Draft
from desktop_app.core.authoring.edited import EditedForm, finished
from desktop_app.core.authoring.samples import samples
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.files import FORM_FILE
from desktop_app.core.packs.model import Blank
from desktop_app.core.packs.parse import Example, Expected
from desktop_app.core.packs.write import write_toml

EXAMPLE_FILE = "examples/1-exemple.toml"
EXAMPLE_TITLE = "Un exemple dans chaque case"


def map_file(edition: str) -> str:
    """Return the name of the file that holds the boxes of an edition."""
    return f"fields-{re.sub(r'[^a-z0-9]+', '-', edition.lower()).strip('-')}.toml"


def pack_texts(form: EditedForm, today: dt.date) -> Mapping[str, bytes]:
    """Return the texts of the pack: the form, its boxes, and one example with what it gives."""
    name = map_file(form.header.edition)
    definition, field_map = finished(form)
    blanks = tuple(_mapped(blank, form.header.edition, name) for blank in definition.blank)
    definition = msgspec.structs.replace(definition, blank=blanks)
    draft, document = with_samples(form, today)
    expected = Expected(
        values={one.label: one.text for one in document.values if one.text},
        ticks=tuple(one.label for one in document.values if one.tick),
    )
    example = Example(
        title=EXAMPLE_TITLE, today=today, answers=dict(draft.answers), expected=expected
    )
    return {
        FORM_FILE: write_toml(definition),
        name: write_toml(field_map),
        EXAMPLE_FILE: write_toml(example),
    }


def with_samples(form: EditedForm, today: dt.date) -> tuple[Draft, FilledForm]:
    """Return sample answers, and the form with them."""
    definition, field_map = finished(form)
    draft, answers = samples(definition, today)
    return draft, compose_form(definition, field_map, answers, today)


def _mapped(blank: Blank, edition: str, name: str) -> Blank:
    return msgspec.structs.replace(blank, edition=edition, map=name)
