"""What a filled form's proof says, as data and as words."""

import datetime as dt
from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Report
from desktop_app.cli.form.editions import other_edition_data
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import Notice
from desktop_app.core.pdf import Proof
from desktop_app.pages.form_report import how_written, written
from desktop_app.sentences import proof_words
from desktop_app.workflow.documents.forms import Filled

NOTHING = 3
"""Exit status when no value stands on the page, or a page is not the form's: a script stops."""


def report(filled: Filled, out: str, today: dt.date) -> Report:
    """Return the report of a fill: the contract's JSON, and the same for a person."""
    data = proof_data(filled.proof) | _edition_data(filled)
    notices = said(filled.notices)
    if filled.proof.total and not filled.proof.verified:
        notices += (i18n.sentence("form-nothing-verified"),)
    changed = any(not one.field for one in filled.proof.problems)
    stands = filled.proof.verified and not changed and not proof_words.is_empty(filled)
    page, told = written(filled, today), f"{how_written(filled)} ({out})"
    return reported(page, data, told=told, status=0 if stands else NOTHING, notices=notices)


def _edition_data(filled: Filled) -> dict[str, Any]:
    """Return which edition of a pack was filled, what of the answers or of it was left, and what
    may be abbreviated: values alone do not say what they are."""
    if filled.prepared is None:
        return {}
    return {
        "edition": filled.prepared.document.edition,
        "other_edition": other_edition_data(filled.other),
        "unplaced": [
            {"question": one.id, "label": i18n.pack_text(one.label)}
            for one in filled.prepared.unplaced
        ],
        "abbreviations": abbreviations_data(filled.proof),
    }


def proof_data(proof: Proof) -> dict[str, Any]:
    """Return a proof as the contract's JSON."""
    return {
        "verified": proof.verified,
        "total": proof.total,
        "problems": [
            {"field": one.field, "page": one.page, "reason": one.reason} for one in proof.problems
        ],
        "overflow": [
            {"field": one.field, "page": one.page, "annex": one.annex} for one in proof.overflow
        ],
        "annex_pages": proof.annex_pages,
    }


def abbreviations_data(proof: Proof) -> list[dict[str, Any]]:
    """Return what does not fit whole, how it would be abbreviated, and whether it is."""
    return [
        {
            "field": one.field,
            "page": one.page,
            "value": one.value,
            "proposal": one.proposal,
            "agreed": one.agreed,
        }
        for one in proof.abbreviations
    ]


def said(notices: tuple[Notice, ...]) -> tuple[str, ...]:
    """Return notices in words."""
    return tuple(i18n.sentence(one.code, one.parameters) for one in notices)
