"""Definition + Draft -> Answers, or EVERY problem at once, each with its question."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from desktop_app.core.answers.bounds import bounded
from desktop_app.core.answers.conditions import TODAY, Scope, is_asked, seen_value
from desktop_app.core.answers.draft import Answers, Draft, Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context, Reading, clean_lines, wrong
from desktop_app.core.errors import InvalidAnswers, Problem
from desktop_app.core.packs.model import LetterDefinition, PackHeader, Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.unknown import UNKNOWN, says_unknown

LONGEST = 20_000
"""Longest answer or paragraph, in characters: more than any letter holds."""


def validate(
    definition: PackHeader,
    draft: Draft,
    today: dt.date,
    *,
    blanks: bool = False,
    shown: bool = False,
) -> Answers:
    """Return the typed answers of the questions really asked.

    What an abandoned branch asked is left out. A doubtful answer that the draft confirms stands.

    Args:
        definition: resolved (``packs/resolve.py``).
        draft: texts as typed.
        today: the day on which the document is made.
        blanks: a required answer that is not there is no problem: paper is completed by pen; but
            for one that may stop the paper (``emergency``), which no pen gives in time.
        shown: the same for a page that is looked at meanwhile: nothing at all need be there.

    Raises:
        InvalidAnswers: with every problem.
    """
    reader = _Reader(questions_of(definition), draft, today, blanks=blanks, shown=shown)
    values = reader.values()
    problems = [
        *_unknown_ids(definition, draft),
        *reader.problems,
        *_about_paragraphs(definition, draft),
    ]
    if problems:
        raise InvalidAnswers(problems, n=len(problems))
    return Answers(
        draft.pack,
        MappingProxyType(values),
        draft.removed,
        _edited(draft),
        draft.shortened,
        frozenset(draft.writing),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that a draft leads to, and what was answered so far.

    ``reading`` is None when nothing was, or "je ne sais pas". Its problem is there even when the
    person has confirmed the answer: ``problem`` is what still has to be said.
    """

    question: Question
    reading: Reading | None
    problem: Problem | None


def asked_now(definition: PackHeader, draft: Draft, today: dt.date) -> tuple[AskedQuestion, ...]:
    """Return the questions that an unfinished draft leads to, in order, each with its reading.

    A wrong answer counts as none: what depends on it is not asked yet.
    """
    reader = _Reader(questions_of(definition), draft, today)
    reader.values()
    return tuple(reader.asked)


def read_together(
    questions: Iterable[Question], typed: Mapping[str, Typed], today: dt.date
) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
    """Read questions that no pack asks: the values, by question, of what is well answered; and
    every problem."""
    reader = _Reader(questions, Draft("", typed), today)
    return reader.values(), tuple(reader.problems)


class _Reader:
    """Reads a draft question by question: what is asked depends on the answers before."""

    def __init__(
        self,
        questions: Iterable[Question],
        draft: Draft,
        today: dt.date,
        *,
        blanks: bool = False,
        shown: bool = False,
    ) -> None:
        self.questions = tuple(questions)
        self.labels = {question.id: question.called for question in self.questions}
        self.draft, self.today, self.blanks, self.shown = draft, today, blanks, shown
        self.problems: list[Problem] = []
        self.asked: list[AskedQuestion] = []

    def values(self) -> dict[str, Any]:
        """Return the value of each question asked and answered; note the problems."""
        scope: Scope = {TODAY: self.today}
        values: dict[str, Any] = {}
        for question in self.questions:
            if not is_asked(question, scope):
                continue
            value, reading, problem = self._value(question, scope)
            self.asked.append(AskedQuestion(question, reading, problem))
            if problem is not None:
                self.problems.append(problem)
            if value is not None:
                values[question.id] = value
                scope[question.id] = seen_value(question, value)
        return values

    def _value(
        self, question: Question, scope: Scope
    ) -> tuple[Any, Reading | None, Problem | None]:
        """Return the value, how it was read, and what is wrong; each may be None."""
        if question.id in self.draft.unknown:
            return UNKNOWN, None, self._stops_without(question) or _unknown(question)
        typed = self.draft.answers.get(question.id, "")
        typed = typed if _said(typed) else question.default
        if not _said(typed):
            return None, None, self._stops_without(question) or self._required(question)
        if not_known(question, self.draft):  # written in the box: no words for a paper
            return (UNKNOWN if question.unknown else None), None, self._required(question)
        reading = self._reading(typed, question, scope)
        if reading.problem is None and (emergency := _emergency(question, reading.value)):
            parameters = {"emergency": emergency}
            return None, reading, Problem("answer-emergency", question.id, parameters=parameters)
        kept = reading.confirmable and question.id in self.draft.confirmed
        return reading.value, reading, None if kept else reading.problem

    def _stops_without(self, question: Question) -> Problem | None:
        """Return that a paper cannot be made without knowing whether it harms."""
        if self.shown or not any(one.emergency for one in question.choices):
            return None
        ways = " / ".join(f'"{one.id}"' for one in question.choices)
        return Problem("answer-stops", question.id, place=f"{question.id} = {ways}")

    def _required(self, question: Question) -> Problem | None:
        if not question.required or self.blanks or self.shown:
            return None
        return Problem("answer-required", question.id)

    def _reading(self, typed: Typed, question: Question, scope: Scope) -> Reading:
        reading = read_answer(typed, question, self.today)
        if reading.problem is None and isinstance(reading.value, dt.date):
            context = Context(question, self.today)
            return bounded(reading.value, context, scope, self.labels)
        return reading


def read_answer(typed: Typed, question: Question, today: dt.date) -> Reading:
    """Read one typed answer by its kind; total on any text."""
    context = Context(question, today)
    kind = KINDS[question.kind]
    if isinstance(typed, tuple) and not kind.several:
        return wrong(context, "answer-one-only")
    length = len(typed) if isinstance(typed, str) else sum(map(len, typed))
    if length > LONGEST:
        return wrong(context, "too-long", limit=LONGEST, over=length - LONGEST)
    if typed == TODAY and question.kind == "date":
        return Reading(today)
    return kind.read(typed, context)


def not_known(question: Question, draft: Draft) -> bool:
    """Tell whether the person does not know: by the button, or in her own words."""
    typed = draft.answers.get(question.id, "")
    told = question.kind in ("text", "long_text") and isinstance(typed, str) and says_unknown(typed)
    return question.id in draft.unknown or told


def _unknown(question: Question) -> Problem | None:
    return None if question.unknown else Problem("unknown-not-possible", question.id)


def _emergency(question: Question, value: object) -> str:
    """Return the emergency that an answer sends to; "" when the paper may be written."""
    given = value if isinstance(value, tuple) else (value,)
    return next((one.emergency for one in question.choices if one.id in given), "")


def _said(typed: Typed) -> bool:
    return bool(typed.strip()) if isinstance(typed, str) else True


def _unknown_ids(definition: PackHeader, draft: Draft) -> Iterator[Problem]:
    known = {question.id for question in questions_of(definition)}
    others = sorted(draft.unknown | draft.confirmed | draft.shortened.keys())
    for name in dict.fromkeys([*draft.answers, *others]):
        if name not in known:
            near = get_close_matches(name, known, 1)
            yield Problem("unknown-question", name[:60], suggestion=near[0] if near else "")


def _about_paragraphs(definition: PackHeader, draft: Draft) -> Iterator[Problem]:
    paragraphs = definition.paragraph if isinstance(definition, LetterDefinition) else ()
    known = {paragraph.id: paragraph for paragraph in paragraphs}
    for name in _named(draft.removed, draft.edited):
        if name not in known:
            near = get_close_matches(name, known, 1)
            yield Problem("unknown-paragraph", name[:60], suggestion=near[0] if near else "")
        elif name in draft.removed and not known[name].optional:
            yield Problem("paragraph-not-optional", name)
    for name, text in draft.edited.items():
        if len(text) > LONGEST:
            yield Problem(
                "too-long", name, parameters={"limit": LONGEST, "over": len(text) - LONGEST}
            )
        elif not clean_lines(text):
            yield Problem("paragraph-empty", name)


def _named(removed: Iterable[str], edited: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys([*sorted(removed), *edited]))


def _edited(draft: Draft) -> Mapping[str, str]:
    return MappingProxyType({name: clean_lines(text) for name, text in draft.edited.items()})


def with_unknown(draft: Draft, question: str) -> Draft:
    """Return the draft where the person does not know this: paper keeps a blank.

    What was typed before stays beside, for the person who finds the paper after all.
    """
    whole = without_shortened(draft, (question,))
    return dataclasses.replace(
        whole, unknown=draft.unknown | {question}, confirmed=draft.confirmed - {question}
    )


def with_answer(draft: Draft, question: str, typed: Typed) -> Draft:
    """Return the draft with one more answer; it is no longer unknown, confirmed nor shortened."""
    return dataclasses.replace(
        without_shortened(draft, (question,)),
        answers=MappingProxyType({**draft.answers, question: typed}),
        unknown=draft.unknown - {question},
        confirmed=draft.confirmed - {question},
    )


def with_shortened(draft: Draft, agreed: Mapping[str, str]) -> Draft:
    """Return the draft where these answers may be written so (question -> abbreviated text)."""
    shortened = MappingProxyType({**draft.shortened, **agreed})
    return dataclasses.replace(draft, shortened=shortened)


def without_shortened(draft: Draft, questions: Collection[str]) -> Draft:
    """Return the draft where these answers are written whole again."""
    left = {name: text for name, text in draft.shortened.items() if name not in questions}
    return dataclasses.replace(draft, shortened=MappingProxyType(left))
