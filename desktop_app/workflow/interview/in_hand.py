"""The interview in hand: what was said, where the person is, and what the safe has of it.

In memory, always ahead of the disk; ``gui/writing.py`` has it saved, and says so.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from desktop_app.core.answers.draft import Draft, Typed, differing, same_answers
from desktop_app.core.changes import Reverse
from desktop_app.core.packs.model import Question
from desktop_app.core.records import SavedDraft, Value
from desktop_app.workflow import undoing
from desktop_app.workflow.interview import place, saving
from desktop_app.workflow.interview.interview import Interview, Proposal, Step
from desktop_app.workflow.interview.place import Place, Where
from desktop_app.workflow.store import Safe

Next = Literal["question", "verify", "back", "stay"]
"""Where one is led from a question."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved; gestures of one ``turn`` are undone as one.

    ``same``: the answers are the same, only the letter's paragraphs are not.
    """

    reverse: Reverse
    turn: str
    same: bool


class InHand:
    """Holds one interview.

    Attributes:
        interview: what was said so far.
        question: the one shown now; "" when all were met.
        correcting: the question to come back to in "Vérifier"; "" outside a correction.
        where: the page shown now, or that led to what is shown.
        profile: what is known of the person.
        own: the safe's own person writes for herself, and has a profile too.
        first: what the safe must hold before the draft: the blank that it answers.
        draft_id: in the safe; "" while nothing was kept.
        dossier: the one that this letter follows in; "" for a new matter.
    """

    def __init__(
        self,
        interview: Interview,
        *,
        person: str,
        question: str = "",
        draft_id: str = "",
        dossier: str = "",
        profile: Mapping[str, Value] | None = None,
        own: bool = False,
        first: Callable[[Safe], object] | None = None,
    ) -> None:
        self.interview = interview
        begun = interview.next()
        self.question = question or (begun.question.id if begun else "")
        self.correcting = ""
        self.where: Where = "question"
        self.draft_id = draft_id
        self.dossier = dossier
        self.profile = dict(profile or {})
        self.person = person
        self.own = own and not person
        self._first = first
        self._kept = interview.draft if draft_id else None
        self._kept_at = ""
        self._turns = 0

    # ------------------------------------------------------------------ where one is

    @property
    def place(self) -> Place:
        """Where to come back, once this is left."""
        return Place(self.question, self.where)

    def step(self) -> Step | None:
        """Return the question of now; one that is no longer asked gives the next to do."""
        return self.interview.where(self.question)

    def known(self, question: str) -> Proposal | None:
        """Return what is known already of an answer."""
        return self.interview.proposal(question, self.profile)

    def seen(self, question: Question, typed: Typed) -> Draft:
        """Return the draft that the paper shows: what is typed, or erased, is so on it already."""
        return self.interview.put_aside(question, typed).draft

    # ------------------------------------------------------------------ gestures

    def say(self, question: str, typed: Typed) -> None:
        """Take an answer as typed."""
        self.interview = self.interview.answer(question, typed)

    def go_on(self, question: str, typed: Typed) -> Next:
        """Take what was typed; stay when something is wrong with it."""
        self.say(question, typed)
        return "stay" if self.interview.trouble(question) is not None else self._after(question)

    def say_otherwise(self, question: str, said: Callable[[Interview, str], Interview]) -> Next:
        """Say something else than an answer: that one does not know, or that it is right."""
        self.interview = said(self.interview, question)
        return self._after(question)

    def go_back(self, question: Question, typed: Typed) -> Next:
        """Go to the question before: what was typed stays, right or wrong."""
        self.put_aside(question, typed)
        before = self.interview.previous(question.id)
        if self.correcting or before is None:
            return "back"
        self.question = before.question.id
        return "question"

    def put_aside(self, question: Question, typed: Typed) -> None:
        """Take what is typed without judging it; nothing, when another question is the present."""
        step = self.step() if self.question else None
        if step is not None and step.question.id == question.id:
            self.interview = self.interview.put_aside(question, typed)

    def _after(self, question: str) -> Next:
        following = self.interview.to_do() if self.correcting else self.interview.next(question)
        self.question = following.question.id if following else ""
        if following is not None:
            return "question"
        return "back" if self.correcting else "verify"

    def hold(self, draft: Draft) -> None:
        """Take a whole draft: the letter was changed paragraph by paragraph."""
        self.interview = dataclasses.replace(self.interview, draft=draft)

    def move(self, interview: Interview, first: Callable[[Safe], object]) -> None:
        """Go on with the same answers in another interview, at its first question not met yet.

        ``first`` is what the safe must hold before them.
        """
        self.interview, self._first = interview, first
        following = interview.to_do()
        self.question = following.question.id if following else ""
        self.correcting = ""

    # ------------------------------------------------------------------ the safe

    @property
    def unsaved(self) -> bool:
        """Whether something was said that no safe holds yet."""
        return self.interview.draft is not self._kept and self.interview.draft != self._kept

    def turn(self) -> None:
        """What is said next is undone by itself, and not with what was said until now."""
        self._turns += 1

    def saving(self, safe: Safe) -> Callable[[], Saved | None]:
        """Return the work that keeps what was said so far; it tells of no question shown alone."""
        draft, place, turns = self.interview.draft, self.place.text(), self._turns

        def save() -> Saved | None:
            if self._first is not None:
                self._first(safe)
                self._first = None
            before = self._kept or Draft(draft.pack)
            answered = sorted(differing(before, draft))
            if self.draft_id and draft == self._kept and place == self._kept_at:
                return None
            self.draft_id, reverse = undoing.do(
                safe,
                partial(
                    saving.save, safe, draft, draft_id=self.draft_id, question=place,
                    on=self.interview.today, person=self.person, dossier=self.dossier,
                ),
            )  # fmt: skip
            self._kept, self._kept_at = draft, place
            turn = " ".join((str(id(self)), str(turns), *answered))
            return Saved(reverse, turn, same_answers(before, draft)) if answered else None

        return save

    def take_again(self, saved: SavedDraft | None) -> bool | None:
        """Take the answers as the safe holds them, something having been undone.

        Return whether they are the same, and only the letter's paragraphs are not; None when
        nothing is another.
        """
        draft = saving.answers_of(saved, self.interview)
        if draft == self.interview.draft and saved is not None:
            return None
        same = same_answers(draft, self.interview.draft)
        self.hold(draft)
        self._kept = draft if saved is not None else None
        self.draft_id = saved.id if saved is not None else ""
        self._kept_at = saved.question if saved is not None else ""
        left = place.read(self._kept_at).question
        following = self.interview.where(left) or self.interview.next()
        self.question = following.question.id if following is not None else ""
        self.correcting = ""
        return same

    def finish(self, safe: Safe) -> None:
        """End the draft once its document is made: the profile keeps what it may."""
        saving.finish(
            safe,
            self.interview,
            draft_id=self.draft_id,
            on=self.interview.today,
            person=self.person,
            own=self.own,
        )
