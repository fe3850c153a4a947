"""A known map beside an unknown blank: which boxes are the same, which moved, came or went.

Nothing is matched on one resemblance alone. Of three, two at least: the field's name, its label,
its place; and both are written in, or both ticked. Names of fields are often numbers that shift
when a line is added: a name and a place whose label is that of another box are no match, and on
such a page names are believed only where labels say the same.

Two exceptions, each as sure: the very words of a label, which one box of the page alone has on
either side, not far from where it stood; and, where the paper says that it is the same edition, the
very place, for the same is then printed there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from desktop_app.core.editions.boxes import Box, not_far, same_place, very_same_place
from desktop_app.core.editions.labels import agree, identical
from desktop_app.core.packs.model import FieldMap, Place
from desktop_app.core.rect import rect_of


@dataclass(frozen=True, slots=True)
class Match:
    """A box of the map and its twin on the blank.

    ``moved``: it stands elsewhere; ``renamed``: its field has another name.
    """

    place: Place
    box: Box
    moved: bool = False
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a blank has of a map: twins in the map's order, boxes that went, boxes that came."""

    matches: tuple[Match, ...]
    gone: tuple[Place, ...]
    new: tuple[Box, ...]

    @property
    def kept(self) -> tuple[Match, ...]:
        """The twins that stand where they stood."""
        return tuple(one for one in self.matches if not one.moved)

    @property
    def moved(self) -> tuple[Match, ...]:
        return tuple(one for one in self.matches if one.moved)

    @property
    def renamed(self) -> tuple[Match, ...]:
        return tuple(one for one in self.matches if one.renamed)


def compare(field_map: FieldMap, blank: Sequence[Box], *, same_edition: bool = False) -> Comparison:
    """Match the boxes of a known map with those of a blank that is none of the known ones.

    ``same_edition``: the blank has the map's number and edition printed on it.
    """
    pairing = _Pairing(field_map.place, blank)
    matches = tuple(pairing.matches(same_edition=same_edition))
    paired = {id(one.place) for one in matches}
    used = {id(one.box) for one in matches}
    return Comparison(
        matches=matches,
        gone=tuple(place for place in field_map.place if id(place) not in paired),
        new=tuple(box for box in blank if id(box) not in used),
    )


def as_it_was(field_map: FieldMap) -> Comparison:
    """Return a blank of a paper form that has the words of the map's, all taken to be in place.

    For a pack of an earlier version, that kept no place of them: the person is asked and looks.
    """
    return Comparison(tuple(Match(one, _box(one)) for one in field_map.place), (), ())


def _box(place: Place) -> Box:
    kind: Literal["text", "tick"] = "tick" if place.kind == "tick" else "text"
    return Box("", kind, place.page, rect_of(place.box), place.label, place.option, place.comb)


class _Pairing:
    """One comparison at work: each box serves once, the surest resemblance first."""

    def __init__(self, places: Sequence[Place], blank: Sequence[Box]) -> None:
        self._places, self._blank = places, blank
        self._found: dict[int, Match] = {}
        self._used: set[int] = set()

    def matches(self, *, same_edition: bool) -> Iterator[Match]:
        """Yield the twins, in the map's order."""
        self._take(self._by_name_and_label)
        self._take(self._by_place_and_label)
        self._take(self._by_name_and_place)
        if same_edition:
            self._take(self._by_very_place)
        self._take_identical_labels()
        self._take_same_fields()
        for index in range(len(self._places)):
            if index in self._found:
                yield self._found[index]

    # ------------------------------------------------------------------ the surest first

    def _by_name_and_label(self, place: Place) -> Box | None:
        box = self._same_name(place)
        return box if box is not None and agree(place.label, box.label) else None

    def _by_place_and_label(self, place: Place) -> Box | None:
        here = [box for box in self._free(place) if same_place(place, box)]
        said = [box for box in here if agree(place.label, box.label)]
        return said[0] if len(said) == 1 else None

    def _by_name_and_place(self, place: Place) -> Box | None:
        box = self._same_name(place)
        if box is None or not very_same_place(place, box) or place.page in self._shifted:
            return None
        return box

    def _by_very_place(self, place: Place) -> Box | None:
        here = [box for box in self._free(place) if very_same_place(place, box)]
        if len(here) != 1 or self._is_of_another(place, here[0]):
            return None
        return here[0]

    def _is_of_another(self, place: Place, box: Box) -> bool:
        """Tell whether a box bears the label of one of the map's that was not found yet."""
        if not box.label or agree(place.label, box.label):
            return False
        found = {id(match.place) for match in self._found.values()}
        return any(
            agree(other.label, box.label)
            for other in self._on_page[place.page]
            if id(other) not in found
        )

    def _take(self, resemblance: Callable[[Place], Box | None]) -> None:
        for index, place in enumerate(self._places):
            if index not in self._found:
                box = resemblance(place)
                if box is not None:
                    self._keep(index, place, box)

    def _take_identical_labels(self) -> None:
        """Match what only moved: one box of the page says these very words, on either side."""
        for index, place in enumerate(self._places):
            if index in self._found:
                continue
            rivals = [one for one in self._on_page[place.page] if identical(one.label, place.label)]
            twins = [
                box
                for box in self._blank
                if box.page == place.page and identical(place.label, box.label)
            ]
            if len(rivals) == len(twins) == 1 and self._may_have_moved(place, twins[0]):
                self._keep(index, place, twins[0])

    def _may_have_moved(self, place: Place, box: Box) -> bool:
        free = id(box) not in self._used and box.kind == place.kind
        return free and not_far(place, box)

    def _take_same_fields(self) -> None:
        """Match the other boxes of a field that is matched: it shows one answer in all of them."""
        matched = {
            (one.place.field, one.place.option): one.box
            for one in self._found.values()
            if one.place.field
        }
        for index, place in enumerate(self._places):
            box = matched.get((place.field, place.option))
            if index not in self._found and box is not None and box.kind == place.kind:
                self._found[index] = Match(place, box, renamed=box.name != place.field)

    def _keep(self, index: int, place: Place, box: Box) -> None:
        self._used.add(id(box))
        moved = not same_place(place, box)
        self._found[index] = Match(place, box, moved, renamed=box.name != place.field)

    # ------------------------------------------------------------------ what is there

    def _free(self, place: Place) -> Iterator[Box]:
        for box in self._blank:
            if id(box) not in self._used and box.kind == place.kind:
                yield box

    def _same_name(self, place: Place) -> Box | None:
        found = self._by_name.get((place.field, place.option)) if place.field else None
        if found is None or found.kind != place.kind or id(found) in self._used:
            return None
        return found

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Box]:
        return {(box.name, box.option): box for box in self._blank if box.name}

    @cached_property
    def _on_page(self) -> Mapping[int, Sequence[Place]]:
        found: dict[int, list[Place]] = defaultdict(list)
        for place in self._places:
            found[place.page].append(place)
        return found

    @cached_property
    def _shifted(self) -> frozenset[int]:
        """Pages where a field bears the label of another: names follow the paper no more there.

        Asked once what is sure has been matched.
        """
        return frozenset(
            place.page
            for place in self._places
            if place.field
            and (box := self._by_name.get((place.field, place.option))) is not None
            and self._is_of_another(place, box)
        )
