"""Answers too long for their box: written abbreviated there only once the person agreed."""

import dataclasses
from collections.abc import Iterable

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import with_shortened, without_shortened
from desktop_app.core.pdf import Abbreviation
from desktop_app.workflow.documents.preparing import PreparedForm


def agree(draft: Draft, abbreviations: Iterable[Abbreviation]) -> Draft:
    """Return the draft of a person who agrees to these abbreviations."""
    return with_shortened(draft, dict(pair for one in abbreviations for pair in one.answers))


def write_whole(draft: Draft, abbreviation: Abbreviation) -> Draft:
    """Return the draft of a person who wants this value whole: on the annex."""
    return without_shortened(draft, dict(abbreviation.answers).keys())


def marked(prepared: PreparedForm, abbreviations: Iterable[Abbreviation]) -> PreparedForm:
    """Return the form whose document says which boxes hold an abbreviated text."""
    short = {(one.label, one.value): one.proposal for one in abbreviations if one.agreed}
    return dataclasses.replace(prepared, document=prepared.document.with_short(short))
