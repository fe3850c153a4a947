"""A pack of an official form: its examples composed, and its boxes beside what its blank prints."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import Place, Question
from desktop_app.core.rect import POINTS_A_MM as MM
from desktop_app.datafiles import data_root
from tests.helpers.ours import CATALOGUE
from tests.helpers.printed import Rect, middle

NEAR = 0.3 * MM  # points: as far as a mark may be from where it is printed
FOOT = 2.5  # points: from a printed line up to the foot of the box whose letters stand on it
SQUARE = (4.0, 16.0)  # points: the side of a box to tick

Widgets = dict[tuple[str, str], list[tuple[int, Rect]]]
"""Field and on-state -> page and rectangle of each of its widgets."""


def examples(pack: str) -> dict[str, dict[str, Any]]:
    """Return the examples of a pack, by the first word of their file: ``1``, ``2``…"""
    folder = data_root("forms") / "official" / pack / "examples"
    return {
        file.name.split("-")[0]: tomllib.loads(file.read_text("utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    }


def draft_of(pack: str, said: dict[str, Any]) -> Draft:
    """Return the answers of an example."""
    return Draft(pack, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))


@lru_cache(maxsize=64)
def composed(pack: str, example: str) -> FilledForm:
    """Return one example, in the boxes of its paper."""
    said = examples(pack)[example]
    form = CATALOGUE.form(pack)
    answers = validate(form, draft_of(pack, said), said["today"])
    return compose_form(form, CATALOGUE.field_map(pack), answers, said["today"])


def written(pack: str, example: str) -> dict[str, str]:
    """Return what one example writes, by box."""
    return {value.label: value.text for value in composed(pack, example).values}


def ticked(pack: str, example: str) -> list[str]:
    """Return the boxes that one example ticks, in the order of the paper."""
    return [value.label for value in composed(pack, example).values if value.tick]


def never_reached(pack: str) -> set[str]:
    """Return the boxes that no example fills, those left to others apart: they have no value."""
    reached = {
        value.label
        for example in examples(pack)
        for value in composed(pack, example).values
        if value.text or value.tick
    }
    left = {place.label for place in CATALOGUE.field_map(pack).place if not reserved(place)}
    return left - reached


def reserved(place: Place) -> bool:
    """Whether a box is left empty whatever is answered."""
    return place.when == "false" if place.kind == "tick" else not place.value


def asked_again(first: str, example: str, second: str, second_example: str) -> set[str]:
    """Return the questions of a second form whose answers the first one did not leave known.

    Questions about enclosures are those of each form.
    """
    known = {question.remember for question in _asked(first, example) if question.remember}
    return {
        question.id
        for question in _asked(second, second_example)
        if question.remember not in known and not question.id.startswith("piece_")
    }


def _asked(pack: str, example: str) -> list[Question]:
    said = examples(pack)[example]
    now = asked_now(CATALOGUE.form(pack), draft_of(pack, said), said["today"])
    return [one.question for one in now]


def widgets(blank: Path) -> Widgets:
    """Return where each field of a blank stands."""
    found: Widgets = {}
    for number, page in enumerate(PdfReader(blank).pages, 1):
        for annotation in page.get("/Annots", ()):
            widget: Any = annotation.get_object()
            left, low, right, high = (float(edge) for edge in widget["/Rect"])
            rect = (left, low, right, high)
            found.setdefault((qualified_name(widget), on_state(widget)), []).append((number, rect))
    return found


def qualified_name(widget: Any) -> str:
    parts = []
    node: Any = widget
    while node is not None:
        if "/T" in node:
            parts.append(str(node["/T"]))
        node = node["/Parent"].get_object() if "/Parent" in node else None
    return ".".join(reversed(parts))


def on_state(widget: Any) -> str:
    looks = widget.get("/AP", {}).get("/N", {})
    if not hasattr(looks, "keys") or "/BBox" in looks:
        return ""
    return next((state[1:] for state in looks if state != "/Off"), "")


def off_their_squares(places: Iterable[Place], strokes: list[Rect]) -> list[str]:
    """Return the ticks whose middle is not that of a printed square."""
    squares = [
        middle(one)
        for one in strokes
        if all(SQUARE[0] <= side <= SQUARE[1] for side in (one[2] - one[0], one[3] - one[1]))
    ]
    return [place.label for place in places if not _near(_middle_of(place), squares)]


def _middle_of(place: Place) -> tuple[float, float]:
    x, y, wide, high = place.box
    return x + wide / 2, y + high / 2


def _near(point: tuple[float, float], others: list[tuple[float, float]]) -> bool:
    return any(abs(point[0] - x) <= NEAR and abs(point[1] - y) <= NEAR for x, y in others)


def off_their_cells(places: Iterable[Place], strokes: list[Rect], near: float = NEAR) -> list[str]:
    """Return the combs one of whose cells does not begin and end at a printed bar.

    ``near`` is larger for a paper whose own cells are not of one width.
    """
    return [place.label for place in places if not _on_bars(place, strokes, near)]


def _on_bars(place: Place, strokes: list[Rect], near: float) -> bool:
    x, y, wide, high = place.box
    edges = [
        edge
        for left, low, right, top in strokes
        for edge in (left, right)
        if low <= y + high and top >= y - FOOT
    ]
    ends = [x + cell * wide / place.comb for cell in range(place.comb + 1)]
    return all(any(abs(edge - end) <= near for edge in edges) for end in ends)


def off_their_lines(places: Iterable[Place], lines: list[Rect]) -> list[str]:
    """Return the boxes of one line that do not stand on a printed line as wide as they are."""
    return [place.label for place in places if not _on_line(place, lines)]


def _on_line(place: Place, lines: list[Rect]) -> bool:
    x, y, wide, _ = place.box
    below = [one for one in lines if -1 <= y - middle(one)[1] <= FOOT]
    covered = x + 1
    for left, _, right, _ in sorted(below):
        if left <= covered + 2:
            covered = max(covered, right)
    return covered >= x + wide - 2
