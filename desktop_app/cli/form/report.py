"""What a filled form's proof says, as data and as words."""

from typing import Any

from desktop_app import i18n
from desktop_app.cli.command import Report
from desktop_app.cli.form.editions import other_edition_data
from desktop_app.core.errors import Notice
from desktop_app.sentences import edition_words, proof_words
from desktop_app.workflow.forms import Filled
from desktop_app.workflow.ports import FillProblem, Proof


def report(filled: Filled, out: str) -> Report:
    """Return the report of a fill: the contract's JSON, and the same for a person."""
    data = proof_data(filled.proof) | _edition_data(filled)
    return Report(data, _text(filled, out), notices=said(filled.notices))


def _edition_data(filled: Filled) -> dict[str, Any]:
    """Return which edition of a pack was filled, and what of the answers or of it was left."""
    if filled.prepared is None:
        return {}
    return {
        "edition": filled.prepared.document.edition,
        "other_edition": other_edition_data(filled.other),
        "unplaced": [
            {"question": one.id, "label": i18n.pack_text(one.label)}
            for one in filled.prepared.unplaced
        ],
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
    if filled.prepared is not None and filled.prepared.document.missing:
        lines += ["", i18n.text("À compléter au stylo :")]
        lines += [f"  - {i18n.pack_text(one.label)}" for one in filled.prepared.document.missing]
    if filled.other is not None:
        left = edition_words.to_fill(filled.other)
        lines += ["", *edition_words.other_edition(filled.other), *filter(None, [left])]
    if filled.prepared is not None and filled.prepared.unplaced:
        lines += ["", edition_words.unplaced([one.label for one in filled.prepared.unplaced])]
    return "\n".join(lines)


def _problem(one: FillProblem) -> str:
    words = i18n.sentence(f"fill-{one.reason}")
    if not one.page:
        return i18n.labelled(one.field, words)
    return i18n.text("page {page}, {field} : {words}").format(
        page=one.page, field=one.field, words=words
    )
