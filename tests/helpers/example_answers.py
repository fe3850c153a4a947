"""Answers of a shipped example, to change one at a time in a test."""

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.core.answers.conditions import scope
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import DeadlineRule
from desktop_app.datafiles import data_root
from desktop_app.workflow.documents.preparing import deadline_of
from tests.helpers.ours import CATALOGUE, LAW
from tests.helpers.rsa import TODAY


def answers_of(pack: str, example: str) -> dict[str, Any]:
    """Return the answers of ``forms/letters/<pack>/examples/<example>``, by question."""
    file = data_root("forms") / "letters" / pack / "examples" / example
    return dict(tomllib.loads(file.read_text("utf-8"))["answers"])


def composer(pack: str, example: str) -> Callable[..., LetterDocument]:
    """Return what composes a shipped letter from an example's answers, changed one at a time.

    A change to None takes the answer away; ``unknown``: the questions answered "je ne sais pas".
    """
    letter = CATALOGUE.letter(pack)
    given = answers_of(pack, example)

    def compose(*, unknown: frozenset[str] = frozenset(), **changes: Any) -> LetterDocument:
        kept = {k: v for k, v in {**given, **changes}.items() if v is not None and k not in unknown}
        answers = validate(letter, Draft(pack, kept, unknown), TODAY)
        return compose_letter(letter, answers, TODAY)

    return compose


def rescue(pack: str, answers: Mapping[str, Any]) -> str:
    """Return what missing remedies change of the delay of a letter: a year, none at all, nothing.

    The code of the advice that tells it: "secours-un-an", "inopposable", "".
    """
    letter = CATALOGUE.letter(pack)
    read = validate(letter, Draft(pack, dict(answers)), TODAY)
    found = deadline_of(LAW, letter, read, TODAY)
    told = {one.code for one in found.warnings} if found else set()
    return next((code for code in ("secours-un-an", "inopposable") if code in told), "")


def deadline_rule(pack: str, answers: Mapping[str, Any]) -> DeadlineRule:
    """Return the first rule of the pack that holds: the one from which the last day is counted."""
    letter = CATALOGUE.letter(pack)
    values = scope(letter, validate(letter, Draft(pack, dict(answers)), TODAY).values, TODAY)
    return next(rule for rule in letter.deadline if condition_of(rule.when).holds(values))
