"""Every problem of the law's files at once: syntax, keys, values, then links between them."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

from desktop_app.catalogue import law_strict, law_tables
from desktop_app.catalogue.law_decode import InvalidLaw, at
from desktop_app.catalogue.law_folder import LawFolder, ProcedureFile, load
from desktop_app.core.deadlines.cases import check_cases
from desktop_app.core.deadlines.check_bodies import check_bodies
from desktop_app.core.deadlines.checks import check_chain, check_courts, check_links, check_tables
from desktop_app.core.deadlines.freshness import check_spans
from desktop_app.core.deadlines.helpers import check_helpers
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.deadlines.tables import Tables
from desktop_app.core.errors import Problem
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.sourced import Confidence

NONE_KNOWN = "aucune"
"""The confidence of a département of which no pôle social is told."""


def check_law(law: LawFolder, today: dt.date | None = None) -> list[Problem]:
    """Return every problem, each with its file and place; none when the law is sound.

    ``today``: nothing was read after it; not looked at without it.
    """
    problems = list(_duplicates(law.files))
    if today is not None:
        problems += law_strict.later_days(law.root, today)
    procedures: dict[ProcedureFile, Procedure] = {}
    for file in law.files:
        try:
            procedures[file] = load(file)
        except InvalidLaw as error:
            problems += error.problems
    for part in (
        lambda: law.state,
        lambda: law.courts,
        lambda: law.departments,
        lambda: law_tables.body_rows(law.root),
        lambda: law.late,
        lambda: law.emergencies,
        lambda: law.replies,
        lambda: law.helpers,
        lambda: law.review,
        lambda: law.amounts,
    ):
        problems += _problems_of(part)
    problems += _problems_of(lambda: law.tables)
    if problems:  # links between files that cannot be read would only add noise
        return problems
    return [
        *_links(procedures, law.tables),
        *_courts(law),
        *_bodies(law),
        *_cases(law),
        *(at(law_tables.HELPERS, one) for one in check_helpers(law.helpers, law.tables.sources)),
        *(at(law_tables.REVIEW, one) for one in check_spans(law_tables.spans(law.root))),
        *_amounts(law),
        *_examples(law),
    ]


def _bodies(law: LawFolder) -> Iterator[Problem]:
    titles, bodies = law_tables.body_rows(law.root)
    for problem in check_bodies(
        bodies,
        titles,
        sources=law.tables.sources,
        procedures=law.ids(),
        families=FAMILIES,
    ):
        yield at(law_tables.BODIES, problem)


def _examples(law: LawFolder) -> Iterator[Problem]:
    return law_strict.examples(law.root, law.ids(), law.tables.events)


def _amounts(law: LawFolder) -> Iterator[Problem]:
    for number, one in enumerate(law.amounts, 1):
        if any(code not in law.tables.sources for code in one.sources):
            place = f"{law_tables.AMOUNTS}, amount {number}, sources"
            yield Problem("law-unknown-source", place=place)


def _cases(law: LawFolder) -> Iterator[Problem]:
    by_id = {procedure.id: procedure for procedure in law.procedures()}
    for file, problem in check_cases(law.late, law.emergencies, law.replies, by_id, law.tables):
        yield at(file, problem)


def _problems_of(read: Callable[[], Any]) -> Sequence[Problem]:
    try:
        read()
    except InvalidLaw as error:
        return error.problems
    return ()


def _duplicates(files: Sequence[ProcedureFile]) -> Iterator[Problem]:
    times = Counter(file.id for file in files)
    for file in files:
        if times[file.id] > 1:
            yield Problem("law-twice", place=file.place)


def _links(procedures: dict[ProcedureFile, Procedure], tables: Tables) -> Iterator[Problem]:
    by_id = {procedure.id: procedure for procedure in procedures.values()}
    places = {file.id: file.place for file in procedures}
    for file, problem in check_tables(tables):
        yield at(file, problem)
    for procedure in by_id.values():
        for problem in check_links(procedure, by_id, tables):
            yield at(places[procedure.id], problem)
    for name, problem in check_chain(by_id, tables):
        yield at(places[name], problem)


def _courts(law: LawFolder) -> Iterator[Problem]:
    for problem in check_courts(law.courts, law.tables):
        yield at("courts.toml", problem)
    codes = [department.code for department in law.departments]
    known = {court.name for court in law.courts}
    for number, department in enumerate(law.departments, 2):
        if codes.index(department.code) != number - 2:
            yield Problem("law-twice", place=f"departments.tsv, {number}")
        allowed = get_args(Confidence) if department.poles_sociaux else (NONE_KNOWN,)
        if department.pole_social_confidence not in allowed:
            expected = ", ".join(allowed)
            place = f"departments.tsv, {number}"
            yield Problem("law-bad-value", place=place, parameters={"expected": expected})
        if department.court not in known:
            near = nearest(department.court, known)
            place = f"departments.tsv, {department.code}"
            yield Problem("law-unknown-court", place=place, suggestion=near)
