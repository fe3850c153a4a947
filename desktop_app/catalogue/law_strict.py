"""What no type can say of the law's files: nothing empty, no day to come, examples that exist."""

import csv
import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any

from desktop_app.catalogue.law_decode import InvalidLaw, read_toml
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.errors import Problem

EXAMPLES = "examples.tsv"
EXAMPLE_COLUMNS = [
    "id",
    "procedure",
    "event",
    "date",
    "picked_up",
    "received",
    "opened",
    "agreed",
    "of",
    "territory",
    "residence",
    "count_from",
    "start_prudent",
    "start_legal",
    "last_day",
    "prudent_day",
    "rule",
    "basis",
    "reasoning",
]
DAYS = (
    "date",
    "today",
    "picked_up",
    "received",
    "opened",
    "count_from",
    "start_prudent",
    "start_legal",
    "last_day",
    "prudent_day",
)
STARTS = "starts.tsv"
START_COLUMNS = [
    "id",
    "mode",
    "procedure",
    "delay",
    "event",
    "date",
    "told",
    "today",
    "start_prudent",
    "start_legal",
    "prudent_day",
    "last_day",
    "basis",
    "reasoning",
]
WORKED = {EXAMPLES: EXAMPLE_COLUMNS, STARTS: START_COLUMNS}
"""The tables of what was computed by hand."""
NONE = "-"
"""No such day; an empty start is the day from which the delay is counted."""
SEEN = ("seen_on", "state_of", "state_of_law", "written_on", "reread_on")


def later_days(root: Traversable, today: dt.date) -> Iterator[Problem]:
    """Yield each day on which something was read that has not come yet."""
    for file, name in _files(root, ""):
        try:
            values = read_toml(file, name)
        except InvalidLaw:
            continue  # told by those who decode it
        for place, key, value in _leaves(values, name):
            if key in SEEN and isinstance(value, dt.date) and value > today:
                yield Problem("law-seen-later", place=place)


def examples(
    root: Traversable, procedures: Collection[str], events: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong in the worked examples, besides what they compute."""
    for file, columns in WORKED.items():
        yield from _table(root, file, columns, procedures, events)


def _table(
    root: Traversable,
    file: str,
    columns: list[str],
    procedures: Collection[str],
    events: Collection[str],
) -> Iterator[Problem]:
    try:
        rows = list(csv.reader((root / file).read_text("utf-8").splitlines(), delimiter="\t"))
    except (OSError, UnicodeDecodeError):
        yield Problem("law-missing-file", place=file)
        return
    if not rows or rows[0] != columns:
        yield Problem("law-columns", place=f"{file}, 1")
        return
    seen: set[str] = set()
    for number, row in enumerate(rows[1:], 2):
        place = f"{file}, {number}"
        if len(row) != len(columns):
            yield Problem("law-columns", place=place)
            continue
        said = dict(zip(columns, row, strict=True))
        yield from _example(said, place, procedures, events)
        if said["id"] in seen:
            yield Problem("law-twice", place=f"{place}, id")
        seen.add(said["id"])


def _example(
    said: Mapping[str, str], place: str, procedures: Collection[str], events: Collection[str]
) -> Iterator[Problem]:
    for key, among, code in (
        ("procedure", procedures, "law-unknown-procedure"),
        ("of", procedures, "law-unknown-procedure"),
        ("event", events, "law-unknown-event"),
    ):
        named = said.get(key, "")
        of_none = (key == "of" and not named) or (key == "procedure" and said.get("delay"))
        if named not in among and not of_none:
            yield Problem(code, place=f"{place}, {key}", suggestion=nearest(named, sorted(among)))
    for key in said.keys() & set(DAYS):
        try:
            dt.datetime.fromisoformat("2000-01-01" if said[key] in ("", NONE) else said[key])
        except ValueError:
            yield Problem("law-bad-value", place=f"{place}, {key}", parameters={"expected": "date"})
    yield from (
        Problem("law-empty", place=f"{place}, {key}")
        for key in ("id", "date", "basis", "reasoning")
        if not said[key].strip()
    )


def _files(folder: Traversable, before: str) -> Iterator[tuple[Traversable, str]]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_dir():
            yield from _files(entry, f"{before}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield entry, f"{before}{entry.name}".removeprefix("procedures/")


def _leaves(value: object, place: str, key: str = "") -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{place}, {name}", name)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, f"{place} {number}", key)
    else:
        yield place, key, value
