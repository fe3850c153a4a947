"""A pack of an official form in a test: its examples composed, its map against what is printed."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.definitions.model import FieldMap, Place
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.fit import FOOT
from desktop_app.pdf.forms.placed import POINTS_A_MM as MM
from tests.helpers.printed import Rect, middle

TODAY = dt.date(2026, 11, 25)
CATALOGUE = FolderCatalogue(data_root("forms"))
NEAR = 0.3 * MM  # points: as far as a mark may be from the middle of its square

Printed = Mapping[int, list[Rect]]
"""By page: what its paper has printed."""


def said(pack: str, example: str) -> dict[str, Any]:
    """Return an example, as written: the first whose name begins so."""
    folder = data_root("forms") / "official" / pack / "examples"
    found = next(file for file in folder.iterdir() if file.name.startswith(example))
    return tomllib.loads(found.read_text("utf-8"))


def examples(pack: str) -> list[str]:
    """Return the names of a pack's examples, in order."""
    folder = data_root("forms") / "official" / pack / "examples"
    return sorted(file.name for file in folder.iterdir())


def composed(pack: str, example: str, edition: str = "", **changes: Any) -> FilledForm:
    """Compose an example, with some of its answers changed."""
    whole = said(pack, example)
    unknown = frozenset(whole.get("je_ne_sais_pas", ()))
    return _composed(pack, {**whole["answers"], **changes}, unknown, edition)


def filled(pack: str, edition: str = "", **answers: Any) -> FilledForm:
    """Compose a form from a few answers."""
    return _composed(pack, answers, frozenset(), edition)


def _composed(
    pack: str, answers: Mapping[str, Any], unknown: frozenset[str], edition: str
) -> FilledForm:
    form = CATALOGUE.form(pack)
    draft = Draft(pack, dict(answers), unknown)
    answered = validate(form, draft, TODAY)
    return compose_form(form, CATALOGUE.field_map(pack, edition), answered, TODAY)


def texts(form: FilledForm) -> dict[str, str]:
    """Return what is written in each box, by its label."""
    return {value.label: value.text for value in form.values}


def ticked(form: FilledForm) -> list[str]:
    """Return the labels of the squares that are ticked."""
    return [value.label for value in form.values if value.tick]


def reached(forms: Iterable[FilledForm]) -> set[str]:
    """Return the boxes that one of these forms writes in."""
    return {value.label for form in forms for value in form.values if value.text or value.tick}


def asked(pack: str, **answers: Any) -> list[str]:
    """Return the questions that these answers lead to."""
    form = CATALOGUE.form(pack)
    return [one.question.id for one in asked_now(form, Draft(pack, answers), TODAY)]


def still_asked(pack: str, example: str, after: str) -> tuple[list[str], int]:
    """Return what an example has to answer that another form did not ask, and how much it did."""
    form = CATALOGUE.form(after)
    known = {question.id for section in form.section for question in section.question}
    mine = asked(pack, **said(pack, example)["answers"])
    new = [name for name in mine if name not in known and not name.startswith("piece_")]
    return new, len([name for name in mine if name in known])


def ticks_astray(field_map: FieldMap, squares: Printed, near: float = NEAR) -> list[str]:
    """Return the ticks that are not in the middle of a square of the paper."""
    return [
        place.label
        for place in field_map.place
        if place.kind == "tick"
        and not any(
            abs(middle(rect)[0] - place.box[0] - place.box[2] / 2) <= near
            and abs(middle(rect)[1] - place.box[1] - place.box[3] / 2) <= near
            for rect in squares[place.page]
        )
    ]


def cells_astray(field_map: FieldMap, strokes: Printed) -> list[str]:
    """Return the combs one cell of which is not above a stroke or in a square of the paper."""
    return [
        place.label
        for place in field_map.place
        if place.comb
        and not all(
            any(
                abs(middle(rect)[0] - across) <= NEAR
                and -1 <= rect[1] - place.box[1] <= place.box[3] / 2
                for rect in strokes[place.page]
            )
            for across in _middles(place)
        )
    ]


def _middles(place: Place) -> list[float]:
    x, _, wide, _ = place.box
    return [x + (cell + 0.5) * wide / place.comb for cell in range(place.comb)]


def lines_astray(places: Iterable[Place], underscores: Printed) -> list[str]:
    """Return the boxes whose letters do not stand on a printed line, from one end to the other."""
    return [place.label for place in places if not all(map_row_is_printed(place, underscores))]


def map_row_is_printed(place: Place, underscores: Printed) -> Iterable[bool]:
    """Whether each line of a box is a printed one, within two points at both ends."""
    for foot, left, right in rows(place):
        below = [
            rect
            for rect in underscores[place.page]
            if left - 1 <= middle(rect)[0] <= right + 1 and 0 < foot - middle(rect)[1] < 3
        ]
        yield (
            bool(below)
            and abs(min(rect[0] for rect in below) - left) <= 2
            and abs(max(rect[2] for rect in below) - right) <= 2
        )


def rows(place: Place) -> list[tuple[float, float, float]]:
    """Return foot, left and right of each line of letters of a box."""
    x, y, wide, high = place.box
    if place.lines < 2:
        return [(y + (high - 0.72 * (place.size or 10)) / 2, x, x + wide)]
    step = high / place.lines
    return [
        (y + row * step + FOOT, x + (place.indent if row == place.lines - 1 else 0), x + wide)
        for row in range(place.lines)
    ]
