"""Checking packs: their own, or those that someone is writing."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.answers.draft import Answers
from desktop_app.core.arguments.model import NO_BANK
from desktop_app.core.arguments.plead import names_arguments
from desktop_app.core.checks import Known, check, distinct
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.errors import AppError, InvalidPack, Problem
from desktop_app.core.moment import day_of
from desktop_app.core.packs.listed import PackTexts
from desktop_app.core.packs.model import QuestionGroup
from desktop_app.core.packs.parse import Pack, parse_group, parse_pack
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.workflow.documents.preparing import deadline_of
from desktop_app.workflow.guidance.deadlines import rule_problems
from desktop_app.workflow.ports import Catalogue


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """One pack and everything to correct in it."""

    id: str
    path: str
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is to be corrected."""
        return not self.problems


def check_packs(
    catalogue: Catalogue,
    law: Law,
    paths: Sequence[str],
    today: dt.date | None = None,
    progress: Callable[[int, int], object] = lambda _done, _total: None,
) -> tuple[CheckedPack, ...]:
    """Check the packs at each path, or every pack at hand without a path.

    ``progress`` hears after each pack how many are checked, of how many. With ``today``, nothing
    may have been read after it, and the law of a folder is checked too.

    Raises:
        FileMissing: a path does not exist.
        InvalidPack: there is no pack below a path.
    """
    found: dict[str, PackTexts] = {}
    for path in paths:
        under = catalogue.texts_under(path)
        if not under:
            raise InvalidPack([Problem("pack-none-here", place=path)], n=1)
        found |= {texts.path: texts for texts in under}
    if not paths:
        found = {texts.path: texts for texts in catalogue.all_texts()}
    checked = []
    for texts in found.values():
        checked.append(check_texts(texts, law, today, for_others=True))
        progress(len(checked), len(found))
    for path in paths:
        problems = law.problems_under(path, today) if today else None
        if problems is not None:
            checked.append(CheckedPack("law", f"{path}/law", tuple(problems)))
    return tuple(checked)


def check_texts(
    texts: PackTexts, law: Law, today: dt.date | None = None, *, for_others: bool = False
) -> CheckedPack:
    """Check one pack, its groups and its examples.

    ``for_others``: also what a pack that others will use keeps (its law was read, plain words).
    """
    problems = list(texts.problems)
    groups, wrong = _groups(texts.groups)
    if not problems:
        try:
            pack = parse_pack(texts.texts, texts.pictures)
        except InvalidPack as refusal:
            problems += refusal.problems
        else:
            if pack.definition.id != texts.id:
                problem = pack.file.problem("pack-other-folder", ("id",), texts.id, id=texts.id)
                problems.append(problem)
            problems += check(pack, _known(groups, law, today, pack), for_others=for_others)
            problems += _unfit_rules(pack, law, groups)
    return CheckedPack(texts.id, texts.path, distinct([*wrong, *problems]))


def _unfit_rules(pack: Pack, law: Law, groups: Mapping[str, QuestionGroup]) -> Iterator[Problem]:
    """Yield the rules whose event does not start the delay: the letter would have no date."""
    for position, problem in rule_problems(law, pack.definition.deadline, groups):
        if not problem.code.startswith("unknown-"):  # those are told by core/checks
            place = ("deadline", position, "event")
            yield pack.file.problem(problem.code, place, "", **problem.parameters)


def _groups(texts: Mapping[str, bytes]) -> tuple[Mapping[str, QuestionGroup], list[Problem]]:
    groups: dict[str, QuestionGroup] = {}
    problems: list[Problem] = []
    for name, raw in texts.items():
        try:
            group = parse_group(raw, f"common/{name}")
        except InvalidPack as refusal:
            problems += refusal.problems
        else:
            groups[group.id] = group
    return groups, problems


def _known(
    groups: Mapping[str, QuestionGroup], law: Law, today: dt.date | None, pack: Pack
) -> Known:
    def counted(definition: AnyDefinition, answers: Answers, day: dt.date) -> Deadline | None:
        try:
            return deadline_of(law, definition, answers, day)
        except AppError:
            return None  # a rule that does not fit is told by ``_unfit_rules``

    def last_day(definition: AnyDefinition, answers: Answers, day: dt.date) -> dt.date | None:
        found = counted(definition, answers, day)
        return day_of(found.last_day) if found and found.last_day else None

    def prudent_day(definition: AnyDefinition, answers: Answers, day: dt.date) -> dt.date | None:
        found = counted(definition, answers, day)
        return day_of(found.prudent_day) if found and found.prudent_day else None

    return Known(
        groups=groups,
        procedures=frozenset(procedure.id for procedure in law.procedures()),
        events=frozenset(law.tables.events),
        emergencies=frozenset(one.id for one in law.emergencies),
        last_day=last_day,
        prudent_day=prudent_day,
        bodies=law.bodies,
        bank=law.bank if names_arguments(pack.definition) else NO_BANK,
        today=today,
        suspends={procedure.id: procedure.suspends for procedure in law.procedures()},
    )
