"""The interview in hand, kept after each answer and told to be; no Qt here.

One object follows the person from the questions to the letter; it saves after each answer in the
worker, and says so in words only once the safe has returned.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.changes import Reverse
from desktop_app.core.records import Value
from desktop_app.gui.errors import not_saved, words_of
from desktop_app.pages.destinations import OpenInterview
from desktop_app.pages.last_day import left_words
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.place import Where
from desktop_app.workflow.store import Safe
from desktop_app.workflow.undoing import Done

if TYPE_CHECKING:  # few forms are corrected
    from desktop_app.workflow.packs.correcting import Corrections


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
    """Where the state of saving is said, and how many days are left; ``show_saved`` is for the eye
    alone."""

    def say_saved(self, words: str) -> None: ...
    def show_saved(self, words: str) -> None: ...
    def show_matters(self, words: str) -> None: ...


class Holder(Protocol):
    """The safe that is open now, if any, and for whom one writes."""

    safe: Safe | None
    person: str

    def did(self, done: Done) -> None:
        """Keep a gesture that can be undone."""


class Writing(InHand, OpenInterview):
    """Holds one interview.

    Attributes:
        looking: the paper as it stands is looked at, on a page of its own.
        paragraph: the one of the letter that is being changed, as it is said once it came back.
        answers_paper: the letter received was shown, and goes into the dossier.
        harmless: answers of which it is known whether they are a danger to who wrote them.
        endangers: whether some are; it is said once.
        corrections: what was done to the boxes of a form made for one PDF.
        mandate_seen: it was looked at whether one may act in the person's place.
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
        super().__init__(
            interview,
            person=holder.person,
            question=question,
            draft_id=draft_id,
            dossier=dossier,
            profile=profile,
            own=own,
            first=first,
        )
        self.looking = False
        self.paragraph = ""
        self.answers_paper = False
        self.harmless = dict(interview.draft.answers) if draft_id else {}
        self.endangers = False
        self.corrections: Corrections | None = None
        self.mandate_seen = False
        self._runner, self._bar, self._holder, self._now = runner, bar, holder, now
        self._asked = 0
        self._typing = False  # something is in a field that was not taken yet
        self._on_its_way = False  # what was typed is being saved; what comes meanwhile comes after
        self._trouble = ""

    def at(self, where: Where) -> None:
        """Be on this page: one comes back there, also once the safe was locked."""
        self.where = where
        self.show_days()
        begun = self.draft_id or (self._asked and self.interview.draft.answers)
        if self._holder.safe is not None and begun:
            self._runner.run(self.work(), done=self._holder.did, failed=lambda _not_kept: None)

    def show_days(self) -> None:
        """Say in the bar how long is left, once it was told on its page."""
        if self.last_day is not None:
            self._bar.show_matters(left_words(self.last_day, self.interview.today))

    def back_from_paper(self) -> bool:
        """Tell, once, whether one comes back from looking at the paper."""
        looking, self.looking = self.looking, False
        return looking

    def apart(self) -> None:
        """Keep what was said: what comes next is undone by itself, and not with it."""
        if self._holder.safe is not None and self.unsaved:
            self._runner.run(self.work(), done=self._holder.did, failed=self._say_not_kept)
        self.turn()

    def keep_apart(self, draft: Draft, paragraph: str) -> None:
        """Keep what was done to a paragraph: it is undone by itself."""
        self.paragraph = paragraph
        self.keep(draft)
        self.turn()

    def keep_boxes(self) -> None:
        """Keep what was done to the boxes of a form: it is undone by itself."""
        self.turn()
        self.keep()
        self.turn()

    def typing(self) -> None:
        """Something was just typed: nothing is said to be saved until the safe has that too."""
        self._typing = True
        if self._holder.safe is not None:
            self._bar.show_saved(i18n.text("Enregistrement…"))

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
        safe, paragraph = self._holder.safe, self.paragraph
        save = self.saving(safe) if safe is not None else None

        def keep() -> Done:
            saved = save() if save is not None else None
            if saved is None:
                return Done("", Reverse())
            if saved.boxes:
                words = i18n.text("Les cases sont enregistrées.")
                return Done(words, saved.reverse, saved.turn, i18n.text("les cases de la page"))
            if saved.same:
                words = i18n.text("Votre lettre est enregistrée.")
                what = paragraph or i18n.text("votre lettre")
                return Done(words, saved.reverse, saved.turn, what)
            return Done(i18n.text("Vos réponses sont enregistrées."), saved.reverse, saved.turn)

        return keep

    def read_again(self, show: Callable[[bool], object]) -> None:
        """Take the answers that the safe holds now, something having been undone; then ``show``.

        It is told whether they are the same, and only the letter's paragraphs are not.
        """
        safe, draft_id = self._holder.safe, self.draft_id
        if safe is None:
            return

        def take(saved: Any) -> None:
            if (same := self.take_again(saved)) is not None:
                show(same)

        self._runner.run(
            lambda: saving.still_there(safe, draft_id), done=take, failed=self._say_not_kept
        )

    def saver(self) -> Callable[[], object] | None:
        """Return what the safe must still receive before it locks; None when nothing."""
        return self.work() if self.unsaved else None

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
