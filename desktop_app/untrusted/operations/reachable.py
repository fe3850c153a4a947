"""The boxes of an editable file, as a screen reader finds them: named, and in the tags.

A form may give its fields no words but their names, and a tagged one may leave its boxes out of
its tags: they are then read last, or never (ISO 14289-1, 7.18).
"""

import contextlib
from collections.abc import Mapping

import pikepdf

from desktop_app.untrusted.operations.inspection import Reading
from desktop_app.untrusted.operations.marks import Marks
from desktop_app.untrusted.operations.tree import annotations

MOST = 200_000
"""Elements of the tags that are looked through."""


def name_fields(reading: Reading, words: Mapping[int, str]) -> None:
    """Give these fields words, by their numbers, unless the form itself has some for them."""
    for number, text in words.items():
        raw = reading.raw[number]
        holders = (raw.owner, *raw.parents, *(one.object for one in raw.widgets))
        if not any("/TU" in holder for holder in holders):
            raw.owner["/TU"] = pikepdf.String(text)


def tie_boxes(reading: Reading, marks: Marks) -> None:
    """Give an element to each box that the tags of a form do not lead to.

    On a page whose boxes had none, the keyboard goes through them as their tags now do: in the
    order that it had. Where some had, that order stays.
    """
    reached = _reached(reading.pdf.Root["/StructTreeRoot"])
    ours = {one.object.objgen for raw in reading.raw for one in raw.widgets}
    for page in reading.pdf.pages:
        boxes = [one for one in annotations(page.obj) if one.objgen in ours and one.is_indirect]
        left_out = [one for one in boxes if one.objgen not in reached]
        for box in left_out:
            marks.box(page.obj, box)
        if left_out and len(left_out) == len(boxes) and "/Tabs" not in page.obj:
            page.obj["/Tabs"] = pikepdf.Name.S


def _reached(root: pikepdf.Object) -> set[tuple[int, int]]:
    """Return the objects that the tags lead to."""
    found: set[tuple[int, int]] = set()
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting and len(seen) < MOST:
        kids = waiting.pop().get("/K")
        for one in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(one, pikepdf.Dictionary):
                continue
            if "/Obj" in one:
                with contextlib.suppress(AttributeError):
                    found.add(one["/Obj"].objgen)
            elif one.objgen not in seen or not one.is_indirect:
                seen.add(one.objgen)
                waiting.append(one)
    return found
