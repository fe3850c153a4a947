"""Boxes that are not for the person: in an area that an office, a doctor or a lawyer fills in.

They are left out at first, and listed apart: a person may take them back.
"""

from collections.abc import Mapping

from desktop_app.core.generic import wording
from desktop_app.core.generic.facts import Box, FormFacts
from desktop_app.core.rect import has, middle

MOST = 0.7
"""Share of the boxes: a paper that is others' nearly all over is brought by one of them."""


def left_out(facts: FormFacts) -> Mapping[str, str]:
    """Return the boxes that are left out, by name, each with the words that say whose they are."""
    boxes = [box for box in facts.boxes if box.is_asked]
    found = {box.name: words for box in boxes if (words := _of(box, facts)) is not None}
    return found if len(found) < MOST * len(boxes) else {}


def _of(box: Box, facts: FormFacts) -> str | None:
    for one in facts.reserved:
        if one.page == box.page and has(one.rect, middle(box.rect)):
            return wording.in_small(wording.clean(one.text))
    return None
