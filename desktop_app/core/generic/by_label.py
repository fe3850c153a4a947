"""A paper that we had not got, brought at last: which of its boxes each prepared line is about.

Only the words of the blank are there to tell: what its boxes are called, and of whom their part
speaks. A line and a box are a pair when each is the only one for the other; a doubt is no pair. A
person looks at all of them, once, before anything is written there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from desktop_app.core.editions.carry import names_in
from desktop_app.core.editions.labels import agree, identical, words_of
from desktop_app.core.folding import folded
from desktop_app.core.generic import own_words
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.grouping import grouped
from desktop_app.core.packs.model import Place, Question

_ONE_NAME = re.compile(r"\{\{ *(\w+) *(?:\|[^}]*)?\}\}")
_OTHERS = frozenset(
    {"conjoint", "conjointe", "concubin", "partenaire", "epoux", "epouse", "enfant", "pere", "mere"}
    | {"parent", "employeur", "bailleur", "proprietaire", "mandataire", "tuteur", "avocat"}
    | {"medecin", "representant", "hebergeant", "defunt", "defunte", "decede", "decedee"}
    | {"creancier", "debiteur", "adversaire"}
)
"""Whose box it may be, as a label or a part says: those of a line and of its box agree."""
_VERY, _WHOLE, _SAME, _LIKE = 4, 3, 2, 1
_ASIDE = re.compile(r" *\([^()]* [^()]*\)")
"""Words of advice after a label: "Nom d'usage (s'il y a lieu)"."""
_IN_LETTERS = ("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_DIGITS = {
    one: str(n)
    for n, word in enumerate((*_IN_LETTERS, "dix", "onze", "douze"))
    for one in words_of(word)
}
"""Numbers that a paper writes as it likes: "des trois derniers mois", "12 derniers mois"."""
_HIS = re.compile(r"(son|sa|ses|leurs?)\b")
_COUNTED = re.compile(r" \((?:ligne )?\d+\)$| \(suite\)$")
_ALIGNED, _LINE_GAP = 4.0, 16.0
"""Points by which the lines of one box may not line up; of white between two of them."""
_YES_OR_NO = frozenset({"oui", "non"})


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to answer on the blank: the boxes of a question, or one of its squares.

    ``lines``: the boxes of the blank that are the lines of this one.
    """

    question: Question
    label: str
    title: str
    places: tuple[Place, ...]
    lines: tuple[Place, ...] = ()

    @property
    def boxes(self) -> tuple[Place, ...]:
        """Its boxes as the blank has them."""
        return self.lines or self.places

    @property
    def kind(self) -> str:
        return self.places[0].kind


@dataclass(frozen=True, slots=True)
class Pair:
    """A prepared line, and what says the same on the blank; ``places`` hold the line's answer."""

    line: Place
    spot: Spot
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """Its name among the pairs of one blank."""
        return self.line.label


# ---------------------------------------------------------------- what the blank asks


def _spots(form: GenericForm) -> Iterator[Spot]:
    places: dict[str, list[Place]] = {}
    for place in form.field_map.place:
        for name in names_in((place,)):
            places.setdefault(name, []).append(place)
    for section in form.definition.section:
        for question in section.question:
            yield from _of(question, section.title, places.get(question.id, []))


def _of(question: Question, title: str, places: Sequence[Place]) -> Iterator[Spot]:
    """Yield the boxes of one question together; the squares of a choice each alone."""
    if not places:
        return
    if places[0].kind == "text":
        yield Spot(
            question, question.hint if _is_cut(question) else question.label, title, (*places,)
        )
        return
    for place in places:
        words = place.label.rpartition(" : ")[2] if question.choices else place.label
        if folded(words) in _YES_OR_NO:  # of what, its question alone says
            words = f"{question.label} : {words}"
        yield Spot(question, words, f"{title} {question.label}", (place,))


def _stacked(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the spots, boxes of one name under each other being the lines of one."""
    for some in grouped(spots, lambda group, one: _next_line(group[-1], one)):
        if len(some) == 1:
            yield some[0]
            continue
        lines = tuple(one.places[0] for one in some)
        (x, _, wide, _), foot = lines[0].box, lines[-1].box[1]
        box = (x, foot, wide, lines[0].box[1] + lines[0].box[3] - foot)
        place = msgspec.structs.replace(lines[0], box=box, lines=sum(one.lines for one in lines))
        yield replace(some[0], label=_COUNTED.sub("", some[0].label), places=(place,), lines=lines)


def _next_line(one: Spot, other: Spot) -> bool:
    both = (one, other)
    alone = all(len(each.places) == 1 and each.kind == "text" for each in both)
    if not alone or one.title != other.title or len({_COUNTED.sub("", s.label) for s in both}) > 1:
        return False
    upper, lower = one.places[0], other.places[0]
    drawn = not (upper.field or lower.field or upper.comb or lower.comb)
    gap = upper.box[1] - lower.box[1] - lower.box[3]
    aligned = upper.page == lower.page and abs(upper.box[0] - lower.box[0]) < _ALIGNED
    return drawn and aligned and -_ALIGNED < gap < _LINE_GAP


def _is_cut(question: Question) -> bool:
    return question.label.endswith("…") and bool(question.hint)


# ---------------------------------------------------------------- the pairing


def paired_with(
    lines: Sequence[Place], form: GenericForm, kinds: Mapping[str, str]
) -> tuple[Pair, ...]:
    """Return the pairs of some lines and a blank, in no order.

    Args:
        form: the blank as any PDF that no pack knows.
        kinds: of the questions of the lines.
    """
    return _Pairing(lines, tuple(_stacked(tuple(_spots(form)))), kinds).pairs()


class _Pairing:
    """One matching at work: the surest first, each line and each spot once."""

    def __init__(
        self, lines: Sequence[Place], spots: Sequence[Spot], kinds: Mapping[str, str]
    ) -> None:
        self._lines, self._spots, self._kinds = lines, spots, kinds
        self._found: dict[int, Pair] = {}
        self._used: set[int] = set()

    @cached_property
    def _scores(self) -> Mapping[tuple[int, int], int]:
        return {
            (i, j): score
            for i, line in enumerate(self._lines)
            for j, spot in enumerate(self._spots)
            if (score := _likeness(line, spot)) and written(line, spot, self._kinds)
        }

    def pairs(self) -> tuple[Pair, ...]:
        for least in (_VERY, _WHOLE, _SAME, _LIKE):
            while self._take(least):
                pass
        return tuple(self._found.values())

    def _take(self, least: int) -> bool:
        """Keep the pairs that are the only ones for each other, so far; tell if there were any."""
        left = [
            key
            for key, score in self._scores.items()
            if score >= least and key[0] not in self._found and key[1] not in self._used
        ]
        alone = [
            (i, j)
            for i, j in left
            if sum(one == i for one, _ in left) == sum(other == j for _, other in left) == 1
        ]
        for i, j in alone:
            line, spot = self._lines[i], self._spots[j]
            places = written(line, spot, self._kinds)
            self._found[i] = Pair(line, spot, places)
            self._used.add(j)
        return bool(alone)


def _likeness(line: Place, spot: Spot) -> int:
    """Return how surely a line and a box say the same: their own words, then with their part."""
    if line.kind != spot.kind or own_words.is_number(spot.label):
        return 0
    whose = _whose(f"{spot.label} {spot.title}")
    if _whose(f"{line.label} {line.part}") != (whose or _somebody(spot.label)):
        return 0
    own = _own_words(spot)
    return max(_as_said(line, spot), _as_said(line, replace(spot, label=own)) if own else 0)


def _own_words(spot: Spot) -> str:
    """Return a box's label without its part's words and without advice; empty when it has none."""
    label = _ASIDE.sub("", spot.label)
    before, _, after = label.partition(" : ")
    if after and words_of(before) <= words_of(spot.title):
        label = after
    return label if label != spot.label else ""


def _as_said(line: Place, spot: Spot) -> int:
    said = (line.label, *line.also)
    if any(folded(one) == folded(spot.label) for one in said):
        return _VERY if words_of(line.part) & words_of(spot.title) else _WHOLE
    if any(identical(one, spot.label) for one in said):
        return _WHOLE if words_of(line.part) & words_of(spot.title) else _SAME
    if any(_said_in_part(one, line.part, spot) for one in said):
        return _SAME
    return _LIKE if any(agree(one, spot.label) for one in said) else 0


def _said_in_part(label: str, part: str, spot: Spot) -> bool:
    """Tell whether the box says the rest of what its part says: "Nom", under "Votre conjoint"."""
    own, around = _counted(spot.label), _counted(spot.title)
    whole = _counted(label)
    return bool(own & whole) and own <= whole | _counted(part) and whole <= own | around


def _counted(words: str) -> frozenset[str]:
    return frozenset(_DIGITS.get(word, word) for word in words_of(words))


def _whose(words: str) -> frozenset[str]:
    """Return of whom else it speaks; an empty one is the person's own."""
    return frozenset(_person(word) for word in words_of(words) & _OTHERS_AS_READ)


def _somebody(label: str) -> frozenset[str]:
    """Return somebody, of whom a label speaks that nothing names: "Ses prénoms"."""
    return frozenset({"somebody"}) if _HIS.match(folded(label)) else frozenset()


def _person(word: str) -> str:
    return _SAME_PERSON.get(word, word)


_SAME_PERSON = {
    **dict.fromkeys(("conjointe", "concubin", "partenaire", "epoux", "epou", "epouse"), "conjoint"),
    **dict.fromkeys(("defunte", "decede", "decedee"), "defunt"),
}
_OTHERS_AS_READ = frozenset(word for one in _OTHERS for word in words_of(one))


# ---------------------------------------------------------------- what is written there


def written(line: Place, spot: Spot, kinds: Mapping[str, str]) -> tuple[Place, ...]:
    """Return the boxes of a blank with a line's answer; none where it cannot be written so."""
    if line.kind == "tick":
        return tuple(_as(line, place, when=line.when) for place in spot.places)
    one = _ONE_NAME.fullmatch(line.value.strip())
    own = kinds.get(one[1], "") if one else ""
    if one and own == spot.question.kind and own not in ("text", "long_text", "name"):
        return tuple(
            _as(line, place, value=_renamed(place.value, spot.question.id, one[1]))
            for place in spot.places
        )
    if len(spot.places) > 1 or spot.question.choices:
        return ()
    place = spot.places[0]
    if own == "date" and place.comb == _DAY_CELLS:
        return (_as(line, place, value=f"{{{{ {one[1]} | chiffres_date }}}}"),) if one else ()
    if own in _NUMBERS and place.comb and one:
        return (_as(line, place, value=f"{{{{ {one[1]} | sans_espaces }}}}"),)
    return (_as(line, place, value=line.value),)


_DAY_CELLS = 8
_NUMBERS = frozenset({"nir", "siret", "phone", "iban", "nif"})


def _as(line: Place, place: Place, *, value: str = "", when: str = "") -> Place:
    label = line.label + place.label.removeprefix(place.label.partition(" : ")[0])
    condition = when or (line.when if value else "")
    shown = label if value and " : " in place.label else line.label
    return msgspec.structs.replace(place, label=shown, value=value, when=condition)


def _renamed(value: str, old: str, new: str) -> str:
    return re.sub(rf"\b{re.escape(old)}\b", new, value)
