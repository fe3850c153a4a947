"""A sheet that holds all the questions: what is missing on it, what is known and taken at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from desktop_app.core.answers.draft import Typed
from desktop_app.core.records import Value
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import Proposal, proposal
from desktop_app.workflow.interview.members import living_there


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sheet stands, in questions, in their order.

    Attributes:
        asked: those that count: a rare matter counts once something is said of it.
        missing: of which nothing was said yet.
        wrong: whose answer must be corrected.
    """

    asked: tuple[str, ...]
    missing: tuple[str, ...]
    wrong: tuple[str, ...]

    def next_missing(self, question: str, order: Sequence[str]) -> str:
        """Return what is to be said after a question, round the sheet; "" when nothing is.

        Args:
            order: all the questions in view, from the first.
        """
        wanted = {*self.missing, *self.wrong} - {question}
        at = order.index(question) + 1 if question in order else 0
        return next((one for one in (*order[at:], *order[:at]) if one in wanted), "")


def standing(interview: Interview) -> Standing:
    """Return how the sheet of an interview stands."""
    asked = tuple(
        step.question.id
        for step in interview.steps
        if interview.met(step.question.id)
        or not (step.question.aside or interview.shown(step.question))
    )
    missing = tuple(name for name in asked if not interview.met(name))
    wrong = tuple(one.question.id for one in interview.troubles)
    return Standing(asked, missing, wrong)


def take_known(
    interview: Interview, profile: Mapping[str, Value]
) -> tuple[Interview, tuple[str, ...]]:
    """Answer by what is known of the person all that was not met; return which it answers.

    What these answers open is looked for too. What would be wrong is left to be asked.
    """
    taken: list[str] = []
    seen: set[str] = set()
    while True:
        names = [step.question.id for step in interview.steps]
        known = {name: proposal(interview, name, profile) for name in names if name not in seen}
        found = {name: one.typed for name, one in known.items() if one}
        if not found:
            return interview, tuple(taken)
        seen.update(found)
        answered = _answered(interview, found)
        right = {name: said for name, said in found.items() if answered.trouble(name) is None}
        interview = answered if right == found else _answered(interview, right)
        taken += right


def _answered(interview: Interview, said: Mapping[str, Typed]) -> Interview:
    for name, typed in said.items():
        interview = interview.answer(name, typed)
    return interview


def take_household(
    interview: Interview, profile: Mapping[str, Value]
) -> tuple[Interview, tuple[str, ...]]:
    """Say that those of the household live there, then answer by each one's sheet.

    Returns which questions it answers. What was said already is left as it is.
    """
    said = living_there(interview, profile)
    opened, taken = take_known(_answered(interview, said), profile)
    return opened, (*said, *taken)


def whence(interview: Interview, profile: Mapping[str, Value]) -> Mapping[str, Proposal]:
    """Return what is known of each question that is answered just so: where from, and when."""
    if not profile:
        return {}
    answers = interview.draft.answers
    bare = _Unmet(interview.definition, interview.draft, interview.today, interview.abbreviations)
    vars(bare)["asked"] = interview.asked  # read once: what is asked is the same
    known = {step.question.id: proposal(bare, step.question.id, profile) for step in bare.steps}
    return {name: one for name, one in known.items() if one and _same(one, answers.get(name))}


def rest_by_pen(interview: Interview) -> Interview:
    """Say of all that is missing that it will be written by pen: the paper keeps blanks."""
    for name in standing(interview).missing:
        question = interview.asked[name].question
        interview = interview.unknown(name) if question.unknown else interview.pass_by(name)
    return interview


def ask_again(interview: Interview, names: Collection[str]) -> Interview:
    """Have these be missing again, where nothing was said of them since."""
    draft = interview.draft
    empty = {name for name in names if not draft.answers.get(name)}
    answers = {name: said for name, said in draft.answers.items() if name not in empty}
    unknown = draft.unknown - empty
    return interview.holding(replace(draft, answers=MappingProxyType(answers), unknown=unknown))


class _Unmet(Interview):
    """The same answers, of which nothing counts as met: what is known is proposed for each."""

    def met(self, question: str) -> bool:  # noqa: ARG002 (of any of them)
        return False


def _same(known: Proposal, said: Typed | None) -> bool:
    return said is not None and said != "" and said == known.typed
