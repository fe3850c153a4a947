"""Another edition of a known form, as the command line's JSON."""

from typing import Any

from desktop_app.core.editions.boxes import Box
from desktop_app.core.editions.compare import Match
from desktop_app.workflow.editions import OtherEdition


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


def _match(one: Match) -> dict[str, Any]:
    return _box(one.box) | {"label": one.place.label}


def _box(box: Box) -> dict[str, Any]:
    found: dict[str, Any] = {"label": box.label, "field": box.name, "page": box.page}
    return found | {"option": box.option} if box.option else found
