"""What a filled form's proof says, as data and as words."""

from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Report
from desktop_app.cli.form.editions import other_edition_data
from desktop_app.core.errors import Notice
from desktop_app.core.pdf import FillProblem, Proof
from desktop_app.sentences import edition_words, proof_words
from desktop_app.workflow.documents.forms import Filled

NOTHING = 3
"""Exit status when values were asked and none stands on the page: a script must not go on."""


def report(filled: Filled, out: str) -> Report:
    """Return the report of a fill: the contract's JSON, and the same for a person."""
    data = proof_data(filled.proof) | _edition_data(filled)
    told = said(filled.notices)
    if nothing := bool(filled.proof.total) and not filled.proof.verified:
        told += (i18n.sentence("form-nothing-verified"),)
    return Report(data, _text(filled, out), status=NOTHING if nothing else 0, notices=told)


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


def _text(filled: Filled, out: str) -> str:
    proof = filled.proof
    lines = [
        i18n.plural("Formulaire écrit : {n} page", "Formulaire écrit : {n} pages", filled.pdf.pages)
        + f" ({out})",
        f"{proof_words.read_back(proof.verified, proof.total)}.",
    ]
    if proof.problems:
        lines += ["", i18n.text("À corriger avant d’imprimer :")]
        lines += [f"  - {_problem(one)}" for one in proof.problems]
    if proof.overflow:
        lines += ["", i18n.text("Trop long pour sa case, écrit en entier dans l’annexe :")]
        lines += [
            "  - "
            + i18n.text("annexe {annex} : {field} (page {page})").format(
                annex=one.annex, field=one.field, page=one.page
            )
            for one in proof.overflow
        ]
    lines += abbreviation_lines(proof)
    if filled.prepared is not None and filled.prepared.document.missing:
        lines += ["", i18n.text("À compléter au stylo :")]
        lines += [f"  - {i18n.pack_text(one.label)}" for one in filled.prepared.document.missing]
    if filled.other is not None:
        left = edition_words.to_fill(filled.other)
        lines += ["", *edition_words.other_edition(filled.other), *filter(None, [left])]
    if filled.prepared is not None and filled.prepared.unplaced:
        lines += ["", edition_words.unplaced([one.label for one in filled.prepared.unplaced])]
    return "\n".join(lines)


def abbreviation_lines(proof: Proof) -> list[str]:
    """Return what was written abbreviated, and what may be, in words."""
    lines: list[str] = []
    for agreed, heading in (
        (True, i18n.text("Écrit en abrégé, comme vous le voulez :")),
        (False, i18n.text("Peut être écrit en abrégé, si vous l’acceptez (--abbreviate CASE) :")),
    ):
        told = [one for one in proof.abbreviations if one.agreed is agreed]
        lines += ["", heading] if told else []
        lines += [
            "  - "
            + i18n.text("{field} (page {page}) : « {words} »").format(
                field=one.field, page=one.page, words=one.proposal
            )
            for one in told
        ]
    return lines


def _problem(one: FillProblem) -> str:
    words = i18n.sentence(f"fill-{one.reason}")
    if not one.page:
        return i18n.labelled(one.field, words)
    return i18n.text("page {page}, {field} : {words}").format(
        page=one.page, field=one.field, words=words
    )
