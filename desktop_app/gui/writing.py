"""The interview in hand: what was said, whether it is kept, and where the person is. No Qt here.

One object follows the person from the questions to the letter; it saves after each answer in the
worker, and says so in words only once the safe has returned.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft, Typed, differing, same_answers
from desktop_app.core.changes import Reverse
from desktop_app.core.records import SavedDraft, Value
from desktop_app.gui.errors import not_saved, words_of
from desktop_app.pages.destinations import OpenInterview
from desktop_app.workflow import undoing
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from desktop_app.workflow.undoing import Done


class Runner(Protocol):
    """Runs work in the worker, in the order asked; results come back to the window's thread."""

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> object: ...


class Bar(Protocol):
    """Where the state of saving is said; ``show_saved`` is for the eye alone."""

    def say_saved(self, words: str) -> None: ...
    def show_saved(self, words: str) -> None: ...


class Holder(Protocol):
    """The safe that is open now, if any, and for whom one writes."""

    safe: Safe | None
    person: str

    def did(self, done: Done) -> None:
        """Keep a gesture that can be undone."""


class Writing(OpenInterview):
    """Holds one interview.

    Attributes:
        interview: what was said so far, in memory: always ahead of the disk.
        question: the one shown now; "" when all were met.
        correcting: the question to come back to in "Vérifier"; "" outside a correction.
        looking: the paper as it stands is looked at, on a page of its own.
        whole: all questions on one page.
        profile: what is known of the person.
        own: the safe's own person writes for herself, and has a profile too.
        first: what the safe must hold before the draft: the blank that it answers.
        paragraph: the one of the letter that is being changed, as it is said once it came back.
        draft_id: in the safe; "" while nothing was kept.
        dossier: the one that this letter follows in; "" for a new matter.
    """

    def __init__(
        self,
        interview: Interview,
        *,
        runner: Runner,
        bar: Bar,
        holder: Holder,
        question: str = "",
        draft_id: str = "",
        dossier: str = "",
        profile: Mapping[str, Value] | None = None,
        own: bool = False,
        first: Callable[[Safe], object] | None = None,
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        self.interview = interview
        begun = interview.next()
        self.question = question or (begun.question.id if begun else "")
        self.correcting = ""
        self.looking = False
        self.whole = False
        self.paragraph = ""
        self.draft_id = draft_id
        self.dossier = dossier
        self.profile = dict(profile or {})
        self.person = holder.person
        self.own = own and not self.person
        self._first = first
        self._runner, self._bar, self._holder, self._now = runner, bar, holder, now
        self._asked = 0
        self._typing = False  # something is in a field that was not taken yet
        self._on_its_way = False  # what was typed is being saved; what comes meanwhile comes after
        self._trouble = ""
        self._kept = interview.draft if draft_id else None
        self._turns = 0

    # ------------------------------------------------------------------ saying and keeping

    def say(self, question: str, typed: Typed) -> None:
        """Take an answer as typed; ``keep`` puts it in the safe."""
        self.interview = self.interview.answer(question, typed)

    def back_from_paper(self) -> bool:
        """Tell, once, whether one comes back from looking at the paper."""
        looking, self.looking = self.looking, False
        return looking

    def apart(self) -> None:
        """Keep what was said: what comes next is undone by itself, and not with it."""
        if self._holder.safe is not None and self.unsaved:
            self._runner.run(self.work(), done=self._holder.did, failed=self._say_not_kept)
        self._turns += 1

    def keep_apart(self, draft: Draft, paragraph: str) -> None:
        """Keep what was done to a paragraph: it is undone by itself."""
        self.paragraph = paragraph
        self.keep(draft)
        self._turns += 1

    def typing(self) -> None:
        """Something was just typed: nothing is said to be saved until the safe has that too."""
        self._typing = True
        self._say_on_its_way()

    def keep_typed(self) -> None:
        """Save what was said so far, without a word aloud: a person is typing.

        One at a time: what is typed while the disk works is saved once, after it.
        """
        self._typing = False
        if self._holder.safe is None or self._on_its_way:
            return
        if not self.unsaved:  # typed, and taken back
            self._say_kept(self._asked, self._bar.show_saved)
            return
        self._on_its_way = True
        self._asked += 1
        turn = self._asked

        def done(kept: Done) -> None:
            self._holder.did(kept)
            self._on_its_way = False
            self._trouble = ""
            if self.unsaved and not self._typing:
                self.keep_typed()
            else:
                self._say_kept(turn, self._bar.show_saved)

        def failed(problem: BaseException) -> None:
            self._on_its_way = False
            self._say_not_kept(problem, again=words_of(problem) == self._trouble)
            self._trouble = words_of(problem)

        self._runner.run(self.work(), done=done, failed=failed)

    def hold(self, draft: Draft) -> None:
        """Take a whole draft, in memory: the letter was changed paragraph by paragraph."""
        self.interview = dataclasses.replace(self.interview, draft=draft)

    def move(self, interview: Interview, first: Callable[[Safe], object]) -> None:
        """Go on with the same answers in another interview, at its first question not met yet.

        ``first`` is what the safe must hold before them.
        """
        self.interview, self._first = interview, first
        following = interview.to_do()
        self.question = following.question.id if following else ""
        self.correcting = ""

    def keep(self, draft: Draft | None = None) -> None:
        """Save in the worker, and say honestly what is kept. ``draft`` replaces the answers."""
        if draft is not None:
            self.hold(draft)
        if self._holder.safe is None:
            self._bar.say_saved(self.state())
            return
        self._asked += 1
        turn, self._typing = self._asked, False
        self._bar.say_saved(i18n.text("Enregistrement…"))

        def done(kept: Done) -> None:
            self._holder.did(kept)
            self._say_kept(turn, self._bar.say_saved)

        self._runner.run(self.work(), done=done, failed=self._say_not_kept)

    def state(self) -> str:
        """Return what the bar says before anything new is said."""
        if self._holder.safe is None:
            return i18n.text("Rien n’est gardé sur cet ordinateur")
        return i18n.text("Enregistré") if self.draft_id and not self.unsaved else ""

    def work(self) -> Callable[[], Done]:
        """Return the work that keeps what was said so far: the worker does it."""
        safe, draft, question = self._holder.safe, self.interview.draft, self.question
        on, turns, paragraph = self.interview.today, self._turns, self.paragraph

        def save() -> Done:
            if safe is None:
                return Done("", Reverse())
            if self._first is not None:
                self._first(safe)
                self._first = None
            before = self._kept or Draft(draft.pack)
            answered = sorted(differing(before, draft))
            self.draft_id, reverse = undoing.do(
                safe,
                partial(
                    saving.save, safe, draft, draft_id=self.draft_id, question=question, on=on,
                    person=self.person, dossier=self.dossier,
                ),
            )  # fmt: skip
            self._kept = draft
            if not answered:  # only another question is shown
                return Done("", Reverse())
            turn = " ".join((str(id(self)), str(turns), *answered))
            if same_answers(before, draft):
                words = i18n.text("Votre lettre est enregistrée.")
                return Done(words, reverse, turn, paragraph or i18n.text("votre lettre"))
            return Done(i18n.text("Vos réponses sont enregistrées."), reverse, turn)

        return save

    def read_again(self, show: Callable[[bool], object]) -> None:
        """Take the answers that the safe holds now, something having been undone; then ``show``.

        It is told whether they are the same, and only the letter's paragraphs are not.
        """
        safe, draft_id = self._holder.safe, self.draft_id

        def read() -> SavedDraft | None:
            assert safe is not None
            return saving.still_there(safe, draft_id)

        def take(saved: SavedDraft | None) -> None:
            draft = saving.answers_of(saved, self.interview)
            if draft == self.interview.draft and saved is not None:
                return
            same = same_answers(draft, self.interview.draft)
            self.hold(draft)
            self._kept = draft if saved is not None else None
            self.draft_id = saved.id if saved is not None else ""
            place = self.interview.where(saved.question if saved is not None else "")
            following = place or self.interview.next()
            self.question = following.question.id if following is not None else ""
            self.correcting = ""
            show(same)

        self._runner.run(read, done=take, failed=self._say_not_kept)

    def saver(self) -> Callable[[], object] | None:
        """Return what the safe must still receive before it locks; None when nothing."""
        return self.work() if self.unsaved else None

    @property
    def unsaved(self) -> bool:
        """Whether something was said that no safe holds yet."""
        return self.interview.draft is not self._kept and self.interview.draft != self._kept

    def finish(self, safe: Safe) -> None:
        """End the draft once its document is made: the profile keeps what it may. In the worker."""
        saving.finish(
            safe,
            self.interview,
            draft_id=self.draft_id,
            on=self.interview.today,
            person=self.person,
            own=self.own,
        )

    def _say_on_its_way(self) -> None:
        if self._holder.safe is not None:
            self._bar.show_saved(i18n.text("Enregistrement…"))

    def _say_kept(self, turn: int, say: Callable[[str], object]) -> None:
        # A later answer is on its way, or in a field: not all is kept yet.
        if turn == self._asked and not self._typing and not self.unsaved:
            now = self._now()
            words = i18n.text("Enregistré à {hour} h {minute}")
            say(words.format(hour=now.hour, minute=f"{now.minute:02d}"))

    def _say_not_kept(self, problem: BaseException, *, again: bool = False) -> None:
        words = not_saved(problem)
        (self._bar.show_saved if again else self._bar.say_saved)(words)


def writing_of(writing: OpenInterview) -> Writing:
    """Return what a destination carries, which is always one of ours."""
    assert isinstance(writing, Writing)
    return writing
