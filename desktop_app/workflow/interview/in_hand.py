"""The interview in hand: what was said, where the person is, and what the safe has of it.

In memory, always ahead of the disk; ``gui/writing.py`` has it saved, and says so.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from desktop_app.core.answers.draft import FORM, Draft, Typed, differing, same_answers
from desktop_app.core.changes import Reverse
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.packs.model import Question
from desktop_app.core.records import SavedDraft, Value
from desktop_app.workflow import undoing
from desktop_app.workflow.interview import place, saving, whose
from desktop_app.workflow.interview.interview import Interview, Step
from desktop_app.workflow.interview.known import Proposal, proposal
from desktop_app.workflow.interview.place import Place, Where
from desktop_app.workflow.interview.together import Together
from desktop_app.workflow.store import Safe

Next = Literal["question", "verify", "back", "stay"]
"""Where one is led from a question."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved; gestures of one ``turn`` are undone as one.

    ``same``: the answers are the same, only the letter's paragraphs are not. ``boxes``: only those
    of the form are not.
    """

    reverse: Reverse
    turn: str
    same: bool
    boxes: bool


class InHand:
    """Holds one interview.

    Attributes:
        interview: what was said so far.
        question: the one shown now; "" when all were met.
        correcting: the question to come back to in "Vérifier"; "" outside a correction.
        where: the page shown now, or that led to what is shown.
        profile: what is known of the person.
        own: the safe's own person writes for herself, and has a profile too.
        first: what the safe must hold before the draft: the paper received that it answers.
        draft_id: in the safe; "" while nothing was kept.
        dossier: the one that this letter follows in; "" for a new matter.
        last_day: what was told last of the last day to act.
        counted: what the law was asked for it.
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
        begun = next(iter(interview.pages), None)
        self.question = question or (begun.all[0].id if begun else "")
        self.correcting = ""
        self.where: Where = "question"
        self.draft_id = draft_id
        self.dossier = dossier
        self.last_day: Deadline | None = None
        self.counted: tuple[Request, ...] = ()
        self.profile = dict(profile or {})
        self.person = person
        self.own = own and not person
        self._first = [] if first is None else [first]
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

    def page(self) -> Together | None:
        """Return what is asked with the question of now, or with the next to do."""
        step = self.step()
        return self.interview.page(step.question.id) if step else None

    def known(self, question: str) -> Proposal | None:
        """Return what is known already of an answer."""
        return proposal(self.interview, question, self.profile)

    # ------------------------------------------------------------------ gestures

    def say(self, question: str, typed: Typed) -> None:
        """Take an answer as typed."""
        self.interview = self.interview.answer(question, typed)

    def say_whose(self, questions: Sequence[Question], role: str) -> None:
        """Say of whom the questions of a page are."""
        now = whose.of_page(self.interview, questions, self.profile)
        if now is not None and role != now.role:
            self.interview = whose.say(self.interview, now.group, role)

    def go_on(self, typed: Mapping[str, Typed], later: Collection[str] = ()) -> Next:
        """Leave the page of now with what was typed; stay when something is wrong with it.

        One stays, too, at what the answers have just opened there. What is missing may be answered
        ``later``.
        """
        page = self.page()
        if page is None:
            return "verify"
        self.interview = self.interview.leave_page(page, typed)
        asked = (one for one in page.all if one.id not in later)
        wrong = next((one for one in asked if self.interview.trouble(one.id)), None)
        opened = self._opened(page)
        if stays := wrong or opened:
            self.question = stays.id
            return "stay"
        return self._after(page)

    def leave(self) -> Next:
        """Leave the page of now, of which all was said."""
        page = self.page()
        return self._after(page) if page is not None else "verify"

    def _opened(self, page: Together) -> Question | None:
        """Return what is asked on this page only since now."""
        now = self.interview.page(page.all[0].id)
        new = (one for one in now.questions if not page.has(one.id)) if now else ()
        return next((one for one in new if not self.interview.met(one.id)), None)

    def say_otherwise(self, question: str, said: Callable[[Interview, str], Interview]) -> None:
        """Say something else than an answer: that one does not know, or that it is right."""
        self.interview = said(self.interview, question)

    def go_back(self, typed: Mapping[str, Typed]) -> Next:
        """Go to the page before: what was typed stays, right or wrong."""
        self.put_aside(typed)
        before = self.interview.page_before(self.question)
        if self.correcting or before is None:
            return "back"
        self.question = before.all[0].id
        return "question"

    def put_aside(self, typed: Mapping[str, Typed]) -> None:
        """Take what is typed on the page of now without judging it."""
        page = self.page() if self.question else None
        for question in page.all if page else ():
            if question.id in typed:
                self.interview = self.interview.put_aside(question, typed[question.id])

    def _after(self, page: Together) -> Next:
        following = self._to_do() if self.correcting else self.interview.page_after(page.all[0].id)
        self.question = following.all[0].id if following else ""
        if following is not None:
            return "question"
        return "back" if self.correcting else "verify"

    def _to_do(self) -> Together | None:
        """Return the first page where something was not met; None when all was."""
        step = self.interview.to_do()
        return self.interview.page(step.question.id) if step else None

    def hold(self, draft: Draft) -> None:
        """Take a whole draft: a letter changed paragraph by paragraph, a form box by box."""
        self.interview = self.interview.holding(draft)

    def move(self, interview: Interview) -> None:
        """Go on with the same answers in another interview, at its first question not met yet."""
        self.interview = interview
        following = interview.to_do()
        self.question = following.question.id if following else ""
        self.correcting = ""

    # ------------------------------------------------------------------ the safe

    def hold_first(self, what: Callable[[Safe], object]) -> None:
        """Have the safe hold this too, before what it is given next."""
        self._first.append(what)

    def leave_safe(self, first: Callable[[Safe], object]) -> None:
        """Be in no safe any more; ``first`` is what the next one must hold before the answers."""
        self._first = [first]
        self.draft_id, self.dossier, self._kept, self._kept_at = "", "", None, ""

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
            while self._first:
                self._first[0](safe)
                del self._first[0]
            before = self._kept or Draft(draft.pack, form=draft.form)
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
            same, boxes = same_answers(before, draft), answered == [FORM]
            return Saved(reverse, turn, same, boxes) if answered else None

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
