"""Field maps: their boxes lie on their pages, and blanks and maps name each other."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import FieldMap, FormDefinition, NumberAt, Place
from desktop_app.core.packs.toml import TomlFile

_SLACK = 1.0
"""Points by which a box may stick out of its page: official forms are not drawn to the hair."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report boxes outside the page, and maps that nothing uses."""
    definition = checked.pack.definition
    if not isinstance(definition, FormDefinition):
        for name in checked.maps:
            yield Problem("pack-unknown-file", place=name)
        return
    if definition.prepared:
        return  # its lines have no place (``prepared.py``)
    used = set()
    for position, blank in enumerate(definition.blank):
        used.add(blank.map)
        if blank.map not in checked.maps:
            near = get_close_matches(blank.map, checked.maps, 1)
            yield checked.problem(
                "pack-unknown-map", ("blank", position, "map"), *near, name=blank.map[:60]
            )
        elif checked.maps[blank.map][0].edition != blank.edition:
            yield checked.problem("pack-map-edition", ("blank", position, "edition"))
    for name, (field_map, file) in checked.maps.items():
        if name not in used:
            yield file.problem("pack-unused-map")
        yield from _boxes(field_map, file)
    if definition.withdrawn and not (definition.successor or definition.warning):
        yield checked.problem("pack-withdrawn-silent", ("withdrawn",))


def _boxes(field_map: FieldMap, file: TomlFile) -> Iterator[Problem]:
    if field_map.number_at is not None:
        yield from _place(field_map, field_map.number_at, file, ("number_at",))
    for position, place in enumerate(field_map.place):
        outside = list(_place(field_map, place, file, ("place", position)))
        yield from outside
        if any(problem.code == "pack-page" for problem in outside):
            continue
        w = place.box[2]
        if place.kind == "tick" and place.value:
            yield file.problem("pack-tick-value", ("place", position, "value"))
        if place.comb < 0 or place.lines < 1 or place.size < 0 or not 0 <= place.indent < w:
            yield file.problem("pack-box", ("place", position))


def _place(
    field_map: FieldMap, place: Place | NumberAt, file: TomlFile, path: Path
) -> Iterator[Problem]:
    """Report a box that is not on a page of the paper."""
    if not 1 <= place.page <= len(field_map.page_sizes):
        yield file.problem("pack-page", (*path, "page"))
        return
    width, height = field_map.page_sizes[place.page - 1]
    x, y, w, h = place.box
    inside = x >= -_SLACK and y >= -_SLACK and x + w <= width + _SLACK and y + h <= height + _SLACK
    if not inside or w <= 0 or h <= 0:
        yield file.problem("pack-box", (*path, "box"))


CHECK = Check("fields", "Une case hors de la page ne s’imprime pas.", run)
