"""The interview: what is asked now, where one is, what is wrong, what is known already.

A frozen value: each gesture of the person gives another one. No window and no file here, so that
the same interview can be led from anywhere.
"""

import dataclasses
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from types import MappingProxyType

from desktop_app.core.answers.conditions import Scope, scope
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import clean
from desktop_app.core.answers.validate import (
    AskedQuestion,
    asked_now,
    not_known,
    with_answer,
    with_unknown,
)
from desktop_app.core.documents.abbreviations import (
    NO_ABBREVIATIONS,
    Abbreviations,
    family_of,
)
from desktop_app.core.errors import Problem
from desktop_app.core.generic.model import read_generic
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.core.unknown import UNKNOWN
from desktop_app.workflow.interview.together import Part, Together, pages
from desktop_app.workflow.people import addresses

_UNKNOWN = re.compile(r"(\w+) is inconnu")
"""The condition of what is asked for want of one answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question at its place: ``number`` of ``total``, from 1, among those asked now."""

    question: Question
    section: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong or doubtful with one answer.

    ``typed`` is the suggested answer, ready to be put in place; empty when there is none.
    ``confirmable``: the person may say that the answer is right all the same.
    """

    problem: Problem
    question: Question
    confirmable: bool = False

    @property
    def typed(self) -> str:
        return self.problem.suggestion

    @property
    def can_wait(self) -> bool:
        """Whether it is only that an answer is missing: paper keeps a blank."""
        return self.problem.code == "answer-required"

    @property
    def emergency(self) -> str:
        """Return the emergency that the answer tells of; "" when it tells of none."""
        return str(self.problem.parameters.get("emergency", ""))


@dataclass(frozen=True, slots=True)
class Answered:
    """One line of "Vérifiez vos réponses".

    Attributes:
        step: the question and its place.
        value: typed by its kind; UNKNOWN for "je ne sais pas"; None when there is no answer.
        typed: as the person typed it, to be shown when it could not be read.
        trouble: what must be corrected first.
    """

    step: Step
    value: object
    typed: Typed
    trouble: Trouble | None

    @property
    def missing(self) -> bool:
        """Whether it is necessary, and nothing was said of it."""
        return self.step.question.required and self.trouble is None and self.value is None


@dataclass(frozen=True)
class Interview:
    """A resolved definition, what was said so far, and today.

    ``abbreviations``: by which a shorter answer is proposed for one that is too long. ``given``:
    what was answered before the first question, by the way one came: it is not asked again.
    """

    definition: AnyDefinition
    draft: Draft
    today: dt.date
    abbreviations: Abbreviations = NO_ABBREVIATIONS
    given: frozenset[str] = frozenset()

    # ------------------------------------------------------------------ where one is

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The questions asked now, in order, each with the title of its section."""
        titles = {
            question.id: section.title
            for section in self.definition.section
            for question in section.question
        }
        total = len(self.asked)
        return tuple(
            Step(asked.question, titles[asked.question.id], number, total)
            for number, asked in enumerate(self.asked.values(), 1)
        )

    @cached_property
    def pages(self) -> tuple[Together, ...]:
        """The pages on which something is asked now, in order."""
        asked = {
            name: one.question for name, one in self.asked.items() if not self._waits(one.question)
        }
        said = {name for name, one in asked.items() if one.begins and self._deduced(one)}
        return tuple(pages(self.definition, asked, said, self.given))

    def _waits(self, question: Question) -> bool:
        """Whether it stands for want of an answer ("En quelle année ?") that was not met yet."""
        wanted = _UNKNOWN.fullmatch(question.when)
        return wanted is not None and wanted[1] in self.asked and not self.met(wanted[1])

    def page(self, question: str) -> Together | None:
        """Return the page on which a question stands; None when it is not asked (any more)."""
        found = next((page for page in self.pages if page.has(question)), None)
        if found is None and (step := self.step(question)) is not None:  # given before
            part = Part(step.section, 1, 1)
            return Together("", part, (step.question,))
        return found

    def page_after(self, question: str) -> Together | None:
        """Return the page that comes after that of a question, asked or not; None after the last.

        It is the first page whose questions all come later.
        """
        here = self.page(question)
        names = [one.id for one in here.all] if here else [question]
        last = max(self._order.index(name) for name in names if name in self._order)
        return next((page for page in self.pages if self._first(page) > last), None)

    def page_before(self, question: str) -> Together | None:
        """Return the page that comes before that of a question; None before the first one."""
        here = self.page(question)
        first = self._first(here) if here else self._order.index(question)
        earlier = [page for page in self.pages if self._first(page) < first]
        return earlier[-1] if earlier else None

    def _first(self, page: Together) -> int:
        return min(self._order.index(one.id) for one in page.all)

    def step(self, question: str) -> Step | None:
        """Return the place of a question; None when it is not asked (any more)."""
        return next((step for step in self.steps if step.question.id == question), None)

    def next(self, question: str = "") -> Step | None:
        """Return what is asked after a question, or first; None after the last one.

        A question that is no longer asked is followed by what comes after its place.
        """
        if not question:
            return self.steps[0] if self.steps else None
        later = self._order[self._order.index(question) + 1 :] if question in self._order else ()
        return next((step for step in map(self.step, later) if step), None)

    def previous(self, question: str) -> Step | None:
        """Return what is asked before a question; None before the first one."""
        earlier = self._order[: self._order.index(question)] if question in self._order else ()
        return next((step for step in map(self.step, reversed(earlier)) if step), None)

    def where(self, question: str) -> Step | None:
        """Return where to come back: this question, or the first one not met yet, or the last."""
        return self.step(question) or self.to_do() or (self.steps[-1] if self.steps else None)

    def to_do(self) -> Step | None:
        """Return the first question that was not met yet; None when all were."""
        return next((step for step in self.steps if not self.met(step.question.id)), None)

    def met(self, question: str) -> bool:
        """Whether the person answered, passed or did not know: an empty answer counts."""
        return question in self.draft.answers or question in self.draft.unknown

    def shown(self, question: Question) -> Typed:
        """Return what stands in the box of a question when it opens."""
        return self.draft.answers.get(question.id) or self.at_first(question)

    def at_first(self, question: Question) -> Typed:
        """Return what stands there before anything was said."""
        if question.kind == "date" and question.default == "today":
            return KINDS["date"].show(self.today)
        return self._deduced(question) or question.default

    def _deduced(self, question: Question) -> str:
        """Return what the answers already say of this one; "" where they say nothing."""
        held = (one for one in question.begins if condition_of(one.when).holds(self._scope))
        texts = (text_of(one.text).render(self._scope, blank="").text for one in held)
        return next(filter(None, texts), "")

    @property
    def missing(self) -> int:
        """How many of the questions asked now were not met yet."""
        return sum(not self.met(step.question.id) for step in self.steps)

    @property
    def complete(self) -> bool:
        """Whether every question was met and nothing must be corrected."""
        return self.to_do() is None and not self.troubles

    # ------------------------------------------------------------------ gestures

    def answer(self, question: str, typed: Typed) -> "Interview":
        """Say something; saying the same again keeps what was confirmed."""
        said = self.draft.answers.get(question)
        if said == typed and question not in self.draft.unknown:
            return self
        return self._with(with_answer(self.draft, question, typed))._followed(self, question)

    def _followed(self, before: "Interview", question: str) -> "Interview":
        """Take again what this answer said of other ones, where it was not said otherwise."""
        now = self
        for one in self._deducible:
            if question not in _names(one):
                continue
            was, said = before._deduced(one), now._deduced(one)
            if was and was != said and self.draft.answers.get(one.id) == was:
                now = now._with(with_answer(now.draft, one.id, said) if said else _bare(now, one))
        return now

    @cached_property
    def _deducible(self) -> tuple[Question, ...]:
        return tuple(q for s in self.definition.section for q in s.question if q.begins)

    def put_aside(self, question: Question, typed: Typed) -> "Interview":
        """Take what is typed without judging it, an answer that was emptied too.

        A field that was only looked at was not met: what it began with is no answer.
        """
        said = self.draft.answers.get(question.id)
        before = self.at_first(question) if said is None else said
        changed = typed != before and (typed or said is not None)
        return self.answer(question.id, typed) if changed else self

    def unknown(self, question: str) -> "Interview":
        """Say "je ne sais pas"."""
        return self._with(with_unknown(self.draft, question))

    def pass_by(self, question: str) -> "Interview":
        """Answer nothing: what is necessary is told to be missing before the paper is made."""
        return self.answer(question, "")

    def leave_page(self, page: Together, typed: Mapping[str, Typed]) -> "Interview":
        """Take what a page was left with; what is empty there is not known, or passed.

        What waited unseen has the answer that stands there at first, if any.
        """
        now: Interview = self
        for question in page.all:
            name = question.id
            said = typed.get(name, now.shown(question))
            if said:
                now = now.answer(name, said)
            elif not now.met(name) or now.draft.answers.get(name):
                now = now.unknown(name) if question.unknown else now.pass_by(name)
        return now._leave_rare(page)

    def _leave_rare(self, left: Together) -> "Interview":
        """Leave, too, the rare matters that the answers of a page have just opened there."""
        page = self.page(left.all[0].id)
        rare = tuple(one for one in page.aside if not self.met(one.id)) if page else ()
        if page is None or not rare:
            return self
        return self.leave_page(dataclasses.replace(page, questions=(), aside=rare), {})

    def confirm(self, question: str) -> "Interview":
        """Say "c'est bien ma réponse" of a doubtful one."""
        confirmed = self.draft.confirmed | {question}
        return self._with(dataclasses.replace(self.draft, confirmed=confirmed))

    def holding(self, draft: Draft) -> "Interview":
        """Return the interview with a whole draft, and the questions of the form that it holds."""
        if draft.form == self.draft.form:
            return self._with(draft)
        definition = read_generic(draft.form).definition
        return dataclasses.replace(self, definition=definition, draft=draft)

    def _with(self, draft: Draft) -> "Interview":
        return dataclasses.replace(self, draft=draft)

    # ------------------------------------------------------------------ what is wrong

    def trouble(self, question: str) -> Trouble | None:
        """Return what is wrong with one answer; None when nothing is."""
        asked = self.asked.get(question)
        if asked is None or asked.problem is None:
            return None
        confirmable = asked.reading is not None and asked.reading.confirmable
        return Trouble(self._shorter(asked.question, asked.problem), asked.question, confirmable)

    def _shorter(self, question: Question, problem: Problem) -> Problem:
        """Return the problem with the answer abbreviated, if it is too long and that is enough."""
        family, typed = family_of(question), self.draft.answers.get(question.id)
        limit = problem.parameters.get("limit")
        if problem.code != "too-long" or not (family and isinstance(typed, str)):
            return problem
        ways = self.abbreviations.shorter(clean(typed), family)
        fitting = (way for way in ways if isinstance(limit, int) and len(way) <= limit)
        return dataclasses.replace(problem, suggestion=next(fitting, ""))

    @cached_property
    def troubles(self) -> tuple[Trouble, ...]:
        """What must be corrected before paper: necessary answers left empty can wait for a pen."""
        found = (self.trouble(question) for question in self.asked)
        return tuple(t for t in found if t and not t.can_wait)

    # ------------------------------------------------------------------ to read again

    @cached_property
    def summary(self) -> tuple[Answered, ...]:
        """One line per question asked, in order."""
        return tuple(self._answered(step) for step in self.steps)

    def _answered(self, step: Step) -> Answered:
        name = step.question.id
        reading = self.asked[name].reading
        unknown = not_known(step.question, self.draft)
        value = UNKNOWN if unknown else reading.value if reading else None
        trouble = self.trouble(name)
        if trouble is not None and trouble.can_wait:
            trouble = None
        return Answered(step, value, self.draft.answers.get(name, ""), trouble)

    # ------------------------------------------------------------------ what answers say

    @cached_property
    def house(self) -> addresses.House | None:
        """Whom the letter is written to, as far as the answers tell."""
        return addresses.house_of(self.definition, self._scope)

    @cached_property
    def _scope(self) -> Scope:
        """What texts and conditions see of what was answered without a problem."""
        return scope(self.definition, self.values, self.today)

    def holds(self, condition: str) -> bool:
        """Tell whether a condition of the pack holds with what was answered."""
        return condition_of(condition).holds(self._scope)

    def words(self, text: str) -> str:
        """Return a text of the pack with what was answered; what was not leaves nothing."""
        return text_of(text).render(self._scope, blank="").text

    @cached_property
    def values(self) -> Mapping[str, object]:
        """The answers read without a problem, by question."""
        return {
            asked.question.id: asked.reading.value
            for asked in self.asked.values()
            if asked.reading and asked.problem is None
        }

    # ------------------------------------------------------------------ read once

    @cached_property
    def asked(self) -> Mapping[str, AskedQuestion]:
        """What is asked now, as it was read, by question."""
        found = asked_now(self.definition, self.draft, self.today)
        return {asked.question.id: asked for asked in found}

    @cached_property
    def apart(self) -> Mapping[str, str]:
        """What tells questions of the same words apart, by question, where something does.

        Their hints, else the titles of their parts.
        """
        same: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for section in self.definition.section:
            for question in section.question:
                same[question.called].append((question.id, question.hint, section.title))
        found: dict[str, str] = {}
        for several in same.values():
            names, *ways = zip(*several, strict=True)
            telling = (way for way in ways if len({*way}) == len(several) > 1 and all(way))
            found.update(zip(names, next(telling, ()), strict=False))
        return found

    def role_of(self, question: Question) -> str:
        """Return the role of whom a question is about, as it was understood or as one says."""
        return self.draft.whose.get(self.group_of(question), question.whose)

    def group_of(self, question: Question) -> str:
        """Return by what the questions of one part about one person are named in a draft."""
        return f"{self._sections.get(question.id, '')} {question.whose}".rstrip()

    @cached_property
    def _sections(self) -> Mapping[str, str]:
        return {one.id: part.id for part in self.definition.section for one in part.question}

    @cached_property
    def _order(self) -> tuple[str, ...]:
        """Every question of the definition, asked or not: places that do not move."""
        return tuple(q.id for section in self.definition.section for q in section.question)


def _names(question: Question) -> Set[str]:
    """Return the questions whose answers may say what this one's is."""
    conditions = (condition_of(one.when).names for one in question.begins)
    return {*chain(*conditions, *(text_of(one.text).names for one in question.begins))}


def _bare(interview: Interview, question: Question) -> Draft:
    """Return the draft without an answer to a question."""
    answers = {k: v for k, v in interview.draft.answers.items() if k != question.id}
    return dataclasses.replace(interview.draft, answers=MappingProxyType(answers))
