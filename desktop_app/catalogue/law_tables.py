"""Reads the common tables of ``forms/law/``: events, rules, holidays, territories, courts."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.catalogue.law_decode import InvalidLaw, decode, read_toml
from desktop_app.core.deadlines.cases import Emergency, Remains, Reply
from desktop_app.core.deadlines.courts import Court, Department
from desktop_app.core.deadlines.freshness import Schedule, Span
from desktop_app.core.deadlines.helpers import Helper, Helpers, Matter
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.tables import (
    Amount,
    Distance,
    Event,
    Holiday,
    LawSource,
    Rule,
    Tables,
    Territory,
)
from desktop_app.core.errors import Problem
from desktop_app.core.packs.bodies import Bodies, Body, Title
from desktop_app.core.toml_table import TomlTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable

S = TypeVar("S", bound=TomlTable)
BODIES = "bodies.toml"
HELPERS = "helpers.toml"
REVIEW = "review.toml"
AMOUNTS = "amounts.toml"
DEPARTMENTS = "departments.tsv"
NAMES = {"court": ("name",), "holiday": ()}
"""Keys that name a row of a table, the first that it has; ``id`` or ``code`` where none is told."""
COLUMNS = ["department", "name", "court", "pole_social", "pole_social_confidence"]


def read(root: Traversable) -> Tables:
    """Return the tables; raise ``InvalidLaw`` with every problem of the first bad file."""
    events = read_file(root, "events.toml", {"event", "groups"})
    groups: dict[str, Sequence[str]] = events.get("groups", {})
    places = read_file(root, "territories.toml", {"territory", "distance"})
    return Tables(
        events={e.id: e for e in read_rows(events, "event", Event, "events.toml")},
        groups={name: tuple(members) for name, members in groups.items()},
        rules={rule.code: rule for rule in _list(root, "rules.toml", "rule", Rule)},
        holidays=_list(root, "holidays.toml", "holiday", Holiday),
        territories={
            t.id: t for t in read_rows(places, "territory", Territory, "territories.toml")
        },
        distance=decode(places.get("distance"), Distance, "territories.toml, distance"),
        sources={s.code: s for s in _list(root, "sources.toml", "source", LawSource)},
    )


def courts(root: Traversable) -> list[Court]:
    """Return the administrative courts."""
    return _list(root, "courts.toml", "court", Court)


def body_rows(root: Traversable) -> tuple[list[Title], list[Body]]:
    """Return the titles and the bodies one writes to, as they stand in the file."""
    values = read_file(root, BODIES, {"title", "body"})
    return read_rows(values, "title", Title, BODIES), read_rows(values, "body", Body, BODIES)


def bodies(root: Traversable) -> Bodies:
    """Return the bodies one writes to, by id; one whose title is not there is left out.

    None where there is no law: a folder of packs of one's own.
    """
    if not (root / BODIES).is_file():
        return Bodies()
    titles, rows = body_rows(root)
    named = {title.id: title for title in titles}
    return Bodies({body.id: body for body in rows if body.head in named}, named)


def departments(root: Traversable) -> list[Department]:
    """Return the courts of each département."""
    try:
        lines = (root / DEPARTMENTS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise InvalidLaw([Problem("law-missing-file", place=DEPARTMENTS)]) from None
    first, *rows = csv.reader(lines, delimiter="\t")
    wrong = [number for number, row in enumerate(rows, 2) if len(row) != len(COLUMNS)]
    if first != COLUMNS:
        wrong.insert(0, 1)
    if wrong:
        raise InvalidLaw([Problem("law-columns", place=f"{DEPARTMENTS}, {n}") for n in wrong])
    return [
        Department(code, name, court, tuple(filter(None, poles.split("; "))), confidence)
        for code, name, court, poles, confidence in rows
    ]


def late(root: Traversable) -> list[Remains]:
    """Return what is looked at once a delay is over."""
    return _list(root, "late.toml", "remains", Remains)


def emergencies(root: Traversable) -> list[Emergency]:
    """Return what is done today, before any form."""
    return _list(root, "emergencies.toml", "emergency", Emergency)


def helpers(root: Traversable) -> Helpers:
    """Return who helps where no letter is written."""
    values = read_file(root, HELPERS, {"helper", "matter"})
    return Helpers(
        read_rows(values, "helper", Helper, HELPERS), read_rows(values, "matter", Matter, HELPERS)
    )


def amounts(root: Traversable) -> list[Amount]:
    """Return the sums that the law sets."""
    return _list(root, AMOUNTS, "amount", Amount)


def spans(root: Traversable) -> list[Span]:
    """Return how long each kind of rule holds, as it stands in the file."""
    return _list(root, REVIEW, "kind", Span)


def schedule(root: Traversable) -> Schedule:
    """Return how long each kind of rule holds."""
    return Schedule({one.id: one for one in spans(root)})


def replies(root: Traversable) -> list[Reply]:
    """Return what a reply that decides nothing changes."""
    return _list(root, "replies.toml", "reply", Reply)


def _list(root: Traversable, file: str, key: str, kind: type[S]) -> list[S]:
    return read_rows(read_file(root, file, {key}), key, kind, file)


def read_file(root: Traversable, file: str, keys: set[str]) -> dict[str, Any]:
    values = read_toml(root / file, file)
    unknown = [
        Problem("law-unknown-key", place=f"{file}, {key}", suggestion=nearest(key, keys))
        for key in values
        if key not in keys
    ]
    if unknown:
        raise InvalidLaw(unknown)
    return values


def read_rows(values: dict[str, Any], key: str, kind: type[S], file: str) -> list[S]:
    rows: list[S] = []
    problems: list[Problem] = []
    for number, row in enumerate(values.get(key, ()), 1):
        try:
            rows.append(decode(row, kind, f"{file}, {key} {number}"))
        except InvalidLaw as error:
            problems += error.problems
    names = NAMES.get(key, ("id", "code"))
    problems += _twice(values.get(key, ()), names, f"{file}, {key}")
    if problems:
        raise InvalidLaw(problems)
    return rows


def _twice(rows: Any, names: Sequence[str], place: str) -> Iterator[Problem]:
    """Yield the rows that bear the name of an earlier one."""
    seen: set[object] = set()
    for number, row in enumerate(rows, 1):
        for key in names:
            if not isinstance(row, dict) or not isinstance(row.get(key), str):
                continue  # told by those who decode it
            if row[key] in seen:
                yield Problem("law-twice", place=f"{place} {number}, {key}")
            seen.add(row[key])
