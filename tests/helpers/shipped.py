"""A shipped letter with the answers of one of its examples, to change one at a time in a test."""

import datetime as dt
from functools import cache
from typing import Any

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.conditions import scope
from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.datafiles import data_root
from desktop_app.workflow.documents.preparing import prepare_letter
from tests.helpers.example_answers import answers_of, rescue
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import ids, plain, text

TODAY = dt.date(2026, 11, 25)
_CATALOGUE = CATALOGUE


@cache
def _law() -> FolderLaw:
    return FolderLaw(data_root("forms") / "law")


class Shipped:
    """One letter and one example. A change to None takes the answer away."""

    def __init__(self, pack: str, example: str, day: dt.date = TODAY) -> None:
        self.letter: LetterDefinition = CATALOGUE.letter(pack)
        self._answers = answers_of(pack, example)
        self._day = day

    def compose(self, *, unknown: tuple[str, ...] = (), **changes: Any) -> LetterDocument:
        return compose_letter(self.letter, self._validated(unknown, changes), self._day)

    def prepared(self, *, day: dt.date | None = None, **changes: Any) -> LetterDocument:
        """Return the letter as the program makes it: the law says whether its last day is over."""
        given = {k: v for k, v in {**self._answers, **changes}.items() if v is not None}
        draft = Draft(self.letter.id, given)
        return prepare_letter(_CATALOGUE, _law(), draft, day or self._day).document

    def ids(self, **changes: Any) -> set[str]:
        return set(ids(self.compose(**changes)))

    def text(self, paragraph: str = "", **changes: Any) -> str:
        return text(self.compose(**changes), paragraph)

    def warned(self, words: str, **changes: Any) -> bool:
        return any(words in warning for warning in plain(self.compose(**changes).warnings))

    def asked(self, question: str) -> Question:
        every = (one for section in self.letter.section for one in section.question)
        return next(one for one in every if one.id == question)

    def recipient(self, **changes: Any) -> list[str]:
        return plain(self.compose(**changes).recipient)

    def rule(self, **changes: Any) -> tuple[str, str, str, str] | None:
        """Return procedure, event, date question and ``of`` of the rule that gives the last day."""
        values = scope(self.letter, self._validated((), changes).values, self._day)
        rules = self.letter.deadline
        found = next((rule for rule in rules if condition_of(rule.when).holds(values)), None)
        return (found.procedure, found.event, found.date, found.of) if found else None

    def rescue(self, **changes: Any) -> str:
        """Return what missing remedies change of the delay: see ``example_answers.rescue``."""
        given = {k: v for k, v in {**self._answers, **changes}.items() if v is not None}
        return rescue(self.letter.id, given)

    def _validated(self, unknown: tuple[str, ...], changes: dict[str, Any]) -> Answers:
        given = {k: v for k, v in {**self._answers, **changes}.items() if v is not None}
        draft = Draft(
            self.letter.id,
            {k: v for k, v in given.items() if k not in unknown},
            frozenset(unknown),
        )
        return validate(self.letter, draft, self._day)
