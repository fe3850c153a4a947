"""For whom one works now, and in which safe: what the bar shows and screens need."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.record import record
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.core.answers.draft import Typed
    from desktop_app.core.records import Value
    from desktop_app.gui.widgets.page import Page
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.documents.rendering import Made
    from desktop_app.workflow.matter.moving import Taken
    from desktop_app.workflow.matter.received import Paper
    from desktop_app.workflow.packs.editing import EditedModel
    from desktop_app.workflow.safes.blanks import OwnBlank
    from desktop_app.workflow.safes.todays_date import DateInDoubt
    from desktop_app.workflow.store import Safe, ShortCode
    from desktop_app.workflow.undoing import Done, Queue

Work = Callable[[], object]


@record(frozen=True)
class Locked:
    """What is said once the safe is open again: before, nobody is told what was being done.

    ``stopped``: something long was under way; ``lost``: the last answers were given up. ``erased``
    is said at once, in counts: drafts, documents, whether backups still hold them, and how many
    copies of its papers and backups of the safe were saved elsewhere.
    """

    stopped: bool = False
    lost: bool = False
    erased: tuple[int, int, bool, int, int] | None = None

    def page(self) -> to.Destination:
        """Return the page that comes after the lock."""
        return to.OpenSafe() if self.erased is None else to.Erased(*self.erased)


@record(frozen=False, eq=False)
class Seen:
    """What was shown and asked since the session began, in counts: said once it is erased."""

    pages: int = 0
    previews: int = 0
    files: int = 0
    printed: int = 0


@record(frozen=False, eq=False)
class InHand:
    """What became of the paper made last; ``dossier`` and ``document`` are "" until it is filed.

    ``newer``: a former version is in the same dossier.
    """

    made: "Made | None" = None
    printed_on: dt.date | None = None
    dossier: str = ""
    document: str = ""
    newer: bool = False


@record(frozen=True)
class ReceivedPaper:
    """A letter received that is being answered, and what was confirmed of it.

    ``pack``: the letter that answers it; "" for the next one that is begun.
    """

    paper: "Paper"
    told: "Mapping[str, Value]" = field(repr=False)
    pack: str = ""


@record(frozen=True)
class Leaving:
    """What leaves a safe: that safe, its folder, the interview, and the papers that go with it."""

    safe: "Safe"
    folder: "Path"
    writing: "Writing"
    taken: "Taken"


class Session(QObject):
    """Changes only by a gesture of the person; ``changed`` tells the bar.

    Attributes:
        safe: the open safe; None in "essayer d'abord" and on a public terminal: nothing is written.
        held_back: the safe that stays open, and that nothing reaches, while nothing is kept of
            the person who is here; ``safe`` is None meanwhile.
        unkept: her id, while she still has one, and her name, for who would keep them after all.
        main: the safe of the office, while ``safe`` is one of its circles; else None.
        visiting: that circle was entered by a line of the day: the way home leads out of it.
        folder: where that safe lies, as text; "" without one.
        public, office: read once at the start; cannot be left from inside.
        person, person_name: id and name of the person written for; empty is oneself, not named.
        writing: the interview in hand, from its first question until its document is filed.
        aside: those begun before it that no safe has; they are lost with the program.
        in_hand: what became of the paper made last.
        editing: the form or the letter that is being made, kept here until the program ends, or
            until it is in a safe that closes: it speaks of a paper, of nobody.
        blanks: PDFs that the person opened, recognised, by the id of the form that they are.
        undoable: the gestures that can be undone, until the safe closes; None before the first.
        backups_follow: the safe's own backups are made as the work goes.
        received: the letter that one is about to answer; it goes with what is begun next.
        to_file: the paper (its path) dropped on a dossier (its id), until it is filed there.
        copies_out: how many papers were saved elsewhere, of answers that no safe has.
        half_typed: what was typed on a page and not noted, by page and field.
        leaving: what is to leave the safe that is open, once another one was made for it.
        doubt: why today's date cannot be believed, until the person says that it is right.
        keeps_nothing: the person said that nothing is to be kept, or went on without her safe:
            where to keep is asked no more until the program ends.
        given: the file that the program was started with, until it is opened; "" without one.
        locked: what the last lock leaves to say; None where none came before.
        erased: what was just erased for good, until the lock that follows says so.
        helper: what the helper at work is called; "" at home, or where nobody gave her a name.
        code: what proves the short code of the helper at work; None where she has none.
        wrong_tries: how many wrong codes, and phrases at a safe that is open, were typed since a
            right one.
        seen: what was shown and asked, in counts.
        waiting: begins the paper that waits until one says for whom it is; None when none does.
        saver: set by the screen that holds unsaved answers. Called on the window's thread before
            the safe is locked, it returns the work that saves them (done in the worker, before the
            safe closes), or None when there is nothing to save. The window forgets it when the
            screen goes.
    """

    changed = Signal()

    def __init__(self, *, public: bool = False, office: bool = False) -> None:
        super().__init__()
        self.public, self.office = public, office
        self.safe: Safe | None = None
        self.held_back: Safe | None = None
        self.unkept = ("", "")
        self.main: Safe | None = None
        self.visiting = False
        self.folder = ""
        self.person = ""
        self.person_name = ""
        self._called: dict[str, str] = {}
        self.writing: Writing | None = None
        self.aside: list[Writing] = []
        self.in_hand = InHand()
        self.editing: EditedModel | None = None
        self.blanks: dict[str, OwnBlank] = {}
        self.undoable: Queue | None = None
        self.backups_follow = False
        self.received: ReceivedPaper | None = None
        self.to_file: tuple[str, str] | None = None
        self.copies_out = 0
        self.half_typed: dict[str, dict[str, Typed]] = {}
        self._half_typed_in: dict[str, dict[str, dict[str, Typed]]] = {}
        self.leaving: Leaving | None = None
        self.doubt: DateInDoubt | None = None
        self.day_confirmed = False
        self.keeps_nothing = False
        self.given = ""
        self.saver: Callable[[], Work | None] | None = None
        self.locked: Locked | None = None
        self.erased: tuple[int, int, bool, int, int] | None = None
        self.helper = ""
        self.code: ShortCode | None = None
        self.wrong_tries = 0
        self.waiting: Callable[[Page], object] | None = None
        self.seen = Seen()

    def take_given(self) -> str:
        """Return, once, the file that the program was started with."""
        given, self.given = self.given, ""
        return given

    def open(self, safe: "Safe", folder: str = "") -> None:
        """Work in this safe from now on, for nobody in particular yet."""
        self.safe, self.folder, self.undoable = safe, folder, None
        self.backups_follow = False
        self.write_for("", "")

    @property
    def opened(self) -> "Safe | None":
        """The safe that is open, held back or not: what locks must close it."""
        return self.safe or self.held_back

    def hold_back(self, person: str, name: str) -> None:
        """Keep nothing from now on: the safe stays open, and nothing reaches it."""
        if self.safe is None:
            return
        self.held_back, self.safe, self.undoable = self.safe, None, None
        self.unkept = person, name
        self.write_for("", name)

    def take_back(self) -> None:
        """Work in the safe again that was held back; what is in memory is not touched."""
        self.safe, self.held_back = self.held_back, None
        self.unkept = "", ""
        self.write_for("", "")

    def forget_unkept(self) -> None:
        """Forget what was said while nothing was kept, and work in the safe again."""
        self.writing = self.saver = self.received = self.to_file = None
        self.aside.clear()
        self.half_typed.clear()
        self.blanks.clear()
        self.in_hand, self.copies_out = InHand(), 0
        self.take_back()

    def go_on_in(self, safe: "Safe") -> None:
        """Work on in the same safe, opened anew: its key was changed; whom one writes for stays."""
        self.safe, self.undoable, self.backups_follow = safe, None, False
        if self.main is not None:
            self.main.circles.know(safe)
        self.changed.emit()

    def hand_over(self) -> None:
        """Go on in the same safe as another helper: nothing of what the former one did is left
        here, nor can she undo it.
        """
        if self.held_back is not None:
            self.forget_unkept()
        self.saver = self.writing = self.undoable = self.code = None
        self.wrong_tries = 0
        self.waiting = None
        self.aside.clear()
        self._called.clear()
        self.half_typed.clear()
        if not self.model_at_risk():
            self.editing = None
        self.blanks.clear()
        self.received = self.to_file = self.leaving = None
        self.in_hand = InHand()
        self.safe, self.main = self.main_safe, None  # a circle was of the former one
        self.visiting = False
        self._half_typed_in.clear()
        self.write_for("", "")

    @property
    def main_safe(self) -> "Safe | None":
        """The safe that the phrase opened, be it in use or one of its circles."""
        return self.main or self.safe

    def enter(self, safe: "Safe", *, visiting: bool = False) -> None:
        """Work from now on in a circle, or in the safe of the office again, for nobody yet.

        What is in hand was saved where it is: nothing of one safe is ever written in another. What
        is half typed there waits until one comes back to it.
        """
        office, doubt = self.main_safe, self.doubt
        if self.safe is not None:
            self._half_typed_in[self.safe.id] = dict(self.half_typed)
        self._forget_work()
        self.doubt = doubt  # of this computer's day: it was looked at when the office's safe opened
        self.half_typed.update(self._half_typed_in.pop(safe.id, {}))
        self.main = None if safe is office else office
        self.visiting = visiting and self.main is not None
        self.safe, self.backups_follow = safe, False
        self.write_for("", "")

    @property
    def only_here(self) -> bool:
        """Whether nothing but this computer opens the safe that is open."""
        return self.safe is not None and self.safe.access.only_here

    def did(self, done: "Done") -> None:
        """Keep a gesture that can be undone, until the safe closes."""
        if self.safe is None:
            return
        if self.undoable is None:
            from desktop_app.workflow.undoing import Queue

            self.undoable = Queue()
        self.undoable = self.undoable.after(done)

    def doubt_day(self, doubt: "DateInDoubt | None") -> None:
        """Doubt today's date, unless the person confirmed it and this safe saw no later one."""
        if self.day_confirmed and doubt is not None and doubt.why != "before-safe":
            return
        self.doubt = doubt
        self.day_confirmed = self.day_confirmed and doubt is None

    def take(self, writing: "Writing") -> None:
        """Take an interview in hand; what the one before holds stays to be taken up again."""
        self.aside = [one for one in self.begun() if one is not writing]
        self.writing = writing

    def take_received(self, pack: str) -> ReceivedPaper | None:
        """Return the letter that this one answers, once; one of another letter is forgotten."""
        paper, self.received = self.received, None
        return paper if paper is not None and paper.pack in ("", pack) else None

    def begun(self) -> "list[Writing]":
        """Return the interviews that hold answers which no safe has, the last one first."""
        held = [self.writing] if self.writing is not None else []
        return [one for one in (*held, *self.aside) if one.unsaved and one.interview.draft.answers]

    def answered(self) -> bool:
        """Tell whether an interview in hand, or begun before, holds answers that no safe has."""
        return bool(self.begun())

    def modelling(self) -> bool:
        """Tell whether a form or a letter in the making holds what was not saved."""
        return self.editing is not None and self.editing.unsaved

    def model_at_risk(self) -> bool:
        """Tell whether taking another model in hand would lose this one: no safe has it."""
        made = self.editing
        return made is not None and made.unsaved and made.held.value != made.value

    def editor(self) -> to.Destination | None:
        """Return where the model in hand is made; None without one."""
        if self.editing is None:
            return None
        return to.LetterEditor() if self.editing.is_letter else to.FormEditor()

    def close(self) -> None:
        """Forget the safe and the person; closing the safe is the caller's, in the worker."""
        self._forget_work()
        self.safe, self.main, self.folder = None, None, ""
        self.visiting = False
        self._half_typed_in.clear()
        self.held_back, self.unkept = None, ("", "")
        self.write_for("", "")

    def _forget_work(self) -> None:
        """Have nothing in hand any more of the safe in use."""
        self.saver = self.writing = None
        self.undoable = self.code = None
        self.wrong_tries, self.helper = 0, ""
        self.waiting = None
        self.aside.clear()
        self._called.clear()
        self.half_typed.clear()
        self.seen = Seen()
        self.copies_out = 0
        if not self.model_at_risk():
            self.editing = None
        self.blanks.clear()
        self.received = self.to_file = self.leaving = None
        self.in_hand, self.doubt = InHand(), None  # the next opening looks at the date again

    def bring(self, pack: str, blank: "OwnBlank") -> None:
        """Have the PDF of a form at hand, for the person of now."""
        self.blanks[pack] = replace(blank, whose=self.person)

    def write_for(self, person: str, name: str) -> None:
        """Write for this person from now on: a gesture, never a side effect."""
        self.person, self.person_name = person, name
        if person:
            self._called[person] = name
        self.changed.emit()

    def write_on_for(self, person: str) -> None:
        """Write again for whom one wrote before: an interview that was left is taken up."""
        if person != self.person:
            self.write_for(person, self._called.get(person, ""))
