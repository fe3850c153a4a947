"""Another edition of a known form, as the command line's JSON."""

from typing import Any

from desktop_app import i18n
from desktop_app.core.editions.boxes import Box
from desktop_app.core.editions.compare import Match
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.editions import OtherEdition
from desktop_app.workflow.guidance.pack_list import Model


def other_edition_data(other: OtherEdition | None) -> dict[str, Any] | None:
    """Return what a blank differs in from the edition that is known; None when it is known."""
    if other is None:
        return None
    comparison = other.comparison
    return {
        "pack": other.definition.id,
        "known": other.known.edition,
        "edition": other.edition or None,
        "kept": [_match(one) for one in comparison.kept],
        "moved": [_match(one) for one in comparison.moved],
        "renamed": [_match(one) for one in comparison.renamed],
        "gone": [
            {"label": place.label, "field": place.field, "page": place.page}
            for place in comparison.gone
        ],
        "new": [_box(box) for box in comparison.new],
    }


def form_facts(model: Model | None) -> dict[str, Any] | None:
    """Return how fresh the form is that a PDF is, or resembles; None when it is like none."""
    if model is None:
        return None
    return {
        "id": model.id,
        "number": model.number,
        "edition": model.edition,
        "editions": list(model.editions),
        "seen_on": model.seen_on.isoformat(),
        "sources": [
            {"title": i18n.pack_text(title), "seen_on": day.isoformat()}
            for title, day in model.sources
        ],
        "withdrawn": model.withdrawn,
        "successor": model.successor or None,
        "outdated": bool(edition_words.outdated(model)),
    }


def _match(one: Match) -> dict[str, Any]:
    return _box(one.box) | {"label": one.place.label}


def _box(box: Box) -> dict[str, Any]:
    found: dict[str, Any] = {"label": box.label, "field": box.name, "page": box.page}
    return found | {"option": box.option} if box.option else found
