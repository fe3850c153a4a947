"""Addresses of bodies, copied once from a letter received, kept with the person under the body.

The Caf of one person may not be that of another: a copy is kept under which Caf it is. One copied
for somebody else is proposed when it is said to be the same body, and never taken by itself.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.core.answers.conditions import Scope
from desktop_app.core.deadlines.courts import Court
from desktop_app.core.deadlines.near import slug
from desktop_app.core.language.elision import of_town
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.language.typography import french
from desktop_app.core.packs.bodies import ADDRESS_AREA, EVERYWHERE, HOUSE_MARK
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.core.records import Value
from desktop_app.workflow.store import Safe

FIELD = "organisme:"
"""How the fields of a profile that hold an address begin."""
PARTS = tuple(ADDRESS_AREA + part for part in ("ligne_1", "ligne_2", "code_postal", "ville"))
SECOND_LINE = PARTS[1]
COURT = f"{FIELD}ta:"
"""How the fields of the administrative courts begin: the body ``ta`` of bodies.toml."""
FROM_LAW = "law"
"""The source of an address that the law's files tell, and that nobody copied."""
OF_ANOTHER = "other"
"""The source of an address that was copied for another person of the safe."""
_LONGEST = 80
_BEFORE_NAMES = ("de ", "du ", "des ", "d'", "d’")


@dataclass(frozen=True, slots=True)
class House:
    """A body at one place: the field of the profile that keeps its address, and its name."""

    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Address:
    """A copied address: whose, for which letter, and its lines by ``PARTS``."""

    name: str
    letter: str
    lines: Mapping[str, str]

    @property
    def in_one_line(self) -> str:
        """The address as it is read aloud."""
        street, box, code, town = (self.lines[part] for part in PARTS)
        return ", ".join(filter(None, (street, box, f"{code} {town}")))


def house_of(definition: AnyDefinition, values: Scope) -> House | None:
    """Return whom a letter is written to; None when it is not known yet, or needs no address."""
    if not isinstance(definition, LetterDefinition):
        return None
    for candidate in definition.recipient.house:
        if condition_of(candidate.when).holds(values):
            said = text_of(candidate.text).render(values)
            return _house(said.text) if said.text and not said.missing else None
    return None


def _house(said: str) -> House:
    body, name, which = said.split(HOUSE_MARK, 2)
    name = french(name)
    field = f"{FIELD}{body}:{slug(which)}"[:_LONGEST]
    if which in ("", EVERYWHERE):
        return House(field, name)
    named = which if which.lower().startswith(_BEFORE_NAMES) else f"({which})"
    return House(field, f"{name} {named}")


def of_courts(courts: Iterable[Court]) -> Mapping[str, Value]:
    """Return the addresses of the administrative courts that the law's files tell, to be compared.

    They are written as they are kept, for the town as a person names it: "de Lyon", "d'Amiens".
    """
    found: dict[str, Value] = {}
    for court in courts:
        *lines, town = court.address.split(", ")
        code, _, name = town.partition(" ")
        kept = [lines[0] if lines else "", ", ".join(lines[1:]), code, name]
        said = dict(zip(PARTS, kept, strict=True))
        title = french(f"Tribunal administratif {of_town(court.name)}")
        if value := written(title, "", said):
            fields = (f"{COURT}{before}{slug(court.name)}" for before in ("de-", "d-", "du-"))
            found |= {field: Value(field, value, FROM_LAW, court.seen_on) for field in fields}
    return found


def written(name: str, letter: str, lines: Mapping[str, str]) -> str:
    """Return an address as a profile keeps it; empty when it is not whole."""
    if not all(lines.get(part) for part in PARTS if part != SECOND_LINE):
        return ""
    kept = [lines.get(part, "") for part in PARTS]
    return json.dumps({"organisme": name, "lettre": letter, "lignes": kept}, ensure_ascii=False)


def read(kept: str) -> Address | None:
    """Return a kept address; None when it was written by another version."""
    try:
        found = json.loads(kept)
        lines = dict(zip(PARTS, map(str, found["lignes"]), strict=True))
        return Address(str(found["organisme"]), str(found["lettre"]), lines)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def of_others(safe: Safe, person: str) -> Mapping[str, Value]:
    """Return the addresses copied for other persons, of bodies that are surely the same.

    "The MSA", without saying which one, is not.
    """
    found = safe.people.of_others(person, FIELD, source=OF_ANOTHER)
    return {field: value for field, value in found.items() if not field.endswith(":")}


def forget(safe: Safe, person: str, field: str) -> None:
    """Forget what a profile keeps under one field, and what it kept before."""
    safe.people.forget(person, field)
