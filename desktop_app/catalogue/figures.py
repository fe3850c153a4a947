"""Reads the definitions of an office's figures, strictly: ours, or a file of the office's own."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import Any

from desktop_app.catalogue.law_decode import InvalidLaw, decode
from desktop_app.core.errors import Problem, WithProblems
from desktop_app.core.figures import Figure, FigureSet, Group, wrong
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.toml_table import TomlTable
from desktop_app.datafiles import data_root

MAX_BYTES = 10_000
"""A safe keeps the office's own among its settings."""


class InvalidFigures(WithProblems):
    """A definition of figures that cannot be counted; problems carry the place."""


def figure_sets() -> Sequence[FigureSet]:
    """Return those that come with the program, the yearly ones first."""
    files = [one for one in _folder().iterdir() if one.name.endswith(".toml")]
    return [read_figures(one.read_bytes()) for one in sorted(files, key=lambda one: one.name)]


def figure_text(name: str) -> bytes:
    """Return the file of one of ours, by its id, which names it; empty where there is none."""
    found = next((one for one in _folder().iterdir() if one.name == f"{name}.toml"), None)
    return found.read_bytes() if found is not None else b""


def _folder() -> Traversable:
    return data_root("resources") / "office" / "figures"


def read_figures(data: bytes) -> FigureSet:
    """Return a definition of figures.

    Raises:
        InvalidFigures: with every problem and its place.
    """
    if len(data) > MAX_BYTES:
        raise InvalidFigures([Problem("figures-too-big", parameters={"limit": MAX_BYTES // 1000})])
    values = _values(data)
    if problems := list(_inside(values)):
        raise InvalidFigures(problems)
    try:
        found = decode(values, FigureSet, "")
    except InvalidLaw as told:
        raise InvalidFigures([_placed(one) for one in told.problems]) from None
    if problems := list(wrong(found, FAMILIES)):
        raise InvalidFigures(problems)
    return found


def _values(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidFigures([Problem("figures-not-text")]) from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        where = str(error).rpartition("(at ")[2].rstrip(")")
        place = where if isinstance(error, tomllib.TOMLDecodeError) else ""
        raise InvalidFigures([Problem("law-syntax", place=place)]) from None


def _inside(values: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong in each table and each group, with its own place."""
    for number, one in enumerate(_tables(values.get("figure")), 1):
        yield from _told(one, Figure, f"figure {number}")
        groups = _tables(one.get("group")) if isinstance(one, dict) else []
        for place, group in enumerate(groups, 1):
            yield from _told(group, Group, f"figure {number}, group {place}")


def _tables(found: object) -> list[Any]:
    return found if isinstance(found, list) else []


def _told(values: Any, kind: type[TomlTable], place: str) -> Sequence[Problem]:
    try:
        decode(values, kind, place)
    except InvalidLaw as told:
        return told.problems
    return ()


def _placed(problem: Problem) -> Problem:
    return replace(problem, place=problem.place.removeprefix(", "))
