"""What is known of those around a person, by the role that a form gives them.

Each lives in a sheet of her own: nobody's fact stands for another's. Beside the person's own facts
stand theirs, under ``conjoint:identite.nom``, and who each is, under ``conjoint:``.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from desktop_app.core import folding
from desktop_app.core.generic import roles
from desktop_app.core.records import Person, Value

if TYPE_CHECKING:
    from desktop_app.workflow.store import Safe

SHEET = "sheet"
"""The source of what is known from somebody else's sheet."""
PERSON = "personne_"
"""Before the id of someone of the household, where a person says herself who it is."""
COUPLE, CHILDREN = "famille.en_couple", "famille.enfants_nombre"
"""What forms of ours ask of who lives with the person."""
NUMBER = "numero"
"""The fact of one of the household that is her file number, in an office."""
YOUNG = "jeune_"
"""Before the number of a child or young person that forms of ours ask of, under ``YOUNG_UNTIL``."""
YOUNG_UNTIL = 25
"""Years."""
_LINKS: tuple[tuple[str, str], ...] = (
    (roles.OTHER_PARENT, "ex autre parent"),
    (roles.SPOUSE, "conjoint conjointe mari femme epoux epouse compagnon compagne partenaire"),
    (roles.SPOUSE, "concubin concubine pacs pacse pacsee"),
    (roles.REPRESENTATIVE, "tuteur tutrice curateur curatrice mandataire representant"),
    (roles.REPRESENTATIVE, "representante"),
    (roles.CHILD, "fille fils enfant bebe ado garcon"),
    (roles.PARENT, "pere mere papa maman parent"),
)
"""Words of a link, as a person writes it, and the role."""

_WHOLE_NAME = frozenset(["identite.nom", "identite.prenom"])
_NAMES = {"identite.nom": "nom", "adresse.voie": "voie", "adresse.code_postal": "code_postal"}
_REACHED = {"contact.telephone": "telephone", "contact.courriel": "courriel"}
_SPOUSE = {
    "identite.nom": "nom",
    "identite.nom_naissance": "nom",
    "identite.prenom": "prenom",
    "identite.date_naissance": "date_naissance",
    "identite.nationalite": "nationalite",
    "sante.nir": "nir",
    "caf.numero_allocataire": "numero_allocataire",
    "identite.civilite": "civilite",
    "identite.autres_prenoms": "autres_prenoms",
    "identite.lieu_naissance": "commune_naissance",
    "identite.departement_naissance": "departement_naissance",
    "identite.pays_naissance": "pays_naissance",
    "sejour.entree_france": "entree_france",
}
_CHILD = {
    "identite.date_naissance": "naissance",
    "sante.nir": "nir",
    "identite.nationalite": "nationalite",
    "identite.lieu_naissance": "lieu",
}
_CHILDREN = range(1, 7)
"""As many as the forms that we have ask of by themselves."""
_ONLY_CHILD = {
    "identite.prenom": "famille.enfant_prenom",
    "identite.nom_naissance": "famille.enfant_nom",
    "identite.date_naissance": "famille.enfant_naissance",
    "sante.nir": "sante.enfant_nir",
}
"""What a form asks of the child it is filled for: of several, nobody chooses for the person."""
TOLD: Mapping[str, Mapping[str, str]] = {
    roles.SPOUSE: {key: f"famille.conjoint_{name}" for key, name in _SPOUSE.items()},
    roles.EMPLOYER: {
        key: f"emploi.employeur_{name}"
        for key, name in {**_NAMES, **_REACHED, "adresse.commune": "commune"}.items()
    },
    roles.LANDLORD: {
        key: f"logement.bailleur_{name}"
        for key, name in {**_NAMES, "adresse.commune": "ville"}.items()
    },
    **{
        f"{roles.CHILD}_{n}": {key: f"famille.enfant_{n}_{name}" for key, name in _CHILD.items()}
        for n in _CHILDREN
    },
}
"""What the person's own profile tells of others: a fact of theirs, and its key there."""
NAMED = tuple((f"{roles.CHILD}_{n}", f"famille.enfant_{n}_nom") for n in _CHILDREN)
"""Where it tells the whole name of a child."""
LINKED = tuple((f"{roles.CHILD}_{n}", f"famille.enfant_{n}_lien") for n in _CHILDREN)
"""Where it tells what a child is to the person."""
_SAID_LINKS = ("fille", "fils")
"""Links that a form is told; others ("beau-fils", "petite fille") are for the person to say."""
_AROUND_LINKS = frozenset(("ma", "mon", "notre", "sa", "son", "aine", "ainee", "cadet", "cadette"))
"""Words beside a link that change nothing of it."""


def _young(role: str) -> str:
    """Return under which role forms of ours ask of a child: the young ones are counted alone."""
    kind, _, number = role.rpartition("_")
    return f"{YOUNG}{number}" if kind == roles.CHILD else role


_OWNERS: Mapping[str, str] = {
    **{name: _young(role) for role, known in TOLD.items() for name in known.values()},
    **{name: _young(role) for role, name in (*NAMED, *LINKED)},
    **dict.fromkeys(_ONLY_CHILD.values(), f"{roles.CHILD}_1"),
    "famille.conjoint_nom_naissance": roles.SPOUSE,
}


@dataclass(frozen=True, slots=True)
class _Near:
    """Someone of the household: her link to the person, and what is known of her."""

    person: Person
    link: str
    facts: Mapping[str, Value]
    said: str = ""


def of_household(
    safe: "Safe", person: str, own: Mapping[str, Value], *, on: dt.date | None = None
) -> Mapping[str, Value]:
    """Return what is known of those around a person; ``own``: her own profile.

    ``on``: the day; forms of ours ask of those who are young then.
    """
    held = {one.id: link for one, link in safe.people.household_of(person)}
    mine = link_of(held.get(person, ""))
    near = [
        _Near(
            one,
            seen_from(mine, link_of(link)),
            safe.people.profile(one.id),
            "" if mine else link,  # seen from another, "fille" may be a stepdaughter
        )
        for one, link in safe.people.household_of(person)
        if one.id != person
    ]
    found: dict[str, Value] = {}
    for role, one in _roles(near):
        found.update(_told(role, one))
    for uid, number in safe.numbers.of([one.person.id for one in near]).items():
        found[f"{PERSON}{uid}:{NUMBER}"] = Value(NUMBER, str(number), SHEET, dt.date.min)
    young = sorted((one for one in near if _is_young(one, on)), key=_birth)
    return {**_written(own), **found, **_for_packs(found, own), **_of_young(young, own)}


def facts(role: str, remember: str, profile: Mapping[str, Value]) -> Sequence[Value]:
    """Return what a profile holds of what a question asks of a role: all of it, or nothing."""
    keys = remember.split()
    before = f"{role}:" if role else ""
    found = [profile.get(f"{before}{key}") for key in keys]
    said = [one for one in found if one is not None and one.value.strip()]
    if len(said) == len(keys):
        return said
    whole = profile.get(before) if role and {*keys} == _WHOLE_NAME else None
    return [whole] if whole is not None else ()


def name_of(role: str, profile: Mapping[str, Value]) -> str:
    """Return the name of who has a role, "" when it is not known."""
    found = profile.get(f"{role}:") if role else None
    return found.value if found else ""


def apart(role: str, profile: Mapping[str, Value]) -> tuple[str, int | None]:
    """Return what tells who has a role from another of her name: her year, her file number."""
    who = profile.get(f"{role}:")
    born = profile.get(f"{role}:identite.date_naissance")
    known = profile.get(f"{PERSON}{who.source_id}:{NUMBER}") if who is not None else None
    year = born.value.rpartition("/")[2] if born is not None else ""
    return year, int(known.value) if known is not None else None


def told_of(remember: str) -> str:
    """Return the role of whom a key of the person's own profile tells, "" where it is herself."""
    return _OWNERS.get(remember, "")


def link_of(words: str) -> str:
    """Return the role that a link says, "" for none: "ma fille aînée" is a child."""
    said = {*folding.folded(words).replace("-", " ").split()}
    return next((role for role, known in _LINKS if said & {*known.split()}), "")


def seen_from(mine: str, link: str) -> str:
    """Return what somebody is to a person who is herself the spouse, or a child, of a household."""
    if mine == roles.SPOUSE:
        return {"": roles.SPOUSE, roles.SPOUSE: ""}.get(link, link)
    if mine == roles.CHILD:
        return {"": roles.PARENT, roles.SPOUSE: roles.PARENT, roles.CHILD: ""}.get(link, link)
    return link if not mine else ""


def _roles(near: Sequence[_Near]) -> Iterator[tuple[str, _Near]]:
    """Yield each role and who has it: one alone, or by number, the eldest child first."""
    children = sorted((one for one in near if one.link == roles.CHILD), key=_birth)
    others = [one for one in near if one.link not in (roles.CHILD, roles.SPOUSE)]
    spouses = [one for one in near if one.link == roles.SPOUSE]
    alone = (roles.SPOUSE, roles.OTHER_PARENT, roles.PARENT, roles.REPRESENTATIVE)
    for role in alone:
        held = [one for one in near if one.link == role]
        if len(held) == 1:  # of two nobody is chosen
            yield role, held[0]
    yield from _counted(roles.CHILD, children)
    yield from _counted(roles.DEPENDANT, (*children, *others))
    yield from _counted(roles.MEMBER, (*spouses, *children, *others))
    for one in near:
        yield f"{PERSON}{one.person.id}", one


def _counted(role: str, near: Iterable[_Near]) -> Iterator[tuple[str, _Near]]:
    return ((f"{role}_{number}", one) for number, one in enumerate(near, 1))


def _birth(one: _Near) -> tuple[bool, str]:
    born = one.facts.get("identite.date_naissance")
    days = born.value.split("/") if born else []
    return not days, "".join(reversed(days))


def _told(role: str, one: _Near) -> Iterator[tuple[str, Value]]:
    yield f"{role}:", Value("", one.person.name, SHEET, one.person.made_on, one.person.id)
    for key, known in one.facts.items():
        if known.value:
            yield f"{role}:{key}", dataclasses.replace(known, source=SHEET)


def _written(own: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return what the person's own profile tells of others, as facts of theirs."""
    found = {
        f"{role}:{key}": own[name]
        for role, known in TOLD.items()
        for key, name in known.items()
        if name in own
    }
    return found | {f"{role}:": own[name] for role, name in NAMED if name in own}


def _for_packs(found: Mapping[str, Value], own: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return what forms of ours ask of others under keys of hers, where she did not say it."""
    told = {
        name: found[f"{role}:{key}"]
        for role, known in TOLD.items()
        for key, name in known.items()
        if f"{role}:{key}" in found and not role.startswith(f"{roles.CHILD}_")
    }
    born = f"{roles.SPOUSE}:identite.nom_naissance"
    told |= {"famille.conjoint_nom_naissance": found[born]} if born in found else {}
    if not _same_spouse(found, own):
        told = {name: value for name, value in told.items() if "conjoint" not in name}
    if f"{roles.CHILD}_1:" in found and f"{roles.CHILD}_2:" not in found:
        told |= {
            name: found[f"{roles.CHILD}_1:{key}"]
            for key, name in _ONLY_CHILD.items()
            if f"{roles.CHILD}_1:{key}" in found
        }
    return {name: value for name, value in told.items() if name not in own}


def _is_young(one: _Near, on: dt.date | None) -> bool:
    """Whether someone is a child of the household, of an age that is asked of, as far as known."""
    if one.link != roles.CHILD:
        return False
    unknown, born = _birth(one)
    if unknown or on is None or len(born) != 8:
        return True
    return f"{on.year - YOUNG_UNTIL}{on:%m%d}" < born


def _of_young(young: Sequence[_Near], own: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return what forms of ours ask of each, by number; whom she told of keeps her number."""
    found: dict[str, Value] = {}
    for number, one in _placed(young, own):
        name = Value("", one.person.name, SHEET, one.person.made_on)
        found[f"{YOUNG}{number}:"] = name
        if number not in _CHILDREN:
            continue
        before = f"famille.enfant_{number}_"
        told = {
            f"{before}{name}": dataclasses.replace(one.facts[key], source=SHEET)
            for key, name in _CHILD.items()
            if key in one.facts and one.facts[key].value
        }
        told[f"{before}nom"] = name
        links = {*folding.folded(one.said).split()} - _AROUND_LINKS
        if said := next((word for word in _SAID_LINKS if links == {word}), ""):
            told[f"{before}lien"] = dataclasses.replace(name, value=said)
        found.update({name: value for name, value in told.items() if name not in own})
    return found


def _placed(young: Sequence[_Near], own: Mapping[str, Value]) -> Iterator[tuple[int, _Near]]:
    """Yield each with the number that is hers: one that the person told of is never another."""
    left = [*young]
    said = [n for n in _CHILDREN if any(key.startswith(f"famille.enfant_{n}_") for key in own)]
    for number in said:
        same = next((one for one in left if _is_told(one, number, own)), None)
        if same is not None:
            left.remove(same)
            yield number, same
    free = (number for number in count(1) if number not in said)
    yield from zip(free, left, strict=False)


def _is_told(one: _Near, number: int, own: Mapping[str, Value]) -> bool:
    """Whether the person told of this one under this number: nothing says otherwise."""
    name = own.get(f"famille.enfant_{number}_nom")
    born = own.get(f"famille.enfant_{number}_naissance")
    known = one.facts.get("identite.date_naissance")
    days = born is not None and known is not None and bool(born.value and known.value)
    if days and born and known and born.value != known.value:
        return False
    if name is None or not name.value:
        return days
    told, here = _words(name.value), _words(one.person.name)
    return told <= here or here <= told


def _same_spouse(found: Mapping[str, Value], own: Mapping[str, Value]) -> bool:
    """Whether whom the person told of is whom the sheet is of: nothing says otherwise."""
    for key in ("identite.prenom", "identite.date_naissance"):
        told, here = own.get(f"famille.conjoint_{_SPOUSE[key]}"), found.get(f"{roles.SPOUSE}:{key}")
        if told and here and told.value and here.value and not _agree(told.value, here.value):
            return False
    return True


def _agree(one: str, other: str) -> bool:
    return _words(one) <= _words(other) or _words(other) <= _words(one)


def _words(name: str) -> set[str]:
    return {*folding.folded(name).replace("-", " ").split()}
