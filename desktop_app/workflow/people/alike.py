"""Whether somebody may be here already, before she is added twice.

Nobody is ever taken for another: what is found is said, and the person decides. A spouse has the
same telephone, twins have the same day of birth: each alone is a doubt, not a proof.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from desktop_app.core.known_by import (
    BIRTH,
    FOREIGNER,
    NAME,
    NIR,
    OTHERS,
    PHONE,
    Key,
    Sought,
    keys_of,
    words_of_name,
)
from desktop_app.workflow.people import named
from desktop_app.workflow.store import Safe

Why = Literal["name", "near-name", "birth", "phone", "number"]
MOST = 5
"""Persons shown, at most, of those whom somebody may be."""
_OF_ONE_PERSON = (NIR, FOREIGNER)
"""Numbers that no two persons share; an allocataire's is her household's."""
_NEAR_ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of somebody: the words of each of her names, and the keys that she has."""

    names: tuple[tuple[str, ...], ...]
    keys: frozenset[Key] = frozenset()

    def of(self, kind: str) -> frozenset[str]:
        """Return the keys of a kind that she has."""
        return frozenset(key.text for key in self.keys if key.kind == kind)


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody here whom one may mean.

    Attributes:
        person: her id.
        why: what is the same.
        sure: it can hardly be another: the same name and the same day of birth, or a number that
            no two persons share.
    """

    person: str
    why: tuple[Why, ...]
    sure: bool


def told(name: str, known: Mapping[str, str]) -> Told:
    """Return what is told of somebody by a name and what is known of her: field -> value."""
    keys = keys_of(known)
    first, last = known.get("identite.prenom", ""), known.get("identite.nom", "")
    born = known.get("identite.nom_naissance", "")
    written = [name, *(f"{first} {one}" for one in (last, born) if first and one)]
    names = dict.fromkeys(tuple(sorted(words_of_name(one))) for one in written)
    return Told(tuple(one for one in names if one), keys)


def alike(safe: Safe, name: str, known: Mapping[str, str]) -> tuple[Alike, ...]:
    """Return who may be the one told of, the likeliest first."""
    one = told(name, known)
    kinds = [key for key in one.keys if key.kind != NAME]
    held = safe.keys.having([Sought(key.kind, "is", key.text) for key in kinds])
    near = (
        [*named.nearest(safe.keys.names(), words_of_name(name))] if len(_longest(one)) > 1 else []
    )
    persons = dict.fromkeys((*(person for person, _key in held), *near[:_NEAR_ENOUGH]))
    names, keys = safe.keys.names(), safe.keys.held(persons)
    there = (person for person in persons if person in names)
    return _ordered(judged(person, one, _here(names[person], keys[person])) for person in there)


@dataclass(slots=True)
class Index:
    """Everyone, by what is looked for: a list of thousands is compared with thousands at once."""

    told: dict[str, Told] = field(default_factory=dict)
    _by: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, person: str, one: Told) -> None:
        """Know somebody more."""
        self.told[person] = one
        for place in _places(one):
            self._by[place].add(person)

    def alike(self, one: Told) -> tuple[Alike, ...]:
        """Return who may be the one told of, the likeliest first."""
        near = {person for place in _places(one) for person in self._by.get(place, ())}
        return _ordered(judged(person, one, self.told[person]) for person in sorted(near))


def index(safe: Safe) -> Index:
    """Return everyone of a safe, ready to be compared with many."""
    names, found = safe.keys.names(), Index()
    keys = safe.keys.held(names)
    for person, name in names.items():
        found.add(person, _here(name, keys[person]))
    return found


def judged(person: str, one: Told, other: Told) -> Alike | None:
    """Return why two may be one person; None where nothing says so, or something denies it."""
    number = any(one.of(kind) & other.of(kind) for kind in _OF_ONE_PERSON)
    denied = any(_differ(one.of(kind), other.of(kind)) for kind in _OF_ONE_PERSON)
    if denied and not number:
        return None
    name = agreement(one.names, other.names)
    born = bool(one.of(BIRTH) & other.of(BIRTH))
    other_day = _differ(one.of(BIRTH), other.of(BIRTH))
    phone = bool(one.of(PHONE) & other.of(PHONE))
    shared = {key for key in one.keys & other.keys if key.kind not in (NAME, BIRTH, PHONE)}
    why: list[Why] = [name] if name else []
    why += [word for word, said in (("birth", born), ("phone", phone)) if said]  # type: ignore[misc]
    why += ["number"] if shared else []
    sure = number or (name == "name" and born)
    near = bool(name and (born or phone)) or (not other_day and bool(name or phone or shared))
    return Alike(person, tuple(why), sure) if sure or near else None


def agreement(
    names: Iterable[Sequence[str]], others: Iterable[Sequence[str]]
) -> Literal["name", "near-name", ""]:
    """Return how near two persons' names are: the same words, or nearly; "" where they differ."""
    pairs = [(one, other) for one in names for other in others]
    if any(sorted(one) == sorted(other) for one, other in pairs):
        return "name"
    return "near-name" if any(_near(one, other) for one, other in pairs) else ""


def _near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each word of the shorter name is in the longer one, some misspelt."""
    short, long = sorted((list(one), list(other)), key=len)
    if len(short) < 2:
        return False
    for word in short:
        found = next((w for w in long if named.near(word, w)), None)
        if found is None:
            return False
        long.remove(found)
    return True


def _here(names: str, keys: frozenset[Key]) -> Told:
    """Return what is told of who is here: the name she goes by, then all her names together."""
    own, _, others = names.partition(OTHERS)
    whole = tuple(sorted(own.split())), tuple(sorted({*own.split(), *others.split()}))
    return Told(tuple(dict.fromkeys(one for one in whole if one)), keys)


def _differ(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one and other) and not {*one} & {*other}


def _longest(one: Told) -> Sequence[str]:
    return max(one.names, key=len, default=())


def _places(one: Told) -> Iterator[tuple[str, ...]]:
    """Yield where somebody stands in the index: under each key, and under her name."""
    for key in one.keys:
        if key.kind != NAME:
            yield key.kind, key.text
    for name in one.names:
        yield (NAME, *name)


def _ordered(found: Iterable[Alike | None]) -> tuple[Alike, ...]:
    there = [one for one in found if one is not None]
    return tuple(
        sorted(there, key=lambda one: (not one.sure, -len(one.why), "name" not in one.why))
    )
